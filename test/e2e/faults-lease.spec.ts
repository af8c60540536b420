import { type FaultRow, isOffline, measureRow, titleOf } from '../support/fault-row.js';
import { test } from '../support/hook-world.js';
import { expect } from '../support/phone-test.js';

/** As shipped where rows are held to their limits; elsewhere nobody waits a minute. */
const asShipped = process.env.SWITCHHOOK_FAULT_SLACK === '1';
const row: FaultRow = {
  row: 52,
  fault: 'the network is cut until the lease has run out, then comes back',
  layer: 'L4',
  until: 'Offline on the backend',
  limitMs: asShipped ? 60_000 : 6_000,
};

test.use({ settingsFile: asShipped ? '{}' : '{"leaseIntervalSeconds": 1, "leaseSeconds": 2}' });

test(titleOf(row), ({ simulator, app, phone, profile, hook }, testInfo) =>
  measureRow(row, { simulator, app, phone, profile }, testInfo, async (world) => {
    testInfo.setTimeout(120_000);
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    await hook.waitForRequest(({ path, status }) => path === 'lease' && status === 200, { timeoutMs: 5_000 });
    world.strike(() => {
      hook.setFault({ kind: 'hang' });
      simulator.control.setFault({ op: '*', kind: 'drop' });
    });
    world.at(await simulator.waitForEvent(isOffline, { timeoutMs: 70_000, since: 0 }));
    await expect.poll(() => hook.deeds.map(({ by }) => by)).toEqual(['expiry']);
    simulator.control.clearFaults();
    hook.clearFaults();
    const told = phone.getByRole('alertdialog', { name: 'You were set Offline' });
    await expect(told).toContainText('This computer was not reachable for', { timeout: 40_000 });
    await told.getByRole('button', { name: 'Stay Offline' }).click();
    await expect(phone.getByRole('button', { name: 'Status: Offline' })).toBeVisible();
  }),
);
