import type { NamedResource } from './instance.js';

export type Channel = 'voice' | 'queue_callback' | 'chat' | 'task' | 'email';
/** How a contact began, spelled as Streams spells it; chats and tasks begin by API. */
export type InitiationMethod = 'inbound' | 'outbound' | 'callback' | 'api' | 'monitor';

/** Life of a contact as the centre knows it; the wire may call `missed` and `rejected` an `error` (see `endsAs`). */
export type ContactState =
  | 'incoming'
  | 'pending'
  | 'connecting'
  | 'connected'
  | 'paused'
  | 'ended'
  | 'missed'
  | 'rejected'
  | 'error';

export type ConnectionState = 'connecting' | 'connected' | 'hold' | 'disconnected';

/** What a supervisor on a call does, spelled as Streams spells it. */
export type MonitorMode = 'SILENT_MONITOR' | 'BARGE';

/** One party of a contact. */
export interface Connection {
  readonly id: string;
  readonly type: 'agent' | 'inbound' | 'outbound' | 'monitoring';
  /** Exactly one party of a contact is initial: the customer, or the agent who monitors somebody else's call. */
  readonly initial: boolean;
  readonly phoneNumber: string | null;
  readonly quickConnectName: string | null;
  state: ConnectionState;
  stateSinceMs: number;
  muted: boolean;
  /** What a supervisor does; null for everybody else. */
  monitorMode: MonitorMode | null;
  /** Name of the agent who is listened to, on the leg of the one who listens; null on all others. */
  readonly monitors: string | null;
}

/** One contact at the agent's desk. Times are milliseconds since the epoch. */
export interface Contact {
  readonly id: string;
  readonly channel: Channel;
  readonly initiation: InitiationMethod;
  /** Null for a call the agent only monitors. */
  readonly queue: NamedResource | null;
  readonly queuedAtMs: number | null;
  readonly customerName: string | null;
  state: ContactState;
  stateSinceMs: number;
  /** What Streams is told instead of `state`, where the service has been seen to answer in two ways. */
  endsAs: 'missed' | 'rejected' | 'error' | null;
  connectedToAgentAtMs: number | null;
  /** Subject and text of a task or an e-mail; null for other channels. */
  readonly description: string | null;
  attributes: Readonly<Record<string, string>>;
  readonly connections: Connection[];
}

/** States in which a contact still needs both sides. */
export const liveStates: readonly ContactState[] = ['incoming', 'pending', 'connecting', 'connected', 'paused'];

/** Whether someone is talking, ringing or being dialled. */
export function isLive(contact: Contact): boolean {
  return liveStates.includes(contact.state);
}

/** Whether the centre dials the customer for this contact, rather than the customer coming in. */
export function dialsOut(contact: Contact): boolean {
  return contact.initiation === 'outbound' || contact.initiation === 'callback';
}

/** Whether the contact waits for the agent to accept or decline it. */
export function isOffered(contact: Contact): boolean {
  return contact.state === 'incoming' || (contact.state === 'connecting' && !dialsOut(contact));
}

/** Whether the contact was offered and came to nothing. */
export function isUnanswered(contact: Contact): boolean {
  return ['missed', 'rejected', 'error'].includes(contact.state);
}

/** Whether the contact takes the one voice slot of the agent. */
export function isVoice(contact: Contact): boolean {
  return contact.channel === 'voice' || contact.channel === 'queue_callback';
}

/** Whether customer and agent cannot hear each other: either of them is on hold. */
export function isOnHold(contact: Contact): boolean {
  const legs = [agentConnection(contact), customerConnection(contact)];
  return contact.state === 'connected' && legs.some(({ state }) => state === 'hold');
}

/** The agent's own party. Throws for a contact without one, which cannot be made here. */
export function agentConnection(contact: Contact): Connection {
  const connection = contact.connections.find(
    ({ type, initial }) => type === 'agent' || (type === 'monitoring' && initial),
  );
  if (!connection) throw new Error(`Contact ${contact.id} has no agent`);
  return connection;
}

/** Parties besides agent and customer who have not left: third parties and supervisors. */
export function otherParties(contact: Contact): readonly Connection[] {
  return contact.connections.filter(
    ({ type, initial, state }) => type !== 'agent' && !initial && state !== 'disconnected',
  );
}

/** The customer's party; on a call the agent monitors, the agent's own leg is the initial one. Throws for a contact without one, which cannot be made here. */
export function customerConnection(contact: Contact): Connection {
  const connection = contact.connections.find(({ initial }) => initial);
  if (!connection) throw new Error(`Contact ${contact.id} has no customer`);
  return connection;
}
