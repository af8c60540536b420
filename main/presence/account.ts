import type { CommandFailureReason } from '../../contract/command.js';
import type { ExitReport } from '../../contract/exit-entry.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** What is noted of a leaving while it goes on. */
export interface Account {
  /** Somebody wants to leave. A later wish joins the one that is under way, and hastens it. */
  open(wish: Pick<ExitReport, 'cause' | 'what'>): void;
  seen(snapshot: PhoneSnapshot): void;
  attempted(): void;
  failed(reason: CommandFailureReason): void;
  /** The agent stays: nothing is to be told of. */
  drop(): void;
  /** The leaving has ended; tells of it. */
  close(end: Pick<ExitReport, 'goal' | 'outcome' | 'code'>): void;
}

type Notes = Omit<ExitReport, 'goal' | 'outcome' | 'code' | 'endedAtMs'>;

export function createAccount(report: (report: ExitReport) => void): Account {
  let notes: Notes | null = null;
  let statusBefore: string | null = null;
  let contactsBefore = 0;
  return {
    open(wish) {
      if (notes !== null) {
        notes = { ...notes, ...wish };
        return;
      }
      notes = { ...wish, askedAtMs: Date.now(), statusBefore, contactsBefore, attempts: 0, lastReason: null };
    },
    seen({ agent, contacts }) {
      if (agent === null) return;
      statusBefore = agent.availability.name;
      contactsBefore = contacts.length;
    },
    attempted() {
      if (notes !== null) notes = { ...notes, attempts: notes.attempts + 1 };
    },
    failed(lastReason) {
      if (notes !== null) notes = { ...notes, lastReason };
    },
    drop() {
      notes = null;
    },
    close(end) {
      if (notes !== null) report({ ...notes, ...end, endedAtMs: Date.now() });
      notes = null;
    },
  };
}
