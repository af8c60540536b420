import type { CommandFailureReason } from '../../contract/command.js';
import type { LeavingGoal } from '../../contract/leaving.js';
import type { ExitCause, ExitOutcome } from './gate-limits.js';

/** One leaving from the wish to its end, for whoever keeps account of them. Times are ms since the epoch, local clock. */
export interface ExitReport {
  readonly goal: LeavingGoal;
  readonly cause: ExitCause;
  /** What was seen of the wish: `window-close`, `SIGTERM`, ... */
  readonly what: string;
  readonly askedAtMs: number;
  readonly endedAtMs: number;
  /** The agent's status when the wish came, as named by the customer; null when nobody was known. */
  readonly statusBefore: string | null;
  readonly contactsBefore: number;
  readonly attempts: number;
  readonly outcome: ExitOutcome;
  readonly lastReason: CommandFailureReason | null;
  readonly code: number;
}
