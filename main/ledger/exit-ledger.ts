import { ghostTime, isClean } from '../../contract/clean-exit.js';
import type { ExitEntry, ExitReport, LastSign } from '../../contract/exit-entry.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { LastSignFile } from './last-sign-file.js';
import type { LedgerFile } from './ledger-file.js';
import { entriesOf, type LedgerLine } from './ledger-record.js';

/** How exactly the end of a run is known that ended without a word. */
const signEveryMs = 10_000;

export interface ExitLedgerDeps {
  readonly file: LedgerFile;
  readonly lastSignFile: LastSignFile;
  onSnapshot(listener: (snapshot: PhoneSnapshot) => void): () => void;
  now(): number;
  /** When the agent whom the run before left was set Offline by the guardian's hook; null when not. */
  readonly madeGoodAtMs: number | null;
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
  /** The agent has read of the last end: nobody is told of it again. */
  dismissUncleanEnd(): void;
  /** The agent has signed out: the next one is not told of what was before, and the run leaves nobody behind. */
  agentLeft(): void;
}

/** Begins a run: what ended badly before it is completed by the first thing Connect says of the agent. */
export function openExitLedger(deps: ExitLedgerDeps): ExitLedger {
  const { file, lastSignFile, onSnapshot, now, notWritten } = deps;
  const startedAtMs = now();
  const add = (record: Parameters<LedgerFile['add']>[0]): boolean => {
    const added = file.add(record);
    if (!added) notWritten();
    return added;
  };
  const started = { kind: 'started', atMs: startedAtMs } as const;
  const notedEarlier = file.read();
  const isNews = deps.madeGoodAtMs !== null && !notedEarlier.some(isMadeGoodAt(deps.madeGoodAtMs));
  if (isNews) add({ kind: 'madeGood', atMs: deps.madeGoodAtMs, by: 'guardian' });
  const lines = isNews ? file.read() : notedEarlier;
  const told = lastEndOf(lines, started);
  const lastSign = told?.report === null ? lastSignFile.read(told.startedAtMs) : null;
  const former = told && { ...told, lastSign };
  let unclean = former !== undefined && !isClean(former) ? former : null;
  // The disk is waited for once the window is on its way.
  setImmediate(() => {
    // A ledger that takes nothing has also missed the ends since its last line.
    const lost = lastSign === null || add({ kind: 'lost', atMs: startedAtMs, lastSign });
    if (!lost || !add(started)) unclean = null;
  });
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
  const { agentLeft } = keepSign(deps, startedAtMs);
  function dismissUncleanEnd(): void {
    unclean = null;
  }
  return {
    left(report) {
      // Making good is no end of a run but belongs to one.
      if (report.goal !== 'recover') add({ kind: 'left', atMs: report.endedAtMs, report });
      else if (report.outcome === 'confirmed') add({ kind: 'madeGood', atMs: report.endedAtMs, by: 'nextStart' });
    },
    entries: () => entriesOf(file.read()),
    uncleanEnd: () => unclean,
    dismissUncleanEnd,
    agentLeft() {
      dismissUncleanEnd();
      agentLeft();
    },
  };
}

/** Writes down what a run would leave behind if it ended now. */
function keepSign({ lastSignFile, onSnapshot, now }: ExitLedgerDeps, startedAtMs: number): { agentLeft(): void } {
  let sign: LastSign | null = null;
  function write(next: Omit<LastSign, 'atMs'>): void {
    sign = { ...next, atMs: now() };
    void lastSignFile.write(startedAtMs, sign);
  }
  onSnapshot(({ agent, contacts }) => {
    // A page that is loaded anew has not heard of the agent yet, who may still be Available.
    if (agent === null) return;
    const { name, type } = agent.availability;
    const next = { status: name, offline: type === 'offline', contacts: contacts.length };
    const same = sign?.status === name && sign.offline === next.offline && sign.contacts === next.contacts;
    if (!same) write(next);
  });
  setInterval(() => {
    if (sign !== null) write(sign);
  }, signEveryMs).unref();
  return { agentLeft: () => write({ status: null, offline: false, contacts: 0 }) };
}

const isMadeGoodAt =
  (atMs: number) =>
  (line: LedgerLine): boolean =>
    line.kind === 'madeGood' && line.atMs === atMs;

/** How the last run ended; undefined where there was none, or where what it said last cannot be read. */
function lastEndOf(lines: readonly LedgerLine[], started: LedgerLine): ExitEntry | undefined {
  const told = lines.findLastIndex(({ kind }) => kind === 'started' || kind === 'left');
  if (lines.slice(told + 1).some(({ kind }) => kind === 'unreadable')) return undefined;
  return entriesOf([...lines, started])[0];
}
