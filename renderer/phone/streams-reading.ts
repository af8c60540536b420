import { isConnectionId, isContactId } from '../../contract/id-lengths.js';

/**
 * What Streams says of the agent at one moment, as plain values. Reading is apart from mapping, so that all mapping is
 * tested without Streams; and each getter is guarded by itself, because a snapshot may lack any member and Streams then
 * throws, which must cost that member only.
 */
export interface AgentReading {
  readonly agentId: string | null;
  readonly name: string;
  readonly availability: { readonly name: string; readonly startMs: number | null } | null;
  readonly state: StateReading | null;
  readonly nextState: StateReading | null;
  readonly states: readonly StateReading[];
  readonly permissions: readonly string[];
  readonly dialableCountries: readonly string[];
  readonly contacts: readonly ContactReading[];
  /** Server clock minus local clock in ms, as Streams measures it. */
  readonly serverAheadMs: number;
  /** Connect's own time of the snapshot; null where Streams does not give it. */
  readonly snapshotMs: number | null;
}

export interface StateReading {
  readonly arn: string | null;
  readonly name: string;
  readonly type: string;
  readonly startMs: number | null;
}

export interface ContactReading {
  readonly contactId: string;
  readonly type: string;
  readonly stateType: string;
  readonly stateMs: number | null;
  readonly initiationMethod: string | null;
  readonly preview: boolean;
  readonly name: string | null;
  readonly queueName: string | null;
  readonly customerPhoneNumber: string | null;
  /** As Streams gives them, by attribute name; the shape is checked by the mapping. */
  readonly attributes: unknown;
  readonly initialContactId: string | null;
  readonly relatedContactId: string | null;
  /** Whether the instance lets more than one third party onto a call. */
  readonly multiParty: boolean;
  readonly connections: readonly ConnectionReading[];
}

export interface ConnectionReading {
  readonly connectionId: string;
  readonly type: string;
  readonly initial: boolean;
  readonly stateType: string;
  readonly stateMs: number | null;
  readonly phoneNumber: string | null;
  readonly quickConnectName: string | null;
  readonly muted: boolean;
  readonly muteLocked: boolean;
  /** What a supervisor does, and may do, as Streams spells it. */
  readonly monitorStatus: string | null;
  readonly monitorCapabilities: readonly string[];
}

/** Reads everything the phone shows of an agent. */
export function readAgent(agent: connect.Agent): AgentReading {
  return {
    agentId: readText(() => agent.getConfiguration().agentARN),
    name: readText(() => agent.getName()) ?? '',
    availability: readAvailability(agent),
    state: readState(read(() => agent.getState())),
    nextState: readState(read(() => agent.getNextState())),
    states: readList(() => agent.getAgentStates()).flatMap((state) => readState(state) ?? []),
    permissions: readList(() => agent.getPermissions()).filter(isText),
    dialableCountries: readList(() => agent.getDialableCountries()).filter(isText),
    contacts: readList(() => agent.getContacts()).flatMap((contact) => readContact(contact) ?? []),
    snapshotMs: toMs(read(() => agentData().snapshot.snapshotTimestamp)),
    serverAheadMs: readSkew(),
  };
}

/** Streams 2.28.2 subtracts the snapshot's time from its own, which is NaN for a snapshot that lacks it. */
function readSkew(): number {
  const skew = read(() => (connect.core as unknown as { getSkew(): unknown }).getSkew());
  return typeof skew === 'number' && Number.isFinite(skew) ? skew : 0;
}

/** What Streams stands on; the time of a snapshot is nowhere in its public getters. */
function agentData(): { readonly snapshot: { readonly snapshotTimestamp?: unknown } } {
  const core = connect.core as unknown as { getAgentDataProvider(): { getAgentData(): ReturnType<typeof agentData> } };
  return core.getAgentDataProvider().getAgentData();
}

function readAvailability(agent: connect.Agent): AgentReading['availability'] {
  const availability = read(() => agent.getAvailabilityState());
  if (availability == null || typeof availability.state !== 'string') return null;
  return { name: availability.state, startMs: toMs(availability.timeStamp) };
}

function readState(
  state: (Omit<connect.AgentState, 'startTimestamp'> & { readonly startTimestamp?: Date }) | null | undefined,
): StateReading | null {
  if (state == null || typeof state.name !== 'string') return null;
  return {
    arn: readText(() => state.agentStateARN),
    name: state.name,
    type: readText(() => state.type) ?? '',
    startMs: toMs(state.startTimestamp),
  };
}

function readContact(contact: connect.Contact): ContactReading | null {
  const state = read(() => contact.getState());
  const contactId = readText(() => contact.getContactId());
  if (state == null || !isContactId(contactId)) return null;
  return {
    contactId,
    type: readText(() => contact.getType()) ?? '',
    stateType: readText(() => state.type) ?? '',
    stateMs: toMs(state.timestamp),
    initiationMethod: readText(() => (contact as unknown as UntypedMembers).getInitiationMethod()),
    preview: read(() => (contact as unknown as UntypedMembers).isCampaignPreview()) === true,
    name: readText(() => contact.getName()),
    queueName: readText(() => contact.getQueue()?.name),
    customerPhoneNumber: readPhoneNumber(() => (contact as unknown as UntypedMembers).getCustomerEndpoint()),
    attributes: read(() => contact.getAttributes()) ?? null,
    initialContactId: readContactId(() => contact.getInitialContactId()),
    relatedContactId: readContactId(() => contact.getRelatedContactId()),
    multiParty: read(() => contact.isMultiPartyConferenceEnabled()) === true,
    connections: readList(() => contact.getConnections()).flatMap((connection) => readConnection(connection) ?? []),
  };
}

/** What contacts of Streams 2.28.2 have although its types do not say so. */
interface UntypedMembers {
  getInitiationMethod(): string;
  isCampaignPreview(): boolean;
  getCustomerEndpoint(): connect.Endpoint | null;
}

function readContactId(getter: () => unknown): string | null {
  const contactId = read(getter);
  return isContactId(contactId) ? contactId : null;
}

/** Members that only a call's connections have; Streams' types split them over several classes. */
type VoiceMembers = Partial<
  Record<
    'getQuickConnectName' | 'isMute' | 'isForcedMute' | 'getMonitorStatus' | 'getMonitorCapabilities',
    () => unknown
  >
>;

function readConnection(connection: connect.BaseConnection): ConnectionReading | null {
  const state = read(() => connection.getState());
  const connectionId = readText(() => connection.getConnectionId());
  if (state == null || !isConnectionId(connectionId)) return null;
  const voice = connection as VoiceMembers;
  return {
    connectionId,
    type: readText(() => connection.getType()) ?? '',
    initial: read(() => connection.isInitialConnection()) === true,
    stateType: readText(() => state.type) ?? '',
    stateMs: toMs(state.timestamp),
    phoneNumber: readPhoneNumber(() => connection.getEndpoint()),
    quickConnectName: readText(() => voice.getQuickConnectName?.()),
    muted: read(() => voice.isMute?.()) === true,
    muteLocked: read(() => voice.isForcedMute?.()) === true,
    monitorStatus: readText(() => voice.getMonitorStatus?.()),
    monitorCapabilities: readList(() => voice.getMonitorCapabilities?.() as readonly string[]).filter(isText),
  };
}

/** SIP forms such as `sip:+4930…@host` are reduced to the number by Streams itself. */
function readPhoneNumber(getEndpoint: () => connect.Endpoint | null | undefined): string | null {
  const number = readText(() => {
    const endpoint = getEndpoint() as (connect.Endpoint & { stripPhoneNumber?(): string }) | null | undefined;
    if (endpoint == null) return null;
    return endpoint.stripPhoneNumber?.() ?? endpoint.phoneNumber;
  });
  return number === '' ? null : number;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Null for what is no text, which a snapshot may hold in any place. */
function readText(getter: () => unknown): string | null {
  const value = read(getter);
  return isText(value) ? value : null;
}

function readList<Item>(getter: () => readonly Item[] | null | undefined): readonly Item[] {
  const list = read(getter);
  return Array.isArray(list) ? list : [];
}

function read<Value>(getter: () => Value): Value | undefined {
  try {
    return getter();
  } catch {
    return undefined;
  }
}

/** Streams gives dates; a snapshot that crossed its ports by another way may carry text or seconds. */
function toMs(moment: unknown): number | null {
  if (moment instanceof Date) return validMs(moment.getTime());
  if (typeof moment === 'string') return validMs(Date.parse(moment));
  if (typeof moment === 'number') return validMs(moment * 1000);
  return null;
}

function validMs(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null;
}
