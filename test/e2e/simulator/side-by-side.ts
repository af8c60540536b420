import { expect, test } from './host-test.js';

/** A row of the protocol by its name, and what checks it. */
export type Rows = Readonly<Record<string, () => Promise<void>>>;

/** Runs all rows at once, each as a step. All are waited for; every one that failed is named. */
export async function runSideBySide(rows: Rows): Promise<void> {
  const names = Object.keys(rows);
  const outcomes = await Promise.allSettled(Object.entries(rows).map(([name, run]) => test.step(name, run)));
  const failures = outcomes.flatMap((outcome, index) =>
    outcome.status === 'rejected' ? [`${names[index]}: ${describe(outcome.reason)}`] : [],
  );
  if (failures.length > 0) throw new Error(failures.join('\n\n'));
}

function describe(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}

/** What a timer may come too early by the clock of another process, and too late on a busy machine. */
const earlyMs = 500;
const lateMs = 4_000;

/** Checks that something took the time that a clock of Streams gives it. */
export function expectTime(tookMs: number | undefined, streamsMs: number, what: string): void {
  expect(tookMs, what).toBeGreaterThanOrEqual(streamsMs - earlyMs);
  expect(tookMs, what).toBeLessThanOrEqual(streamsMs + lateMs);
}
