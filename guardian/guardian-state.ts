import type { GuardianCause, GuardianDeed } from '../contract/guardian-deed.js';

/** What the machine needs to know of the order; hook, address and jar stay outside it. */
export interface Assignment {
  readonly epoch: number;
  readonly hasHook: boolean;
}

/** When the app was last heard, and until when its silence means nothing. */
export interface Hearing {
  readonly heardAtMs: number;
  readonly graceUntilMs: number;
}

/**
 * The part of a round that is under way.
 * - hook: a try of the hook; `untilMs` ends the window of all its tries
 * - hookPause: until the next try
 * - beforeKill: the hook did not help, and the app has not hung long enough to be ended
 * - dying: the app was ended, and its pipe is still open
 * - relaunch: the app runs hidden
 * - pause: until the next round
 * - done: the hook helped while the app hung
 */
export type Stage =
  | { readonly kind: 'hook' | 'hookPause'; readonly tries: number; readonly untilMs: number }
  | { readonly kind: 'beforeKill' | 'dying' | 'relaunch' | 'pause' | 'done' };

export interface Acting {
  readonly kind: 'acting';
  readonly assignment: Assignment;
  readonly hearing: Hearing;
  readonly cause: GuardianCause;
  readonly sinceMs: number;
  /** Rounds that came to nothing. */
  readonly rounds: number;
  readonly loginExpired: boolean;
  readonly stage: Stage;
}

export type GuardianState =
  /** Nobody is signed in, or Offline is confirmed. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'watching'; readonly assignment: Assignment; readonly hearing: Hearing }
  | Acting
  | { readonly kind: 'finished' };

/** What happens; results of acts that were given up come as well. */
export type GuardianEvent =
  | { readonly kind: 'armed'; readonly assignment: Assignment }
  | { readonly kind: 'beat' | 'disarmed' | 'bye' | 'inputEnded' | 'timerFired' }
  /** Each `tickMs`; `gapMs` is what really passed since the one before, suspended or not. */
  | { readonly kind: 'ticked'; readonly gapMs: number }
  | { readonly kind: 'hookSettled'; readonly offline: boolean }
  /** Null where it did not end by itself. */
  | { readonly kind: 'relaunchSettled'; readonly exitCode: number | null }
  /** Before an act it was seen that a newer app of the profile has the agent. */
  | { readonly kind: 'fenced' };

/** What is to be done. The first three are acts: each is fenced by whoever performs it. */
export type GuardianEffect =
  | { readonly kind: 'callHook'; readonly cause: GuardianCause; readonly timeoutMs: number }
  | { readonly kind: 'relaunch'; readonly budgetMs: number }
  | { readonly kind: 'killParent' }
  /** One timer; setting it replaces the one before. */
  | { readonly kind: 'setTimer'; readonly afterMs: number }
  | { readonly kind: 'stopTimer' | 'forget' | 'end' }
  | { readonly kind: 'record'; readonly deed: GuardianDeed };

export interface GuardianStep {
  readonly state: GuardianState;
  readonly effects: readonly GuardianEffect[];
}
