import type { Connection } from './connection.js';
import type { Contact, ContactState } from './contact.js';

/** Contact states in which the customer is on the line or about to be, so that an agent must not vanish. */
const LIVE_STATES: ReadonlySet<ContactState> = new Set([
  'incoming',
  'pending',
  'connecting',
  'connected',
  'onHold',
  'paused',
]);

/** Whether the customer is there or about to be. */
export function isLive(contact: Contact): boolean {
  return LIVE_STATES.has(contact.state);
}

/** Whether the agent is being offered this contact and has not answered. */
export function isRinging(contact: Contact): boolean {
  return contact.state === 'incoming' || (contact.state === 'connecting' && contact.direction === 'inbound');
}

/** Whether the contact is over and only waits to be cleared. */
export function isOver(contact: Contact): boolean {
  return !isLive(contact);
}

/** Whether the contact occupies the agent, so that a chosen status becomes the next one: live or in after-contact work. */
export function isOpen(contact: Contact): boolean {
  return isLive(contact) || contact.state === 'ended';
}

/** Whether it is a telephone call, which is worked with in our window rather than in the panel. */
export function isVoice(contact: Contact): boolean {
  return contact.channel === 'voice' || contact.channel === 'queueCallback';
}

/** Whether the customer is on the line, talking or held. */
export function isUp(contact: Contact): boolean {
  return contact.state === 'connected' || contact.state === 'onHold';
}

/** The agent's own connection; null where Connect told of none. */
export function ownConnection(contact: Contact): Connection | null {
  return contact.connections.find(({ party }) => party === 'agent') ?? null;
}

/** Parties the agent talks to or has on hold: the customer and those called in. */
export function talkedTo(contact: Contact): readonly Connection[] {
  return contact.connections.filter(({ party }) => party === 'customer' || party === 'thirdParty');
}

/** Those called into the call, ringing or there. */
export function thirdParties(contact: Contact): readonly Connection[] {
  return contact.connections.filter(({ party }) => party === 'thirdParty');
}

/** Whether more than two are on the call, so that who is heard and held is told for each. */
export function isConference(contact: Contact): boolean {
  return isVoice(contact) && isUp(contact) && contact.connections.length > 2;
}

/** Whether there is more than one to talk to, so that the call goes on without the agent. */
export function isShared(contact: Contact): boolean {
  return talkedTo(contact).length > 1;
}
