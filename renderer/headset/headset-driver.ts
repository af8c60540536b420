import { readBits } from './bits.js';
import { decodeReport, type Levels } from './decoder.js';
import type { HeadsetCall } from './headset-call.js';
import type { HidDevice } from './hid-port.js';
import { createLamps } from './lamps.js';
import type { BatteryField, HeadsetLayout } from './layout.js';
import { dueMs, stepSync } from './sync-reducer.js';
import { closedState, type SyncState } from './sync-state.js';
import type { HeadsetIntent, SyncEvent } from './sync-step.js';
import { createTrace, hex, hexOf, type Trace } from './trace.js';
import { type Leds, leds, type Signal, signals } from './usages.js';
import { createPort } from './webhid-port.js';

export interface DriverDeps {
  readonly device: HidDevice;
  readonly layout: HeadsetLayout;
  now(): number;
  setTimer(act: () => void, delayMs: number): number;
  clearTimer(timer: number): void;
  /** Carries an intent out; resolves with whether it was. `contactId` is the call it was meant for, null for mute. */
  run(intent: HeadsetIntent, contactId: string | null): Promise<boolean>;
  /** What `face` says has changed. */
  changed(): void;
  /** A button was pressed, whether it means something now or not. */
  pressed(signal: Signal): void;
}

/** What is to be seen of a headset that is plugged in. */
export interface DriverFace {
  readonly state: 'opening' | 'ready' | 'inUse' | 'silent' | 'unopened';
  readonly batteryPercent: number | null;
}

/** One headset with buttons for calls. */
export interface HeadsetDriver {
  start(): Promise<void>;
  /** The call it is to follow. */
  follow(call: HeadsetCall): void;
  /** Turns its lamps off and lets it go; resolves when that is done. */
  stop(): Promise<void>;
  /** It was unplugged. */
  lost(): void;
  face(): DriverFace;
  readonly trace: Trace;
}

/** Joins the wire of a headset, what it says, and the reducer that keeps it in step with the call. */
export function createHeadsetDriver(deps: DriverDeps): HeadsetDriver {
  const { device, layout, now, setTimer, clearTimer } = deps;
  const trace = createTrace(now);
  const port = createPort(device, { onReport: hear, setTimer, clearTimer });
  const lamps = createLamps({
    layout,
    port,
    wrote({ reportId, bytes }, outcome) {
      trace.note(`out ${hex(reportId)}: ${hexOf(bytes)}${outcome === 'done' ? '' : ` ${outcome}`}`);
      deps.changed();
    },
  });
  let phase: 'opening' | 'open' | 'unopened' | 'gone' = 'opening';
  let sync: SyncState = closedState;
  let batteryPercent: number | null = null;
  let timer: number | null = null;

  function step(event: SyncEvent): void {
    if (phase === 'gone') return;
    const { state, effects } = stepSync(sync, event, now());
    const wasInUse = sync.inUse;
    sync = state;
    for (const effect of effects) {
      if (effect.kind === 'show') void lamps.show(effect.leds, effect.whole);
      else if (effect.kind === 'flood') trace.ignored('flood', 0);
      else ask(effect.intent, effect.contactId);
    }
    if (timer !== null) clearTimer(timer);
    const due = dueMs(sync);
    timer = due === null ? null : setTimer(() => step({ kind: 'tick' }), Math.max(0, due - now()));
    if (wasInUse !== sync.inUse) deps.changed();
  }

  function ask(intent: HeadsetIntent, contactId: string | null): void {
    trace.note(`asks ${intent}`);
    void deps.run(intent, contactId).then((done) => {
      if (!done) step({ kind: 'failed', intent });
    });
  }

  function hear(reportId: number, data: DataView): void {
    readBattery('input', reportId, data);
    const decoded = decodeReport(layout, reportId, data);
    if (decoded.kind === 'ignored') {
      if (decoded.reason !== 'otherPart') trace.ignored(decoded.reason, reportId);
      return;
    }
    const before = sync.levels;
    step({ kind: 'levels', levels: decoded.levels });
    trace.note(`in ${hex(reportId)}: ${hexOf(data, layout.inputs.get(reportId)?.keypad)}`);
    for (const signal of pressedIn(before, decoded.levels)) deps.pressed(signal);
  }

  function readBattery(kind: BatteryField['kind'], reportId: number, data: DataView | null): void {
    const { battery } = layout;
    if (data === null || battery?.kind !== kind || battery.reportId !== reportId) return;
    const { empty, full } = battery;
    const percent = Math.round(((readBits(data, battery) - empty) / (full - empty)) * 100);
    if (percent < 0 || percent > 100 || percent === batteryPercent) return;
    batteryPercent = percent;
    deps.changed();
  }

  return {
    trace,
    async start() {
      const outcome = await port.open();
      // It was let go while it opened.
      if (phase !== 'opening') return port.close();
      phase = outcome === 'done' ? 'open' : 'unopened';
      trace.note(outcome === 'done' ? 'opened' : `not opened, ${outcome}`);
      deps.changed();
      if (outcome !== 'done') return;
      step({ kind: 'opened', pulses: layout.pulses });
      const { battery } = layout;
      if (battery?.kind === 'feature') {
        readBattery('feature', battery.reportId, await port.readFeature(battery.reportId));
      }
    },
    follow: (call) => step({ kind: 'call', call }),
    async stop() {
      const shown = phase === 'open' && !sync.inUse ? lamps.show(dark, true) : null;
      quit();
      await shown;
      port.close();
    },
    lost() {
      quit();
      port.close();
    },
    face: () => ({ state: stateOf(), batteryPercent }),
  };

  /** What it says from now on is not listened to. */
  function quit(): void {
    phase = 'gone';
    if (timer !== null) clearTimer(timer);
    timer = null;
  }

  function stateOf(): DriverFace['state'] {
    if (phase === 'opening' || phase === 'unopened') return phase;
    if (sync.inUse) return 'inUse';
    return lamps.inStep() ? 'ready' : 'silent';
  }
}

const dark = Object.fromEntries(leds.map((led) => [led, false])) as Leds;

function pressedIn(before: Levels, after: Levels): readonly Signal[] {
  return signals.filter((signal) => after[signal] === true && before[signal] !== true);
}
