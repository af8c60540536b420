import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { GuardianMeans } from '../../contract/guardian-deed.js';
import { guardiansOf } from '../../scripts/app/kill-app.mjs';
import { deedsOf } from './fault-row.js';
import { expect } from './phone-test.js';
import { processesOf } from './processes.js';

/** Resolves when a guardian has taken its order, or one has for the nth time. */
export async function awaitGuarded(profile: string, nth = 1): Promise<void> {
  const armed = () => deedsOf(profile).filter(({ kind }) => kind === 'armed').length;
  await expect.poll(armed, { intervals: [20] }).toBeGreaterThanOrEqual(nth);
}

/** The process that watches an app. */
export function guardianOf(app: ChildProcess): number {
  const [guardian] = guardiansOf(app);
  if (guardian === undefined) throw new Error('The app has no guardian');
  return guardian;
}

const goneLimitMs = 10_000;

/** Resolves when the guardian has set the agent Offline, and no process of the profile is left. */
export async function madeGoodBy(by: GuardianMeans, profile: string): Promise<void> {
  const did = () => deedsOf(profile).flatMap((deed) => (deed.kind === 'offline' ? [deed.by] : []));
  await expect.poll(did, { timeout: goneLimitMs }).toEqual([by]);
  await expect.poll(() => processesOf(profile, Number.NaN), { timeout: goneLimitMs }).toEqual([]);
  // A hook knows nothing of the marker; the next start reads what the guardian wrote.
  if (by === 'hook') return;
  expect(JSON.parse(readFileSync(join(profile, 'presence.json'), 'utf8'))).toMatchObject({ armed: false });
}

/** Makes the main process busy for a minute; waits for no answer, as none comes. */
export function hangMain(app: ElectronApplication): void {
  const hanging = app.evaluate(() => {
    const until = performance.now() + 60_000;
    while (performance.now() < until);
  });
  hanging.catch(() => undefined);
}
