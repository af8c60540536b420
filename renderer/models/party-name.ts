import type { Connection } from '../../contract/connection.js';
import type { Contact } from '../../contract/contact.js';
import type { Words } from '../../contract/words/words.js';
import { formatNumber } from './telephone-numbers.js';

/** What a party of a contact is called on the screen. */
export function partyName(connection: Connection, contact: Contact, words: Words): string {
  const { parties } = words.call;
  const name = connection.party === 'customer' ? contact.customerName : connection.name?.trim() || null;
  if (name !== null) return name;
  if (connection.phoneNumber !== null) return formatNumber(connection.phoneNumber);
  return connection.party === 'supervisor' ? parties.kind.supervisor : parties.unknown;
}
