import { describe, expect, it } from 'vitest';
import type { HeadsetPhase } from '../../../../renderer/headset/button-table.js';
import { type HeadsetCall, noCall } from '../../../../renderer/headset/headset-call.js';
import { stepSync } from '../../../../renderer/headset/sync-reducer.js';
import { closedState, ledsOf, momentOf, type SyncState } from '../../../../renderer/headset/sync-state.js';
import type { SyncEffect, SyncEvent } from '../../../../renderer/headset/sync-step.js';

/*
 * The state table of the design notes, typed off by hand and once more: the code must not be its own oracle. A row for each
 * state of the call, a column for each thing a hand does. `ack`: nothing follows. `again`: nothing but the lamps, whole.
 */
type Column = 'up' | 'down' | 'pulse' | 'mute' | 'flash' | 'reject';
type Cell = 'answer' | 'decline' | 'hangUp' | 'hold' | 'mute' | 'ignored' | 'again' | 'later';

const TABLE: Readonly<Record<HeadsetPhase, { readonly lamps: string } & Readonly<Record<Column, Cell>>>> = {
  idle: {
    lamps: '0/0/m0/0',
    up: 'again',
    down: 'ignored',
    pulse: 'again',
    mute: 'ignored',
    flash: 'ignored',
    reject: 'ignored',
  },
  ringing: {
    lamps: '1/0/m0/0',
    up: 'answer',
    down: 'ignored',
    pulse: 'answer',
    mute: 'ignored',
    flash: 'ignored',
    reject: 'decline',
  },
  answering: {
    lamps: '0/1/m0/0',
    up: 'ignored',
    down: 'later',
    pulse: 'later',
    mute: 'ignored',
    flash: 'ignored',
    reject: 'ignored',
  },
  dialing: {
    lamps: '0/1/m/0',
    up: 'ignored',
    down: 'hangUp',
    pulse: 'hangUp',
    mute: 'mute',
    flash: 'ignored',
    reject: 'hangUp',
  },
  active: {
    lamps: '0/1/m/0',
    up: 'ignored',
    down: 'hangUp',
    pulse: 'hangUp',
    mute: 'mute',
    flash: 'hold',
    reject: 'ignored',
  },
  held: {
    lamps: '0/1/m/1',
    up: 'ignored',
    down: 'hangUp',
    pulse: 'hold',
    mute: 'mute',
    flash: 'hold',
    reject: 'ignored',
  },
  ending: {
    lamps: '0/0/m0/0',
    up: 'ignored',
    down: 'ignored',
    pulse: 'ignored',
    mute: 'ignored',
    flash: 'ignored',
    reject: 'ignored',
  },
};

const phases = Object.keys(TABLE) as HeadsetPhase[];
const columns: readonly Column[] = ['up', 'down', 'pulse', 'mute', 'flash', 'reject'];

const nowMs = 100_000;
const quietMs = 10_000;

function callOf(phase: HeadsetPhase, muted = false): HeadsetCall {
  if (phase === 'idle') return noCall;
  if (phase === 'ringing' || phase === 'answering') return { ...noCall, phase: 'ringing', ringId: 'ring' };
  return { phase: phase === 'ending' ? 'active' : phase, callId: 'call', ringId: null, muted };
}

/** A headset in this state, calm for a while, with its hook as it is to be. */
function inPhase(phase: HeadsetPhase, hook: boolean, isPulse = false, muted = false): SyncState {
  const pulses = new Set(isPulse ? (['hook', 'mute'] as const) : (['mute'] as const));
  const kind = phase === 'answering' ? 'answer' : 'hangUp';
  const contactId = phase === 'answering' ? 'ring' : 'call';
  const wish = { kind, contactId, sinceMs: nowMs - 1_000, hangUpThen: false } as const;
  const state: SyncState = {
    ...closedState,
    open: true,
    pulses,
    call: callOf(phase, muted),
    wish: phase === 'answering' || phase === 'ending' ? wish : null,
    levels: { hook: isPulse ? false : hook, mute: false, flash: false, reject: false, busy: false },
  };
  return { ...state, shown: ledsOf(momentOf(state)) };
}

const EVENTS: Readonly<Record<Column, SyncEvent>> = {
  up: { kind: 'levels', levels: { hook: true } },
  down: { kind: 'levels', levels: { hook: false } },
  pulse: { kind: 'levels', levels: { hook: true } },
  mute: { kind: 'levels', levels: { mute: true } },
  flash: { kind: 'levels', levels: { flash: true } },
  reject: { kind: 'levels', levels: { reject: true } },
};

function intentsOf(effects: readonly SyncEffect[]): readonly string[] {
  return effects.flatMap((effect) => (effect.kind === 'intent' ? [effect.intent] : []));
}

function lampsOf(state: SyncState): string {
  const { ring, offHook, mute, hold } = ledsOf(momentOf(state));
  return [ring, offHook, mute, hold].map(Number).join('/');
}

describe('the lamps', () => {
  it.each(phases.flatMap((phase) => [false, true].map((muted) => [phase, muted] as const)))(
    'when %s and muted %s are those of the table',
    (phase, muted) => {
      const expected = TABLE[phase].lamps.replace('m0', '0').replace('m', muted ? '1' : '0');
      expect(lampsOf(inPhase(phase, false, false, muted))).toBe(expected);
    },
  );

  it('ring beside a call, which stays off-hook', () => {
    const state = { ...inPhase('active', true), call: { ...callOf('active'), ringId: 'ring' } };
    expect(lampsOf(state)).toBe('1/1/0/0');
  });
});

describe('the buttons', () => {
  it.each(phases.flatMap((phase) => columns.map((column) => [phase, column] as const)))(
    'when %s, %s does what the table says',
    (phase, column) => {
      const before = inPhase(phase, column === 'down', column === 'pulse');
      const { state, effects } = stepSync(before, EVENTS[column], nowMs);
      const cell = TABLE[phase][column];
      const intents = intentsOf(effects);
      switch (cell) {
        case 'ignored':
          expect(effects).toEqual([]);
          break;
        case 'again':
          expect(effects).toEqual([{ kind: 'show', leds: ledsOf(momentOf(before)), whole: true }]);
          break;
        case 'later':
          expect(intents).toEqual([]);
          expect(state.wish?.hangUpThen).toBe(true);
          break;
        default:
          expect(intents).toEqual([cell]);
      }
    },
  );

  it.each(['dialing', 'active', 'held'] as const)('answer or decline a second call when %s', (phase) => {
    const before = { ...inPhase(phase, true), call: { ...callOf(phase), ringId: 'ring' } };
    expect(stepSync(before, EVENTS.flash, nowMs).effects[0]).toEqual({
      kind: 'intent',
      intent: 'answer',
      contactId: 'ring',
    });
    expect(stepSync(before, EVENTS.reject, nowMs).effects[0]).toEqual({
      kind: 'intent',
      intent: 'decline',
      contactId: 'ring',
    });
    const down = stepSync(before, EVENTS.down, nowMs).effects[0];
    expect(down).toEqual({ kind: 'intent', intent: 'hangUp', contactId: 'call' });
  });

  it.each(phases)('mean nothing while another program has the headset, when %s', (phase) => {
    if (phase !== 'idle' && phase !== 'ringing') return;
    const before = inPhase(phase, false);
    const busy = stepSync(before, { kind: 'levels', levels: { busy: true } }, nowMs).state;
    expect(busy.inUse).toBe(true);
    for (const column of columns) {
      expect(stepSync(busy, EVENTS[column], nowMs + quietMs).effects, column).toEqual([]);
    }
  });
});
