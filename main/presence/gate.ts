import type { Command, CommandFailure } from '../../contract/command.js';
import type { LeavingChoice, LeavingGoal, LeavingView } from '../../contract/leaving.js';
import type { SignOutOutcome } from '../../contract/sign-in.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import {
  type ExitCause,
  type GateEffect,
  type GateEvent,
  type GateState,
  type GateTimer,
  stepGate,
} from './gate-machine.js';
import { followPresence, unknownPresence } from './presence.js';

/** What the gate needs of the world. */
export interface GateDeps {
  onSnapshot(listener: (snapshot: PhoneSnapshot) => void): () => void;
  execute(command: Command, timeoutMs: number): Promise<CommandFailure | null>;
  show(view: LeavingView | null, goal: LeavingGoal): void;
  /** Ends the process; the only way out of the app. */
  exit(code: number): void;
  /** Ends the session of an agent who is Offline, or who would not wait for it. */
  signOut(): void;
  record(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
}

export interface PresenceGate {
  /** Somebody wants to leave; the caller holds its exit, the gate decides. */
  askExit(cause: ExitCause, what: string): void;
  choose(choice: LeavingChoice): void;
  /** The agent wants to sign out: the same way to Offline, with another end. Not while a customer is there. */
  askSignOut(): SignOutOutcome;
  /** The agent has signed out or works elsewhere: there is nobody any more whose Offline is to be confirmed. */
  forget(): void;
  /** Whether somebody may be other than Offline, so that only the gate may end what talks to Connect. */
  holds(): boolean;
}

const clearTimeoutMs = 2_500;

/** Runs the gate machine: turns what happens into its events and its effects into deeds. */
export function createPresenceGate(deps: GateDeps): PresenceGate {
  let state: GateState = { kind: 'resting' };
  let presence = unknownPresence;
  let goal: LeavingGoal = 'quit';
  const timers = new Map<GateTimer, NodeJS.Timeout>();

  function handle(event: GateEvent): void {
    const step = stepGate(state, event, { presence, nowMs: Date.now(), jitter: Math.random() });
    if (step.state.kind !== state.kind) deps.record('gate', { from: state.kind, to: step.state.kind });
    state = step.state;
    step.effects.forEach(perform);
  }

  function perform(effect: GateEffect): void {
    switch (effect.kind) {
      case 'goOffline':
        void deps.execute({ kind: 'goOffline' }, effect.timeoutMs).then((failure) => {
          deps.record('gate-attempt', { failure: failure?.reason ?? null, detail: failure?.detail ?? null });
          handle({ kind: 'attemptSettled', failure });
        });
        return;
      case 'clear':
        for (const contactId of effect.contactIds) void deps.execute({ kind: 'clear', contactId }, clearTimeoutMs);
        return;
      case 'setTimer':
        clearTimeout(timers.get(effect.timer));
        timers.set(effect.timer, setTimeout(handle, effect.afterMs, { kind: 'timerFired', timer: effect.timer }));
        return;
      case 'stopTimers':
        for (const timer of timers.values()) clearTimeout(timer);
        timers.clear();
        return;
      case 'show':
        deps.show(effect.view, goal);
        return;
      case 'exit':
        if (goal === 'signOut') {
          endSession(effect.code);
          return;
        }
        deps.record('exit', { code: effect.code });
        deps.exit(effect.code);
        return;
    }
  }

  /** Where the machine would end the process: the app stays, and the machine begins anew. */
  function endSession(code: number): void {
    deps.record('sign-out', { code });
    state = { kind: 'resting' };
    deps.show(null, goal);
    goal = 'quit';
    deps.signOut();
  }

  deps.onSnapshot((snapshot) => {
    presence = followPresence(presence, snapshot);
    handle({ kind: 'snapshotChanged' });
  });

  return {
    askExit(cause, what) {
      deps.record('exit-asked', { cause, what, state: state.kind });
      // Quitting ends the session as well, so it takes over from a sign-out that is on its way.
      goal = 'quit';
      handle({ kind: 'exitAsked', cause });
    },
    askSignOut() {
      if (presence.onContact) return 'onContact';
      if (state.kind === 'resting') {
        goal = 'signOut';
        handle({ kind: 'exitAsked', cause: 'agent' });
      }
      return 'started';
    },
    forget() {
      presence = unknownPresence;
    },
    choose: (choice) => handle({ kind: 'chosen', choice }),
    holds: () => presence.agentKnown && !presence.offline,
  };
}
