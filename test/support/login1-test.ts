import { existsSync } from 'node:fs';
import { loginManagerPackages } from '../../scripts/setup/system-libraries.mjs';
import { detailsOf, type FaultRow, type FaultWorld, measureRow, titleOf } from './fault-row.js';
import { type Login1, startLogin1 } from './login1.js';
import { test as phoneTest } from './phone-test.js';

/** Whether this machine has what the login manager of the tests is made of; a set-up without a display installs it. */
export const fakesLogin1 = loginManagerPackages.every(({ proof }) => existsSync(proof));

export interface Login1Fixtures {
  /** The login manager of the app, where its system bus is. */
  readonly login1: Login1;
}

/** Tests of the app on a computer that shuts down or goes to sleep. */
export const test = phoneTest.extend<Login1Fixtures>({
  login1: async ({ browserName: _none }, use) => {
    const login1 = await startLogin1();
    await use(login1);
    await login1.stop();
  },
  environment: async ({ login1 }, use) => use({ DBUS_SYSTEM_BUS_ADDRESS: login1.address }),
});

/** A row of the fault matrix on such a computer. */
export function login1Row(row: FaultRow, run: (world: FaultWorld & Login1Fixtures) => Promise<void>): void {
  test(titleOf(row), detailsOf(row), ({ simulator, app, phone, profile, login1 }, testInfo) =>
    measureRow(row, { simulator, app, phone, profile }, testInfo, (world) => run({ ...world, login1 })),
  );
}
