import type { Contact } from '../../contract/contact.js';
import type { Words } from '../../contract/words/words.js';

/** What a contact is called on the screen. */
export function whoIs(contact: Contact, words: Words): string {
  return contact.customerName ?? contact.phoneNumber ?? words.contact.unknownCustomer;
}
