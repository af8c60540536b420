import type { Contact, ContactAttribute, ContactChannel, ContactState } from '../../contract/contact.js';
import type { ConnectionReading, ContactReading } from './streams-reading.js';

/** Streams 2.28.2 `ContactType`. */
const CHANNELS: ReadonlyMap<string, ContactChannel> = new Map([
  ['voice', 'voice'],
  ['queue_callback', 'queueCallback'],
  ['chat', 'chat'],
  ['task', 'task'],
  ['email', 'email'],
]);

/** Streams 2.28.2 `ContactStateType`; a state it has no name for is not shown. */
const STATES: ReadonlyMap<string, ContactState> = new Map([
  ['incoming', 'incoming'],
  ['pending', 'pending'],
  ['connecting', 'connecting'],
  ['connected', 'connected'],
  ['paused', 'paused'],
  ['missed', 'missed'],
  ['error', 'error'],
  ['ended', 'ended'],
  ['rejected', 'rejected'],
]);

/** Maps one contact, or null while it is in no state an agent could be told of (Streams' `init`). */
export function mapContact(reading: ContactReading, customerNameAttributes: readonly string[]): Contact | null {
  const state = STATES.get(reading.stateType);
  if (state === undefined) return null;
  const customer = reading.connections.find((connection) => connection.initial);
  const held = state === 'connected' && customer?.stateType === 'hold';
  const attributes = mapAttributes(reading.attributes);
  return {
    contactId: reading.contactId,
    channel: CHANNELS.get(reading.type) ?? 'other',
    direction: directionOf(reading, customer),
    state: held ? 'onHold' : state,
    sinceMs: reading.stateMs,
    // Connect does not restart the contact's own time on hold, the customer's connection tells it.
    heldSinceMs: held ? customer.stateMs : null,
    customerName: customerNameOf(attributes, customerNameAttributes) ?? reading.name,
    phoneNumber: customer?.phoneNumber ?? reading.customerPhoneNumber,
    queueName: reading.queueName,
    attributes,
  };
}

function directionOf(reading: ContactReading, customer: ConnectionReading | undefined): Contact['direction'] {
  if (customer !== undefined) return customer.type === 'outbound' ? 'outbound' : 'inbound';
  return reading.initiationMethod?.toLowerCase() === 'outbound' ? 'outbound' : 'inbound';
}

/** Attributes arrive as `{name: {name, value}}`; whatever has another shape is left out. */
export function mapAttributes(attributes: unknown): readonly ContactAttribute[] {
  if (typeof attributes !== 'object' || attributes === null) return [];
  return Object.entries(attributes).flatMap(([name, attribute]: [string, unknown]) => {
    const value =
      typeof attribute === 'object' && attribute !== null ? (attribute as { value?: unknown }).value : attribute;
    return typeof value === 'string' ? [{ name, value }] : [];
  });
}

function customerNameOf(attributes: readonly ContactAttribute[], names: readonly string[]): string | null {
  for (const name of names) {
    const value = attributes.find((attribute) => attribute.name === name)?.value.trim();
    if (value !== undefined && value !== '') return value;
  }
  return null;
}
