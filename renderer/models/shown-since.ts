import type { Contact } from '../../contract/contact.js';

/**
 * Since when a contact is what it is shown as, on the server's clock; null where nobody knows. Connect's own time goes on
 * over a hold and, in some versions, over a pause, so these are timed here; on a call that was resumed the talk goes on.
 */
export function shownSince({ state, sinceMs, heldSinceMs, timeline }: Contact): number | null {
  if (state === 'onHold') return heldSinceMs ?? sinceMs;
  return state === 'paused' ? (timeline.at(-1)?.sinceMs ?? sinceMs) : sinceMs;
}
