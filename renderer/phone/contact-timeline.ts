import type { ContactPhase, ContactState } from '../../contract/contact.js';

/** A contact that goes to and fro more often loses its oldest phases. */
const maxPhases = 100;

/** What the present phase is and when Connect says it began, if it says. */
export interface PhaseNow {
  readonly state: ContactState;
  readonly sinceMs: number | null;
  /** The server's clock. */
  readonly nowMs: number;
}

/**
 * Adds the present phase to those seen before, unless it is the last one. Connect does not restart a contact's time on
 * hold, on resuming, nor in all versions on a pause; a beginning that lies before the last phase's is not believed, and
 * the moment it was seen stands for it.
 */
export function followTimeline(
  seen: readonly ContactPhase[],
  { state, sinceMs, nowMs }: PhaseNow,
): readonly ContactPhase[] {
  const last = seen.at(-1);
  if (last?.state === state) return seen;
  const isBelieved = sinceMs !== null && (last === undefined || sinceMs > last.sinceMs);
  return [...seen, { state, sinceMs: isBelieved ? sinceMs : nowMs }].slice(-maxPhases);
}
