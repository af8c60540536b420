import { agentConnection, type Connection, type Contact, customerConnection, isVoice } from './contact.js';
import type { Desk, DeskState } from './desk.js';
import { instance } from './instance.js';

/** JSON as it goes over the wire. */
export type WireObject = Record<string, unknown>;

/** The service's timestamps are seconds with a fraction; milliseconds would be read as the year 58858. */
function seconds(ms: number): number {
  return ms / 1_000;
}

const subtypes = {
  voice: 'connect:Telephony',
  queue_callback: 'connect:Telephony',
  chat: 'connect:Chat',
  task: 'connect:Task',
  email: 'connect:Email',
} as const;

/** What Streams' softphone needs to start a session; the page's stand-in for connect-rtc ignores the addresses. */
function softphoneMediaInfo(state: DeskState): WireObject {
  return {
    callType: 'audio_only',
    autoAccept: state.configuration.softphoneAutoAccept,
    callContextToken: 'simulated-call-context',
    mediaLegContextToken: 'simulated-media-leg',
    callConfigJson: JSON.stringify({
      useWebSocketProvider: true,
      signalingEndpoint: 'wss://simulated.invalid/rtc',
      iceServers: [],
    }),
  };
}

function describeConnection(state: DeskState, contact: Contact, connection: Connection): WireObject {
  const isAgent = connection === agentConnection(contact);
  const type = connection.phoneNumber === null ? 'agent' : 'phone_number';
  return {
    connectionId: connection.id,
    type: connection.type,
    initial: connection.initial,
    mute: connection.muted,
    state: { type: connection.state, timestamp: seconds(connection.stateSinceMs) },
    endpoint: { type: isAgent ? 'agent' : type, phoneNumber: connection.phoneNumber },
    ...(connection.quickConnectName === null ? {} : { quickConnectName: connection.quickConnectName }),
    ...describeMonitoring(connection),
    ...(isAgent && isVoice(contact) && state.configuration.softphoneEnabled
      ? { softphoneMediaInfo: softphoneMediaInfo(state) }
      : {}),
    ...(contact.channel === 'chat'
      ? {
          chatMediaInfo: {
            chatAutoAccept: state.configuration.autoAccept.includes('chat'),
            customerName: contact.customerName,
          },
        }
      : {}),
  };
}

/** Members of a supervisor's leg: what it may do, what it does, and to whom it listens. */
function describeMonitoring({ type, monitorMode, monitors, stateSinceMs }: Connection): WireObject {
  if (type !== 'monitoring') return {};
  return {
    monitorCapabilities: ['SILENT_MONITOR', 'BARGE'],
    monitorStatus: monitorMode,
    ...(monitors === null
      ? {}
      : { monitoringInfo: { agent: { agentName: monitors }, joinTimeStamp: seconds(stateSinceMs) } }),
  };
}

/** Addresses of an e-mail: made up, but ones that can only be examples. */
function describeEmail(contact: Contact): WireObject {
  const displayName = contact.customerName ?? 'Customer';
  return {
    emailRecipients: {
      fromRecipient: { address: 'customer@customers.example', displayName },
      toList: [{ address: 'service@centre.example', displayName: 'Service' }],
      ccList: [],
    },
  };
}

/** Whether the agent need not accept this contact. Only a worker with the shims passes it on to Streams. */
function acceptsItself({ configuration }: DeskState, contact: Contact): boolean {
  return contact.channel === 'voice'
    ? configuration.softphoneAutoAccept
    : configuration.autoAccept.includes(contact.channel);
}

function describeContact(state: DeskState, multiParty: boolean, contact: Contact, nowMs: number): WireObject {
  const phoneNumber = customerConnection(contact).phoneNumber;
  return {
    contactId: contact.id,
    initialContactId: contact.id,
    type: contact.channel,
    initiationMethod: contact.initiation,
    state: { type: contact.endsAs ?? contact.state, timestamp: seconds(contact.stateSinceMs) },
    ...(contact.queue === null ? {} : { queue: { queueARN: contact.queue.arn, name: contact.queue.name } }),
    ...(contact.queuedAtMs === null ? {} : { queueTimestamp: seconds(contact.queuedAtMs) }),
    contactDuration: String(Math.max(0, Math.floor((nowMs - contact.stateSinceMs) / 1_000))),
    ...(contact.customerName !== null && contact.channel !== 'voice' ? { name: contact.customerName } : {}),
    ...(contact.description === null ? {} : { description: contact.description }),
    ...(contact.channel === 'email' ? describeEmail(contact) : {}),
    agentContactHandlingConfig: { autoAccept: acceptsItself(state, contact) },
    attributes: Object.fromEntries(Object.entries(contact.attributes).map(([name, value]) => [name, { name, value }])),
    contactFeatures: {
      attachmentsEnabled: false,
      messagingMarkdownEnabled: false,
      multiPartyConferenceEnabled: multiParty,
      screenRecordingEnabled: false,
    },
    segmentAttributes: { 'connect:Subtype': { ValueString: subtypes[contact.channel] } },
    ...(phoneNumber === null
      ? {}
      : {
          customerEndpoint: { type: 'phone_number', phoneNumber },
          connectSystemEndpoint: { type: 'phone_number', phoneNumber: instance.phoneNumber },
        }),
    connections: contact.connections.map((connection) => describeConnection(state, contact, connection)),
  };
}

/** The `snapshot` member of GetAgentSnapshot: always the whole desk, never a difference. */
export function describeSnapshot({ state, habits }: Pick<Desk, 'state' | 'habits'>, nowMs: number): WireObject {
  return {
    state: {
      agentStateARN: state.shown.arn,
      type: state.shown.type,
      name: state.shown.name,
      startTimestamp: seconds(state.shownSinceMs),
    },
    nextState: state.next && {
      agentStateARN: state.next.status.arn,
      type: state.next.status.type,
      name: state.next.status.name,
      startTimestamp: seconds(state.next.enqueuedAtMs),
    },
    agentAvailabilityState: { state: state.chosen.name, timeStamp: seconds(state.chosenSinceMs) },
    contacts: state.contacts.map((contact) => describeContact(state, habits.multiParty, contact, nowMs)),
    snapshotTimestamp: seconds(nowMs),
  };
}
