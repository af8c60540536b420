import type { NamedResource } from './instance.js';

// Spelled as in the Amazon Connect agent event streams data model, version 2017-10-01; states and the next status as in
// later editions of the Amazon Connect administrator guide.

interface EventResource {
  readonly ARN: string;
  readonly Name: string;
}

export type EventContactState =
  | 'INCOMING'
  | 'PENDING'
  | 'CONNECTING'
  | 'CONNECTED'
  | 'CONNECTED_ONHOLD'
  | 'PAUSED'
  | 'MISSED'
  | 'ERROR'
  | 'ENDED'
  | 'REJECTED';

export interface EventContact {
  readonly Channel: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL';
  readonly ConnectedToAgentTimestamp: string | null;
  readonly ContactId: string;
  readonly InitialContactId: string | null;
  readonly InitiationMethod: 'INBOUND' | 'OUTBOUND' | 'TRANSFER' | 'CALLBACK' | 'QUEUE_TRANSFER' | 'API' | 'MONITOR';
  /** Null for a call the agent only monitors. */
  readonly Queue: EventResource | null;
  readonly QueueTimestamp: string | null;
  readonly State: EventContactState;
  readonly StateStartTimestamp: string;
}

export interface EventSnapshot {
  readonly AgentStatus: EventResource & {
    readonly StartTimestamp: string;
    readonly Type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE';
  };
  readonly Configuration: {
    readonly AgentHierarchyGroups: null;
    readonly FirstName: string;
    readonly LastName: string;
    readonly RoutingProfile: EventResource & {
      readonly DefaultOutboundQueue: EventResource;
      readonly InboundQueues: readonly EventResource[];
    };
    readonly Username: string;
  };
  readonly Contacts: readonly EventContact[];
  readonly NextAgentStatus: (EventResource & { readonly EnqueuedTimestamp: string }) | null;
}

/** One line of the agent event stream; timestamps are ISO 8601 with milliseconds. */
export interface AgentEvent {
  readonly AWSAccountId: string;
  readonly AgentARN: string;
  readonly CurrentAgentSnapshot: EventSnapshot;
  readonly EventId: string;
  readonly EventTimestamp: string;
  readonly EventType: 'STATE_CHANGE' | 'HEART_BEAT' | 'LOGIN' | 'LOGOUT';
  readonly InstanceARN: string;
  readonly PreviousAgentSnapshot: EventSnapshot | null;
  readonly Version: '2017-10-01';
}

/** Spells a resource as the event stream does. */
export function spellResource({ arn, name }: NamedResource): EventResource {
  return { ARN: arn, Name: name };
}
