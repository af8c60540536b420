import { hasFreeSlot } from './concurrency.js';
import {
  agentConnection,
  type Channel,
  type Connection,
  type Contact,
  customerConnection,
  isOffered,
  liveStates,
  otherParties,
} from './contact.js';
import {
  actLater,
  endUnanswered,
  findConnection,
  findContact,
  moveConnection,
  moveContact,
  removeContact,
  requireState,
} from './contact-steps.js';
import type { Desk } from './desk.js';
import type { NamedResource } from './instance.js';
import { holdOtherCalls, requireVoiceSlot } from './interrupt.js';
import { makeContact } from './make-contact.js';
import { Refusal } from './refusal.js';

/** What the service waits before it accepts for an agent who has auto-accept on. */
export const autoAcceptMs = 1_000;

/** Something from a customer, ready to be offered. */
export interface Offer {
  readonly channel: Channel;
  readonly queue: NamedResource;
  readonly phoneNumber: string | null;
  readonly customerName: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly waitedMs: number;
  /** Subject and text of a task or an e-mail. */
  readonly description: string | null;
  /** Whether a call may come while the agent is on another one. */
  readonly interrupts: boolean;
}

const initiations = {
  voice: 'inbound',
  queue_callback: 'callback',
  chat: 'api',
  task: 'api',
  email: 'inbound',
} as const;

/**
 * Offers a contact to the agent, whatever the status: deciding that an agent should be rung is the caller's part. Throws
 * a Refusal when the channel has no slot left; only a single connected call can be interrupted by a second one.
 */
export function offer(desk: Desk, { interrupts, ...what }: Offer): Contact {
  const { channel } = what;
  if (channel === 'voice' || channel === 'queue_callback') requireVoiceSlot(desk, interrupts);
  else if (!hasFreeSlot(desk.state.contacts, channel)) {
    throw new Refusal('InvalidStateException', `The agent has no free slot for another ${channel}`);
  }
  return desk.change((state) => {
    const contact = makeContact(desk, {
      ...what,
      initiation: initiations[channel],
      state: channel === 'queue_callback' ? 'incoming' : 'connecting',
    });
    state.contacts.push(contact);
    actLater(desk, contact, desk.habits.ringTimeoutMs, () => miss(desk, contact.id));
    const { softphoneAutoAccept, autoAccept } = state.configuration;
    if (channel === 'voice' ? softphoneAutoAccept : autoAccept.includes(channel)) {
      actLater(desk, contact, autoAcceptMs, () => acceptForAgent(desk, contact));
    }
    return contact;
  });
}

function acceptForAgent(desk: Desk, contact: Contact): void {
  desk.change(() => {
    moveContact(desk, contact, 'connected', 'connected');
    holdOtherCalls(desk, contact);
  });
}

/** The ring runs out. Throws a Refusal unless the contact is being offered. */
export function miss(desk: Desk, contactId: string, endsAs = desk.habits.missEndsAs): void {
  const contact = requireOffered(desk, contactId, 'miss');
  desk.change(() => endUnanswered(desk, contact, 'missed', endsAs));
}

/** The customer gives up while the agent's phone rings. Throws a Refusal unless the contact is being offered. */
export function abandon(desk: Desk, contactId: string, endsAs = desk.habits.rejectEndsAs): void {
  const contact = requireOffered(desk, contactId, 'abandon');
  desk.change(() => endUnanswered(desk, contact, 'rejected', endsAs));
}

function requireOffered(desk: Desk, contactId: string, act: string): Contact {
  const contact = findContact(desk, contactId);
  requireState(contact, ['incoming', 'connecting'], act);
  if (!isOffered(contact)) {
    throw new Refusal('InvalidStateException', `Cannot ${act} contact ${contactId}: the agent dials it`);
  }
  return contact;
}

/**
 * The customer puts the phone down, in any live state; while the agent's phone rings this is `abandon`. With a third
 * party on the call agent and third party stay.
 */
export function hangUp(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  requireState(contact, liveStates, 'hang up');
  if (isOffered(contact)) abandon(desk, contactId);
  else if (contact.initiation !== 'monitor' && otherParties(contact).some(({ type }) => type !== 'monitoring')) {
    desk.change(() => moveConnection(desk, customerConnection(contact), 'disconnected'));
  } else desk.change(() => moveContact(desk, contact, 'ended', 'disconnected'));
}

/** The call breaks on its way. Throws a Refusal unless the contact is live. */
export function fail(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  requireState(contact, liveStates, 'fail');
  desk.change(() => moveContact(desk, contact, 'error', 'disconnected'));
}

/** The centre starts to dial for a pending callback. Throws a Refusal for any other contact. */
export function dial(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['pending'], 'dial for');
  desk.change(() => {
    moveContact(desk, contact, 'connecting', 'connecting');
    actLater(desk, contact, desk.habits.autoAnswerOutboundMs, () => answerOutbound(desk, contactId));
  });
}

/** Whoever is being dialled picks up: the customer, or a third party. Throws a Refusal when nobody is dialled. */
export function answerOutbound(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['connecting', 'connected'], 'answer');
  if (contact.state === 'connecting') {
    if (isOffered(contact)) {
      throw new Refusal('InvalidStateException', `Cannot answer contact ${contactId}: only the agent can accept it`);
    }
    desk.change(() => {
      if (contact.initiation === 'callback' && desk.habits.callbackRenewsAgentLeg) renewAgentLeg(desk, contact);
      moveContact(desk, contact, 'connected', 'connected');
    });
    return;
  }
  const dialled = contact.connections.find(({ state }) => state === 'connecting');
  if (!dialled) throw new Refusal('InvalidStateException', `Nobody is being dialled on contact ${contactId}`);
  desk.change(() => moveConnection(desk, dialled, 'connected'));
}

/** Gives the agent's leg a new id. Call inside `desk.change`. */
function renewAgentLeg(desk: Desk, contact: Contact): void {
  const leg = agentConnection(contact);
  contact.connections.splice(contact.connections.indexOf(leg), 1, { ...leg, id: desk.ids.uuid() });
}

/** One dialled third party picks up. Throws a Refusal unless it is being dialled. */
export function answerParty(desk: Desk, contactId: string, connectionId: string): void {
  const party = findThirdParty(desk, contactId, connectionId);
  if (party.state !== 'connecting') {
    throw new Refusal('InvalidStateException', `Connection ${connectionId} is ${party.state}, it cannot pick up`);
  }
  desk.change(() => moveConnection(desk, party, 'connected'));
}

/** One third party declines or leaves; with nobody but the agent left the contact ends. Throws a Refusal when it is gone. */
export function hangUpParty(desk: Desk, contactId: string, connectionId: string): void {
  const party = findThirdParty(desk, contactId, connectionId);
  if (party.state === 'disconnected') {
    throw new Refusal('InvalidStateException', `Connection ${connectionId} has left already`);
  }
  const contact = findContact(desk, contactId);
  desk.change(() => {
    moveConnection(desk, party, 'disconnected');
    const remaining = contact.connections.filter(({ state }) => state !== 'disconnected');
    if (remaining.length < 2) moveContact(desk, contact, 'ended', 'disconnected');
  });
}

function findThirdParty(desk: Desk, contactId: string, connectionId: string): Connection {
  const contact = findContact(desk, contactId);
  requireState(contact, ['connected'], 'change a party of');
  const party = findConnection(contact, connectionId);
  if (party.type === 'agent' || party.initial) {
    throw new Refusal('InvalidParameterException', `Connection ${connectionId} is no third party`);
  }
  return party;
}

/** After-contact work runs out by itself. Throws a Refusal unless the contact has ended. */
export function autoClear(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['ended'], 'auto-clear');
  desk.change(() => removeContact(desk, contact));
}

/** The contact vanishes from the desk in whatever state, as after a transfer or a fault. */
export function remove(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  desk.change(() => removeContact(desk, contact));
}

/** A flow changes contact attributes: given ones are added or replaced, an empty text stays an empty text. */
export function setAttributes(desk: Desk, contactId: string, attributes: Readonly<Record<string, string>>): void {
  const contact = findContact(desk, contactId);
  desk.change(() => {
    contact.attributes = { ...contact.attributes, ...attributes };
  });
}

/** Lays a contact of another channel on the desk, already connected. */
export function addReadOnlyContact(
  desk: Desk,
  contact: {
    readonly channel: Exclude<Channel, 'voice' | 'queue_callback'>;
    readonly queue: NamedResource;
    readonly customerName: string | null;
    readonly attributes: Readonly<Record<string, string>>;
  },
): Contact {
  return desk.change((state) => {
    const made = makeContact(desk, {
      ...contact,
      initiation: initiations[contact.channel],
      state: 'connected',
      waitedMs: 0,
      phoneNumber: null,
    });
    state.contacts.push(made);
    return made;
  });
}
