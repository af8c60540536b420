import { test } from './host-test.js';

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
