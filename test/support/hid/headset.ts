import type { Bit, HeadsetLayout } from './headset-layouts.js';
import { type HidBus, monotonicMs, type PluggedDevice, type WrittenReport } from './hid-bus.js';

export type Lamp = keyof HeadsetLayout['lamps'];
export type Lamps = Readonly<Record<Lamp, boolean>>;
export type Button = keyof HeadsetLayout['buttons'];

/** A headset in somebody's hands. */
export interface Headset {
  readonly device: PluggedDevice;
  /** Lifts or replaces what has two positions. */
  set(button: Button, on: boolean): void;
  /** Presses a button and lets it go. */
  press(button: Button): void;
  /** The lamps after each report that the app wrote, the newest last; nothing before the first. */
  history(): readonly (Lamps & { readonly atMs: number })[];
  lamps(): Lamps;
  /** Resolves with when the lamps were first like this, on the clock of `monotonicMs`. */
  awaitLamps(wanted: Partial<Lamps>): Promise<number>;
}

const lampNames: readonly Lamp[] = ['offHook', 'ring', 'mute', 'hold'];
const dark: Lamps = { offHook: false, ring: false, mute: false, hold: false };
const lampLimitMs = 5_000;
const byteBits = 8;

/**
 * Plugs a headset in. It does as headsets do: it answers the app's off-hook with its own hook, so that the next press of
 * its button hangs up.
 */
export function plugHeadset(bus: HidBus, layout: HeadsetLayout, serial = ''): Headset {
  const device = bus.plug({ ...layout, serial });
  const pressed = new Set<Button>();

  function report(reportId: number): void {
    const bytes = Array<number>(layout.inputLengths[reportId] ?? 0).fill(0);
    for (const button of pressed) {
      const place = layout.buttons[button];
      if (place?.reportId === reportId) bytes[byteOf(place)] = (bytes[byteOf(place)] ?? 0) | maskOf(place);
    }
    device.send(reportId, ...bytes);
  }

  function set(button: Button, on: boolean): void {
    const place = layout.buttons[button];
    if (place === undefined) throw new Error(`${layout.name} has no ${button}`);
    if (on) pressed.add(button);
    else pressed.delete(button);
    report(place.reportId);
  }

  let offHook = false;
  device.onWritten((written) => {
    const now = lampsAfter(layout, { ...dark, offHook }, written).offHook;
    if (now === offHook) return;
    offHook = now;
    if (pressed.has('hook') !== now) set('hook', now);
  });

  const history = () => {
    let lamps = dark;
    return device.written.map((written) => {
      lamps = lampsAfter(layout, lamps, written);
      return { ...lamps, atMs: written.atMs };
    });
  };
  const lamps = (): Lamps => device.written.reduce((before, written) => lampsAfter(layout, before, written), dark);
  const isLike = (wanted: Partial<Lamps>): boolean => {
    const now = lamps();
    return lampNames.every((lamp) => wanted[lamp] === undefined || wanted[lamp] === now[lamp]);
  };
  return {
    device,
    set,
    press(button) {
      set(button, true);
      set(button, false);
    },
    history,
    lamps,
    awaitLamps(wanted) {
      const newest = device.written.at(-1);
      if (isLike(wanted)) return Promise.resolve(newest?.atMs ?? monotonicMs());
      return new Promise((resolve, reject) => {
        const stop = device.onWritten(({ atMs }) => {
          if (!isLike(wanted)) return;
          settle();
          resolve(atMs);
        });
        const settle = (): void => {
          clearTimeout(timer);
          stop();
        };
        const timer = setTimeout(() => {
          settle();
          const now = JSON.stringify(lamps());
          reject(new Error(`The lamps are ${now} and not ${JSON.stringify(wanted)} after ${lampLimitMs} ms`));
        }, lampLimitMs);
      });
    },
  };
}

/** The lamps after one more report; a lamp of another report stays as it was. */
function lampsAfter({ lamps }: HeadsetLayout, before: Lamps, { bytes }: WrittenReport): Lamps {
  const [reportId, ...data] = bytes;
  const after = lampNames.map((lamp) => {
    const place = lamps[lamp];
    if (place.reportId !== reportId) return [lamp, before[lamp]] as const;
    return [lamp, ((data[byteOf(place)] ?? 0) & maskOf(place)) !== 0] as const;
  });
  return Object.fromEntries(after) as Lamps;
}

function byteOf({ bit }: Bit): number {
  return Math.floor(bit / byteBits);
}

function maskOf({ bit }: Bit): number {
  return 1 << (bit % byteBits);
}
