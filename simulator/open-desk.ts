import type { AgentStatus } from './agent-status.js';
import type { Clock } from './clock.js';
import { createDesk, type Desk } from './desk.js';
import { defaultHabits } from './habits.js';
import { makeQuickConnects } from './quick-connects.js';
import type { RandomSource } from './random-source.js';
import { makeSeat } from './roster.js';
import type { SimulatorOptions } from './simulator-options.js';

/** Sets up the agent's desk at the start of the day. Throws a RangeError for an initial status that is not there. */
export function openDesk(
  options: SimulatorOptions,
  statuses: readonly AgentStatus[],
  clock: Clock,
  ids: RandomSource,
): Desk {
  const now = clock.now();
  const seat = makeSeat(options.agent ?? {}, 0, statuses, now);
  const habits = {
    missEndsAs: options.missEndsAs ?? defaultHabits.missEndsAs,
    rejectEndsAs: options.rejectEndsAs ?? defaultHabits.rejectEndsAs,
    autoAnswerOutboundMs: options.autoAnswerOutboundMs ?? defaultHabits.autoAnswerOutboundMs,
    ringTimeoutMs: options.ringTimeoutMs ?? defaultHabits.ringTimeoutMs,
    afterContactMs: options.afterContactMs ?? defaultHabits.afterContactMs,
    acceptedCallbackIs: options.acceptedCallbackIs ?? defaultHabits.acceptedCallbackIs,
    callbackRenewsAgentLeg: options.callbackRenewsAgentLeg ?? defaultHabits.callbackRenewsAgentLeg,
    multiParty: options.multiParty ?? defaultHabits.multiParty,
  };
  const state = {
    ...seat,
    statuses,
    shown: seat.chosen,
    shownSinceMs: now,
    quickConnects: makeQuickConnects(options.quickConnects ?? null),
  };
  return createDesk(state, habits, clock, ids);
}
