import type { AgentStatus } from './agent-status.js';
import type { Desk, DeskState } from './desk.js';
import { instance } from './instance.js';
import type { AgentOptions } from './simulator-options.js';

/** What of a desk belongs to whoever sits at it. */
export type Seat = Pick<
  DeskState,
  'agentName' | 'username' | 'agentArn' | 'chosen' | 'chosenSinceMs' | 'next' | 'contacts' | 'configuration'
>;

/** The agents who share the desk. One sits there; the others' status and contacts wait as they were left. */
export interface Roster {
  /** Seats whoever has this user name; one that nobody has leaves the desk as it is. */
  seat(username: string | null): void;
}

/**
 * A seat that nobody has sat in yet; `serial` is 0 for the instance's own agent. Throws a RangeError for an initial
 * status that is not there.
 */
export function makeSeat(options: AgentOptions, serial: number, statuses: readonly AgentStatus[], nowMs: number): Seat {
  const wanted = options.initialStatus;
  const chosen = statuses.find(({ name, type }) => (wanted === undefined ? type === 'offline' : name === wanted));
  if (!chosen) throw new RangeError(`There is no status ${wanted} to start with`);
  return {
    agentName: options.name ?? 'Ada Agent',
    username: options.username ?? 'ada',
    agentArn: serial === 0 ? instance.agentArn : `${instance.arn}/agent/55555555-5555-4555-8555-${serialText(serial)}`,
    chosen,
    chosenSinceMs: nowMs,
    next: null,
    contacts: [],
    configuration: {
      softphoneEnabled: options.softphoneEnabled ?? true,
      softphoneAutoAccept: options.softphoneAutoAccept ?? false,
      extension: '',
      preferences: { LANGUAGE: 'en_US' },
      autoAccept: options.autoAccept ?? [],
    },
  };
}

const serialText = (serial: number): string => String(serial).padStart(12, '0');

export function createRoster(desk: Desk, colleagues: readonly Seat[]): Roster {
  const away = new Map(colleagues.map((seat) => [seat.username, seat]));
  return {
    seat(username) {
      const next = username === null ? undefined : away.get(username);
      if (next === undefined) return;
      away.delete(next.username);
      const { agentName, username: left, agentArn, chosen, chosenSinceMs, configuration } = desk.state;
      const seat = { agentName, username: left, agentArn, chosen, chosenSinceMs, configuration };
      away.set(left, { ...seat, next: desk.state.next, contacts: desk.state.contacts });
      desk.change((state) => void Object.assign(state, next));
    },
  };
}
