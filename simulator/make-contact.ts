import type { Channel, Connection, Contact, InitiationMethod } from './contact.js';
import type { Desk } from './desk.js';
import type { NamedResource } from './instance.js';

/** What is known of a contact before it reaches the desk. */
export interface ContactPlan {
  readonly channel: Channel;
  readonly initiation: InitiationMethod;
  readonly state: 'incoming' | 'connecting' | 'connected';
  readonly queue: NamedResource | null;
  /** Time the customer has already waited in the queue; null for calls the agent places. */
  readonly waitedMs: number | null;
  readonly phoneNumber: string | null;
  readonly customerName: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly description?: string | null;
}

/** Makes a party of a contact that starts now. */
export function makeConnection(
  desk: Desk,
  party: Pick<Connection, 'type' | 'initial' | 'phoneNumber' | 'quickConnectName' | 'state'> &
    Partial<Pick<Connection, 'monitorMode' | 'monitors'>>,
): Connection {
  return {
    id: desk.ids.uuid(),
    monitorMode: null,
    monitors: null,
    ...party,
    stateSinceMs: desk.clock.now(),
    muted: false,
  };
}

/** Makes a contact with its two parties, the agent first. It is not yet at the desk. */
export function makeContact(desk: Desk, plan: ContactPlan): Contact {
  const now = desk.clock.now();
  const id = desk.ids.uuid();
  const agentState = plan.state === 'connected' ? 'connected' : 'connecting';
  const comesIn = plan.initiation !== 'outbound' && plan.initiation !== 'callback';
  const customerState = comesIn ? 'connected' : agentState;
  const agent = makeConnection(desk, {
    type: 'agent',
    initial: false,
    phoneNumber: null,
    quickConnectName: null,
    state: agentState,
  });
  const customer = makeConnection(desk, {
    type: comesIn ? 'inbound' : 'outbound',
    initial: true,
    phoneNumber: plan.phoneNumber,
    quickConnectName: null,
    state: customerState,
  });
  return {
    id,
    channel: plan.channel,
    initiation: plan.initiation,
    queue: plan.queue,
    queuedAtMs: plan.waitedMs === null ? null : now - plan.waitedMs,
    customerName: plan.customerName,
    state: plan.state,
    stateSinceMs: now,
    endsAs: null,
    connectedToAgentAtMs: plan.state === 'connected' ? now : null,
    description: plan.description ?? null,
    attributes: plan.attributes,
    connections: [agent, customer],
  };
}
