import type { Contact } from '../../contract/contact.js';
import { isLive, isVoice } from '../../contract/contact-state.js';
import type { Health } from '../../contract/health.js';
import { mendedByRestart } from '../../contract/health-trouble.js';

/** What to do about the panel's trouble now; `afterMs` gives what may pass by itself the time to. */
export type RecoveryPlan =
  | { readonly kind: 'none' }
  /** The frame holds the audio of a call: nothing is touched until it is over. */
  | { readonly kind: 'afterCall' }
  | { readonly kind: 'restart'; readonly afterMs: number };

/** The time each trouble that a new frame mends is given to pass by itself. */
const RESTART_AFTER_MS: Readonly<Record<(typeof mendedByRestart)[number], number>> = {
  panelSilent: 6_000,
  // Long enough to read why.
  stale: 3_000,
  slept: 0,
  gaveUp: 10_000,
};

/** Says how the phone gets back on its feet. A panel is never restarted under a call. */
export function planRecovery({ trouble }: Health, contacts: readonly Contact[]): RecoveryPlan {
  const mended = mendedByRestart.find((each) => each === trouble);
  if (mended === undefined) return { kind: 'none' };
  if (contacts.some((contact) => isVoice(contact) && isLive(contact))) return { kind: 'afterCall' };
  return { kind: 'restart', afterMs: RESTART_AFTER_MS[mended] };
}
