import { type Connection, customerConnection, otherParties } from './contact.js';
import { findContact, moveConnection, requireState, requireVoice } from './contact-steps.js';
import { answerParty } from './customer-actions.js';
import type { Desk } from './desk.js';
import { makeConnection } from './make-contact.js';
import { Refusal } from './refusal.js';

/** People on one conversation, agent and customer included (Amazon Connect administrator guide, multi-party calls). */
export const maxParties = 6;

/** Whether a party can be put aside: neither the agent nor a supervisor can. */
function isTalkedTo({ type }: Connection): boolean {
  return type === 'inbound' || type === 'outbound';
}

/** Dials another party into a call; everybody but the agent is put on hold meanwhile. */
export function addThirdParty(
  desk: Desk,
  contactId: string,
  party: { readonly phoneNumber: string | null; readonly quickConnectName: string | null },
): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['connected'], 'add a party to');
  requireVoice(contact, 'add a party to');
  const others = otherParties(contact);
  if (others.some(({ state }) => state === 'connecting')) {
    throw new Refusal('InvalidStateException', `Contact ${contactId} is already dialling somebody`);
  }
  if (!desk.habits.multiParty && others.length > 0) {
    throw new Refusal('InvalidStateException', `Contact ${contactId} already has a third party`);
  }
  if (contact.connections.filter(({ state }) => state !== 'disconnected').length >= maxParties) {
    throw new Refusal('QuotaExceededException', `Contact ${contactId} already has ${maxParties} parties`);
  }
  desk.change(() => {
    for (const connection of contact.connections) {
      if (isTalkedTo(connection) && connection.state === 'connected') moveConnection(desk, connection, 'hold');
    }
    const added = makeConnection(desk, { type: 'outbound', initial: false, state: 'connecting', ...party });
    contact.connections.push(added);
    const delayMs = desk.habits.autoAnswerOutboundMs;
    if (delayMs !== null) {
      desk.clock.after(delayMs, () => {
        const isDialled = desk.state.contacts.includes(contact) && added.state === 'connecting';
        if (isDialled && contact.state === 'connected') answerParty(desk, contactId, added.id);
      });
    }
  });
}

/** Swaps who is talked to and who is on hold; with several parties all of them change sides. */
export function toggleConnections(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['connected'], 'toggle');
  if (!contact.connections.filter(isTalkedTo).some(({ state }) => state === 'hold')) {
    throw new Refusal('InvalidStateException', `Contact ${contactId} has nobody on hold to talk to`);
  }
  desk.change(() => {
    for (const connection of contact.connections) {
      if (!isTalkedTo(connection)) continue;
      if (connection.state === 'connected') moveConnection(desk, connection, 'hold');
      else if (connection.state === 'hold') moveConnection(desk, connection, 'connected');
    }
  });
}

/** Brings everybody on hold together. Throws a Refusal when there is nobody to join. */
export function joinConnections(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['connected'], 'conference');
  const customer = customerConnection(contact);
  const others = contact.connections.filter((party) => isTalkedTo(party) && party !== customer);
  if (!others.some(({ state }) => state === 'connected' || state === 'hold')) {
    throw new Refusal('InvalidStateException', `Contact ${contactId} has nobody to join`);
  }
  desk.change(() => {
    for (const connection of contact.connections) {
      if (connection.state === 'hold') moveConnection(desk, connection, 'connected');
    }
  });
}
