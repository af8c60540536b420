import { ghostTime, isClean } from '../../contract/clean-exit.js';
import type { ExitEntry, ExitReport } from '../../contract/exit-entry.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { LedgerFile } from './ledger-file.js';
import { entriesOf } from './ledger-record.js';

export interface ExitLedgerDeps {
  readonly file: LedgerFile;
  onSnapshot(listener: (snapshot: PhoneSnapshot) => void): () => void;
  now(): number;
  /** The disk would not take a line. */
  notWritten(): void;
}

/** Account of every end of the app, and of what became of the agent. */
export interface ExitLedger {
  /** Writes before it returns, as the process may end right after. */
  left(report: ExitReport): void;
  /** Newest first. */
  entries(): readonly ExitEntry[];
  /** How the run before this one ended, if it left somebody in a status; null when all was in order. */
  uncleanEnd(): ExitEntry | null;
}

/** Begins a run: what ended badly before it is completed by the first thing Connect says of the agent. */
export function openExitLedger({ file, onSnapshot, now, notWritten }: ExitLedgerDeps): ExitLedger {
  const add = (record: Parameters<LedgerFile['add']>[0]): void => {
    if (!file.add(record)) notWritten();
  };
  const started = { kind: 'started', atMs: now() } as const;
  const former = entriesOf([...file.read(), started])[0];
  // The disk is waited for once the window is on its way.
  setImmediate(add, started);
  const unclean = former !== undefined && !isClean(former);
  if (unclean && former.ghostMs === null) {
    const stop = onSnapshot(({ agent, skewMs }) => {
      if (agent === null) return;
      stop();
      const ghostMs = ghostTime(former, agent, skewMs, now());
      if (ghostMs !== null) add({ kind: 'ghost', atMs: now(), ghostMs });
    });
  }
  return {
    left: (report) => add({ kind: 'left', atMs: report.endedAtMs, report }),
    entries: () => entriesOf(file.read()),
    uncleanEnd: () => (unclean ? former : null),
  };
}
