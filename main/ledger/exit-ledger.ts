import { ghostTime, isClean } from '../../contract/clean-exit.js';
import type { ExitEntry, ExitReport } from '../../contract/exit-entry.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { LedgerFile } from './ledger-file.js';
import { entriesOf, type LedgerLine } from './ledger-record.js';

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
  /** How the run before this one ended, if it left somebody in a status; null when all was in order, or it was dismissed. */
  uncleanEnd(): ExitEntry | null;
  /** The agent has read of the last end, or has left: nobody is told of it again. */
  dismissUncleanEnd(): void;
}

/** Begins a run: what ended badly before it is completed by the first thing Connect says of the agent. */
export function openExitLedger({ file, onSnapshot, now, notWritten }: ExitLedgerDeps): ExitLedger {
  const add = (record: Parameters<LedgerFile['add']>[0]): void => {
    if (!file.add(record)) notWritten();
  };
  const started = { kind: 'started', atMs: now() } as const;
  const former = lastEndOf(file.read(), started);
  // The disk is waited for once the window is on its way.
  setImmediate(add, started);
  let unclean = former !== undefined && !isClean(former) ? former : null;
  if (former !== undefined && unclean?.ghostMs === null) {
    const stop = onSnapshot(({ agent, skewMs }) => {
      if (agent === null) return;
      stop();
      const ghostMs = ghostTime(former, agent, skewMs, now());
      if (ghostMs === null) return;
      add({ kind: 'ghost', atMs: now(), ghostMs });
      // A page that starts later must not count on from then.
      unclean &&= { ...unclean, ghostMs };
    });
  }
  return {
    left(report) {
      // Making good is no end of a run but belongs to one.
      if (report.goal !== 'recover') add({ kind: 'left', atMs: report.endedAtMs, report });
      else if (report.outcome === 'confirmed') add({ kind: 'madeGood', atMs: report.endedAtMs, by: 'nextStart' });
    },
    entries: () => entriesOf(file.read()),
    uncleanEnd: () => unclean,
    dismissUncleanEnd() {
      unclean = null;
    },
  };
}

/** How the last run ended; undefined where there was none, or where what it said last cannot be read. */
function lastEndOf(lines: readonly LedgerLine[], started: LedgerLine): ExitEntry | undefined {
  const told = lines.findLastIndex(({ kind }) => kind === 'started' || kind === 'left');
  if (lines.slice(told + 1).some(({ kind }) => kind === 'unreadable')) return undefined;
  return entriesOf([...lines, started])[0];
}
