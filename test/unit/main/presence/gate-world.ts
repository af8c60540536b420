import type { CommandFailure, CommandFailureReason } from '../../../../contract/command.js';
import type { ExitCause, ExitOutcome } from '../../../../contract/exit-entry.js';
import type { LeavingChoice, LeavingView } from '../../../../contract/leaving.js';
import { exitCodeOf } from '../../../../main/presence/gate-limits.js';
import { stepGate } from '../../../../main/presence/gate-machine.js';
import type { Dismissal, GateEffect, GateEvent, GateState, GateTimer } from '../../../../main/presence/gate-state.js';
import { type Presence, unknownPresence } from '../../../../main/presence/presence.js';

/** A signed-in agent who is Available and idle; the other presences are differences to it. */
export const idle: Presence = { ...unknownPresence, agentKnown: true, phoneReady: true };
export const confirmed: Presence = { ...idle, offline: true };
export const talking: Presence = { ...idle, onContact: true };
export const onCall: Presence = { ...talking, callContactIds: ['c1'] };
export const onCallQueued: Presence = { ...onCall, offlineWhenClear: true };
export const ringing: Presence = { ...idle, ringingContactIds: ['c1'] };
export const ringingQueued: Presence = { ...ringing, offlineWhenClear: true };
export const talkingQueued: Presence = { ...talking, offlineWhenClear: true };
export const wrapUp: Presence = { ...idle, overContactIds: ['c1'] };
export const wrapUpQueued: Presence = { ...wrapUp, offlineWhenClear: true };

/** How Connect takes one attempt. */
export interface AttemptAnswer {
  /** Never when it is longer than the attempt waits. */
  readonly afterMs: number;
  readonly failure: CommandFailure | null;
}

export const succeeds: AttemptAnswer = { afterMs: 30, failure: null };
export const blackHole: AttemptAnswer = { afterMs: Number.POSITIVE_INFINITY, failure: null };

export function failsWith(reason: CommandFailureReason, afterMs = 30): AttemptAnswer {
  return { afterMs, failure: { reason, detail: null } };
}

/** The gate machine in a world with a clock of its own, where every effect is carried out and noted. */
export interface GateWorld {
  readonly exits: { readonly code: number; readonly outcome: ExitOutcome; readonly atMs: number }[];
  readonly attempts: { readonly atMs: number; readonly timeoutMs: number }[];
  readonly dismissals: Dismissal[];
  readonly probes: number[];
  readonly revivals: number[];
  readonly views: (LeavingView | null)[];
  state(): GateState;
  nowMs(): number;
  /** How many effects were carried out in all. */
  deeds(): number;
  /** Answers for the attempts to come, in order; the last one stays. */
  connectAnswers(...answers: readonly AttemptAnswer[]): void;
  ask(cause: ExitCause, asks?: boolean): void;
  become(presence: Presence): void;
  choose(choice: LeavingChoice): void;
  send(event: GateEvent): void;
  /** Moves time on and lets everything happen that falls due. */
  advance(ms: number): void;
}

interface Task {
  readonly atMs: number;
  run(): void;
}

export function createGateWorld(start: Presence, jitter = 0.5): GateWorld {
  let nowMs = 1_000_000;
  let state: GateState = { kind: 'resting' };
  let presence = start;
  let deeds = 0;
  let answers: readonly AttemptAnswer[] = [succeeds];
  let answering: Task[] = [];
  const timers = new Map<GateTimer, Task>();
  const world: GateWorld = {
    exits: [],
    attempts: [],
    dismissals: [],
    probes: [],
    revivals: [],
    views: [],
    state: () => state,
    nowMs: () => nowMs,
    deeds: () => deeds,
    connectAnswers(...given) {
      answers = given;
    },
    ask: (cause, asks = true) => world.send({ kind: 'exitAsked', cause, asks }),
    become(next) {
      presence = next;
      world.send({ kind: 'snapshotChanged' });
    },
    choose: (choice) => world.send({ kind: 'chosen', choice }),
    send(event) {
      const step = stepGate(state, event, { presence, nowMs, jitter });
      state = step.state;
      for (const effect of step.effects) perform(effect);
    },
    advance(ms) {
      const untilMs = nowMs + ms;
      for (let due = nextDue(untilMs); due !== undefined; due = nextDue(untilMs)) {
        nowMs = Math.max(nowMs, due.atMs);
        due.run();
      }
      nowMs = untilMs;
    },
  };

  function nextDue(untilMs: number): Task | undefined {
    const [first] = [...timers.values(), ...answering]
      .filter((task) => task.atMs <= untilMs)
      .sort((one, other) => one.atMs - other.atMs);
    return first;
  }

  function perform(effect: GateEffect): void {
    deeds += 1;
    if (effect.kind === 'exit') {
      const { outcome, cause } = effect;
      world.exits.push({ code: exitCodeOf(outcome, cause), outcome, atMs: nowMs });
    }
    if (effect.kind === 'dismiss') world.dismissals.push(...effect.dismissals);
    if (effect.kind === 'probe') world.probes.push(nowMs);
    if (effect.kind === 'revive') world.revivals.push(nowMs);
    if (effect.kind === 'show') world.views.push(effect.view);
    if (effect.kind === 'stopTimers') timers.clear();
    if (effect.kind === 'setTimer') setTimer(effect.timer, effect.afterMs);
    if (effect.kind === 'goOffline') attempt(effect.timeoutMs);
  }

  function setTimer(timer: GateTimer, afterMs: number): void {
    timers.set(timer, {
      atMs: nowMs + afterMs,
      run() {
        timers.delete(timer);
        world.send({ kind: 'timerFired', timer });
      },
    });
  }

  /** Settles by its time-out at the latest, as the phone link does. */
  function attempt(timeoutMs: number): void {
    world.attempts.push({ atMs: nowMs, timeoutMs });
    const [answer = succeeds, ...rest] = answers;
    if (rest.length > 0) answers = rest;
    const late = answer.afterMs > timeoutMs;
    const task: Task = {
      atMs: nowMs + Math.min(answer.afterMs, timeoutMs),
      run() {
        answering = answering.filter((other) => other !== task);
        world.send({ kind: 'attemptSettled', failure: late ? { reason: 'noAnswer', detail: null } : answer.failure });
      },
    };
    answering = [...answering, task];
  }

  return world;
}
