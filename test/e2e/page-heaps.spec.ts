import { readFileSync } from 'node:fs';
import { pageHeapFlags } from '../../main/windows/bound-page-heaps.js';
import { pageProcesses } from '../support/page-processes.js';
import { expect, test } from '../support/phone-test.js';

test('page and panel are started with bounded heaps', async ({ app, phone }) => {
  test.skip(process.platform !== 'linux', 'only Linux tells how another process was started');
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  const pids = await pageProcesses(app);
  expect(pids.length).toBe(2);
  for (const pid of pids) {
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain(`--js-flags=${pageHeapFlags}`);
  }
});
