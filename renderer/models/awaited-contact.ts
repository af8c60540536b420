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

const unknown = ' ';
/** As many as most contacts have; a guess. */
const usualAttributes: Contact['attributes'] = Array.from({ length: 4 }, () => ({ name: unknown, value: unknown }));

/**
 * The awaited contact with what the last one had from the customer's contact flow and not from its caller, as the next one
 * mostly has the same: its queue and the names of its attributes.
 */
export function awaitContact(last: Contact | null): Contact {
  if (last === null) return { ...awaitedContact, attributes: usualAttributes };
  const { queueName, direction, attributes } = last;
  const names = attributes.slice(0, rowsAtOnce);
  return { ...awaitedContact, queueName, direction, attributes: names.map(({ name }) => ({ name, value: unknown })) };
}

/** What can be done with it. */
export const awaitedActions: AvailableActions = {
  agent: new Set(),
  contact: new Map([[contactId, new Set(['accept', 'reject'] as const)]]),
  party: new Map(),
};
