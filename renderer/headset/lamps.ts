import { changedWrites, encodeLeds, type HidWrite } from './encoder.js';
import type { HeadsetLayout } from './layout.js';
import type { Leds } from './usages.js';
import type { HeadsetPort, PortOutcome } from './webhid-port.js';

/** What a headset shows, as far as it was written. */
export interface Lamps {
  /** Writes what differs, or everything when `whole`, in one go; resolves when the headset has it or never will. */
  show(leds: Leds, whole: boolean): Promise<void>;
  /** Whether the headset took the last writes. */
  inStep(): boolean;
}

export interface LampsDeps {
  readonly layout: HeadsetLayout;
  readonly port: Pick<HeadsetPort, 'write'>;
  readonly wrote: (write: HidWrite, outcome: PortOutcome) => void;
}

/**
 * Writes lamps without waiting for one another, as Chromium keeps the order and a write to an unplugged headset never ends.
 * One that fails is tried once more; after another failure the next change writes everything.
 */
export function createLamps({ layout, port, wrote }: LampsDeps): Lamps {
  let written: readonly HidWrite[] | null = null;
  let taken = true;

  async function send(write: HidWrite, again: boolean): Promise<void> {
    const outcome = await port.write(write);
    wrote(write, outcome);
    // What was written since is newer.
    const isNewest = written?.includes(write) ?? false;
    if (outcome === 'failed' && again && isNewest) return send(write, false);
    taken = outcome === 'done';
    if (!taken && isNewest) written = null;
  }

  return {
    async show(leds, whole) {
      const wanted = encodeLeds(layout, leds);
      const changed = changedWrites(whole ? null : written, wanted);
      const former = written;
      written = wanted.map((write, at) => (changed.includes(write) ? write : (former?.[at] ?? write)));
      await Promise.all(changed.map((write) => send(write, true)));
    },
    inStep: () => taken,
  };
}
