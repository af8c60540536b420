import type { AgentReading, ConnectionReading, ContactReading } from '../../../../renderer/phone/streams-reading.js';

/** Getters by name, as Streams' objects have them. */
export type Getters = Readonly<Record<string, (...given: never[]) => unknown>>;

/** What Streams throws when a snapshot lacks the member. */
export function throws(): never {
  throw new TypeError("Cannot read properties of undefined (reading 'length')");
}

/** Connection of the customer, as Streams has it, but for what is given. */
export function fakeConnection(change: Getters = {}): Getters {
  return {
    getConnectionId: () => 'customer-1',
    getType: () => 'inbound',
    isInitialConnection: () => true,
    getState: () => ({ type: 'connected', timestamp: new Date(5_000) }),
    getEndpoint: () => ({ phoneNumber: 'sip:+14155550100@host', stripPhoneNumber: () => '+14155550100' }),
    getQuickConnectName: () => 'Billing',
    isMute: () => true,
    isForcedMute: () => true,
    getMonitorStatus: () => 'BARGE',
    getMonitorCapabilities: () => ['BARGE', 'SILENT_MONITOR'],
    ...change,
  };
}

/** A voice contact that is up, as Streams has it, but for what is given. */
export function fakeContact(change: Getters = {}): Getters {
  return {
    getContactId: () => 'c1',
    getType: () => 'voice',
    getState: () => ({ type: 'connected', timestamp: new Date(4_000) }),
    getInitiationMethod: () => 'inbound',
    getName: () => 'Ada Lovelace',
    getQueue: () => ({ name: 'Support', queueARN: 'arn:queue' }),
    getCustomerEndpoint: () => ({ phoneNumber: '+14155550199' }),
    getAttributes: () => ({ tier: { name: 'tier', value: 'gold' } }),
    getInitialContactId: () => 'c0',
    getRelatedContactId: () => 'c9',
    isMultiPartyConferenceEnabled: () => true,
    getConnections: () => [fakeConnection()],
    ...change,
  };
}

export const fakeStates = [
  { agentStateARN: 'arn:available', name: 'Available', type: 'routable' },
  { agentStateARN: 'arn:lunch', name: 'Lunch', type: 'not_routable' },
  { agentStateARN: 'arn:offline', name: 'Feierabend', type: 'offline' },
] as const;

/** An Available agent on one call, as Streams has it, but for what is given. */
export function fakeAgent(change: Getters = {}): Getters {
  return {
    getName: () => 'Maria Torres',
    getConfiguration: () => ({ agentARN: 'arn:agent/maria' }),
    getAvailabilityState: () => ({ state: 'Available', timeStamp: new Date(1_000) }),
    getState: () => ({ agentStateARN: null, name: 'Busy', type: 'system', startTimestamp: new Date(2_000) }),
    getNextState: () => null,
    getAgentStates: () => fakeStates,
    getPermissions: () => ['outboundCall'],
    getDialableCountries: () => ['us', 'de'],
    getContacts: () => [fakeContact()],
    ...change,
  };
}

/** The customer's connection as it is read, but for what is given. */
export function connectionReading(change: Partial<ConnectionReading> = {}): ConnectionReading {
  return {
    connectionId: 'customer-1',
    type: 'inbound',
    initial: true,
    stateType: 'connected',
    stateMs: 5_000,
    phoneNumber: '+14155550100',
    quickConnectName: null,
    muted: false,
    muteLocked: false,
    monitorStatus: null,
    monitorCapabilities: [],
    ...change,
  };
}

/** A voice contact that is up as it is read, but for what is given. */
export function contactReading(change: Partial<ContactReading> = {}): ContactReading {
  return {
    contactId: 'c1',
    type: 'voice',
    stateType: 'connected',
    stateMs: 4_000,
    initiationMethod: 'inbound',
    preview: false,
    name: null,
    queueName: 'Support',
    customerPhoneNumber: null,
    attributes: null,
    initialContactId: 'c1',
    relatedContactId: null,
    multiParty: true,
    connections: [connectionReading()],
    ...change,
  };
}

/** An idle agent who is Available as it is read, but for what is given. */
export function agentReading(change: Partial<AgentReading> = {}): AgentReading {
  return {
    agentId: 'arn:agent/maria',
    name: 'Maria Torres',
    availability: { name: 'Available', startMs: 1_000 },
    state: { arn: 'arn:available', name: 'Available', type: 'routable', startMs: 1_000 },
    nextState: null,
    states: fakeStates.map(({ agentStateARN, name, type }) => ({ arn: agentStateARN, name, type, startMs: null })),
    permissions: ['outboundCall'],
    dialableCountries: ['us'],
    contacts: [],
    serverAheadMs: 0,
    snapshotMs: null,
    ...change,
  };
}
