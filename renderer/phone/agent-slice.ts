import type { Activity, Agent, AgentStatus, AgentStatusType } from '../../contract/agent.js';
import type { Contact } from '../../contract/contact.js';
import { isLive, isRinging } from '../../contract/contact-state.js';
import { isStatusId } from '../../contract/id-lengths.js';
import type { AgentReading, StateReading } from './streams-reading.js';

/** Streams 2.28.2 `AgentStateType`; `init`, `system` and `error` are no statuses an agent chooses. */
const STATUS_TYPES: ReadonlyMap<string, AgentStatusType> = new Map([
  ['routable', 'routable'],
  ['not_routable', 'notRoutable'],
  ['offline', 'offline'],
]);

/** Streams' permission name for outbound calls. */
const outboundCallPermission = 'outboundCall';

/** Maps the agent, given the contacts as they were mapped. */
export function mapAgent(reading: AgentReading, contacts: readonly Contact[]): Agent {
  const statuses = reading.states.flatMap((state) => mapStatus(state) ?? []);
  return {
    agentId: isStatusId(reading.agentId) ? reading.agentId : null,
    name: reading.name,
    statuses,
    availability: mapAvailability(reading, statuses),
    activity: activityOf(reading.state, contacts),
    errorName: errorNameOf(reading),
    nextStatus: reading.nextState === null ? null : mapNextStatus(reading.nextState, statuses),
    mayDial: reading.permissions.includes(outboundCallPermission),
    dialableCountries: reading.dialableCountries,
  };
}

/** What Connect calls the agent's state when that is an error. */
export function errorNameOf({ state }: AgentReading): string | null {
  return state?.type === 'error' ? state.name : null;
}

function mapStatus(state: StateReading): AgentStatus | null {
  const type = STATUS_TYPES.get(state.type);
  if (type === undefined || !isStatusId(state.arn)) return null;
  return { statusId: state.arn, name: state.name, type };
}

/**
 * The status the agent chose. Connect gives it by name alone, so its type comes from the list of statuses; where it is
 * missing, the effective state stands in, as long as it is one that is chosen.
 */
function mapAvailability(reading: AgentReading, statuses: readonly AgentStatus[]): Agent['availability'] {
  const chosen = reading.availability ?? reading.state;
  const name = chosen?.name ?? '';
  const listed = statuses.find((status) => status.name === name);
  const state = reading.state?.name === name ? reading.state : null;
  return {
    name,
    type: listed?.type ?? STATUS_TYPES.get(state?.type ?? '') ?? null,
    statusId: listed?.statusId ?? null,
    sinceMs: chosen?.startMs ?? state?.startMs ?? null,
  };
}

function mapNextStatus(next: StateReading, statuses: readonly AgentStatus[]): AgentStatus | null {
  const listed = statuses.find((status) => status.statusId === next.arn || status.name === next.name);
  return listed ?? mapStatus(next) ?? { statusId: next.arn ?? next.name, name: next.name, type: 'notRoutable' };
}

/** What the agent is doing, by what weighs most: a ring, then a talk, then after-contact work. */
function activityOf(state: StateReading | null, contacts: readonly Contact[]): Activity {
  if (contacts.some(isRinging)) return 'ringing';
  if (contacts.some(isLive)) return 'onContact';
  if (contacts.some((contact) => contact.state === 'ended')) return 'afterContactWork';
  return state?.type === 'error' || contacts.length > 0 ? 'error' : 'idle';
}
