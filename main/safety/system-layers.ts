import { homedir } from 'node:os';
import type { PowerMonitor } from 'electron';
import type { Log } from '../app/log.js';
import type { PresenceGate } from '../presence/gate.js';
import { budgetMs } from '../presence/gate-limits.js';
import { loadWhenArmed } from './load-when-armed.js';
import { rescueCommand, type StartedWith } from './rescue-command.js';
import type { SafetyLayer } from './safety-net.js';

export interface SystemLayersDeps {
  readonly power: Pick<PowerMonitor, 'on'>;
  readonly gate: Pick<PresenceGate, 'leaving'>;
  readonly startedWith: StartedWith;
  /** Whether the sleep of the computer sets the agent Offline. */
  readonly offlineOnSuspend: boolean;
  /** Whether the next login may start the app hidden. */
  readonly recoverAtLogin: boolean;
  record: Log['write'];
}

/** What the operating system does for an agent who may be left behind. */
export function createSystemLayers(deps: SystemLayersDeps): readonly SafetyLayer[] {
  const { power, gate, startedWith, offlineOnSuspend, recoverAtLogin, record } = deps;
  const layers: SafetyLayer[] = [];
  // Windows and macOS let nobody put sleep off.
  if (offlineOnSuspend && process.platform === 'linux') {
    const load = async (): Promise<SafetyLayer> => {
      const [{ createSleepLockLayer }, { createLinuxSleepLock }] = await Promise.all([
        import('./sleep-lock-layer.js'),
        import('../os/sleep-lock.js'),
      ]);
      const lock = createLinuxSleepLock(record);
      return createSleepLockLayer({ lock, power, leaving: gate.leaving, limitMs: budgetMs.system });
    };
    layers.push(loadWhenArmed(load, () => record('sleep-lock-not-loaded')));
  }
  // A checkout may be gone by the next login.
  if (recoverAtLogin && startedWith.packaged) {
    const load = async (): Promise<SafetyLayer> => {
      const [{ createLoginStartLayer }, { findLoginStart }] = await Promise.all([
        import('./login-start-layer.js'),
        import('../os/login-start.js'),
      ]);
      const place = { platform: process.platform, home: homedir(), env: process.env };
      const entry = findLoginStart(place, (what) => record('login-start-failed', { what }));
      return createLoginStartLayer(entry, ({ ccpUrl }) => rescueCommand(startedWith, ccpUrl));
    };
    layers.push(loadWhenArmed(load, () => record('login-start-not-loaded')));
  }
  return layers;
}
