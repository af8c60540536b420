import type { Command, CommandKind } from './command.js';
import type { Connection } from './connection.js';
import type { Contact } from './contact.js';
import {
  isConference,
  isOpen,
  isOver,
  isRinging,
  isShared,
  isUp,
  isVoice,
  ownConnection,
  talkedTo,
  thirdParties,
} from './contact-state.js';
import type { PhoneSnapshot } from './snapshot.js';

/** Commands that concern one party of a contact. */
export type PartyCommandKind = Extract<Command, { readonly connectionId: string }>['kind'];
/** Commands that concern one contact. */
export type ContactCommandKind = Exclude<Extract<Command, { readonly contactId: string }>['kind'], PartyCommandKind>;
/** Commands that concern the agent. */
export type AgentCommandKind = Exclude<CommandKind, ContactCommandKind | PartyCommandKind>;

/** What of a snapshot decides which commands make sense. */
export type ActingPhone = Pick<PhoneSnapshot, 'agent' | 'contacts' | 'muted'>;

/** Which commands make sense now; computed once a snapshot and used by every surface. */
export interface AvailableActions {
  readonly agent: ReadonlySet<AgentCommandKind>;
  /** By contact id. */
  readonly contact: ReadonlyMap<string, ReadonlySet<ContactCommandKind>>;
  /** By contact id and connection id; only parties with whom something can be done. */
  readonly party: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<PartyCommandKind>>>;
}

/** People on one call, the agent included. Source: https://docs.aws.amazon.com/connect/latest/adminguide/multi-party-calls.html */
export const maxParties = 6;

const hasOpenContact = (snapshot: ActingPhone): boolean => snapshot.contacts.some(isOpen);
const hasOpenMicrophone = (snapshot: ActingPhone): boolean =>
  snapshot.contacts.some((contact) => isVoice(contact) && isUp(contact) && !isListening(contact));
const isMuteLocked = (snapshot: ActingPhone): boolean =>
  snapshot.contacts.some((contact) => isUp(contact) && ownConnection(contact)?.muteLocked === true);

/** One predicate a command that concerns the agent, in the order of `commandSchema`. */
const AGENT_RULES: { readonly [Kind in AgentCommandKind]: (snapshot: ActingPhone) => boolean } = {
  setStatus: (snapshot) => !hasOpenContact(snapshot),
  queueStatus: hasOpenContact,
  clearNextStatus: (snapshot) => snapshot.agent?.nextStatus != null,
  goOffline: () => true,
  mute: (snapshot) => hasOpenMicrophone(snapshot) && !snapshot.muted,
  unmute: (snapshot) => hasOpenMicrophone(snapshot) && snapshot.muted && !isMuteLocked(snapshot),
  dial: (snapshot) =>
    snapshot.agent?.mayDial === true && !snapshot.contacts.some((contact) => isVoice(contact) && isOpen(contact)),
};

/** Whether this agent only listens to somebody else's call, which is then not theirs to change. */
function isListening({ supervision }: Contact): boolean {
  return supervision?.role === 'listening';
}

/** Whether this is a call that is up and that this agent handles, not one this agent supervises. */
function isOwnCall(contact: Contact): boolean {
  const role = contact.supervision?.role;
  return isVoice(contact) && isUp(contact) && role !== 'listening' && role !== 'barged';
}

const isConnected = ({ state }: Connection): boolean => state === 'connected';
const isOnHold = ({ state }: Connection): boolean => state === 'onHold';
const isThere = (connection: Connection): boolean => connection.state !== 'connecting';

/** Whether somebody was called into the call and has answered. */
const hasThirdParty = (contact: Contact): boolean =>
  isOwnCall(contact) && isShared(contact) && thirdParties(contact).some(isThere);

/** One predicate a command that concerns a contact, in the order of `commandSchema`. */
const CONTACT_RULES: { readonly [Kind in ContactCommandKind]: (contact: Contact) => boolean } = {
  accept: isRinging,
  reject: isRinging,
  hangUp: (contact) =>
    isVoice(contact) &&
    ((isUp(contact) && !(isOwnCall(contact) && isShared(contact))) ||
      (contact.direction === 'outbound' && contact.state === 'connecting')),
  hold: (contact) =>
    isOwnCall(contact) && (isShared(contact) ? talkedTo(contact).some(isConnected) : contact.state === 'connected'),
  // Who is brought back to a shared call is said by joining, swapping or naming the party.
  resume: (contact) =>
    contact.state === 'paused' || (isOwnCall(contact) && contact.state === 'onHold' && !isShared(contact)),
  pause: (contact) => contact.channel === 'task' && contact.state === 'connected',
  clear: isOver,
  view: () => true,
  addParty: (contact) =>
    isOwnCall(contact) &&
    talkedTo(contact).every(isThere) &&
    (contact.multiParty ? contact.connections.length < maxParties : thirdParties(contact).length === 0),
  join: (contact) => hasThirdParty(contact) && talkedTo(contact).some(isOnHold),
  swap: (contact) => hasThirdParty(contact) && talkedTo(contact).some(isOnHold) && talkedTo(contact).some(isConnected),
  leave: (contact) => isOwnCall(contact) && isShared(contact),
  sendDigits: (contact) => isOwnCall(contact),
  bargeIn: (contact) => isUp(contact) && isListening(contact) && contact.supervision?.mayBargeIn === true,
  listen: (contact) => isUp(contact) && contact.supervision?.role === 'barged' && contact.supervision.mayListen,
};

/** One predicate a command that concerns a party; asked only of a conference, of those talked to. */
const PARTY_RULES: { readonly [Kind in PartyCommandKind]: (connection: Connection, contact: Contact) => boolean } = {
  dropParty: (_connection, contact) => thirdParties(contact).length > 0,
  holdParty: isConnected,
  resumeParty: isOnHold,
  muteParty: (connection) => isConnected(connection) && !connection.muted,
  unmuteParty: (connection) => isThere(connection) && connection.muted,
};

/** Says which commands make sense in this snapshot. */
export function availableActions(snapshot: ActingPhone): AvailableActions {
  if (snapshot.agent === null) return { agent: new Set(), contact: new Map(), party: new Map() };
  const { contacts } = snapshot;
  return {
    agent: kindsThatHold(AGENT_RULES, snapshot),
    contact: new Map(contacts.map((contact) => [contact.contactId, kindsThatHold(CONTACT_RULES, contact)] as const)),
    party: new Map(contacts.map((contact) => [contact.contactId, partyActions(contact)] as const)),
  };
}

function partyActions(contact: Contact): ReadonlyMap<string, ReadonlySet<PartyCommandKind>> {
  if (!isConference(contact) || !isOwnCall(contact)) return new Map();
  return new Map(
    talkedTo(contact).map(
      (connection) => [connection.connectionId, kindsThatHold(PARTY_RULES, connection, contact)] as const,
    ),
  );
}

/** Whether this command makes sense now. */
export function isAvailable(actions: AvailableActions, command: Command): boolean;
/** Whether a command of this kind makes sense now, for the agent or for this contact. */
export function isAvailable(actions: AvailableActions, kind: CommandKind, contactId?: string): boolean;
export function isAvailable(actions: AvailableActions, wanted: Command | CommandKind, contactId?: string): boolean {
  if (typeof wanted !== 'string') return isCommandAvailable(actions, wanted);
  if (contactId === undefined) return actions.agent.has(wanted as AgentCommandKind);
  return actions.contact.get(contactId)?.has(wanted as ContactCommandKind) ?? false;
}

function isCommandAvailable({ agent, contact, party }: AvailableActions, command: Command): boolean {
  if ('connectionId' in command)
    return party.get(command.contactId)?.get(command.connectionId)?.has(command.kind) ?? false;
  if ('contactId' in command) return contact.get(command.contactId)?.has(command.kind) ?? false;
  return agent.has(command.kind);
}

function kindsThatHold<Kind extends string, Subjects extends readonly unknown[]>(
  rules: Readonly<Record<Kind, (...subjects: Subjects) => boolean>>,
  ...subjects: Subjects
): ReadonlySet<Kind> {
  const kinds = Object.keys(rules) as Kind[];
  return new Set(kinds.filter((kind) => rules[kind](...subjects)));
}
