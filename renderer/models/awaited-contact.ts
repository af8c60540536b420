import type { AvailableActions } from '../../contract/actions.js';
import type { Contact } from '../../contract/contact.js';
import { rowsAtOnce } from '../ui/growing-count.js';

const contactId = 'awaited';

/**
 * The contact that the window is ready for: a call that rings and of which nothing is known. Its card is drawn while there
 * is no contact, unseen and out of reach, so that the one that comes only changes texts.
 */
const awaitedContact: Contact = {
  contactId,
  channel: 'voice',
  direction: 'inbound',
  preview: false,
  state: 'connecting',
  sinceMs: null,
  heldSinceMs: null,
  ending: null,
  timeline: [],
  initialContactId: null,
  relatedContactId: null,
  connections: [],
  multiParty: false,
  supervision: null,
  customerName: null,
  phoneNumber: null,
  queueName: '',
  attributes: [],
};

/** As many as most contacts have; a guess. */
const usualAttributes = 4;

/** The awaited contact with as many attributes as the last one had, as the next one mostly has the same. */
export function awaitContact(last: Contact | null): Contact {
  const length = Math.min(last?.attributes.length ?? usualAttributes, rowsAtOnce);
  return { ...awaitedContact, attributes: Array.from({ length }, () => ({ name: ' ', value: ' ' })) };
}

/** What can be done with it. */
export const awaitedActions: AvailableActions = {
  agent: new Set(),
  contact: new Map([[contactId, new Set(['accept', 'reject'] as const)]]),
  party: new Map(),
};
