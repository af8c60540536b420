import type { ExitOutcome } from '../exit-entry.js';
import type { GuardState } from '../guard-state.js';

/** How somebody or something ended the app. */
export type ExitWay =
  | 'windowClosed'
  | 'quit'
  | 'signal'
  | 'system'
  | 'crash'
  | 'signOut'
  | 'update'
  | 'breakdowns'
  /** The run ended without a word of it. */
  | 'unrecorded'
  | 'recovered'
  | 'slept'
  | 'unknown';

/** What the last end of the app left behind. Times are texts; null where they are not known. */
export interface UncleanEndFacts {
  /** sudden: without a word, though it is known in which status. */
  readonly outcome: ExitOutcome | 'sudden' | 'unknown';
  /** When the app ended; of a sudden end, when it was last there; of an unknown one, since when it had run. */
  readonly at: string | null;
  readonly stayed: { readonly status: string; readonly lasting: string } | null;
  /** When the agent was set Offline after all. */
  readonly madeGoodAt: string | null;
}

/** The exit ledger. */
export interface ExitWords {
  readonly title: string;
  readonly advice: string;
  readonly unclean: (facts: UncleanEndFacts) => string;
  readonly show: string;
  readonly column: Readonly<
    Record<'when' | 'way' | 'status' | 'contacts' | 'attempts' | 'outcome' | 'confirmedAfter' | 'ghost', string>
  >;
  readonly way: Readonly<Record<ExitWay, string>>;
  readonly outcome: Readonly<Record<ExitOutcome | 'unknown', string>>;
  /** Stands in the place of the end that is not known. */
  readonly began: (at: string) => string;
  /** Stands where a ghost time would be that nobody knows. */
  readonly notKnown: string;
  readonly utc: string;
  readonly saveCsv: string;
  readonly saveJson: string;
  readonly close: string;
  readonly empty: string;
  readonly unread: string;
}

/** What stands behind "Offline before the app ends", layer by layer. */
export interface ProtectionWords {
  readonly title: Readonly<Record<'whole' | 'nobody' | 'unguarded' | 'partly' | 'none', string>>;
  readonly layer: Readonly<Record<'gate' | 'recovery' | 'guard', string>>;
  readonly gate: Readonly<Record<'active' | 'nobody' | 'noOffline' | 'noPhone', string>>;
  readonly recovery: Readonly<Record<'active' | 'nobody' | 'onCall', string>>;
  readonly givenUp: (until: string) => string;
  readonly guard: Readonly<Record<GuardState, string>>;
}
