import type { Contact, ContactAttribute, ContactChannel, ContactState } from '../../contract/contact.js';
import { mapConnections, mapSupervision } from './connection-slice.js';
import { endingOf } from './contact-ending.js';
import { followTimeline } from './contact-timeline.js';
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

/** What mapping a contact needs beside its reading. */
export interface ContactFacts {
  readonly customerNameAttributes: readonly string[];
  /** Contacts this phone asked to decline. */
  readonly rejectedByUs: ReadonlySet<string>;
  readonly agentErrorName: string | null;
  /** The server's clock. */
  readonly nowMs: number;
  /** The contact in the snapshot before, if it was there. */
  readonly before: Contact | undefined;
}

/** Maps one contact, or null while it is in no state an agent could be told of (Streams' `init`). */
export function mapContact(reading: ContactReading, facts: ContactFacts): Contact | null {
  const { before } = facts;
  const stateNow = STATES.get(reading.stateType);
  if (stateNow === undefined) return null;
  const customer = reading.connections.find((connection) => connection.initial);
  const heldLeg = stateNow === 'connected' ? legOnHold(reading.connections) : undefined;
  const state = heldLeg === undefined ? stateNow : 'onHold';
  const direction = directionOf(reading, customer);
  const attributes = mapAttributes(reading.attributes);
  const seen = before?.timeline ?? [];
  return {
    contactId: reading.contactId,
    channel: CHANNELS.get(reading.type) ?? 'other',
    direction,
    preview: reading.preview,
    state,
    sinceMs: reading.stateMs,
    // Connect does not restart the contact's own time on hold, the held connection tells it.
    heldSinceMs: heldLeg?.stateMs ?? null,
    ending:
      before?.state === state
        ? before.ending
        : endingOf({
            state,
            direction,
            timeline: seen,
            rejectedByUs: facts.rejectedByUs.has(reading.contactId),
            agentErrorName: facts.agentErrorName,
          }),
    timeline: followTimeline(seen, {
      state,
      sinceMs: heldLeg?.stateMs ?? (before?.state === 'onHold' ? (customer?.stateMs ?? null) : reading.stateMs),
      nowMs: facts.nowMs,
    }),
    initialContactId: reading.initialContactId === reading.contactId ? null : reading.initialContactId,
    relatedContactId: reading.relatedContactId,
    customerName: customerNameOf(attributes, facts.customerNameAttributes) ?? reading.name,
    phoneNumber: customer?.phoneNumber ?? reading.customerPhoneNumber,
    queueName: reading.queueName,
    attributes,
    connections: mapConnections(reading.connections),
    multiParty: reading.multiParty,
    supervision: mapSupervision(reading.connections),
  };
}

/**
 * The connection that keeps customer and agent apart: the customer's, the only other party's once the customer has left,
 * or the agent's own, which is held while a second call is talked on.
 */
function legOnHold(connections: readonly ConnectionReading[]): ConnectionReading | undefined {
  const there = connections.filter(({ stateType }) => stateType !== 'disconnected');
  const others = there.filter(({ type }) => type !== 'agent' && type !== 'monitoring');
  const customer = others.find(({ initial }) => initial) ?? (others.length === 1 ? others[0] : undefined);
  const own = there.find(({ type }) => type === 'agent');
  return [customer, own].find((leg) => leg?.stateType === 'hold');
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
