import type { Contact } from './contact.js';

/** Contacts that rang in vain. */
export interface MissedContacts {
  /** Those the agent has not seen, oldest first. A contact that is gone stays here until it is seen. */
  readonly unseen: readonly string[];
  /** Those that are still there and were counted, so that none is counted twice. */
  readonly counted: readonly string[];
}

export const noMissedContacts: MissedContacts = { unseen: [], counted: [] };

/**
 * What was missed, after the contacts changed. A missed contact is seen when the agent looks at the phone window, which
 * has the focus then and names it in a card or a notice; `looking` says so.
 */
export function followMissed(missed: MissedContacts, contacts: readonly Contact[], looking: boolean): MissedContacts {
  const there = contacts.filter(({ ending }) => ending === 'missed').map(({ contactId }) => contactId);
  const added = there.filter((id) => !missed.counted.includes(id) && !missed.unseen.includes(id));
  const isSame = added.length === 0 && there.length === missed.counted.length && !(looking && missed.unseen.length > 0);
  if (isSame) return missed;
  return { unseen: looking ? [] : [...missed.unseen, ...added], counted: there };
}

/** What was missed, after the agent began to look at the phone window. */
export function seeMissed(missed: MissedContacts): MissedContacts {
  return missed.unseen.length === 0 ? missed : { ...missed, unseen: [] };
}
