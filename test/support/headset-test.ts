import { join } from 'node:path';
import { findElectron } from '../../scripts/setup/find-electron.mjs';
import { type HidBus, type PluggedDevice, startHidBus } from './hid/hid-bus.js';
import { buildHidRig, type HidRig } from './hid/hid-rig.js';
import { test as oneAppTest } from './one-app-test.js';
import { expect, test as phoneTest } from './phone-test.js';

export { expect };

const sources = join(import.meta.dirname, '..', 'hid-rig');

export interface HeadsetFixtures {
  /** The computer's devices; what is plugged in before `app` starts is there when it looks. */
  readonly bus: HidBus;
}

interface RigFixtures {
  readonly rig: HidRig;
}

const rig = async (_given: object, use: (rig: HidRig) => Promise<void>): Promise<void> => {
  const electron = findElectron();
  if (!electron.ok) throw new Error(electron.message);
  const rig = await buildHidRig(electron.path, sources);
  if (!rig.works) process.stderr.write(`NOT TESTED: headsets, because ${rig.reason}.\n`);
  await use(rig);
  if (rig.works) rig.remove();
};

/** Tests of the app on a computer whose headsets a test plugs in. Where that cannot be, they are skipped and say why. */
export const test = phoneTest.extend<HeadsetFixtures, RigFixtures>({
  rig: [async ({ browserName: _none }, use) => rig({}, use), { scope: 'worker' }],
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

/** The same on one computer and in one app for all; what a test has plugged in is gone after it. */
export const oneAppHeadsetTest = oneAppTest.extend<
  HeadsetFixtures & { readonly needsRig: undefined },
  RigFixtures & { readonly computer: HidBus; readonly headsetSettings: string }
>({
  rig: [async ({ browserName: _none }, use) => rig({}, use), { scope: 'worker' }],
  computer: [
    async ({ browserName: _none }, use) => {
      const computer = await startHidBus();
      await use(computer);
      await computer.stop();
    },
    { scope: 'worker' },
  ],
  headsetSettings: ['{}', { option: true, scope: 'worker' }],
  start: [
    async ({ rig, computer, headsetSettings }, use) =>
      use({
        settingsFile: headsetSettings,
        environment: computer.environment,
        executable: rig.works ? rig.executable : undefined,
      }),
    { scope: 'worker' },
  ],
  needsRig: [
    async ({ rig }, use, testInfo) => {
      testInfo.skip(!rig.works, rig.works ? '' : rig.reason);
      await use(undefined);
    },
    { auto: true },
  ],
  bus: async ({ computer }, use) => {
    const plugged = new Set<PluggedDevice>();
    await use({
      ...computer,
      plug(data) {
        const device = computer.plug(data);
        plugged.add(device);
        const unplug = (): void => {
          if (plugged.delete(device)) device.unplug();
        };
        return { ...device, unplug };
      },
    });
    for (const device of plugged) device.unplug();
  },
});
