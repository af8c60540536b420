import type { CommandFailure, CommandFailureReason } from '../../contract/command.js';
import type { ExitCause, ExitOutcome } from '../../contract/exit-entry.js';
import type { LeavingChoice, LeavingView } from '../../contract/leaving.js';
import type { Presence } from './presence.js';

export type GateState =
  /** Nobody asked to leave. */
  | { readonly kind: 'resting' }
  | Leaving
  /** The agent is asked what becomes of the live contact. */
  | { readonly kind: 'asking' }
  /** The agent wants to end the call with the customer and is asked once more. */
  | { readonly kind: 'confirmingEnd' }
  /** Leaves when the contacts are gone; Offline is the next status. */
  | { readonly kind: 'whenClear' }
  /** The attempts are spent and the agent was told. A phone that was lost and comes back is worth another one. */
  | { readonly kind: 'notConfirmed'; readonly phoneReady: boolean }
  | { readonly kind: 'left' };

/** Going Offline: an attempt runs, or its effect is awaited, or the next one is. */
export interface Leaving {
  readonly kind: 'leaving';
  readonly cause: ExitCause;
  readonly deadlineMs: number;
  readonly attempts: number;
  readonly waitsFor: 'answer' | 'snapshot' | 'nextAttempt';
  readonly lastReason: CommandFailureReason | null;
  /** The agent chose to end the call with the customer. */
  readonly endsCalls: boolean;
  /** What was asked of contacts in this leaving, each once. */
  readonly dismissed: readonly Dismissal[];
  /** The phone was found dead and is being brought back. */
  readonly reviving: boolean;
}

/** What gets a contact out of the way: a ring, a call that the agent ends or leaves, a contact that is over. */
export interface Dismissal {
  readonly kind: 'reject' | 'hangUp' | 'leave' | 'clear';
  readonly contactId: string;
}

export type GateEvent =
  /** `asks` is false where nobody chose to leave, so that there is nothing to ask. */
  | { readonly kind: 'exitAsked'; readonly cause: ExitCause; readonly asks: boolean }
  | { readonly kind: 'snapshotChanged' }
  | { readonly kind: 'attemptSettled'; readonly failure: CommandFailure | null }
  /** Whether page and panel still answer. */
  | { readonly kind: 'probed'; readonly alive: boolean }
  | { readonly kind: 'timerFired'; readonly timer: GateTimer }
  | { readonly kind: 'chosen'; readonly choice: LeavingChoice };

/** One timer of each name at most; setting it again replaces it. */
export type GateTimer = 'spinner' | 'snapshotDue' | 'nextAttempt' | 'deadline' | 'askAgain';

export type GateEffect =
  | { readonly kind: 'goOffline'; readonly timeoutMs: number }
  | { readonly kind: 'dismiss'; readonly dismissals: readonly Dismissal[] }
  /** Finds out whether page and panel still answer. */
  | { readonly kind: 'probe' }
  /** Ends what hangs and loads the page anew. */
  | { readonly kind: 'revive' }
  | { readonly kind: 'setTimer'; readonly timer: GateTimer; readonly afterMs: number }
  | { readonly kind: 'stopTimers' }
  | { readonly kind: 'show'; readonly view: LeavingView | null }
  | { readonly kind: 'exit'; readonly outcome: ExitOutcome; readonly cause: ExitCause };

/** What the machine may look at; `jitter` is 0..1. */
export interface GateFacts {
  readonly presence: Presence;
  readonly nowMs: number;
  readonly jitter: number;
}

export interface GateStep {
  readonly state: GateState;
  readonly effects: readonly GateEffect[];
}
