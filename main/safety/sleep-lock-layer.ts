import type { PowerMonitor } from 'electron';
import type { SleepLock } from '../os/sleep-lock.js';
import type { SafetyLayer } from './safety-net.js';

export interface SleepLockLayerDeps {
  readonly lock: SleepLock;
  readonly power: Pick<PowerMonitor, 'on'>;
  /** Whether the agent is being set Offline; follows a sleep before this layer hears of it. */
  leaving(): boolean;
  /** How long sleep is put off at most. */
  readonly limitMs: number;
}

/** Puts the sleep of the computer off until Offline is confirmed, as long as somebody may be other than Offline. */
export function createSleepLockLayer({ lock, power, leaving, limitMs }: SleepLockLayerDeps): SafetyLayer {
  let armed = false;
  let asleep = false;
  let limit: NodeJS.Timeout | undefined;

  power.on('suspend', () => {
    if (asleep) return;
    asleep = true;
    if (leaving()) limit = setTimeout(lock.release, limitMs);
    else lock.release();
  });
  power.on('resume', () => {
    asleep = false;
    clearTimeout(limit);
    if (armed) lock.take();
  });
  return {
    arm() {
      armed = true;
      if (!asleep) lock.take();
    },
    disarm() {
      armed = false;
      lock.release();
    },
    end() {
      lock.release();
      return null;
    },
  };
}
