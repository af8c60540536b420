import { type Connection, type ConnectionState, type Contact, type ContactState, isVoice } from './contact.js';
import type { Desk } from './desk.js';
import { Refusal } from './refusal.js';

/** Finds a contact at the desk. Throws a Refusal (ContactNotFoundException) for an unknown id. */
export function findContact(desk: Desk, contactId: string): Contact {
  const contact = desk.state.contacts.find(({ id }) => id === contactId);
  if (!contact) throw new Refusal('ContactNotFoundException', `There is no contact ${contactId}`);
  return contact;
}

/** Finds a party of a contact. Throws a Refusal (InvalidParameterException) for an unknown id. */
export function findConnection(contact: Contact, connectionId: string): Connection {
  const connection = contact.connections.find(({ id }) => id === connectionId);
  if (!connection) {
    throw new Refusal('InvalidParameterException', `Contact ${contact.id} has no connection ${connectionId}`);
  }
  return connection;
}

/** Throws a Refusal (InvalidStateException) unless the contact is in one of the states. */
export function requireState(contact: Contact, allowed: readonly ContactState[], act: string): void {
  if (allowed.includes(contact.state)) return;
  throw new Refusal('InvalidStateException', `Cannot ${act} contact ${contact.id}: it is ${contact.state}`);
}

/** Throws a Refusal (InvalidContactTypeException) unless the contact is a call. */
export function requireVoice(contact: Contact, act: string): void {
  if (isVoice(contact)) return;
  throw new Refusal('InvalidContactTypeException', `Cannot ${act} contact ${contact.id}: it is no call`);
}

/** Moves one party; a party already there keeps its time. Call inside `desk.change`. */
export function moveConnection(desk: Desk, connection: Connection, state: ConnectionState): void {
  if (connection.state === state) return;
  connection.state = state;
  connection.stateSinceMs = desk.clock.now();
}

/** Moves a contact and all its parties that have not left; after-contact work may be timed. Call inside `desk.change`. */
export function moveContact(desk: Desk, contact: Contact, state: ContactState, connections: ConnectionState): void {
  contact.state = state;
  contact.stateSinceMs = desk.clock.now();
  if (state === 'connected') contact.connectedToAgentAtMs ??= desk.clock.now();
  for (const connection of contact.connections) {
    if (connection.state !== 'disconnected') moveConnection(desk, connection, connections);
  }
  if (state === 'ended') {
    actLater(desk, contact, desk.habits.afterContactMs, () => desk.change(() => removeContact(desk, contact)));
  }
}

/** Ends an offer that came to nothing. Call inside `desk.change`. */
export function endUnanswered(
  desk: Desk,
  contact: Contact,
  state: 'missed' | 'rejected',
  endsAs: 'missed' | 'rejected' | 'error',
): void {
  moveContact(desk, contact, state, 'disconnected');
  contact.endsAs = endsAs;
}

/** Takes a contact off the desk. Call inside `desk.change`. */
export function removeContact(desk: Desk, contact: Contact): void {
  desk.state.contacts = desk.state.contacts.filter((other) => other !== contact);
}

/** Runs `act` after a delay if the contact is then still at the desk in the same state. */
export function actLater(desk: Desk, contact: Contact, delayMs: number | null, act: () => void): void {
  if (delayMs === null) return;
  const { state, stateSinceMs } = contact;
  desk.clock.after(delayMs, () => {
    const isThere = desk.state.contacts.includes(contact);
    if (isThere && contact.state === state && contact.stateSinceMs === stateSinceMs) act();
  });
}
