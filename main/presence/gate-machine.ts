import type { CommandFailure } from '../../contract/command.js';
import type { ExitCause, ExitOutcome } from '../../contract/exit-entry.js';
import type { LeavingChoice } from '../../contract/leaving.js';
import { assertNever } from '../../contract/result.js';
import { dismissalsOf } from './dismissals.js';
import { askAgainAfterMs, attemptMs, backoffAfter, budgetMs, snapshotDueMs, spinnerAfterMs } from './gate-limits.js';
import type { GateEffect, GateEvent, GateFacts, GateState, GateStep, GateTimer, Leaving } from './gate-state.js';
import type { Presence } from './presence.js';

/**
 * The one owner of every exit: says, for what happened, what the gate is in next and what must be done. Pure; the
 * effects are carried out by the gate. Nothing but a snapshot confirms Offline: an attempt that succeeded only means
 * that it is worth waiting for one.
 */
export function stepGate(state: GateState, event: GateEvent, facts: GateFacts): GateStep {
  if (state.kind === 'left') return { state, effects: [] };
  if (mayLeave(state, facts.presence)) return leave('confirmed', causeOf(state, event));
  switch (event.kind) {
    case 'exitAsked':
      return exitAsked(state, event.cause, event.asks, facts);
    case 'snapshotChanged':
      return snapshotChanged(state, facts);
    case 'attemptSettled':
      return state.kind === 'leaving' && state.waitsFor === 'answer'
        ? settled(state, event.failure, facts)
        : stay(state);
    case 'probed':
      return state.kind === 'leaving' && !event.alive ? foundDead(state, facts.presence) : stay(state);
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
  const asked = state.kind === 'leaving' || state.kind === 'whenClear' || state.kind === 'notConfirmed';
  return presence.offline && asked;
}

function causeOf(state: GateState, event: GateEvent): ExitCause {
  const former = state.kind === 'leaving' ? state.cause : 'agent';
  return event.kind === 'exitAsked' ? hastierOf(former, event.cause) : former;
}

function hastierOf(one: ExitCause, other: ExitCause): ExitCause {
  return budgetMs[other] < budgetMs[one] ? other : one;
}

function exitAsked(state: GateState, cause: ExitCause, asks: boolean, facts: GateFacts): GateStep {
  const { presence } = facts;
  // Whoever leaves now does so by the rules of a leaving, not by those of making good.
  if (state.kind === 'leaving' && state.cause === 'recover' && cause !== 'recover') {
    return exitAsked({ kind: 'resting' }, cause, asks, facts);
  }
  const hastier = state.kind === 'leaving' ? hastierOf(state.cause, cause) : cause;
  if (!presence.agentKnown) return leave('nothingToConfirm', hastier);
  if (presence.offline) return leave('confirmed', hastier);
  // A customer is not cut off because something of ours broke: Offline is queued, and the app ends after the contact.
  if (cause === 'crash' && presence.onContact && state.kind === 'resting') return startLeaving('agent', facts);
  if (cause !== 'agent') {
    // All that Connect takes while the customer is there has been taken.
    if (presence.onContact && presence.offlineWhenClear) return leave('queued', hastier);
    return state.kind === 'leaving' ? shorten(state, cause, facts) : startLeaving(cause, facts);
  }
  if (state.kind !== 'resting') return stay(state);
  if (presence.onContact && asks) return { state: { kind: 'asking' }, effects: [shows('onContact')] };
  return startLeaving('agent', facts);
}

function startLeaving(cause: ExitCause, facts: GateFacts, endsCalls = false): GateStep {
  const state: Leaving = {
    kind: 'leaving',
    cause,
    deadlineMs: facts.nowMs + budgetMs[cause],
    attempts: 0,
    waitsFor: 'nextAttempt',
    lastReason: null,
    endsCalls,
    dismissed: [],
    reviving: false,
  };
  const attempt = nextAttempt(state, facts);
  const timers: GateEffect[] = [{ kind: 'setTimer', timer: 'deadline', afterMs: budgetMs[cause] }];
  if (cause === 'agent') timers.push({ kind: 'setTimer', timer: 'spinner', afterMs: spinnerAfterMs });
  return {
    state: attempt.state,
    effects: [{ kind: 'stopTimers' }, ...timers, ...attempt.effects, { kind: 'probe' }],
  };
}

/** Somebody with less time came while another was leaving: the attempts go on at once under the shorter limit. */
function shorten(state: Leaving, cause: ExitCause, facts: GateFacts): GateStep {
  const deadlineMs = Math.min(state.deadlineMs, facts.nowMs + budgetMs[cause]);
  const shorter: Leaving = { ...state, cause: hastierOf(state.cause, cause), deadlineMs };
  const deadline: GateEffect = { kind: 'setTimer', timer: 'deadline', afterMs: deadlineMs - facts.nowMs };
  if (state.waitsFor !== 'nextAttempt') return { state: shorter, effects: [deadline] };
  const attempt = nextAttempt(shorter, facts);
  return { state: attempt.state, effects: [deadline, ...attempt.effects] };
}

function nextAttempt(state: Leaving, facts: GateFacts): GateStep & { readonly state: Leaving } {
  const leftMs = state.deadlineMs - facts.nowMs;
  return {
    state: { ...state, attempts: state.attempts + 1, waitsFor: 'answer' },
    effects: [{ kind: 'goOffline', timeoutMs: Math.max(1, Math.min(attemptMs[state.cause], leftMs)) }],
  };
}

function settled(state: Leaving, failure: CommandFailure | null, facts: GateFacts): GateStep {
  if (failure === null) {
    const seen = advanceLeaving({ ...state, waitsFor: 'snapshot' }, facts);
    if (seen.state.kind !== 'leaving') return seen;
    return { ...seen, effects: [{ kind: 'setTimer', timer: 'snapshotDue', afterMs: snapshotDueMs }, ...seen.effects] };
  }
  const failed: Leaving = { ...state, lastReason: failure.reason };
  // Nothing but signing in again helps, so the agent is told at once instead of after the whole limit.
  if (failure.reason === 'signedOut') return giveUp(failed, facts.presence);
  const throttled = /Throttling|TooManyRequests/.test(failure.detail ?? '');
  const waiting = awaitNextAttempt(failed, facts, throttled);
  const unheard = failure.reason === 'noAnswer' || failure.reason === 'noPhone';
  return unheard && !state.reviving ? { ...waiting, effects: [...waiting.effects, { kind: 'probe' }] } : waiting;
}

function awaitNextAttempt(state: Leaving, facts: GateFacts, throttled = false): GateStep {
  const afterMs = backoffAfter(state.attempts, throttled, facts.jitter);
  return {
    state: { ...state, waitsFor: 'nextAttempt' },
    effects: [{ kind: 'setTimer', timer: 'nextAttempt', afterMs }],
  };
}

/** A frame that hangs may still hold the voice of a call; only a system that ends takes that away anyway. */
function foundDead(state: Leaving, presence: Presence): GateStep {
  const holdsCall = presence.onContact && (state.cause === 'agent' || state.cause === 'recover');
  if (state.reviving || holdsCall) return stay(state);
  return { state: { ...state, reviving: true }, effects: [{ kind: 'revive' }] };
}

function snapshotChanged(state: GateState, facts: GateFacts): GateStep {
  const { presence } = facts;
  if (state.kind === 'whenClear') {
    const nothingLeft = !presence.onContact && presence.overContactIds.length === 0;
    return nothingLeft ? startLeaving('agent', facts) : stay(state);
  }
  if (state.kind === 'notConfirmed') {
    if (presence.phoneReady && !state.phoneReady) return startLeaving('agent', facts);
    return stay({ ...state, phoneReady: presence.phoneReady });
  }
  if (state.kind !== 'leaving') return stay(state);
  // A phone that came back is heard at once instead of at the end of the wait.
  if (state.reviving && presence.phoneReady && state.waitsFor === 'nextAttempt') {
    return nextAttempt({ ...state, reviving: false }, facts);
  }
  return advanceLeaving(state, facts);
}

/** Connect has taken Offline for when the contacts are gone: gets out of the way what may be, and waits for the rest. */
function advanceLeaving(state: Leaving, facts: GateFacts): GateStep {
  const { presence } = facts;
  if (!presence.offlineWhenClear) return stay(state);
  const open = dismissalsOf(presence, state.endsCalls);
  const fresh = open.filter((each) => !state.dismissed.some((done) => isSame(done, each)));
  if (fresh.length > 0) {
    return {
      state: { ...state, dismissed: [...state.dismissed, ...fresh] },
      effects: [{ kind: 'dismiss', dismissals: fresh }],
    };
  }
  // What was asked of contacts shows in a snapshot to come.
  if (open.length > 0 || !presence.onContact) return stay(state);
  if (state.cause !== 'agent') return leave('queued', state.cause);
  return { state: { kind: 'whenClear' }, effects: [{ kind: 'stopTimers' }, shows('whenClear')] };
}

const isSame = (one: Leaving['dismissed'][number], other: Leaving['dismissed'][number]): boolean =>
  one.kind === other.kind && one.contactId === other.contactId;

function timerFired(state: GateState, timer: GateTimer, facts: GateFacts): GateStep {
  if (timer === 'askAgain') return state.kind === 'notConfirmed' ? startLeaving('agent', facts) : stay(state);
  if (state.kind !== 'leaving') return stay(state);
  if (timer === 'spinner') return { state, effects: [shows('settingOffline')] };
  if (timer === 'deadline') return giveUp(state, facts.presence);
  if (timer === 'snapshotDue') {
    return state.waitsFor === 'snapshot' ? awaitNextAttempt({ ...state, lastReason: 'noAnswer' }, facts) : stay(state);
  }
  return state.waitsFor === 'nextAttempt' ? nextAttempt(state, facts) : stay(state);
}

function giveUp(state: Leaving, presence: Presence): GateStep {
  // A contact that would not go leaves Offline queued, which is more than nothing.
  if (state.cause !== 'agent') return leave(presence.offlineWhenClear ? 'queued' : 'unconfirmed', state.cause);
  return {
    state: { kind: 'notConfirmed', phoneReady: presence.phoneReady },
    effects: [
      { kind: 'stopTimers' },
      { kind: 'show', view: { kind: 'notConfirmed', reason: state.lastReason } },
      { kind: 'setTimer', timer: 'askAgain', afterMs: askAgainAfterMs },
    ],
  };
}

function chosen(state: GateState, choice: LeavingChoice, facts: GateFacts): GateStep {
  if (state.kind === 'resting' || state.kind === 'leaving' || state.kind === 'left') return stay(state);
  switch (choice) {
    case 'stay':
      return { state: { kind: 'resting' }, effects: [{ kind: 'stopTimers' }, { kind: 'show', view: null }] };
    case 'quitAnyway':
      return state.kind === 'notConfirmed' ? leave('chosen', 'agent') : stay(state);
    case 'endAndQuit':
      if (state.kind === 'confirmingEnd') return startLeaving('agent', facts, true);
      return state.kind === 'asking'
        ? { state: { kind: 'confirmingEnd' }, effects: [shows('confirmEnd')] }
        : stay(state);
    case 'tryAgain':
    case 'quitWhenClear':
      return startLeaving('agent', facts);
    default:
      return assertNever(choice);
  }
}

function shows(kind: 'onContact' | 'confirmEnd' | 'whenClear' | 'settingOffline'): GateEffect {
  return { kind: 'show', view: { kind } };
}

function leave(outcome: ExitOutcome, cause: ExitCause): GateStep {
  return { state: { kind: 'left' }, effects: [{ kind: 'stopTimers' }, { kind: 'exit', outcome, cause }] };
}

function stay(state: GateState): GateStep {
  return { state, effects: [] };
}
