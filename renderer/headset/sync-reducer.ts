import { deedOf } from './button-table.js';
import type { Levels } from './decoder.js';
import { readEdges } from './edges.js';
import { press } from './press.js';
import { showLeds } from './show-leds.js';
import { closedState, momentOf, type SyncState } from './sync-state.js';
import type { HeadsetIntent, SyncEvent, SyncStep } from './sync-step.js';
import type { Signal } from './usages.js';

/** A command of the headset is believed in for so long; then the lamps say again what the snapshot says. */
export const wishMs = 5_000;
/** Streams has confirmed a mute by then, or it was lost. */
export const muteWishMs = 2_500;
/** A hand does not change a headset more often in a second. */
export const maxChanges = 20;
const second = 1_000;

/**
 * Keeps one headset and one call in step: the snapshot tells the lamps, the buttons become intents. Pure; the table it
 * follows is `button-table.ts`. At most one intent follows an event of the headset.
 */
export function stepSync(state: SyncState, event: SyncEvent, nowMs: number): SyncStep {
  switch (event.kind) {
    case 'opened':
      return showLeds({ ...closedState, call: state.call, open: true, pulses: event.pulses }, nowMs);
    case 'closed':
      // What it asked for before it was pulled out is not done later: the call goes on.
      return { state: { ...closedState, call: state.call }, effects: [] };
    case 'call':
      return followCall({ ...state, call: event.call }, nowMs);
    case 'levels':
      return state.open ? followLevels(state, event.levels, nowMs) : { state, effects: [] };
    case 'failed':
      return showLeds(withoutWish(state, event.intent), nowMs);
    case 'tick':
      return showLeds(forgetOldWishes(state, nowMs), nowMs);
  }
}

/** When a `tick` is due; null when there is nothing to wait for. */
export function dueMs({ wish, muteWish }: SyncState): number | null {
  const dues = [wish && wish.sinceMs + wishMs, muteWish && muteWish.sinceMs + muteWishMs];
  return dues.reduce(
    (left, right) => (left === null || right === null ? (left ?? right) : Math.min(left, right)),
    null,
  );
}

function withoutWish(state: SyncState, intent: HeadsetIntent): SyncState {
  if (intent === 'mute') return { ...state, muteWish: null };
  return state.wish?.kind === intent ? { ...state, wish: null } : state;
}

function forgetOldWishes(state: SyncState, nowMs: number): SyncState {
  const { wish, muteWish } = state;
  return {
    ...state,
    wish: wish !== null && nowMs - wish.sinceMs >= wishMs ? null : wish,
    muteWish: muteWish !== null && nowMs - muteWish.sinceMs >= muteWishMs ? null : muteWish,
  };
}

/** The snapshot has changed: what it shows now need no longer be wished for, and what waited for it is asked for. */
function followCall(former: SyncState, nowMs: number): SyncStep {
  const { call, wish, muteWish } = former;
  const isOpenWish = wish !== null && wish.contactId === (wish.kind === 'hangUp' ? call.callId : call.ringId);
  const muteDone = call.callId === null || muteWish?.muted === call.muted;
  const state = { ...former, wish: isOpenWish ? wish : null, muteWish: muteDone ? null : muteWish };
  if (wish?.hangUpThen === true && !isOpenWish && wish.contactId === call.callId) return press(state, 'hangUp', nowMs);
  if (muteDone && muteWish?.again === true && call.callId !== null) return press(state, 'mute', nowMs);
  return showLeds(state, nowMs);
}

function followLevels(former: SyncState, levels: Levels, nowMs: number): SyncStep {
  const counted = countChanges(former, levels, nowMs);
  const { state, edges } = readEdges(counted, levels, nowMs);
  const { count } = state.changes;
  if (count > maxChanges) return { state, effects: count === maxChanges + 1 ? [{ kind: 'flood' }] : [] };
  const { phase, secondRing } = momentOf(state);
  const deeds = state.inUse ? [] : edges.map((edge) => deedOf(phase, edge, secondRing));
  const deed = deeds.find((each) => each !== null) ?? null;
  return deed === null ? showLeds(state, nowMs) : press(state, deed, nowMs);
}

/** Counts what changed within a second; one in which too much did is followed by a calm one before it counts again. */
function countChanges(state: SyncState, levels: Levels, nowMs: number): SyncState {
  const changed = Object.entries(levels).some(([signal, on]) => on !== (state.levels[signal as Signal] ?? false));
  if (!changed) return state;
  const { sinceMs, count } = state.changes;
  if (nowMs - sinceMs >= second) return { ...state, changes: { sinceMs: nowMs, count: 1 } };
  // A flood moves its own end away.
  return { ...state, changes: { sinceMs: count >= maxChanges ? nowMs : sinceMs, count: count + 1 } };
}
