import type { Command, CommandFailure, CommandFailureReason } from '../../contract/command.js';
import type { Contact } from '../../contract/contact.js';
import { isOver, isUp, talkedTo } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** Failures that say that things are not as they were when the command was sent, rather than that Connect is not there. */
const OVERTAKEN: ReadonlySet<CommandFailureReason> = new Set(['refused', 'notNow', 'noContact', 'noParty']);

/**
 * Whether a command failed only because somebody else was faster: the agent in the panel, the customer, the same command
 * a moment before. Then there is nothing to tell.
 */
export function isOvertaken(command: Command, failure: CommandFailure, snapshot: PhoneSnapshot): boolean {
  return OVERTAKEN.has(failure.reason) && isFulfilled(command, snapshot);
}

/** What a refusal means when its party or its contact has gone meanwhile: that, which says more than a refusal. */
export function restateRefusal(command: Command, failure: CommandFailure, snapshot: PhoneSnapshot): CommandFailure {
  if (failure.reason !== 'refused' || !('contactId' in command)) return failure;
  const contact = contactOf(command, snapshot);
  if (contact === undefined || isOver(contact)) return { reason: 'noContact', detail: null };
  const isThere =
    !('connectionId' in command) || contact.connections.some((each) => each.connectionId === command.connectionId);
  return isThere ? failure : { reason: 'noParty', detail: null };
}

/** Whether the snapshot shows what the command wanted. What cannot be seen in a snapshot never is. */
export function isFulfilled(command: Command, snapshot: PhoneSnapshot): boolean {
  if (snapshot.agent === null) return false;
  if ('connectionId' in command) return isPartyFulfilled(command, snapshot);
  if ('contactId' in command) return isContactFulfilled(command, contactOf(command, snapshot));
  switch (command.kind) {
    case 'mute':
      return snapshot.muted;
    case 'unmute':
      return !snapshot.muted;
    case 'clearNextStatus':
      return snapshot.agent.nextStatus === null;
    default:
      return false;
  }
}

type ContactCommand = Extract<Command, { readonly contactId: string }>;
type PartyCommand = Extract<Command, { readonly connectionId: string }>;

function contactOf({ contactId }: ContactCommand, { contacts }: PhoneSnapshot): Contact | undefined {
  return contacts.find((contact) => contact.contactId === contactId);
}

function isContactFulfilled({ kind }: ContactCommand, contact: Contact | undefined): boolean {
  const isGone = contact === undefined || isOver(contact);
  if (kind === 'reject' || kind === 'hangUp' || kind === 'leave') return isGone;
  if (kind === 'clear') return contact === undefined;
  if (contact === undefined) return false;
  switch (kind) {
    case 'accept':
      return isUp(contact);
    case 'hold':
      return isUp(contact) && talkedTo(contact).every(({ state }) => state === 'onHold');
    case 'resume':
      return contact.state === 'connected';
    case 'pause':
      return contact.state === 'paused';
    case 'join':
      return talkedTo(contact).length > 1 && talkedTo(contact).every(({ state }) => state === 'connected');
    case 'bargeIn':
      return contact.supervision?.role === 'barged';
    case 'listen':
      return contact.supervision?.role === 'listening';
    default:
      return false;
  }
}

function isPartyFulfilled(command: PartyCommand, snapshot: PhoneSnapshot): boolean {
  const contact = contactOf(command, snapshot);
  const connection = contact?.connections.find(({ connectionId }) => connectionId === command.connectionId);
  if (command.kind === 'dropParty') return connection === undefined;
  if (connection === undefined) return false;
  switch (command.kind) {
    case 'holdParty':
      return connection.state === 'onHold';
    case 'resumeParty':
      return connection.state === 'connected';
    case 'muteParty':
      return connection.muted;
    case 'unmuteParty':
      return !connection.muted;
  }
}
