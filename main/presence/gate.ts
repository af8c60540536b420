import type { Command, CommandFailure } from '../../contract/command.js';
import type { ExitCause, ExitOutcome, ExitReport } from '../../contract/exit-entry.js';
import type { LeavingChoice, LeavingView } from '../../contract/leaving.js';
import type { LeavingGoal } from '../../contract/leaving-goal.js';
import type { SignOutOutcome } from '../../contract/sign-in.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { createAccount } from './account.js';
import { exitCodeOf } from './gate-limits.js';
import { stepGate } from './gate-machine.js';
import type { GateEffect, GateEvent, GateState, GateTimer } from './gate-state.js';
import { followPresence, unknownPresence } from './presence.js';

/** What the gate needs of the world. */
export interface GateDeps {
  onSnapshot(listener: (snapshot: PhoneSnapshot) => void): () => void;
  execute(command: Command, timeoutMs: number): Promise<CommandFailure | null>;
  show(view: LeavingView | null, goal: LeavingGoal): void;
  /** Whether page and panel still answer; resolves within about a second. */
  probe(): Promise<boolean>;
  /** Ends what hangs of page and panel, and loads the page anew. */
  revive(): void;
  /** Ends the process; the only way out of the app. */
  exit(code: number): void;
  /** Ends the session of an agent who is Offline, or who would not wait for it. */
  signOut(): void;
  record(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  /** Keeps account of a leaving; called before the process ends, so it must not put anything off. */
  report(report: ExitReport): void;
}

export type UpdateOutcome = 'started' | 'onContact';

export interface PresenceGate {
  /** Somebody wants to leave; the caller holds its exit, the gate decides. */
  askExit(cause: ExitCause, what: string): void;
  choose(choice: LeavingChoice): void;
  /** The agent wants to sign out: the same way to Offline, with another end. Not while a customer is there. */
  askSignOut(): SignOutOutcome;
  /** A new version wants to take over; `install` is called once Offline is confirmed. Not while a customer is there. */
  askUpdate(install: () => void): UpdateOutcome;
  /** Nothing can be relied on any more: sets the agent Offline, and the app stays and says so. */
  askRest(): void;
  /** The run before ended without Offline: sets the agent Offline and says so. `sinceMs` as in the view `closedBadly`. */
  askRecover(sinceMs: number | null): void;
  /**
   * The computer goes to sleep, or `recover`: woke before Offline was confirmed. Sets the agent Offline and says so, but not
   * while a customer is there.
   */
  askSleep(cause: 'system' | 'recover'): void;
  /** Whether the agent is being set Offline. */
  leaving(): boolean;
  /** The agent has signed out or works elsewhere: there is nobody any more whose Offline is to be confirmed. */
  forget(): void;
  /** Whether somebody may be other than Offline, so that only the gate may end what talks to Connect. */
  holds(): boolean;
  /** The page is new and shows nothing yet. */
  showAgain(): void;
  /** Whether the gate is done, so that windows may close. */
  passes(): boolean;
}

const dismissTimeoutMs = 2_500;

/** Runs the gate machine: turns what happens into its events and its effects into deeds. */
export function createPresenceGate(deps: GateDeps): PresenceGate {
  let state: GateState = { kind: 'resting' };
  let presence = unknownPresence;
  let goal: LeavingGoal = 'quit';
  let shown: LeavingView | null = null;
  let install = (): void => undefined;
  let badSinceMs: number | null = null;
  const timers = new Map<GateTimer, NodeJS.Timeout>();
  const account = createAccount(deps.report);

  function handle(event: GateEvent): void {
    const step = stepGate(state, event, { presence, nowMs: Date.now(), jitter: Math.random() });
    if (step.state.kind !== state.kind) deps.record('gate', { from: state.kind, to: step.state.kind });
    state = step.state;
    step.effects.forEach(perform);
  }

  function perform(effect: GateEffect): void {
    switch (effect.kind) {
      case 'goOffline':
        account.attempted();
        void deps.execute({ kind: 'goOffline' }, effect.timeoutMs).then((failure) => {
          deps.record('gate-attempt', { failure: failure?.reason ?? null, detail: failure?.detail ?? null });
          if (failure !== null) account.failed(failure.reason);
          handle({ kind: 'attemptSettled', failure });
        });
        return;
      case 'dismiss':
        for (const dismissal of effect.dismissals) void deps.execute(dismissal, dismissTimeoutMs);
        return;
      case 'probe':
        void deps.probe().then((alive) => handle({ kind: 'probed', alive }));
        return;
      case 'revive':
        deps.record('gate-revive');
        deps.revive();
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
        show(effect.view, goal);
        return;
      case 'exit':
        end(effect.outcome, effect.cause);
        return;
    }
  }

  function show(view: LeavingView | null, shownGoal: LeavingGoal): void {
    shown = view;
    deps.show(view, shownGoal);
  }

  /** Where the machine has left: the process ends, unless something else was to come of Offline. */
  function end(outcome: ExitOutcome, cause: ExitCause): void {
    const code = exitCodeOf(outcome, cause);
    account.close({ goal, outcome, code });
    deps.record('exit', { goal, outcome, code });
    switch (goal) {
      case 'quit':
        deps.exit(code);
        return;
      case 'update':
        install();
        return;
      case 'signOut':
        rest(null);
        deps.signOut();
        return;
      case 'rest':
        rest({ kind: 'givenUp' });
        return;
      case 'recover':
        rest({ kind: 'closedBadly', outcome, sinceMs: badSinceMs });
        return;
      case 'sleep':
        rest({ kind: 'wentToSleep', outcome });
        return;
    }
  }

  /** The app stays, and the machine begins anew. */
  function rest(view: LeavingView | null): void {
    state = { kind: 'resting' };
    show(view, goal);
    goal = 'quit';
  }

  function ask(wanted: LeavingGoal, cause: ExitCause, what: string): void {
    deps.record('exit-asked', { goal: wanted, cause, what, state: state.kind });
    goal = wanted;
    account.open({ cause, what });
    handle({ kind: 'exitAsked', cause, asks: wanted === 'quit' });
  }

  deps.onSnapshot((snapshot) => {
    presence = followPresence(presence, snapshot);
    account.seen(snapshot);
    handle({ kind: 'snapshotChanged' });
  });

  return {
    // Quitting ends the session as well, so it takes over from whatever is on its way.
    askExit: (cause, what) => ask('quit', cause, what),
    askSignOut() {
      if (presence.onContact) return 'onContact';
      if (state.kind === 'resting') ask('signOut', 'agent', 'sign-out');
      return 'started';
    },
    askUpdate(whenOffline) {
      if (presence.onContact) return 'onContact';
      install = whenOffline;
      if (state.kind === 'resting') ask('update', 'agent', 'update');
      return 'started';
    },
    askRest() {
      if (state.kind === 'resting' && presence.agentKnown) ask('rest', 'agent', 'breakdowns');
    },
    askRecover(sinceMs) {
      if (state.kind !== 'resting' || !presence.agentKnown) return;
      badSinceMs = sinceMs;
      show({ kind: 'settingOffline' }, 'recover');
      ask('recover', 'recover', 'closed-badly');
    },
    askSleep(cause) {
      const holds = presence.agentKnown && !presence.offline;
      if (state.kind === 'resting' && holds && !presence.onContact) ask('sleep', cause, 'suspend');
    },
    leaving: () => state.kind === 'leaving',
    forget() {
      presence = unknownPresence;
    },
    showAgain() {
      if (shown !== null) deps.show(shown, goalOf(shown) ?? goal);
    },
    choose(choice) {
      if (choice === 'stay') {
        account.drop();
        // What is only told is taken away without a machine that waits for it.
        if (shown !== null && goalOf(shown) !== null) show(null, goal);
      }
      handle({ kind: 'chosen', choice });
    },
    holds: () => presence.agentKnown && !presence.offline,
    passes: () => state.kind === 'left',
  };
}

/** What is told after the end of a leaving, when the machine rests again, belongs to one goal; null for all else. */
function goalOf({ kind }: LeavingView): LeavingGoal | null {
  switch (kind) {
    case 'givenUp':
      return 'rest';
    case 'closedBadly':
      return 'recover';
    case 'wentToSleep':
      return 'sleep';
    default:
      return null;
  }
}
