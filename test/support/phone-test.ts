import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, type TestInfo } from '@playwright/test';
import { killAllOn, killApp } from '../../scripts/app/kill-app.mjs';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import type { AgentEvent } from '../../simulator/agent-event.js';
import { type Simulator, startSimulator } from '../../simulator/simulator.js';
import type { SimulatorOptions } from '../../simulator/simulator-options.js';
import { test as base } from './own-display.js';
import { recordStreams } from './record-streams.js';
import { processTexts, searchFolder, tokensIn } from './secrets.js';

export { expect };

/** What a test file sets with `test.use`. */
export interface PhoneOptions {
  readonly simulatorOptions: SimulatorOptions;
  /** Address to start on instead of the simulator's; '' starts without one. */
  readonly ccpUrl: string | null;
  /** Text of the settings file the app finds. */
  readonly settingsFile: string | null;
  readonly extraArguments: readonly string[];
  /** Notes which members of Streams ran and which operations were answered, for docs/features.md. */
  readonly recordsStreams: boolean;
}

/** What a test gets. Everything is its own: simulator, profile and app. */
export interface PhoneFixtures {
  readonly simulator: Simulator;
  readonly profile: string;
  /** What the app's environment holds besides that of the tests. */
  readonly environment: Readonly<Record<string, string>>;
  /** An Electron in place of this machine's. */
  readonly executable: string | undefined;
  readonly app: ElectronApplication;
  /** The phone's window. */
  readonly phone: Page;
}

const repository = join(import.meta.dirname, '..', '..');
const eventLimitMs = 5_000;

/** Tests of the app as built, against the simulator. A failed one leaves screenshot, app log and backend logs in one folder. */
export const test = base.extend<PhoneOptions & PhoneFixtures>({
  simulatorOptions: [{}, { option: true }],
  ccpUrl: [null, { option: true }],
  settingsFile: [null, { option: true }],
  extraArguments: [[], { option: true }],
  recordsStreams: [false, { option: true }],

  simulator: async ({ simulatorOptions }, use, testInfo) => {
    const simulator = await startForTest(simulatorOptions);
    await use(simulator);
    keepRecords(simulator, testInfo);
    await simulator.stop();
  },

  profile: async ({ settingsFile }, use, testInfo) => {
    const profile = mkdtempSync(join(process.env.SWITCHHOOK_TEST_PROFILES ?? tmpdir(), 'profile-'));
    if (settingsFile !== null) writeFileSync(join(profile, 'settings.json'), settingsFile);
    await use(profile);
    killAllOn(profile);
    expect(searchFolder(profile, tokensIn), 'no token and no cookie is in a file').toEqual([]);
    keepLogs(profile, testInfo);
  },

  environment: async ({ browserName: _none }, use) => use({}),
  executable: async ({ browserName: _none }, use) => use(undefined),

  app: async ({ simulator, profile, environment, executable, ccpUrl, extraArguments }, use) => {
    const app = await launchApp({
      ccpUrl: ccpUrl ?? simulator.ccpUrl,
      userDataDir: profile,
      extra: extraArguments,
      env: environment,
      executable,
    });
    const child = app.process();
    await use(app);
    if (process.platform === 'linux' && child.pid !== undefined) {
      const told = processTexts(child.pid).flatMap(tokensIn);
      expect(told, 'no token and no cookie is in a command line or an environment').toEqual([]);
    }
    // The gate may rightly hold a quit; a test that is over does not wait for it.
    await killed(child);
  },

  phone: async ({ app, simulator, recordsStreams }, use, testInfo) => {
    const phone = await app.firstWindow();
    await use(phone);
    if (recordsStreams && testInfo.status === 'passed') await recordStreams(phone, simulator, testInfo.testId);
    await keepPicture(phone, testInfo);
  },
});

/** Resolves with the next event that says this, or one that already did. */
export function awaitEvent(simulator: Simulator, says: (event: AgentEvent) => boolean, since = 0): Promise<AgentEvent> {
  return simulator.waitForEvent(says, { timeoutMs: eventLimitMs, since });
}

/** Ends an app at once, with its guardian, and resolves when it has ended. */
export function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  killApp(child);
  return ended;
}

/** Resolves with the exit code when the app's process has ended. */
export function awaitExit(app: ElectronApplication): Promise<number | null> {
  const process = app.process();
  if (process.exitCode !== null || process.signalCode !== null) return Promise.resolve(process.exitCode);
  return new Promise((resolve) => process.once('exit', (code) => resolve(code)));
}

/** The simulator as every test wants it. */
export function startForTest(options: SimulatorOptions): Promise<Simulator> {
  return startSimulator({
    assetsDir: join(repository, 'dist/simulator/page'),
    ...options,
    agent: { initialStatus: 'Available', ...options.agent },
  });
}

const hasFailed = ({ status, expectedStatus }: TestInfo): boolean => status !== expectedStatus;

/** Puts what the simulator saw into the folder of a test that failed. */
export function keepRecords({ events, requests }: Simulator, testInfo: TestInfo): void {
  if (!hasFailed(testInfo)) return;
  mkdirSync(testInfo.outputDir, { recursive: true });
  writeFileSync(testInfo.outputPath('agent-events.ndjson'), toLines(events));
  writeFileSync(testInfo.outputPath('requests.ndjson'), toLines(requests));
}

/** The same for the app's log. */
export function keepLogs(profile: string, testInfo: TestInfo): void {
  const logs = join(profile, 'logs');
  if (hasFailed(testInfo) && existsSync(logs)) cpSync(logs, testInfo.outputPath('app-logs'), { recursive: true });
}

/** The same for a picture of the window. */
export async function keepPicture(phone: Page, testInfo: TestInfo): Promise<void> {
  if (!hasFailed(testInfo) || phone.isClosed()) return;
  await phone.screenshot({ path: testInfo.outputPath('window.png') }).catch(() => undefined);
}

function toLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
