import type { AgentStatus } from './agent-status.js';
import type { Clock } from './clock.js';
import { createDesk, type Desk } from './desk.js';
import { defaultHabits } from './habits.js';
import { makeQuickConnects } from './quick-connects.js';
import type { RandomSource } from './random-source.js';
import type { SimulatorOptions } from './simulator-options.js';

/** Sets up the agent's desk at the start of the day. Throws a RangeError for an initial status that is not there. */
export function openDesk(
  options: SimulatorOptions,
  statuses: readonly AgentStatus[],
  clock: Clock,
  ids: RandomSource,
): Desk {
  const wanted = options.agent?.initialStatus;
  const chosen = statuses.find(({ name, type }) => (wanted === undefined ? type === 'offline' : name === wanted));
  if (!chosen) throw new RangeError(`There is no status ${wanted} to start with`);
  const now = clock.now();
  const agentName = options.agent?.name ?? 'Ada Agent';
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
    agentName,
    username: options.agent?.username ?? 'ada',
    statuses,
    chosen,
    chosenSinceMs: now,
    next: null,
    contacts: [],
    shown: chosen,
    shownSinceMs: now,
    configuration: {
      softphoneEnabled: options.agent?.softphoneEnabled ?? true,
      softphoneAutoAccept: options.agent?.softphoneAutoAccept ?? false,
      extension: '',
      preferences: { LANGUAGE: 'en_US' },
      autoAccept: options.agent?.autoAccept ?? [],
    },
    quickConnects: makeQuickConnects(options.quickConnects ?? null),
  };
  return createDesk(state, habits, clock, ids);
}
