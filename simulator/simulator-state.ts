import type { AgentStatusType, StatusOption } from './agent-status.js';
import {
  agentConnection,
  type Channel,
  type Connection,
  type Contact,
  type ContactState,
  customerConnection,
  type InitiationMethod,
  isOffered,
  isOnHold,
} from './contact.js';
import type { Desk } from './desk.js';
import type { Fault } from './fault.js';
import type { Habits } from './habits.js';
import type { IdentityHabits } from './identity-provider.js';
import type { ScenarioView } from './scenario.js';
import type { WebSocketMode } from './web-socket-side.js';

export interface ContactView {
  readonly contactId: string;
  readonly channel: Channel;
  readonly initiation: InitiationMethod;
  readonly state: ContactState;
  readonly onHold: boolean;
  readonly sinceMs: number;
  readonly customerName: string | null;
  readonly phoneNumber: string | null;
  /** Whether it waits for the agent to accept or decline it. */
  readonly offered: boolean;
  /** Null for a call the agent only monitors. */
  readonly queue: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly agentConnectionId: string;
  readonly customerConnectionId: string;
  readonly connections: readonly Readonly<Connection>[];
}

/** The whole simulator at a glance; times are milliseconds since the epoch. */
export interface SimulatorState {
  /** Who sits at the desk, or sat there last. */
  readonly agentName: string;
  readonly username: string;
  readonly status: { readonly name: string; readonly type: AgentStatusType; readonly sinceMs: number };
  readonly nextStatus: string | null;
  /** What Streams' `agent.getState()` says. */
  readonly shown: { readonly name: string; readonly type: string; readonly sinceMs: number };
  readonly contacts: readonly ContactView[];
  readonly statuses: readonly StatusOption[];
  readonly habits: Habits;
  readonly signedIn: boolean;
  readonly pollsHeld: number;
  readonly webSocketsOpen: number;
  readonly eventCount: number;
  readonly requestCount: number;
  /** Channels whose contacts are accepted for the agent. */
  readonly autoAccept: readonly string[];
  readonly faults: readonly Fault[];
  readonly webSocketMode: WebSocketMode;
  /** Null when the simulator was started without one. */
  readonly identityProvider: IdentityHabits | null;
  /** The scenario played last, if any. */
  readonly scenario: ScenarioView | null;
}

function viewContact(contact: Contact): ContactView {
  const customer = customerConnection(contact);
  return {
    contactId: contact.id,
    channel: contact.channel,
    initiation: contact.initiation,
    state: contact.state,
    onHold: isOnHold(contact),
    sinceMs: contact.stateSinceMs,
    customerName: contact.customerName,
    phoneNumber: customer.phoneNumber,
    offered: isOffered(contact),
    queue: contact.queue?.name ?? null,
    attributes: contact.attributes,
    agentConnectionId: agentConnection(contact).id,
    customerConnectionId: customer.id,
    connections: contact.connections.map((connection) => ({ ...connection })),
  };
}

/** Copies the desk into a view that later changes do not touch. */
export function viewDesk({
  state,
  habits,
}: Desk): Pick<
  SimulatorState,
  'agentName' | 'username' | 'status' | 'nextStatus' | 'shown' | 'contacts' | 'statuses' | 'habits' | 'autoAccept'
> {
  return {
    agentName: state.agentName,
    username: state.username,
    status: { name: state.chosen.name, type: state.chosen.type, sinceMs: state.chosenSinceMs },
    nextStatus: state.next?.status.name ?? null,
    shown: { name: state.shown.name, type: state.shown.type, sinceMs: state.shownSinceMs },
    contacts: state.contacts.map(viewContact),
    statuses: state.statuses.map(({ name, type }) => ({ name, type })),
    habits: { ...habits },
    autoAccept: [...(state.configuration.softphoneAutoAccept ? ['voice'] : []), ...state.configuration.autoAccept],
  };
}
