import { type EventContact, type EventContactState, type EventSnapshot, spellResource } from './agent-event.js';
import { type Contact, isOnHold } from './contact.js';
import type { DeskState } from './desk.js';
import { instance } from './instance.js';

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

const statusTypes = { routable: 'ROUTABLE', not_routable: 'CUSTOM', offline: 'OFFLINE' } as const;
const channels = { voice: 'VOICE', queue_callback: 'VOICE', chat: 'CHAT', task: 'TASK', email: 'EMAIL' } as const;
const methods = {
  inbound: 'INBOUND',
  outbound: 'OUTBOUND',
  callback: 'CALLBACK',
  api: 'API',
  monitor: 'MONITOR',
} as const;
const states: Readonly<Record<Contact['state'], EventContactState>> = {
  incoming: 'INCOMING',
  pending: 'PENDING',
  connecting: 'CONNECTING',
  connected: 'CONNECTED',
  paused: 'PAUSED',
  ended: 'ENDED',
  missed: 'MISSED',
  rejected: 'REJECTED',
  error: 'ERROR',
};

function describeState(contact: Contact): EventContactState {
  return isOnHold(contact) ? 'CONNECTED_ONHOLD' : states[contact.state];
}

function describeContact(contact: Contact): EventContact {
  return {
    Channel: channels[contact.channel],
    ConnectedToAgentTimestamp: contact.connectedToAgentAtMs === null ? null : iso(contact.connectedToAgentAtMs),
    ContactId: contact.id,
    InitialContactId: null,
    InitiationMethod: methods[contact.initiation],
    Queue: contact.queue && spellResource(contact.queue),
    QueueTimestamp: contact.queuedAtMs === null ? null : iso(contact.queuedAtMs),
    State: describeState(contact),
    // Hold does not move this in the service either: it times the conversation.
    StateStartTimestamp: iso(contact.stateSinceMs),
  };
}

/** The agent snapshot of the event stream. Its status is the chosen one throughout a contact, unlike Streams' state. */
export function describeForEvents(state: DeskState): EventSnapshot {
  const [firstName = '', ...lastNames] = state.agentName.split(' ');
  return {
    AgentStatus: {
      ...spellResource(state.chosen),
      StartTimestamp: iso(state.chosenSinceMs),
      Type: statusTypes[state.chosen.type],
    },
    Configuration: {
      AgentHierarchyGroups: null,
      FirstName: firstName,
      LastName: lastNames.join(' '),
      RoutingProfile: {
        ...spellResource(instance.routingProfile),
        DefaultOutboundQueue: spellResource(instance.defaultOutboundQueue),
        InboundQueues: instance.queues.map(spellResource),
      },
      Username: state.username,
    },
    Contacts: state.contacts.map(describeContact),
    NextAgentStatus: state.next && {
      ...spellResource(state.next.status),
      EnqueuedTimestamp: iso(state.next.enqueuedAtMs),
    },
  };
}
