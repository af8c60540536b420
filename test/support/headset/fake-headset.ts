import type { Hid, HidDevice, HidInputEvent } from '../../../renderer/headset/hid-port.js';
import type { Led, Signal } from '../../../renderer/headset/usages.js';
import type { ManualClock } from '../../unit/simulator/manual-clock.js';
import type { KnownHeadset } from './layouts.js';

/** How a headset behaves beyond having buttons and lamps. */
export interface Habits {
  /** Puts its hook down by itself when off-hook was not shown in time (Jabra Engage: about 2 s). */
  readonly givesUpMs?: number;
  /** Answers our off-hook, and its end, with its own hook after so long. */
  readonly acknowledgesMs?: number;
  /** Its boom arm is up: it answers an unmute with a press of mute. */
  readonly muteLocked?: boolean;
  /** Puts its hook down when off-hook is cleared, as it is by programs that clear it for a hold. */
  readonly hookFollows?: boolean;
  /** Its writes never end, as after an unplug. */
  readonly neverSettles?: boolean;
  /** Answers each write with what is no report of its own. */
  readonly garbage?: (write: number) => { readonly reportId: number; readonly bytes: readonly number[] };
  /** Does not let itself be opened. */
  readonly refuses?: boolean;
  /** Fails so many writes. */
  readonly failsWrites?: number;
}

/** A headset that behaves, without Chromium: a device of WebHID with a hand on it. */
export interface FakeHeadset {
  readonly device: HidDevice;
  /** Presses a button and lets it go; a hook that is a state goes the other way. */
  press(signal: Signal): void;
  hook(up: boolean): void;
  /** Another program has a call on it, or has it no more. */
  used(busy: boolean): void;
  send(reportId: number, bytes: readonly number[]): void;
  lamps(): Readonly<Record<Led, boolean>>;
  /** Lamps after each report that was written, the lit ones by name. */
  readonly shown: readonly string[];
  opened(): boolean;
}

export function createFakeHeadset(known: KnownHeadset, clock: ManualClock, habits: Habits = {}): FakeHeadset {
  const listeners = new Set<(event: HidInputEvent) => void>();
  const reports = new Map<number, Uint8Array>();
  const on = new Set<Signal>();
  const shown: string[] = [];
  let isOpen = false;
  let writes = 0;
  let failures = habits.failsWrites ?? 0;
  let forgetGiveUp = (): void => undefined;

  const tell = (reportId: number, bytes: Uint8Array): void => {
    if (!isOpen) return;
    const data = new DataView(bytes.slice().buffer);
    for (const listener of [...listeners]) listener({ reportId, data });
  };
  const sendState = (): void => {
    const bytes = new Uint8Array(known.inputBytes);
    for (const signal of on) {
      const bit = known.buttons[signal];
      if (bit !== undefined) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
    tell(known.inputId, bytes);
  };
  const set = (signal: Signal, wanted: boolean): void => {
    if (on.has(signal) === wanted) return;
    if (wanted) on.add(signal);
    else on.delete(signal);
    sendState();
  };
  const lamp = (led: Led): boolean => {
    const [reportId, bit] = known.lamps[led] ?? [0, 0];
    return (((reports.get(reportId)?.[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
  };
  const lamps = () => ({ offHook: lamp('offHook'), ring: lamp('ring'), mute: lamp('mute'), hold: lamp('hold') });
  const press = (signal: Signal): void => {
    set(signal, true);
    set(signal, false);
  };

  function written(reportId: number, bytes: Uint8Array): void {
    const before = lamps();
    reports.set(reportId, bytes.slice());
    const now = lamps();
    shown.push(
      Object.entries(now)
        .flatMap(([led, lit]) => (lit ? [led] : []))
        .join('+') || 'dark',
    );
    if (now.offHook !== before.offHook) {
      forgetGiveUp();
      if (habits.acknowledgesMs !== undefined) clock.after(habits.acknowledgesMs, () => set('hook', now.offHook));
      if (habits.hookFollows === true && !now.offHook) clock.after(20, () => set('hook', false));
    }
    if (habits.muteLocked === true && before.mute && !now.mute && now.offHook) clock.after(400, () => press('mute'));
    writes += 1;
    const garbage = habits.garbage?.(writes);
    if (garbage !== undefined) clock.after(1, () => tell(garbage.reportId, Uint8Array.from(garbage.bytes)));
  }

  const device: HidDevice = {
    vendorId: known.vendorId,
    productId: known.productId,
    productName: known.name,
    collections: known.collections,
    get opened() {
      return isOpen;
    },
    async open() {
      if (habits.refuses === true) throw new Error('NotAllowedError');
      isOpen = true;
    },
    async close() {
      isOpen = false;
    },
    async sendReport(reportId, data) {
      if (failures > 0) {
        failures -= 1;
        throw new Error('NetworkError');
      }
      written(reportId, data);
      if (habits.neverSettles === true) await new Promise(() => undefined);
    },
    sendFeatureReport: async () => undefined,
    receiveFeatureReport: async () => new DataView(new ArrayBuffer(0)),
    addEventListener: (_name, listener) => void listeners.add(listener),
    removeEventListener: (_name, listener) => void listeners.delete(listener),
  };

  return {
    device,
    press,
    hook(up) {
      set('hook', up);
      forgetGiveUp();
      const { givesUpMs } = habits;
      if (up && givesUpMs !== undefined && !lamps().offHook) {
        forgetGiveUp = clock.after(givesUpMs, () => set('hook', false));
      }
    },
    used(busy) {
      set('busy', busy);
    },
    send: (reportId, bytes) => tell(reportId, Uint8Array.from(bytes)),
    lamps,
    shown,
    opened: () => isOpen,
  };
}

/** `navigator.hid` with these devices plugged in. */
export interface FakeHid extends Hid {
  plugIn(device: HidDevice): void;
  unplug(device: HidDevice): void;
  /** What the agent chooses next; nothing unless given. */
  offer(...devices: readonly HidDevice[]): void;
  readonly asked: readonly unknown[];
}

export function createFakeHid(...first: readonly HidDevice[]): FakeHid {
  let plugged: readonly HidDevice[] = first;
  let offered: readonly HidDevice[] = [];
  const asked: unknown[] = [];
  const listeners = {
    connect: new Set<(event: { readonly device: HidDevice }) => void>(),
    disconnect: new Set<never>(),
  } as Record<'connect' | 'disconnect', Set<(event: { readonly device: HidDevice }) => void>>;
  return {
    asked,
    getDevices: async () => plugged,
    async requestDevice(options) {
      asked.push(options);
      return offered;
    },
    addEventListener: (name, listener) => void listeners[name].add(listener),
    removeEventListener: (name, listener) => void listeners[name].delete(listener),
    plugIn(device) {
      plugged = [...plugged, device];
      for (const listener of listeners.connect) listener({ device });
    },
    unplug(device) {
      plugged = plugged.filter((each) => each !== device);
      for (const listener of listeners.disconnect) listener({ device });
    },
    offer(...devices) {
      offered = devices;
    },
  };
}
