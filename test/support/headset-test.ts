import { join } from 'node:path';
import { findElectron } from '../../scripts/setup/find-electron.mjs';
import { type HidBus, startHidBus } from './hid/hid-bus.js';
import { buildHidRig, type HidRig } from './hid/hid-rig.js';
import { expect, test as phoneTest } from './phone-test.js';

export { expect };

const sources = join(import.meta.dirname, '..', 'hid-rig');

export interface HeadsetFixtures {
  /** The computer's devices; what is plugged in before `app` starts is there when it looks. */
  readonly bus: HidBus;
}

/** Tests of the app on a computer whose headsets a test plugs in. Where that cannot be, they are skipped and say why. */
export const test = phoneTest.extend<HeadsetFixtures, { readonly rig: HidRig }>({
  rig: [
    async ({ browserName: _none }, use) => {
      const electron = findElectron();
      if (!electron.ok) throw new Error(electron.message);
      const rig = await buildHidRig(electron.path, sources);
      if (!rig.works) process.stderr.write(`NOT TESTED: headsets, because ${rig.reason}.\n`);
      await use(rig);
      if (rig.works) rig.remove();
    },
    { scope: 'worker' },
  ],
  bus: async ({ browserName: _none }, use) => {
    const bus = await startHidBus();
    await use(bus);
    await bus.stop();
  },
  environment: async ({ bus }, use) => use(bus.environment),
  executable: async ({ rig }, use, testInfo) => {
    testInfo.skip(!rig.works, rig.works ? '' : rig.reason);
    await use(rig.works ? rig.executable : undefined);
  },
});
