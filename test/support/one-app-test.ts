import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { killAllOn } from '../../scripts/app/kill-app.mjs';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import { test as base } from './own-display.js';
import {
  expect,
  keepLogs,
  keepPicture,
  keepRecords,
  killed,
  type PhoneFixtures,
  type PhoneOptions,
  startForTest,
} from './phone-test.js';
import { recordStreams } from './record-streams.js';
import { processTexts, searchFolder, tokensIn } from './secrets.js';
import { pagesOf } from './toast-page.js';

/** An app that serves one test after the other. */
export interface RunningApp {
  readonly profile: string;
  /** Port at which each test's simulator is found. */
  readonly port: number;
  /** Its panel there. */
  readonly ccpUrl: string;
  /** Starts the app, or gives the one that runs a page that has never been signed in to anything. */
  fresh(): Promise<ElectronApplication>;
}

/** How that app is started. */
export interface AppStart {
  /** Text of the settings file the app finds. */
  readonly settingsFile: string | null;
  readonly environment: Readonly<Record<string, string>>;
  /** An Electron in place of this machine's. */
  readonly executable: string | undefined;
}

export interface OneAppWorkerFixtures {
  readonly start: AppStart;
  readonly running: RunningApp;
}

type Options = Pick<PhoneOptions, 'simulatorOptions' | 'recordsStreams'>;

export interface OneAppFixtures
  extends Pick<PhoneFixtures, 'simulator' | 'profile' | 'app' | 'phone'>,
    Pick<PhoneOptions, 'ccpUrl'> {
  /** Where the simulator listens: at the app's address, unless a test file puts something else there. */
  readonly simulatorPort: number;
}

/**
 * Tests like those of phone-test.ts, of which each has a simulator, a sign-in and a page of its own, while the app itself
 * is started once for all that a worker runs: a start costs more than most tests. After a failed test Playwright takes
 * another worker, and so another app. A test must leave the app as it found it, and fails if it does not; one that ends
 * or breaks the app, or changes what it keeps, belongs to phone-test.ts.
 */
export const test = base.extend<Options & OneAppFixtures, OneAppWorkerFixtures>({
  simulatorOptions: [{}, { option: true }],
  recordsStreams: [false, { option: true }],

  start: [
    { settingsFile: null, environment: {}, executable: undefined },
    { option: true, scope: 'worker' },
  ],

  running: [
    async ({ display: _display, start: { settingsFile, environment, executable } }, use) => {
      const profile = mkdtempSync(join(process.env.SWITCHHOOK_TEST_PROFILES ?? tmpdir(), 'profile-'));
      if (settingsFile !== null) writeFileSync(join(profile, 'settings.json'), settingsFile);
      const port = await findQuietPort();
      const ccpUrl = `http://127.0.0.1:${port}/ccp-v2/`;
      let app: ElectronApplication | null = null;
      await use({
        profile,
        port,
        ccpUrl,
        async fresh() {
          if (app === null) app = await launchApp({ ccpUrl, userDataDir: profile, env: environment, executable });
          else await loadAnew(app);
          return app;
        },
      });
      if (app !== null) await killed((app as ElectronApplication).process());
      killAllOn(profile);
      expectNoSecret(profile);
    },
    { scope: 'worker' },
  ],

  ccpUrl: async ({ running: { ccpUrl } }, use) => use(ccpUrl),
  simulatorPort: async ({ running: { port } }, use) => use(port),

  simulator: async ({ simulatorPort, simulatorOptions }, use, testInfo) => {
    const simulator = await startForTest({ ...simulatorOptions, port: simulatorPort });
    await use(simulator);
    keepRecords(simulator, testInfo);
    await simulator.stop();
  },

  profile: async ({ running: { profile } }, use, testInfo) => {
    await use(profile);
    keepLogs(profile, testInfo);
    expectNoSecret(profile);
  },

  app: async ({ running, simulator: _simulator, ccpUrl: _served, profile: _searched }, use) => {
    const app = await running.fresh();
    await use(app);
    expect(app.process().exitCode, 'the app goes on').toBeNull();
    await expect.poll(() => pagesOf(app).length, 'no window is left open').toBe(1);
    expect(await isVisible(app), 'the window is shown').toBe(true);
    if (process.platform === 'linux') {
      const told = processTexts(app.process().pid ?? -1).flatMap(tokensIn);
      expect(told, 'no token and no cookie is in a command line or an environment').toEqual([]);
    }
  },

  phone: async ({ app, simulator, recordsStreams }, use, testInfo) => {
    const phone = await app.firstWindow();
    const found = await readStart(phone);
    await use(phone);
    if (testInfo.status === 'passed') {
      expect(await readStart(phone), 'the next page is told what this one was').toEqual(found);
    }
    if (recordsStreams && testInfo.status === 'passed') await recordStreams(phone, simulator, testInfo.testId);
    await keepPicture(phone, testInfo);
  },
});

/** Takes what the panel may have kept, as a new profile has nothing, and loads the page. */
async function loadAnew(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.webContents.session.clearStorageData(),
  );
  const phone = await app.firstWindow();
  await phone.emulateMedia({ colorScheme: null, reducedMotion: null });
  await phone.reload();
}

/** What the app tells a page that starts, its settings among it; the guardian comes when it comes. */
async function readStart(phone: Page): Promise<unknown> {
  await phone.waitForFunction(() => 'switchhook' in window);
  const answer = await phone.evaluate(() => window.switchhook.readStart(undefined));
  if (!answer.ok) throw new Error('The page was told nothing');
  const { guard: _comes, ...told } = answer.value;
  return told;
}

const isVisible = (app: ElectronApplication): Promise<boolean | undefined> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.isVisible(),
  );

function expectNoSecret(profile: string): void {
  expect(searchFolder(profile, tokensIn), 'no token and no cookie is in a file').toEqual([]);
}

/** Below those that systems give out by themselves, so that nobody takes it between two tests. */
const quietPorts = { from: 20_000, count: 10_000 };

async function findQuietPort(): Promise<number> {
  const port = quietPorts.from + Math.floor(Math.random() * quietPorts.count);
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return isFree ? port : findQuietPort();
}
