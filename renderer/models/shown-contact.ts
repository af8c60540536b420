import { useRef } from 'preact/hooks';
import type { Contact } from '../../contract/contact.js';
import { awaitContact } from './awaited-contact.js';

/** What a card shows, and the key of the card. */
export interface ShownContact {
  readonly contact: Contact;
  /** Nobody is there yet. */
  readonly awaited: boolean;
  readonly key: number;
}

/**
 * The open contact, or the one the window is ready for. The card that was drawn ahead becomes that of the contact that
 * comes; when that one goes another card begins, so that nothing of it is left behind.
 */
export function useShownContact(open: Contact | null): ShownContact {
  const shown = useRef<ShownContact>({ contact: awaitContact(null), awaited: true, key: 0 });
  const { contact, awaited, key } = shown.current;
  if (open !== null) {
    const isOther = !awaited && open.contactId !== contact.contactId;
    shown.current = { contact: open, awaited: false, key: isOther ? key + 1 : key };
  } else if (!awaited) {
    shown.current = { contact: awaitContact(contact), awaited: true, key: key + 1 };
  }
  return shown.current;
}
