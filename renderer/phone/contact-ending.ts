import type { Contact, ContactEnding, ContactPhase, ContactState } from '../../contract/contact.js';

/** What tells endings apart that Streams calls by the same states. */
export interface EndingFacts {
  readonly state: ContactState;
  readonly direction: Contact['direction'];
  /** The phases before the present one, oldest first. */
  readonly timeline: readonly ContactPhase[];
  /** This phone asked to decline it. */
  readonly rejectedByUs: boolean;
  /** What Connect calls the agent's state, when that is an error. */
  readonly agentErrorName: string | null;
}

/** Streams 2.28.2 `AgentErrorStates`: the agent did not answer in time. */
const missedByAgent = 'MissedCallAgent';

/**
 * Says how a contact ended that nobody took, or that broke. A caller who gave up and a decline in the panel are both
 * `rejected`, so `abandoned` may be either; a miss may come as `error`, and then only the agent's own state tells.
 * Source: https://github.com/amazon-connect/amazon-connect-streams/issues/391
 */
export function endingOf(facts: EndingFacts): ContactEnding | null {
  const { state, rejectedByUs, agentErrorName } = facts;
  if (state !== 'missed' && state !== 'rejected' && state !== 'error') return null;
  if (rejectedByUs) return 'declined';
  if (state === 'missed') return 'missed';
  if (state === 'rejected') return 'abandoned';
  if (agentErrorName === missedByAgent) return 'missed';
  return wasRinging(facts) ? 'abandoned' : 'failed';
}

function wasRinging({ timeline, direction }: EndingFacts): boolean {
  const before = timeline.findLast(({ state }) => state !== 'error')?.state;
  return before === 'incoming' || (before === 'connecting' && direction === 'inbound');
}
