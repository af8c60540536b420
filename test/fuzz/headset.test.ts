import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { decodeReport, type Levels } from '../../renderer/headset/decoder.js';
import { encodeLeds } from '../../renderer/headset/encoder.js';
import type { HeadsetCall } from '../../renderer/headset/headset-call.js';
import { writeHeadsetReport } from '../../renderer/headset/headset-report.js';
import type { HidCollection, HidDevice } from '../../renderer/headset/hid-port.js';
import { readLayout } from '../../renderer/headset/layout.js';
import { dueMs, stepSync } from '../../renderer/headset/sync-reducer.js';
import { closedState, ledsOf, momentOf, type SyncState } from '../../renderer/headset/sync-state.js';
import type { SyncEvent } from '../../renderer/headset/sync-step.js';
import { leds, type Signal, signals } from '../../renderer/headset/usages.js';
import { fuzz } from './fuzz-run.js';

const id = fc.constantFrom('a', 'b');
const call: fc.Arbitrary<HeadsetCall> = fc.oneof(
  fc.constant({ phase: 'idle', callId: null, ringId: null, muted: false } as const),
  id.map((ringId) => ({ phase: 'ringing', callId: null, ringId, muted: false }) as const),
  fc.record({
    phase: fc.constantFrom('dialing' as const, 'active' as const, 'held' as const),
    callId: id,
    ringId: fc.constantFrom(null, 'c'),
    muted: fc.boolean(),
  }),
);
const levels: fc.Arbitrary<Levels> = fc
  .record(
    Object.fromEntries(signals.map((signal) => [signal, fc.boolean()])) as Record<Signal, fc.Arbitrary<boolean>>,
    {
      requiredKeys: [],
    },
  )
  .map((each) => each);
const pulses = fc.subarray([...signals]).map((each) => new Set(each));
const event: fc.Arbitrary<SyncEvent> = fc.oneof(
  { weight: 6, arbitrary: levels.map((each) => ({ kind: 'levels', levels: each }) as const) },
  { weight: 4, arbitrary: call.map((each) => ({ kind: 'call', call: each }) as const) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      pulses.map((each) => ({ kind: 'opened', pulses: each }) as const),
      fc.constant({ kind: 'closed' } as const),
      fc.constant({ kind: 'tick' } as const),
      fc
        .constantFrom('answer' as const, 'decline' as const, 'hangUp' as const, 'hold' as const, 'mute' as const)
        .map((intent) => ({ kind: 'failed', intent }) as const),
    ),
  },
);
const story = fc.array(fc.tuple(event, fc.constantFrom(0, 1, 20, 150, 250, 400, 800, 3_500, 6_000)), { maxLength: 60 });

describe('a headset and its call', () => {
  fuzz('agree after every event, with one command a press at most', 100, fc.tuple(pulses, story), ([first, events]) => {
    let state: SyncState = stepSync(closedState, { kind: 'opened', pulses: first }, 0).state;
    let atMs = 0;
    for (const [each, delayMs] of events) {
      atMs += delayMs;
      const before = state;
      const step = stepSync(before, each, atMs);
      ({ state } = step);
      const intents = step.effects.filter(({ kind }) => kind === 'intent');
      expect(intents.length).toBeLessThanOrEqual(1);
      // What nobody pressed asks for nothing, but for what was pressed while the call was not up.
      const waited = before.wish?.hangUpThen === true || before.muteWish?.again === true;
      if (each.kind !== 'levels' && !(each.kind === 'call' && waited)) expect(intents).toEqual([]);
      if (state.open && !state.inUse && each.kind !== 'levels') expect(state.shown).toEqual(ledsOf(momentOf(state)));
      if (!state.open) expect(step.effects).toEqual([]);
      // On hold it stays off-hook, and a ring ends only after off-hook where a call follows it.
      const shown = step.effects.flatMap((effect) => (effect.kind === 'show' ? [effect.leds] : []));
      for (const lamps of shown) if (lamps.hold || lamps.mute) expect(lamps.offHook).toBe(true);
      const [one, other] = shown;
      if (other !== undefined) expect([one?.ring, one?.offHook, other.ring]).toEqual([true, true, false]);
      const due = dueMs(state);
      if (due !== null) expect(due - atMs).toBeLessThanOrEqual(5_000);
    }
    // Whatever happened: calm, and the lamps are those of the snapshot alone.
    const calm = stepSync(state, { kind: 'tick' }, atMs + 10_000).state;
    expect(calm.wish ?? calm.muteWish).toBeNull();
    if (calm.open && !calm.inUse) {
      const { call: told } = calm;
      expect(calm.shown).toEqual(ledsOf(momentOf({ call: told, wish: null })));
    }
  });

  const echo = fc.record({
    afterMs: fc.constantFrom(1, 50, 150, 250, 400, 650),
    signals: fc.subarray(['mute', 'hook'] as const, { minLength: 1 }),
    reordered: fc.boolean(),
  });
  fuzz('come to rest with a headset that answers every lamp', 20, fc.tuple(call, echo), ([first, habit]) => {
    let state: SyncState = stepSync(closedState, { kind: 'opened', pulses: new Set(['mute'] as const) }, 0).state;
    let atMs = 10_000;
    let asked = 0;
    const tell = (each: SyncEvent): boolean => {
      const { state: next, effects } = stepSync(state, each, atMs);
      state = next;
      for (const effect of effects) {
        if (effect.kind !== 'intent') continue;
        asked += 1;
        if (effect.intent === 'mute') muted = !muted;
        if (effect.intent === 'hangUp') over = true;
      }
      return effects.some(({ kind }) => kind === 'show');
    };
    let muted = first.muted;
    let over = false;
    let lit = tell({ kind: 'call', call: first });
    for (let round = 0; round < 40 && lit; round += 1) {
      atMs += habit.afterMs;
      const { mute = false, offHook = false } = state.shown ?? {};
      const answers: SyncEvent[] = [];
      if (habit.signals.includes('mute')) {
        answers.push({ kind: 'levels', levels: { mute: true } }, { kind: 'levels', levels: { mute: false } });
      }
      if (habit.signals.includes('hook')) answers.push({ kind: 'levels', levels: { hook: offHook } });
      if (habit.reordered) answers.reverse();
      void mute;
      lit = false;
      for (const each of answers) lit = tell(each) || lit;
      atMs += 20;
      const next: HeadsetCall = over
        ? { phase: 'idle', callId: null, ringId: null, muted: false }
        : { ...first, muted };
      lit = tell({ kind: 'call', call: next }) || lit;
    }
    expect(lit).toBe(false);
    expect(asked).toBeLessThan(10);
    expect(over).toBe(false);
  });
});

const number = fc.oneof(
  fc.integer({ min: 0, max: 64 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(undefined, null, '8', 65_535),
);
const usage = fc.oneof(fc.constantFrom(0x0b_0020, 0x0b_002f, 0x0b_0007, 0x08_0017, 0x08_0009, 0x06_0020), fc.integer());
const item = fc.record(
  {
    isAbsolute: fc.boolean(),
    isArray: fc.boolean(),
    isRange: fc.boolean(),
    usages: fc.oneof(fc.array(usage, { maxLength: 20 }), fc.constant('none')),
    usageMinimum: number,
    usageMaximum: number,
    reportSize: number,
    reportCount: number,
    logicalMinimum: number,
    logicalMaximum: number,
  },
  { requiredKeys: [] },
);
const reports = fc.oneof(
  fc.array(
    fc.record(
      { reportId: number, items: fc.oneof(fc.array(item, { maxLength: 12 }), fc.anything()) },
      { requiredKeys: [] },
    ),
    {
      maxLength: 5,
    },
  ),
  fc.anything(),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.record(
    {
      usagePage: fc.oneof(fc.constantFrom(0x0b, 0x0c, 0xff00), number),
      usage: number,
      children: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 }), fc.anything()),
      inputReports: reports,
      outputReports: reports,
      featureReports: reports,
    },
    { requiredKeys: [] },
  ),
}));

describe('a device that nobody checked', () => {
  const bytes = fc.uint8Array({ maxLength: 80 });
  const input = fc.tuple(
    fc.oneof(fc.array(tree, { maxLength: 3 }), fc.anything()),
    fc.integer({ min: 0, max: 255 }),
    bytes,
  );
  fuzz('is read, heard and written to without harm', 100, input, ([described, reportId, report]) => {
    const collections = described as readonly HidCollection[];
    const layout = readLayout(collections);
    const view = new DataView(report.buffer, report.byteOffset, report.byteLength);
    for (const each of [reportId, ...layout.inputs.keys()]) {
      const decoded = decodeReport(layout, each, view);
      if (decoded.kind === 'levels') {
        for (const signal of Object.keys(decoded.levels)) expect(signals).toContain(signal);
      }
    }
    const lit = Object.fromEntries(leds.map((led) => [led, true])) as Parameters<typeof encodeLeds>[1];
    for (const write of encodeLeds(layout, lit)) {
      expect(write.bytes.length).toBeLessThanOrEqual(1_024);
      expect(write.reportId).toBeLessThanOrEqual(255);
    }
    const device = { vendorId: 1, productId: 2, productName: 'x', collections } as HidDevice;
    const text = writeHeadsetReport([{ device, layout, state: 'ready', trace: [] }], '1', 'Linux');
    expect(text.length).toBeLessThan(600_000);
  });
});
