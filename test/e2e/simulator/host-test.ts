import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { launchApp } from '../../../scripts/app/launch-app.mjs';
import { type Simulator, startSimulator } from '../../../simulator/simulator.js';
import type { SimulatorOptions } from '../../../simulator/simulator-options.js';
import { test as base } from '../../support/own-display.js';
import { killed } from '../../support/phone-test.js';
import { Host, type TakeTurn } from './host.js';

export { expect, Host };

const repository = join(import.meta.dirname, '..', '..', '..');
/** Where the built parts are; another build can be tried by naming its folder. */
const dist = process.env.SWITCHHOOK_TEST_DIST ?? join(repository, 'dist');

/** One after the other: side by side, a dozen panels would take longer to load than Streams has patience. */
function takeTurns(): TakeTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** What a test file sets with `test.use`. */
interface HostOptions {
  readonly simulatorOptions: SimulatorOptions;
}

interface HostFixtures {
  readonly simulator: Simulator;
  readonly host: Host;
  /** Opens one more window with a simulator of its own, for tests that mostly wait and can do so side by side. */
  readonly openHost: OpenHost;
}

export type OpenHost = (simulatorOptions?: SimulatorOptions) => Promise<Host>;

/** The simulator as every test of this folder wants it. */
function startForHost(options: SimulatorOptions): Promise<Simulator> {
  return startSimulator({
    assetsDir: join(dist, 'simulator/page'),
    ...options,
    agent: { initialStatus: 'Available', ...options.agent },
  });
}

/** Opens an empty window whose timers run as in one that is looked at. */
async function openWindow(bare: ElectronApplication, mark: string): Promise<Page> {
  await bare.evaluate(async ({ BrowserWindow }, address) => {
    const webPreferences = { sandbox: true, backgroundThrottling: false };
    await new BrowserWindow({ show: false, webPreferences }).loadURL(address);
  }, mark);
  // Others may open windows at the same time, so it is known by its address.
  const found = () => bare.windows().find((page) => page.url() === mark);
  await expect.poll(found).toBeDefined();
  return found() as Page;
}

/** Tests of the simulator with the real Streams on both sides and none of our app in between. One Electron per worker. */
export const test = base.extend<HostOptions & HostFixtures, { readonly bare: ElectronApplication }>({
  simulatorOptions: [{}, { option: true }],

  bare: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured parameter
    async ({}, use) => {
      const bare = await launchApp({
        app: join(dist, 'bare'),
        ccpUrl: '',
        userDataDir: mkdtempSync(join(process.env.SWITCHHOOK_TEST_PROFILES ?? tmpdir(), 'bare-')),
        fakeMicrophone: true,
        extra: ['--record'],
      });
      const child = bare.process();
      await use(bare);
      await killed(child);
    },
    { scope: 'worker' },
  ],

  simulator: async ({ simulatorOptions }, use) => {
    const simulator = await startForHost(simulatorOptions);
    await use(simulator);
    await simulator.stop();
  },

  host: async ({ bare, simulator }, use) => {
    const page = await bare.firstWindow();
    await use(new Host(page, simulator));
    await page.goto('about:blank');
  },

  openHost: async ({ bare }, use) => {
    const opened: Host[] = [];
    const takeTurn = takeTurns();
    await use(async (simulatorOptions = {}) => {
      const simulator = await startForHost(simulatorOptions);
      const page = await openWindow(bare, `about:blank#${new URL(simulator.ccpUrl).port}`);
      const host = new Host(page, simulator, takeTurn);
      opened.push(host);
      return host;
    });
    for (const { page, simulator } of opened) {
      await page.close();
      await simulator.stop();
    }
  },
});
