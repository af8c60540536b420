import type { Agent, AgentStatus } from '../../../contract/agent.js';
import type { Connection } from '../../../contract/connection.js';
import type { Contact } from '../../../contract/contact.js';
import { emptySnapshot } from '../../../contract/empty-snapshot.js';
import type { PhoneSnapshot } from '../../../contract/snapshot.js';

export const available: AgentStatus = { statusId: 'arn:available', name: 'Available', type: 'routable' };
export const lunch: AgentStatus = { statusId: 'arn:lunch', name: 'Lunch', type: 'notRoutable' };
/** Named in another language, as customers do; only its type tells what it is. */
export const offline: AgentStatus = { statusId: 'arn:offline', name: 'Feierabend', type: 'offline' };

/** The agent's availability when this status was chosen. */
export function chose({ name, type, statusId }: AgentStatus): Agent['availability'] {
  return { name, type, statusId, sinceMs: 1_000 };
}

/** An idle agent who is Available, but for what is given. */
export function buildAgent(change: Partial<Agent> = {}): Agent {
  return {
    name: 'Maria Torres',
    statuses: [available, lunch, offline],
    availability: chose(available),
    activity: 'idle',
    errorName: null,
    nextStatus: null,
    mayDial: true,
    agentId: 'arn:agent/ada',
    dialableCountries: ['us'],
    ...change,
  };
}

/** Somebody called into the call who has answered, but for what is given. */
export function buildConnection(change: Partial<Connection> = {}): Connection {
  return {
    connectionId: 'third-1',
    party: 'thirdParty',
    name: null,
    phoneNumber: null,
    state: 'connected',
    sinceMs: 1_000,
    muted: false,
    muteLocked: false,
    ...change,
  };
}

export const agentLeg = buildConnection({ connectionId: 'agent-1', party: 'agent' });
export const customerLeg = buildConnection({
  connectionId: 'customer-1',
  party: 'customer',
  phoneNumber: '+14155550100',
});

/** An inbound call that is up, but for what is given. */
export function buildContact(change: Partial<Contact> = {}): Contact {
  return {
    contactId: 'c1',
    channel: 'voice',
    direction: 'inbound',
    preview: false,
    state: 'connected',
    sinceMs: 1_000,
    heldSinceMs: null,
    customerName: null,
    phoneNumber: '+14155550100',
    queueName: 'Support',
    attributes: [],
    ending: null,
    timeline: [],
    initialContactId: null,
    relatedContactId: null,
    connections: [agentLeg, customerLeg],
    multiParty: true,
    supervision: null,
    ...change,
  };
}

/** The phone of an idle agent who is Available, but for what is given. */
export function buildSnapshot(change: Partial<PhoneSnapshot> = {}): PhoneSnapshot {
  return {
    ...emptySnapshot,
    agent: buildAgent(),
    health: { phase: 'ready', trouble: null, webSocketUp: true, otherPanel: false, recovery: 'none' },
    ...change,
  };
}
