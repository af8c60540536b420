import type { GuardianCause, GuardianDeed } from '../contract/guardian-deed.js';
import { recoverExitCode } from '../contract/guardian-message.js';
import {
  dyingMs,
  giveUpMs,
  graceMs,
  hookPausesMs,
  hookTries,
  hookTryMs,
  hookWindowMs,
  killSilenceMs,
  relaunchBudgetMs,
  roundPausesMs,
  silenceMs,
  stoodStillMs,
} from './guardian-limits.js';
import type {
  Acting,
  Assignment,
  GuardianEffect,
  GuardianEvent,
  GuardianState,
  GuardianStep,
  Hearing,
} from './guardian-state.js';

/** The guardian's rules, without a process, a clock or a network: what happens makes a state and deeds of a state. */
export function stepGuardian(state: GuardianState, event: GuardianEvent, nowMs: number): GuardianStep {
  if (state.kind === 'finished') return { state, effects: [] };
  switch (event.kind) {
    case 'armed':
      return arm(event.assignment, nowMs);
    case 'disarmed':
      return { state: { kind: 'idle' }, effects: [stopTimer, record({ kind: 'disarmed' }), forget] };
    case 'bye':
      return finish({ kind: 'bye' });
    case 'fenced':
      return finish({ kind: 'adopted' });
    case 'inputEnded':
      return appEnded(state, nowMs);
    case 'beat':
      return heard(state, nowMs);
    case 'ticked':
      return tick(state, event.gapMs, nowMs);
    case 'hookSettled':
      return hookSettled(state, event.offline, nowMs);
    case 'relaunchSettled':
      return relaunchSettled(state, event.exitCode, nowMs);
    case 'timerFired':
      return timerFired(state, nowMs);
  }
}

const record = (deed: GuardianDeed): GuardianEffect => ({ kind: 'record', deed });
const setTimer = (afterMs: number): GuardianEffect => ({ kind: 'setTimer', afterMs });
const stopTimer: GuardianEffect = { kind: 'stopTimer' };
const forget: GuardianEffect = { kind: 'forget' };

function finish(deed: GuardianDeed): GuardianStep {
  return { state: { kind: 'finished' }, effects: [stopTimer, record(deed), forget, { kind: 'end' }] };
}

function arm(assignment: Assignment, nowMs: number): GuardianStep {
  const hearing = { heardAtMs: nowMs, graceUntilMs: nowMs };
  return { state: { kind: 'watching', assignment, hearing }, effects: [stopTimer, record({ kind: 'armed' })] };
}

function appEnded(state: GuardianState, nowMs: number): GuardianStep {
  if (state.kind === 'watching') return begin(state.assignment, state.hearing, 'ended', nowMs);
  // An app that has ended needs no kill. Where nothing was under way all begins anew: it may have lived on for a while.
  if (state.kind === 'acting' && state.cause === 'silent') {
    const rests = state.stage.kind === 'done' || state.stage.kind === 'pause';
    if (rests) return begin(state.assignment, state.hearing, 'ended', nowMs);
    const ended: Acting = { ...state, cause: 'ended' };
    const waits = state.stage.kind === 'beforeKill' || state.stage.kind === 'dying';
    return waits ? relaunch(ended, nowMs) : { state: ended, effects: [] };
  }
  return state.kind === 'idle' ? finish({ kind: 'bye' }) : { state, effects: [] };
}

function heard(state: GuardianState, nowMs: number): GuardianStep {
  if (state.kind === 'watching') {
    return { state: { ...state, hearing: { ...state.hearing, heardAtMs: nowMs } }, effects: [] };
  }
  if (state.kind !== 'acting' || state.cause === 'ended') return { state, effects: [] };
  return watchAgain(state, nowMs, nowMs, { kind: 'answered' });
}

function watchAgain(state: Acting, nowMs: number, graceUntilMs: number, why: GuardianDeed): GuardianStep {
  const hearing = { heardAtMs: nowMs, graceUntilMs };
  return {
    state: { kind: 'watching', assignment: state.assignment, hearing },
    effects: [stopTimer, record(why)],
  };
}

function tick(state: GuardianState, gapMs: number, nowMs: number): GuardianStep {
  const stoodStill = gapMs > stoodStillMs;
  if (state.kind === 'watching') {
    if (stoodStill) {
      const hearing = { heardAtMs: nowMs, graceUntilMs: nowMs + graceMs };
      return { state: { ...state, hearing }, effects: [record({ kind: 'woke' })] };
    }
    const silent = nowMs - state.hearing.heardAtMs >= silenceMs && nowMs >= state.hearing.graceUntilMs;
    return silent ? begin(state.assignment, state.hearing, 'silent', nowMs) : { state, effects: [] };
  }
  // The app stood still as well and needs a moment to be heard.
  if (state.kind === 'acting' && state.cause === 'silent' && stoodStill) {
    return watchAgain(state, nowMs, nowMs + graceMs, { kind: 'woke' });
  }
  return { state, effects: [] };
}

function begin(assignment: Assignment, hearing: Hearing, cause: GuardianCause, nowMs: number): GuardianStep {
  const acting: Acting = {
    kind: 'acting',
    assignment,
    hearing,
    cause,
    sinceMs: nowMs,
    rounds: 0,
    loginExpired: false,
    stage: { kind: 'pause' },
  };
  const { state, effects } = startRound(acting, nowMs);
  return { state, effects: [record({ kind: 'acting', cause }), ...effects] };
}

function startRound(state: Acting, nowMs: number): GuardianStep {
  return state.assignment.hasHook ? callHook(state, 1, nowMs + hookWindowMs, nowMs) : withoutHook(state, nowMs);
}

function callHook(state: Acting, tries: number, untilMs: number, nowMs: number): GuardianStep {
  const timeoutMs = Math.min(hookTryMs, untilMs - nowMs);
  return {
    state: { ...state, stage: { kind: 'hook', tries, untilMs } },
    effects: [{ kind: 'callHook', cause: state.cause, timeoutMs }],
  };
}

function hookSettled(state: GuardianState, offline: boolean, nowMs: number): GuardianStep {
  const deed: GuardianDeed = offline ? { kind: 'offline', by: 'hook' } : { kind: 'tried', by: 'hook' };
  // Of an act that was given up: true all the same, and of no further consequence.
  if (state.kind !== 'acting' || state.stage.kind !== 'hook') return { state, effects: [record(deed)] };
  if (offline && state.cause === 'ended') return finish(deed);
  if (offline) return { state: { ...state, stage: { kind: 'done' } }, effects: [record(deed)] };
  const { tries, untilMs } = state.stage;
  const pauseMs = hookPausesMs[tries - 1] ?? 0;
  if (tries < hookTries && nowMs + pauseMs < untilMs) {
    return {
      state: { ...state, stage: { kind: 'hookPause', tries, untilMs } },
      effects: [record(deed), setTimer(pauseMs)],
    };
  }
  const next = withoutHook(state, nowMs);
  return { state: next.state, effects: [record(deed), ...next.effects] };
}

/** The way that needs no hook: end what hangs, then start the app hidden. */
function withoutHook(state: Acting, nowMs: number): GuardianStep {
  if (state.loginExpired) return pause(state, nowMs);
  if (state.cause === 'ended') return relaunch(state, nowMs);
  const patienceMs = state.hearing.heardAtMs + killSilenceMs - nowMs;
  if (patienceMs > 0) return { state: { ...state, stage: { kind: 'beforeKill' } }, effects: [setTimer(patienceMs)] };
  return {
    state: { ...state, stage: { kind: 'dying' } },
    effects: [{ kind: 'killParent' }, setTimer(dyingMs), record({ kind: 'killed' })],
  };
}

function relaunch(state: Acting, nowMs: number): GuardianStep {
  if (state.loginExpired) return pause(state, nowMs);
  return {
    state: { ...state, stage: { kind: 'relaunch' } },
    effects: [stopTimer, { kind: 'relaunch', budgetMs: relaunchBudgetMs }],
  };
}

function relaunchSettled(state: GuardianState, exitCode: number | null, nowMs: number): GuardianStep {
  if (state.kind !== 'acting' || state.stage.kind !== 'relaunch') return { state, effects: [] };
  if (exitCode === recoverExitCode.offline) return finish({ kind: 'offline', by: 'relaunch' });
  if (exitCode === recoverExitCode.adopted) return finish({ kind: 'adopted' });
  const loginExpired = exitCode === recoverExitCode.loginExpired;
  const deed: GuardianDeed = loginExpired ? { kind: 'loginExpired' } : { kind: 'tried', by: 'relaunch', exitCode };
  // The hook needs no sign-in, so with one it goes on.
  if (loginExpired && !state.assignment.hasHook) return finish(deed);
  const next = pause({ ...state, loginExpired }, nowMs);
  return { state: next.state, effects: [record(deed), ...next.effects] };
}

function pause(state: Acting, nowMs: number): GuardianStep {
  if (nowMs - state.sinceMs >= giveUpMs) return finish({ kind: 'gaveUp' });
  const pauseMs = roundPausesMs[Math.min(state.rounds, roundPausesMs.length - 1)] ?? 0;
  return {
    state: { ...state, rounds: state.rounds + 1, stage: { kind: 'pause' } },
    effects: [setTimer(pauseMs)],
  };
}

function timerFired(state: GuardianState, nowMs: number): GuardianStep {
  if (state.kind !== 'acting') return { state, effects: [] };
  switch (state.stage.kind) {
    case 'hookPause':
      return callHook(state, state.stage.tries + 1, state.stage.untilMs, nowMs);
    case 'beforeKill':
      return withoutHook(state, nowMs);
    case 'dying':
      return pause(state, nowMs);
    case 'pause':
      return startRound(state, nowMs);
    default:
      return { state, effects: [] };
  }
}
