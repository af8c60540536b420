import type { Contact } from '../../contract/contact.js';
import { isRinging, isVoice } from '../../contract/contact-state.js';

/** Which contact is open, whether the agent opened it, and which contacts were there then. */
export interface Focus {
  readonly contactId: string | null;
  /** The agent asked for this contact; only then does a new ring not take its place. */
  readonly chosen: boolean;
  readonly known: readonly string[];
}

export const noFocus: Focus = { contactId: null, chosen: false, known: [] };

/** The agent opens a contact. */
export function chooseContact(focus: Focus, contactId: string): Focus {
  return { ...focus, contactId, chosen: true };
}

/**
 * Which contact is open, after the contacts changed. A contact that has just begun to ring is shown, as it must be
 * answered, unless the agent chose to look at another one; what is open stays, and when that is gone the most urgent
 * one takes its place.
 */
export function followContacts(focus: Focus, contacts: readonly Contact[]): Focus {
  const known = contacts.map((contact) => contact.contactId);
  const stays = focus.contactId !== null && known.includes(focus.contactId);
  if (stays && focus.chosen) return { ...focus, known };
  const newRing = contacts.find((contact) => isRinging(contact) && !focus.known.includes(contact.contactId));
  const contactId = newRing?.contactId ?? (stays ? focus.contactId : (mostUrgent(contacts)?.contactId ?? null));
  return { contactId, chosen: false, known };
}

/** Calls come first: they cannot wait. */
function mostUrgent(contacts: readonly Contact[]): Contact | undefined {
  const rank = (contact: Contact): number => (isVoice(contact) ? 0 : 10) + (isRinging(contact) ? 0 : 1);
  return contacts.toSorted((left, right) => rank(left) - rank(right))[0];
}
