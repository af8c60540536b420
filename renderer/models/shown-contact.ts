import { computed, type ReadonlySignal } from '@preact/signals';
import type { Contact } from '../../contract/contact.js';
import { awaitContact } from './awaited-contact.js';

/** What a card shows, and the key of the card. */
export interface ShownContact {
  readonly contact: Contact;
  /** Nobody is there yet. */
  readonly awaited: boolean;
  readonly key: number;
}

/** Before the first contact. */
export const nothingShown: ShownContact = { contact: awaitContact(null), awaited: true, key: 0 };

/**
 * The open contact, or the one the window is ready for. The card that was drawn ahead becomes that of the contact that
 * comes; when that one goes another card begins, so that nothing of it is left behind: no open tool, no focus on a button
 * that would now do something to somebody else, no text.
 */
export function showContact(shown: ShownContact, open: Contact | null): ShownContact {
  const { contact, awaited, key } = shown;
  if (open === null) return awaited ? shown : { contact: awaitContact(contact), awaited: true, key: key + 1 };
  if (open === contact) return shown;
  const isOther = !awaited && open.contactId !== contact.contactId;
  return { contact: open, awaited: false, key: isOther ? key + 1 : key };
}

/** Follows the open contact; null while there is none. */
export function followShownContact(open: ReadonlySignal<Contact | null>): ReadonlySignal<ShownContact> {
  let shown = nothingShown;
  return computed(() => {
    shown = showContact(shown, open.value);
    return shown;
  });
}
