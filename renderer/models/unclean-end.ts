import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { ghostTime, statusBefore } from '../../contract/clean-exit.js';
import type { ExitEntry } from '../../contract/exit-entry.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { UncleanEndFacts } from '../../contract/words/exit-words.js';
import type { TimeText } from '../../contract/words/time-text.js';

/** How the run before this one ended, until it is read; null when all was in order. */
export interface UncleanEnd {
  readonly entry: ReadonlySignal<ExitEntry | null>;
  dismiss(): void;
}

/** Completes what is told at the start by the first thing Connect says of the agent; later things belong to this run. */
export function createUncleanEnd(
  told: ExitEntry | null,
  snapshot: ReadonlySignal<PhoneSnapshot>,
  dismissed: () => void,
): UncleanEnd {
  const entry = signal(told);
  if (told !== null && told.ghostMs === null) {
    const stop = effect(() => {
      const { agent, skewMs } = snapshot.value;
      if (agent === null) return;
      const ghostMs = ghostTime(told, agent, skewMs, Date.now());
      queueMicrotask(() => stop());
      if (entry.peek() !== null) entry.value = { ...told, ghostMs };
    });
  }
  return {
    entry,
    dismiss() {
      entry.value = null;
      dismissed();
    },
  };
}

/** What to say of an unclean end. A time that lies ahead, as after a clock was set, is none. */
export function describeUncleanEnd(entry: ExitEntry, times: TimeText, nowMs: number): UncleanEndFacts {
  const { report, startedAtMs, lastSign, ghostMs, madeGoodAtMs } = entry;
  const atMs = report?.endedAtMs ?? lastSign?.atMs ?? startedAtMs;
  const status = statusBefore(entry);
  return {
    outcome: report !== null ? report.outcome : lastSign !== null ? 'sudden' : 'unknown',
    at: atMs > nowMs ? null : times.near(atMs, nowMs),
    stayed: status === null || ghostMs === null ? null : { status, lasting: times.lasting(ghostMs) },
    madeGoodAt: madeGoodAtMs === null || madeGoodAtMs > nowMs ? null : times.near(madeGoodAtMs, nowMs),
  };
}
