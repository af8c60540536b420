/** The three kinds of status an agent can choose, spelled as Streams spells them. */
export type AgentStatusType = 'routable' | 'not_routable' | 'offline';

/** A status of the instance, as an administrator configured it. */
export interface AgentStatus {
  readonly arn: string;
  readonly name: string;
  readonly type: AgentStatusType;
}

/** A status as given to the simulator; its ARN is made from its place in the list. */
export interface StatusOption {
  readonly name: string;
  readonly type: AgentStatusType;
}

/** What a small support centre would have set up. */
export const defaultStatuses: readonly StatusOption[] = [
  { name: 'Available', type: 'routable' },
  { name: 'Break', type: 'not_routable' },
  { name: 'Lunch', type: 'not_routable' },
  { name: 'Meeting', type: 'not_routable' },
  { name: 'Training', type: 'not_routable' },
  { name: 'Paperwork', type: 'not_routable' },
  { name: 'Offline', type: 'offline' },
];

/** Gives each status an ARN under the instance. Throws a RangeError unless names are unique and one status is offline. */
export function defineStatuses(options: readonly StatusOption[], instanceArn: string): readonly AgentStatus[] {
  if (new Set(options.map(({ name }) => name)).size !== options.length) {
    throw new RangeError('Status names must be unique');
  }
  if (!options.some(({ type }) => type === 'offline')) throw new RangeError('One status must be of type offline');
  return options.map(({ name, type }, index) => ({
    arn: `${instanceArn}/agent-state/00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    name,
    type,
  }));
}
