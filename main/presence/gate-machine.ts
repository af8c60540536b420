import type { CommandFailure, CommandFailureReason } from '../../contract/command.js';
import type { LeavingChoice, LeavingView } from '../../contract/leaving.js';
import { assertNever } from '../../contract/result.js';
import type { Presence } from './presence.js';

/** Who asked to leave. The operating system sets a short limit and shows nobody a question. */
export type ExitCause = 'agent' | 'system';

export type GateState =
  /** Nobody asked to leave. */
  | { readonly kind: 'resting' }
  /** Going Offline: an attempt runs, or its effect is awaited, or the next one is. */
  | {
      readonly kind: 'leaving';
      readonly cause: ExitCause;
      readonly deadlineMs: number;
      readonly attempts: number;
      readonly waitsFor: 'answer' | 'snapshot' | 'nextAttempt';
      readonly lastReason: CommandFailureReason | null;
      /** Contacts whose clearing was asked for in this leaving. */
      readonly cleared: readonly string[];
    }
  /** The agent is asked what becomes of the live contact. */
  | { readonly kind: 'asking' }
  /** Leaves when the contacts are gone; Offline is the next status. */
  | { readonly kind: 'whenClear' }
  /** The attempts are spent and the agent was told. */
  | { readonly kind: 'notConfirmed' }
  | { readonly kind: 'left' };

export type GateEvent =
  | { readonly kind: 'exitAsked'; readonly cause: ExitCause }
  | { readonly kind: 'snapshotChanged' }
  | { readonly kind: 'attemptSettled'; readonly failure: CommandFailure | null }
  | { readonly kind: 'timerFired'; readonly timer: GateTimer }
  | { readonly kind: 'chosen'; readonly choice: LeavingChoice };

/** One timer of each name at most; setting it again replaces it. */
export type GateTimer = 'spinner' | 'snapshotDue' | 'nextAttempt' | 'deadline' | 'askAgain';

export type GateEffect =
  | { readonly kind: 'goOffline'; readonly timeoutMs: number }
  /** Clears contacts that are over, so that the queued Offline is taken. */
  | { readonly kind: 'clear'; readonly contactIds: readonly string[] }
  | { readonly kind: 'setTimer'; readonly timer: GateTimer; readonly afterMs: number }
  | { readonly kind: 'stopTimers' }
  | { readonly kind: 'show'; readonly view: LeavingView | null }
  | { readonly kind: 'exit'; readonly code: number };

/** What the machine may look at; `jitter` is 0..1, so that many agents do not retry in step. */
export interface GateFacts {
  readonly presence: Presence;
  readonly nowMs: number;
  readonly jitter: number;
}

export interface GateStep {
  readonly state: GateState;
  readonly effects: readonly GateEffect[];
}

export const exitCodes = { confirmed: 0, unconfirmed: 4 } as const;
export const budgetMs: Readonly<Record<ExitCause, number>> = { agent: 12_000, system: 4_000 };
export const attemptMs: Readonly<Record<ExitCause, number>> = { agent: 2_500, system: 1_200 };
const backoffMs = [250, 500, 1_000, 2_000] as const;
const snapshotDueMs = 1_500;
const spinnerAfterMs = 400;
const askAgainAfterMs = 60_000;

type Leaving = Extract<GateState, { kind: 'leaving' }>;

/**
 * The one owner of every exit: says, for what happened, what the gate is in next and what must be done. Pure; the
 * effects are carried out by the gate. Nothing but a snapshot confirms Offline: an attempt that succeeded only means
 * that it is worth waiting for one.
 */
export function stepGate(state: GateState, event: GateEvent, facts: GateFacts): GateStep {
  if (state.kind === 'left') return { state, effects: [] };
  if (mayLeave(state, facts.presence)) return leave(exitCodes.confirmed);
  switch (event.kind) {
    case 'exitAsked':
      return exitAsked(state, event.cause, facts);
    case 'snapshotChanged':
      return snapshotChanged(state, facts);
    case 'attemptSettled':
      return state.kind === 'leaving' && state.waitsFor === 'answer'
        ? settled(state, event.failure, facts)
        : stay(state);
    case 'timerFired':
      return timerFired(state, event.timer, facts);
    case 'chosen':
      return chosen(state, event.choice, facts);
    default:
      return assertNever(event);
  }
}

/** Whether somebody asked to leave and a snapshot confirms Offline. */
function mayLeave(state: GateState, presence: Presence): boolean {
  return presence.offline && state.kind !== 'resting' && state.kind !== 'asking';
}

function exitAsked(state: GateState, cause: ExitCause, facts: GateFacts): GateStep {
  const { presence } = facts;
  if (!presence.agentKnown || presence.offline) return leave(exitCodes.confirmed);
  if (cause === 'system') {
    // All that Connect takes while the customer is there has been taken.
    if ((presence.onContact || presence.waitsForPanel) && presence.offlineWhenClear) return leave(exitCodes.confirmed);
    return state.kind === 'leaving' ? shorten(state, facts) : startLeaving('system', facts);
  }
  if (state.kind !== 'resting') return stay(state);
  if (presence.onContact)
    return { state: { kind: 'asking' }, effects: [{ kind: 'show', view: { kind: 'onContact' } }] };
  return startLeaving('agent', facts);
}

function startLeaving(cause: ExitCause, facts: GateFacts): GateStep {
  const state: Leaving = {
    kind: 'leaving',
    cause,
    deadlineMs: facts.nowMs + budgetMs[cause],
    attempts: 0,
    waitsFor: 'nextAttempt',
    lastReason: null,
    cleared: [],
  };
  const attempt = nextAttempt(state, facts);
  const timers: GateEffect[] = [{ kind: 'setTimer', timer: 'deadline', afterMs: budgetMs[cause] }];
  if (cause === 'agent') timers.push({ kind: 'setTimer', timer: 'spinner', afterMs: spinnerAfterMs });
  return { state: attempt.state, effects: [{ kind: 'stopTimers' }, ...timers, ...attempt.effects] };
}

/** The system came while the agent was leaving: the attempts go on at once under the shorter limit. */
function shorten(state: Leaving, facts: GateFacts): GateStep {
  const deadlineMs = Math.min(state.deadlineMs, facts.nowMs + budgetMs.system);
  const shorter: Leaving = { ...state, cause: 'system', deadlineMs };
  const deadline: GateEffect = { kind: 'setTimer', timer: 'deadline', afterMs: deadlineMs - facts.nowMs };
  if (state.waitsFor !== 'nextAttempt') return { state: shorter, effects: [deadline] };
  const attempt = nextAttempt(shorter, facts);
  return { state: attempt.state, effects: [deadline, ...attempt.effects] };
}

function nextAttempt(state: Leaving, facts: GateFacts): GateStep {
  const leftMs = state.deadlineMs - facts.nowMs;
  return {
    state: { ...state, attempts: state.attempts + 1, waitsFor: 'answer' },
    effects: [{ kind: 'goOffline', timeoutMs: Math.max(1, Math.min(attemptMs[state.cause], leftMs)) }],
  };
}

function settled(state: Leaving, failure: CommandFailure | null, facts: GateFacts): GateStep {
  if (failure === null) {
    const seen = snapshotChanged({ ...state, waitsFor: 'snapshot' }, facts);
    if (seen.state.kind !== 'leaving') return seen;
    return { ...seen, effects: [{ kind: 'setTimer', timer: 'snapshotDue', afterMs: snapshotDueMs }, ...seen.effects] };
  }
  const failed: Leaving = { ...state, lastReason: failure.reason };
  // Nothing but signing in again helps, so the agent is told at once instead of after the whole limit.
  return failure.reason === 'signedOut' ? giveUp(failed) : awaitNextAttempt(failed, facts);
}

function awaitNextAttempt(state: Leaving, facts: GateFacts): GateStep {
  const step = backoffMs[Math.min(state.attempts - 1, backoffMs.length - 1)] ?? backoffMs[0];
  const afterMs = Math.round(step * (0.8 + 0.4 * facts.jitter));
  return {
    state: { ...state, waitsFor: 'nextAttempt' },
    effects: [{ kind: 'setTimer', timer: 'nextAttempt', afterMs }],
  };
}

function snapshotChanged(state: GateState, facts: GateFacts): GateStep {
  const { presence } = facts;
  if (state.kind === 'whenClear') {
    const nothingLeft = !presence.onContact && !presence.waitsForPanel && presence.overContactIds.length === 0;
    return nothingLeft ? startLeaving('agent', facts) : stay(state);
  }
  if (state.kind !== 'leaving' || !presence.offlineWhenClear) return stay(state);
  if (!presence.onContact && !presence.waitsForPanel) return clearOver(state, presence.overContactIds);
  // Connect only takes a next status while the customer is there.
  if (state.cause === 'system') return leave(exitCodes.confirmed);
  return {
    state: { kind: 'whenClear' },
    effects: [{ kind: 'stopTimers' }, { kind: 'show', view: { kind: 'whenClear' } }],
  };
}

/** Clears each contact once: a clear changes the snapshot, which would ask for the next clear. */
function clearOver(state: Leaving, overContactIds: readonly string[]): GateStep {
  const contactIds = overContactIds.filter((contactId) => !state.cleared.includes(contactId));
  if (contactIds.length === 0) return stay(state);
  return {
    state: { ...state, cleared: [...state.cleared, ...contactIds] },
    effects: [{ kind: 'clear', contactIds }],
  };
}

function timerFired(state: GateState, timer: GateTimer, facts: GateFacts): GateStep {
  if (timer === 'askAgain') return state.kind === 'notConfirmed' ? startLeaving('agent', facts) : stay(state);
  if (state.kind !== 'leaving') return stay(state);
  if (timer === 'spinner') return { state, effects: [{ kind: 'show', view: { kind: 'settingOffline' } }] };
  if (timer === 'deadline') return giveUp(state);
  if (timer === 'snapshotDue') {
    return state.waitsFor === 'snapshot' ? awaitNextAttempt({ ...state, lastReason: 'noAnswer' }, facts) : stay(state);
  }
  return state.waitsFor === 'nextAttempt' ? nextAttempt(state, facts) : stay(state);
}

function giveUp(state: Leaving): GateStep {
  if (state.cause === 'system') return leave(exitCodes.unconfirmed);
  return {
    state: { kind: 'notConfirmed' },
    effects: [
      { kind: 'stopTimers' },
      { kind: 'show', view: { kind: 'notConfirmed', reason: state.lastReason } },
      { kind: 'setTimer', timer: 'askAgain', afterMs: askAgainAfterMs },
    ],
  };
}

function chosen(state: GateState, choice: LeavingChoice, facts: GateFacts): GateStep {
  const asked = state.kind === 'asking' || state.kind === 'whenClear' || state.kind === 'notConfirmed';
  if (!asked) return stay(state);
  if (choice === 'stay') {
    return { state: { kind: 'resting' }, effects: [{ kind: 'stopTimers' }, { kind: 'show', view: null }] };
  }
  if (choice === 'quitAnyway') return state.kind === 'notConfirmed' ? leave(exitCodes.unconfirmed) : stay(state);
  if (choice === 'tryAgain' || choice === 'quitWhenClear') return startLeaving('agent', facts);
  return assertNever(choice);
}

function leave(code: number): GateStep {
  return { state: { kind: 'left' }, effects: [{ kind: 'stopTimers' }, { kind: 'exit', code }] };
}

function stay(state: GateState): GateStep {
  return { state, effects: [] };
}
