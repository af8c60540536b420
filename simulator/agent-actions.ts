import { hasFreeSlot } from './concurrency.js';
import { agentConnection, type Contact, isOffered, isUnanswered, isVoice, liveStates } from './contact.js';
import {
  actLater,
  endUnanswered,
  findConnection,
  findContact,
  moveConnection,
  moveContact,
  removeContact,
  requireState,
  requireVoice,
} from './contact-steps.js';
import { answerOutbound, dial } from './customer-actions.js';
import type { Desk } from './desk.js';
import { instance, type NamedResource } from './instance.js';
import { holdOtherCalls } from './interrupt.js';
import { makeContact } from './make-contact.js';
import { Refusal } from './refusal.js';

/**
 * Accepts an offered contact; a callback is then dialled, or pends first by habit. A second call puts the first on hold.
 * Throws a Refusal for a contact that is not offered.
 */
export function acceptContact(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['incoming', 'connecting'], 'accept');
  if (!isOffered(contact)) {
    throw new Refusal('InvalidStateException', `Contact ${contactId} waits for the customer to pick up`);
  }
  desk.change(() => {
    if (contact.state === 'incoming') {
      acceptCallback(desk, contact);
      return;
    }
    moveContact(desk, contact, 'connected', 'connected');
    holdOtherCalls(desk, contact);
  });
}

function acceptCallback(desk: Desk, contact: Contact): void {
  const { acceptedCallbackIs, autoAnswerOutboundMs } = desk.habits;
  moveContact(desk, contact, 'pending', 'connecting');
  if (acceptedCallbackIs === 'connecting') dial(desk, contact.id);
  else actLater(desk, contact, autoAnswerOutboundMs, () => dial(desk, contact.id));
}

/** Declines a ringing contact. Throws a Refusal in any other state. */
export function rejectContact(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['incoming', 'connecting'], 'reject');
  if (!isOffered(contact)) {
    throw new Refusal('InvalidStateException', `Contact ${contactId} is not offered: the agent dials it`);
  }
  desk.change(() => endUnanswered(desk, contact, 'rejected', desk.habits.rejectEndsAs));
}

/** Clears a contact that is over, after-contact work included. Throws a Refusal for a live one. */
export function clearContact(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['ended', 'missed', 'rejected', 'error'], 'clear');
  desk.change(() => removeContact(desk, contact));
}

/** Ends the contact into after-contact work. Call inside `desk.change`. */
export function endContact(desk: Desk, contact: Contact): void {
  moveContact(desk, contact, 'ended', 'disconnected');
}

/**
 * Takes a party out. The agent's own, or the last but one, ends the contact, and whoever else is there talks on without
 * the agent; before it is up this declines or cancels.
 */
export function destroyConnection(desk: Desk, contactId: string, connectionId: string): void {
  const contact = findContact(desk, contactId);
  const connection = findConnection(contact, connectionId);
  requireState(contact, liveStates, 'disconnect');
  if (connection.state === 'disconnected') {
    throw new Refusal('InvalidStateException', `Connection ${connectionId} has left already`);
  }
  if (isOffered(contact)) {
    rejectContact(desk, contactId);
    return;
  }
  desk.change(() => {
    moveConnection(desk, connection, 'disconnected');
    const remaining = contact.connections.filter(({ state }) => state !== 'disconnected');
    if (connection === agentConnection(contact) || remaining.length < 2) endContact(desk, contact);
  });
}

/** Puts a party on hold, or takes it back. Asking for what already is changes nothing. */
export function holdConnection(desk: Desk, contactId: string, connectionId: string, hold: boolean): void {
  const contact = findContact(desk, contactId);
  const connection = findConnection(contact, connectionId);
  requireVoice(contact, hold ? 'hold' : 'resume');
  requireState(contact, ['connected'], hold ? 'hold' : 'resume');
  const wanted = hold ? 'hold' : 'connected';
  if (connection.state === wanted) return;
  if (connection.state !== (hold ? 'connected' : 'hold')) {
    throw new Refusal('InvalidStateException', `Connection ${connectionId} is ${connection.state}`);
  }
  desk.change(() => {
    moveConnection(desk, connection, wanted);
    if (!hold && connection === agentConnection(contact)) holdOtherCalls(desk, contact);
  });
}

/** Mutes or unmutes a party on the server's side. Throws a Refusal unless the contact is connected. */
export function muteConnection(desk: Desk, contactId: string, connectionId: string, muted: boolean): void {
  const contact = findContact(desk, contactId);
  const connection = findConnection(contact, connectionId);
  requireVoice(contact, muted ? 'mute' : 'unmute');
  requireState(contact, ['connected'], muted ? 'mute' : 'unmute');
  if (connection.muted === muted) return;
  desk.change(() => {
    connection.muted = muted;
  });
}

/** Pauses or resumes a task. Throws a Refusal for other channels, and when another task has taken the slot meanwhile. */
export function pauseContact(desk: Desk, contactId: string, pause: boolean): void {
  const contact = findContact(desk, contactId);
  if (contact.channel !== 'task') throw new Refusal('InvalidStateException', 'Only a task can be paused');
  requireState(contact, [pause ? 'connected' : 'paused'], pause ? 'pause' : 'resume');
  if (!pause && !hasFreeSlot(desk.state.contacts, 'task')) {
    throw new Refusal('InvalidStateException', 'Another task has taken the slot');
  }
  desk.change(() => moveContact(desk, contact, pause ? 'paused' : 'connected', 'connected'));
}

const e164 = /^\+[1-9]\d{6,14}$/;

/** Throws a Refusal (BadEndpointException) unless the text is a number in E.164 form. */
export function requirePhoneNumber(phoneNumber: string | null): string {
  if (phoneNumber !== null && e164.test(phoneNumber)) return phoneNumber;
  throw new Refusal('BadEndpointException', `Not a number in E.164 form: ${phoneNumber ?? '(none)'}`);
}

/** Dials a customer; they answer by `answerOutbound` or by habit. Throws a Refusal when the voice slot is taken. */
export function placeCall(
  desk: Desk,
  phoneNumber: string,
  queue: NamedResource = instance.defaultOutboundQueue,
): Contact {
  if (desk.state.contacts.some((contact) => isVoice(contact) && !isUnanswered(contact))) {
    throw new Refusal('InvalidStateException', 'The agent already has a call');
  }
  return desk.change((state) => {
    const contact = makeContact(desk, {
      channel: 'voice',
      initiation: 'outbound',
      state: 'connecting',
      queue,
      waitedMs: null,
      phoneNumber,
      customerName: null,
      attributes: {},
    });
    state.contacts.push(contact);
    actLater(desk, contact, desk.habits.autoAnswerOutboundMs, () => answerOutbound(desk, contact.id));
    return contact;
  });
}
