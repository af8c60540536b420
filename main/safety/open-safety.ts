import type { ExitReport } from '../../contract/exit-entry.js';
import type { GuardState } from '../../contract/guard-state.js';
import type { Log } from '../app/log.js';
import { type HookPlace, hookFor } from '../hook/hook-access.js';
import type { LeaseTimes } from '../hook/lease-keeper.js';
import type { Announcer } from '../ipc/announce.js';
import type { PhoneLink } from '../phone/phone-link.js';
import type { PresenceGate } from '../presence/gate.js';
import type { GuardianLayerDeps } from './guardian-layer.js';
import type { LeftBehind } from './left-behind.js';
import { loadWhenArmed } from './load-when-armed.js';
import { makeGood } from './make-good.js';
import { createMarkerLayer } from './marker-layer.js';
import { rescueCommand, type StartedWith } from './rescue-command.js';
import { openSafetyNet } from './safety-net.js';
import { createSystemLayers, type SystemLayersDeps } from './system-layers.js';

export interface OpenSafetyDeps {
  readonly leftBehind: LeftBehind;
  /** Of the profile. */
  readonly logFolder: string;
  readonly log: Log;
  readonly link: Pick<PhoneLink, 'onSnapshot'>;
  readonly gate: Pick<PresenceGate, 'holds' | 'leaving' | 'askRecover'>;
  readonly announcer: Pick<Announcer, 'announce'>;
  /** What the operating system is to do. */
  readonly system: Pick<SystemLayersDeps, 'power' | 'offlineOnSuspend' | 'recoverAtLogin'>;
  /** The panel as it is now. */
  ccpUrl(): string;
  readonly guardian: GuardianFacts;
  readonly hook: HookPlace & LeaseTimes;
}

/** What a guardian needs of the desktop side. */
export interface GuardianFacts extends Pick<GuardianLayerDeps, 'executable' | 'cookiesOf' | 'hostsOf'> {
  /** Whether there is to be one. */
  readonly wanted: boolean;
  readonly startedWith: StartedWith;
}

/** What looks after the agent when the app itself no longer can. */
export interface OpenSafety {
  /** Whether the run before left somebody in a status who is to be set Offline before anything else. */
  recovering(): boolean;
  /** Whether a second process watches. */
  guard(): GuardState;
  /** The gate has come to an end; called before the process ends. */
  left(report: ExitReport): void;
  /** Resolves when nothing more is to be said to anybody; null when that is now. Of an end in order only. */
  said(): Promise<void> | null;
}

/** Opens it after the gate, whose view of a snapshot it goes by. */
export function openSafety(deps: OpenSafetyDeps): OpenSafety {
  const { leftBehind, logFolder, log, link, gate, announcer, system, ccpUrl, guardian, hook } = deps;
  let isNoted = true;
  let guard: GuardState = guardian.wanted ? 'nobody' : 'off';
  const shown = (): GuardState => (isNoted ? guard : 'notNoted');
  const noted = (taken: boolean): void => {
    if (!taken) log.write('presence-not-noted');
    if (taken === isNoted) return;
    isNoted = taken;
    announcer.announce('guardChanged', shown());
  };
  const { marker } = leftBehind;
  const guardianLayer = loadWhenArmed(
    async () => {
      const { createGuardianLayer } = await import('./guardian-layer.js');
      return createGuardianLayer({
        ...guardian,
        logFolder,
        record: log.write,
        guardChanged(state) {
          guard = state;
          announcer.announce('guardChanged', shown());
        },
        orderFor: (exposed) => ({
          epoch: marker.epoch,
          markerFile: marker.path,
          hook: hookFor(hook, exposed.agentId),
          relaunch: rescueCommand(guardian.startedWith, exposed.ccpUrl),
          parentPid: process.pid,
        }),
      });
    },
    () => log.write('guardian-not-loaded'),
  );
  const leaseLayer = loadWhenArmed(
    async () => {
      const [{ createLeaseLayer }, { createAppHookClient }] = await Promise.all([
        import('./lease-layer.js'),
        import('../hook/app-hook-client.js'),
      ]);
      return createLeaseLayer({
        ...hook,
        client: createAppHookClient(),
        hookFor: (agentId) => hookFor(hook, agentId),
        epoch: marker.epoch,
        wallMs: Date.now,
        steadyMs: () => performance.now(),
        expired: (news) => void announcer.announce('leaseExpired', news),
        record: log.write,
      });
    },
    () => log.write('lease-not-loaded'),
  );
  const net = openSafetyNet({
    onSnapshot: link.onSnapshot,
    holds: gate.holds,
    ccpUrl,
    // The guardian goes by the number in the marker, so that comes first.
    layers: [
      createMarkerLayer(marker, noted),
      ...(guardian.wanted ? [guardianLayer] : []),
      ...(hook.url === '' ? [] : [leaseLayer]),
      ...createSystemLayers({ ...system, gate, startedWith: guardian.startedWith, record: log.write }),
    ],
  });
  const undone = makeGood({
    left: leftBehind.left,
    ccpUrl,
    onSnapshot: link.onSnapshot,
    askRecover(sinceMs) {
      log.write('closed-badly');
      gate.askRecover(sinceMs);
    },
    letGo: () => announcer.announce('showLeaving', null),
    now: Date.now,
  });
  // The disk is waited for once the window is on its way, and long before anybody can be Available.
  setImmediate(() => noted(marker.claim()));
  let said: Promise<void> | null = null;
  return {
    recovering: undone.pending,
    guard: shown,
    left({ outcome, goal }) {
      if (outcome !== 'confirmed' && outcome !== 'nothingToConfirm') return;
      net.standDown();
      if (goal === 'quit' || goal === 'update') said = net.end();
    },
    said: () => said,
  };
}
