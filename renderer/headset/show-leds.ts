import { ledsOf, momentOf, type SyncState } from './sync-state.js';
import type { SyncEffect, SyncStep } from './sync-step.js';
import { type Leds, leds } from './usages.js';

/** A headset has answered our off-hook with its own hook by then. */
const ackMs = 3_000;

/** Shows what the moment asks for; `whole` writes it even where the headset has it already. */
export function showLeds(former: SyncState, nowMs: number, whole = false): SyncStep {
  const wanted = ledsOf(momentOf(former));
  // Whatever is written to a headset in another program's call would end that call; a call of ours takes it over.
  if (!former.open || (former.inUse && !wanted.offHook)) return { state: former, effects: [] };
  const state: SyncState = former.inUse ? { ...former, inUse: false, shown: null } : former;
  const { shown, levels } = state;
  const isFresh = shown === null;
  if (!isFresh && !whole && isSame(shown, wanted)) return { state, effects: [] };
  const hookMoves = wanted.offHook !== (shown?.offHook ?? false);
  const isAnswered = levels.hook === wanted.offHook && !state.pulses.has('hook');
  const ack = hookMoves ? (isAnswered ? null : { hook: wanted.offHook, untilMs: nowMs + ackMs }) : state.ack;
  const muteMoves = wanted.mute !== (shown?.mute ?? false);
  const effects: SyncEffect[] = [{ kind: 'show', leds: wanted, whole: isFresh || whole }];
  // Captured from Teams: off-hook comes while it still rings; a ring that ends first is a caller who gave up.
  if (shown?.ring === true && hookMoves && wanted.offHook && !wanted.ring) {
    effects.unshift({ kind: 'show', leds: { ...wanted, ring: true }, whole });
  }
  return {
    state: { ...state, shown: wanted, ack, muteLampMs: muteMoves ? nowMs : state.muteLampMs },
    effects,
  };
}

function isSame(left: Leds, right: Leds): boolean {
  return leds.every((led) => left[led] === right[led]);
}
