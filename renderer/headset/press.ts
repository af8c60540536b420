import type { Deed } from './button-table.js';
import { showLeds } from './show-leds.js';
import type { SyncState, Wish } from './sync-state.js';
import type { SyncEffect, SyncStep } from './sync-step.js';

/** A hook that is down again within this time was a button, pressed once; the call it answered goes on. */
const buttonMs = 300;

/** Does what a press means: asks for a command, at most one, and shows the lamps as if it were done. */
export function press(state: SyncState, deed: Deed, nowMs: number): SyncStep {
  const { call, wish, muteWish } = state;
  switch (deed) {
    case 'answer':
      return ask(state, { kind: 'answer', contactId: call.ringId }, nowMs);
    case 'decline':
      return ask(state, { kind: 'decline', contactId: call.ringId }, nowMs);
    case 'hangUp':
      return ask(state, { kind: 'hangUp', contactId: call.callId }, nowMs);
    case 'hangUpLater':
      if (wish === null || nowMs - wish.sinceMs < buttonMs) return showLeds(state, nowMs, true);
      return showLeds({ ...state, wish: { ...wish, hangUpThen: true } }, nowMs);
    case 'hold':
      return withIntent(showLeds(state, nowMs), { kind: 'intent', intent: 'hold', contactId: call.callId });
    case 'mute':
      if (muteWish !== null) return showLeds({ ...state, muteWish: { ...muteWish, again: !muteWish.again } }, nowMs);
      return withIntent(showLeds({ ...state, muteWish: { muted: !call.muted, sinceMs: nowMs, again: false } }, nowMs), {
        kind: 'intent',
        intent: 'mute',
        contactId: null,
      });
    case 'refuse':
      return showLeds(state, nowMs, true);
  }
}

function ask(
  state: SyncState,
  { kind, contactId }: { readonly kind: Wish['kind']; readonly contactId: string | null },
  nowMs: number,
): SyncStep {
  if (contactId === null) return showLeds(state, nowMs);
  // A button that is down again at once answered, and hangs up nothing.
  if (kind === 'hangUp' && isSamePress(state, nowMs)) return showLeds(state, nowMs, true);
  const wish: Wish = { kind, contactId, sinceMs: nowMs, hangUpThen: false };
  const answeredMs = kind === 'answer' ? nowMs : state.answeredMs;
  return withIntent(showLeds({ ...state, wish, answeredMs }, nowMs), { kind: 'intent', intent: kind, contactId });
}

function isSamePress({ answeredMs }: SyncState, nowMs: number): boolean {
  return nowMs - answeredMs < buttonMs;
}

/** The command goes first: nothing must hold it up on its way. */
function withIntent({ state, effects }: SyncStep, intent: SyncEffect): SyncStep {
  return { state, effects: [intent, ...effects] };
}
