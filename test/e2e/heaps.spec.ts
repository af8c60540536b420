import { readFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';
import { settledMs } from '../../main/app/settle-heap.js';
import { pageHeapFlags } from '../../main/windows/bound-page-heaps.js';
import { pageProcesses } from '../support/page-processes.js';
import { expect, test } from '../support/phone-test.js';
import { signInAs } from '../support/sign-in.js';

test('page and panel are started with bounded heaps', async ({ app, phone }) => {
  test.skip(process.platform !== 'linux', 'only Linux tells how another process was started');
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  const pids = await pageProcesses(app);
  expect(pids.length).toBe(2);
  for (const pid of pids) {
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain(`--js-flags=${pageHeapFlags}`);
  }
});

type Counting = typeof globalThis & { forcedCollections: number };

/** Counts the collections that somebody asks for on the desktop side, where from now on no rest is waited for. */
function countCollections(app: ElectronApplication): Promise<void> {
  return app.evaluate((_electron, restMs) => {
    const { constants, PerformanceObserver } = process.getBuiltinModule('node:perf_hooks');
    const counting = globalThis as Counting;
    counting.forcedCollections = 0;
    new PerformanceObserver((list) => {
      // Node's types leave out what belongs to a collection: https://nodejs.org/api/perf_hooks.html#performanceentrydetail
      for (const { detail } of list.getEntries() as unknown as { readonly detail: { readonly flags: number } }[]) {
        if (detail.flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) counting.forcedCollections += 1;
      }
    }).observe({ entryTypes: ['gc'] });
    const inTime = globalThis.setTimeout;
    const atOnce = (deed: () => void, ms?: number) => inTime(deed, ms === restMs ? 0 : ms);
    globalThis.setTimeout = Object.assign(atOnce, inTime);
  }, settledMs);
}

test.describe('an instance that asks for a sign-in', () => {
  test.use({ simulatorOptions: { session: 'cookie', agent: { username: 'ada' } } });
  test('the desktop side collects its garbage once when the agent has come, and goes on', async ({ app, phone }) => {
    await expect(phone.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await countCollections(app);
    await signInAs(app, phone, 'ada');
    const collections = () => app.evaluate(() => (globalThis as Counting).forcedCollections);
    await expect.poll(collections).toBe(1);
    await phone.getByRole('button', { name: /^Status: / }).click();
    await phone.getByRole('menuitemradio', { name: 'Lunch', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Status: Lunch' })).toBeVisible();
    expect(await collections()).toBe(1);
  });
});
