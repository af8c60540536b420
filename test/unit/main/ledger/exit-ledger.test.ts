import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExitReport, LastSign } from '../../../../contract/exit-entry.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { openExitLedger } from '../../../../main/ledger/exit-ledger.js';
import type { LedgerFile } from '../../../../main/ledger/ledger-file.js';
import type { LedgerLine } from '../../../../main/ledger/ledger-record.js';
import { buildAgent, buildSnapshot, chose, offline } from '../../contract/build-snapshot.js';
import { buildReport } from './build-report.js';

const minuteMs = 60_000;

/** One run of the app after another on one ledger, each with a clock that begins at `atMs`. */
function createRuns() {
  const records: LedgerLine[] = [];
  let refuses = false;
  const file: LedgerFile = {
    read: () => [...records],
    add(record) {
      if (!refuses) records.push(record);
      return !refuses;
    },
  };
  let sign: { readonly startedAtMs: number; readonly lastSign: LastSign } | null = null;
  return {
    records,
    refuse: () => {
      refuses = true;
    },
    start(atMs: number, madeGoodAtMs: number | null = null) {
      let nowMs = atMs;
      let notWritten = 0;
      const listeners = new Set<(snapshot: PhoneSnapshot) => void>();
      const ledger = openExitLedger({
        file,
        lastSignFile: {
          read: (startedAtMs) => (sign?.startedAtMs === startedAtMs ? sign.lastSign : null),
          async write(startedAtMs, lastSign) {
            sign = { startedAtMs, lastSign };
          },
        },
        onSnapshot(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        now: () => nowMs,
        madeGoodAtMs,
        notWritten: () => {
          notWritten += 1;
        },
      });
      vi.advanceTimersByTime(0);
      return {
        ledger,
        notWritten: () => notWritten,
        hear(snapshot: PhoneSnapshot, heardAtMs: number) {
          nowMs = heardAtMs;
          for (const listener of listeners) listener(snapshot);
        },
        leave: (report: Partial<ExitReport>) => ledger.left(buildReport(report)),
      };
    },
  };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setImmediate', 'setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

const available = buildSnapshot();
const offlineSince = (sinceMs: number, skewMs = 0) =>
  buildSnapshot({ agent: buildAgent({ availability: { ...chose(offline), sinceMs } }), skewMs });

describe('the exit ledger', () => {
  it('has nothing to tell at the first start, nor after an end in order', () => {
    const runs = createRuns();
    const first = runs.start(0);
    expect(first.ledger.uncleanEnd()).toBeNull();
    first.leave({ outcome: 'confirmed', endedAtMs: 10 });
    expect(runs.start(20).ledger.uncleanEnd()).toBeNull();
  });

  it.each(['unconfirmed', 'queued', 'chosen'] as const)('tells at the next start of an end that was %s', (outcome) => {
    const runs = createRuns();
    runs.start(0).leave({ outcome, endedAtMs: 10 });
    expect(runs.start(20).ledger.uncleanEnd()?.report?.outcome).toBe(outcome);
  });

  it('tells of a run that ended without a word', () => {
    const runs = createRuns();
    runs.start(5);
    expect(runs.start(20).ledger.uncleanEnd()).toEqual({
      report: null,
      startedAtMs: 5,
      lastSign: null,
      ghostMs: null,
      madeGoodAtMs: null,
    });
  });

  it('does not take a sign-out for the end of the run', () => {
    const runs = createRuns();
    runs.start(5).leave({ goal: 'signOut', outcome: 'confirmed' });
    expect(runs.start(20).ledger.uncleanEnd()?.report).toBeNull();
  });

  it('learns that the agent stayed Available until now', () => {
    const runs = createRuns();
    runs.start(0).leave({ outcome: 'unconfirmed', endedAtMs: minuteMs });
    const next = runs.start(10 * minuteMs);
    next.hear(buildSnapshot({ agent: null }), 14 * minuteMs);
    next.hear(available, 15 * minuteMs);
    next.hear(available, 30 * minuteMs);
    expect(next.ledger.entries()[0]?.ghostMs).toBe(14 * minuteMs);
    expect(runs.records.filter(({ kind }) => kind === 'ghost')).toHaveLength(1);
  });

  it('learns that Offline began before we were back, by the clock of Connect', () => {
    const runs = createRuns();
    runs.start(0).leave({ outcome: 'queued', endedAtMs: minuteMs });
    const next = runs.start(10 * minuteMs);
    next.hear(offlineSince(2 * minuteMs, minuteMs), 15 * minuteMs);
    expect(next.ledger.entries()[0]?.ghostMs).toBe(2 * minuteMs);
  });

  it.each([
    ['an end that lies in the future', { endedAtMs: 99 * minuteMs }],
    ['a clean end', { outcome: 'confirmed', endedAtMs: 0 }],
  ] as const)('learns nothing from %s', (_what, report) => {
    const runs = createRuns();
    runs.start(0).leave({ outcome: 'unconfirmed', ...report });
    const next = runs.start(10 * minuteMs);
    next.hear(available, 15 * minuteMs);
    expect(next.ledger.entries()[0]?.ghostMs).toBeNull();
  });

  it('tells a page that starts later how long it was, not until then', () => {
    const runs = createRuns();
    runs.start(0).leave({ outcome: 'unconfirmed', endedAtMs: minuteMs });
    const next = runs.start(10 * minuteMs);
    expect(next.ledger.uncleanEnd()?.ghostMs).toBeNull();
    next.hear(available, 15 * minuteMs);
    next.hear(available, 60 * minuteMs);
    expect(next.ledger.uncleanEnd()?.ghostMs).toBe(14 * minuteMs);
  });

  it('does not tell again what was dismissed, and keeps it in the list', () => {
    const runs = createRuns();
    runs.start(0).leave({ outcome: 'unconfirmed', endedAtMs: minuteMs });
    const { ledger, hear } = runs.start(10 * minuteMs);
    ledger.dismissUncleanEnd();
    hear(available, 15 * minuteMs);
    expect(ledger.uncleanEnd()).toBeNull();
    expect(ledger.entries()[0]?.ghostMs).toBe(14 * minuteMs);
  });

  describe('after a run that ended without a word', () => {
    it('tells in which status it left the agent, and for how long', () => {
      const runs = createRuns();
      const killed = runs.start(5);
      killed.hear(available, minuteMs);
      const next = runs.start(10 * minuteMs);
      const lastSign = { atMs: minuteMs, status: 'Available', offline: false, contacts: 0 };
      const entry = { report: null, startedAtMs: 5, lastSign, ghostMs: null, madeGoodAtMs: null };
      expect(next.ledger.uncleanEnd()).toEqual(entry);
      next.hear(available, 15 * minuteMs);
      expect(next.ledger.uncleanEnd()?.ghostMs).toBe(14 * minuteMs);
      expect(next.ledger.entries()).toEqual([{ ...entry, ghostMs: 14 * minuteMs }]);
      expect(runs.start(20 * minuteMs).ledger.entries(), 'and the one after it').toHaveLength(2);
    });

    it('knows it to have been there until its last sign', () => {
      const runs = createRuns();
      const killed = runs.start(0);
      killed.hear(available, 1_000);
      killed.hear(buildSnapshot({ agent: null }), 45_000);
      vi.advanceTimersByTime(10_000);
      expect(runs.start(minuteMs).ledger.uncleanEnd()?.lastSign?.atMs).toBe(45_000);
    });

    it.each([
      ['Offline', (run: ReturnType<ReturnType<typeof createRuns>['start']>) => run.hear(offlineSince(0), 10)],
      ['signed out', (run: ReturnType<ReturnType<typeof createRuns>['start']>) => run.ledger.agentLeft()],
    ])('has nothing to tell of an agent who was %s', (_state, leave) => {
      const runs = createRuns();
      const killed = runs.start(0);
      killed.hear(available, 5);
      leave(killed);
      const { ledger } = runs.start(minuteMs);
      expect(ledger.uncleanEnd()).toBeNull();
      expect(ledger.entries(), 'but keeps it in the list').toHaveLength(1);
    });

    it('takes no sign of another run for one of it', () => {
      const runs = createRuns();
      const ended = runs.start(0);
      ended.hear(available, 5);
      ended.leave({ outcome: 'confirmed', endedAtMs: 10 });
      runs.start(minuteMs);
      expect(runs.start(2 * minuteMs).ledger.uncleanEnd()?.lastSign).toBeNull();
    });
  });

  it('tells nothing from a ledger that takes nothing, as the ends since then are missing in it', () => {
    const runs = createRuns();
    runs.start(0).leave({ outcome: 'unconfirmed', endedAtMs: minuteMs });
    runs.refuse();
    const next = runs.start(10 * minuteMs);
    next.hear(available, 15 * minuteMs);
    expect(next.ledger.uncleanEnd()).toBeNull();
  });

  it('claims nothing of a run whose last word cannot be read, nor the end before it in its place', () => {
    const runs = createRuns();
    runs.start(0).leave({ outcome: 'unconfirmed', endedAtMs: minuteMs });
    runs.start(2 * minuteMs);
    runs.records.push({ kind: 'unreadable' });
    const { ledger } = runs.start(10 * minuteMs);
    expect(ledger.uncleanEnd()).toBeNull();
    expect(ledger.entries().map(({ report }) => report?.outcome)).toEqual(['unconfirmed']);
  });

  it('does not learn twice of the same end', () => {
    const runs = createRuns();
    runs.start(0).leave({ outcome: 'unconfirmed', endedAtMs: 0 });
    const second = runs.start(minuteMs);
    second.hear(available, minuteMs);
    second.leave({ outcome: 'confirmed', endedAtMs: minuteMs });
    const third = runs.start(2 * minuteMs);
    third.hear(available, 3 * minuteMs);
    expect(third.ledger.entries().map(({ ghostMs }) => ghostMs)).toEqual([null, minuteMs]);
  });

  it('goes on when the disk takes nothing, and says so to the log', () => {
    const runs = createRuns();
    const run = runs.start(0);
    runs.refuse();
    run.leave({});
    expect(run.notWritten()).toBe(1);
  });
});

it('notes once what the guardian of the run before did by a hook', () => {
  const runs = createRuns();
  runs.start(0);
  const { ledger } = runs.start(10_000, 4_000);
  expect(ledger.entries()[0]).toMatchObject({ report: null, startedAtMs: 0, madeGoodAtMs: 4_000 });
  runs.start(20_000, 4_000);
  expect(runs.records.filter(({ kind }) => kind === 'madeGood')).toEqual([
    { kind: 'madeGood', atMs: 4_000, by: 'guardian' },
  ]);
});
