import type { Contact } from '../../contract/contact.js';
import { isLive, isVoice } from '../../contract/contact-state.js';
import type { Health, PanelTrouble } from '../../contract/health.js';

/** What to do about the panel's trouble now; `afterMs` gives what may pass by itself the time to. */
export type RecoveryPlan =
  | { readonly kind: 'none' }
  /** The frame holds the audio of a call: nothing is touched until it is over. */
  | { readonly kind: 'afterCall' }
  | { readonly kind: 'restart'; readonly afterMs: number };

/** Troubles that a new frame mends, with the time each is given to pass by itself. */
const RESTART_AFTER_MS: Readonly<Partial<Record<PanelTrouble, number>>> = {
  panelSilent: 6_000,
  // Long enough to read why.
  stale: 3_000,
  slept: 0,
  gaveUp: 10_000,
};

/** Says how the phone gets back on its feet. A panel is never restarted under a call. */
export function planRecovery({ trouble }: Health, contacts: readonly Contact[]): RecoveryPlan {
  const afterMs = trouble === null ? undefined : RESTART_AFTER_MS[trouble];
  if (afterMs === undefined) return { kind: 'none' };
  if (contacts.some((contact) => isVoice(contact) && isLive(contact))) return { kind: 'afterCall' };
  return { kind: 'restart', afterMs };
}
