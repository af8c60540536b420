import type { Contact, ContactState } from '../../contract/contact.js';

/** How long a contact was in a state, in all its stretches. */
export interface TimeInState {
  readonly state: ContactState;
  /** Of the stretches that are over. */
  readonly pastMs: number;
  /** When the present stretch began, on the server's clock; null when the contact is in another state. */
  readonly sinceMs: number | null;
}

/** The states a contact was in, in the order they were first seen. */
export function timeInStates({ timeline }: Contact): readonly TimeInState[] {
  const times = new Map<ContactState, TimeInState>();
  timeline.forEach(({ state, sinceMs }, index) => {
    const next = timeline[index + 1];
    const pastMs = (times.get(state)?.pastMs ?? 0) + (next === undefined ? 0 : next.sinceMs - sinceMs);
    times.set(state, { state, pastMs, sinceMs: next === undefined ? sinceMs : null });
  });
  return [...times.values()];
}
