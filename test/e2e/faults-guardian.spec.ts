import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium, type ElectronApplication, type Page } from '@playwright/test';
import { appArguments } from '../../scripts/app/app-arguments.mjs';
import { killAllOn } from '../../scripts/app/kill-app.mjs';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import { languageEnvironment, languageSwitch } from '../../scripts/app/one-language.mjs';
import { deedsOf, type FaultWorld, faultRow, isOffline, shownText, titleOf } from '../support/fault-row.js';
import { awaitGuarded, guardianOf, hangMain, madeGoodBy } from '../support/guardian.js';
import { expect, killed, test } from '../support/phone-test.js';
import { signInAs } from '../support/sign-in.js';

const available = (phone: Page) => expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
const untilOffline = 'Offline on the backend';
const pidOf = (app: ElectronApplication): number => app.process().pid ?? Number.NaN;

/** Offline by a hidden start, after which nobody is left. */
async function offlineByRelaunch(world: FaultWorld, timeoutMs: number): Promise<void> {
  world.at(await world.simulator.waitForEvent(isOffline, { timeoutMs, since: 0 }));
  await madeGoodBy('relaunch', world.profile);
}

const eventLimitMs = 20_000;

for (const [row, fault, strike] of [
  [8, 'SIGTERM to the whole group', (app: ElectronApplication) => process.kill(-pidOf(app), 'SIGTERM')],
  [11, 'SIGKILL, no hook', (app: ElectronApplication) => process.kill(pidOf(app), 'SIGKILL')],
  [14, 'SIGKILL to the whole group, no hook', (app: ElectronApplication) => process.kill(-pidOf(app), 'SIGKILL')],
  [16, 'abort, no hook', (app: ElectronApplication) => process.kill(pidOf(app), 'SIGABRT')],
  [16, 'segmentation fault, no hook', (app: ElectronApplication) => process.kill(pidOf(app), 'SIGSEGV')],
] as const) {
  faultRow({ row, fault, layer: 'L2', until: untilOffline, limitMs: 5_000 }, async (world) => {
    await available(world.phone);
    await awaitGuarded(world.profile);
    world.strike(() => strike(world.app));
    world.at(await world.simulator.waitForEvent(isOffline, { timeoutMs: eventLimitMs, since: 0 }));
    // Chromium may have left the gate the time it needs before it ended; then nobody had to act.
    if (row !== 8) await madeGoodBy('relaunch', world.profile);
  });
}

test.describe('a sign-in that is two seconds old', () => {
  test.use({ simulatorOptions: { session: 'cookie', agent: { username: 'ada', initialStatus: 'Available' } } });
  faultRow(
    { row: 12, fault: 'SIGKILL two seconds after the sign-in', layer: 'L2', until: untilOffline, limitMs: 5_000 },
    async (world) => {
      await signInAs(world.app, world.phone, 'ada');
      await expect(world.phone.getByRole('button', { name: 'Status: Available' })).toBeVisible({ timeout: 15_000 });
      await awaitGuarded(world.profile);
      // The jar follows a second after it was armed, and nothing outside tells when it came.
      await world.phone.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
      world.strike(() => process.kill(pidOf(world.app), 'SIGKILL'));
      await offlineByRelaunch(world, eventLimitMs);
    },
  );
});

faultRow(
  { row: 13, fault: 'SIGKILL in the middle of a quit, no hook', layer: 'L2', until: untilOffline, limitMs: 5_000 },
  async (world) => {
    await available(world.phone);
    await awaitGuarded(world.profile);
    world.simulator.control.setFault({ op: 'PutAgentState', kind: 'hang', count: 1 });
    world.app.process().kill('SIGTERM');
    await world.simulator.waitForRequest(({ operation }) => operation === 'PutAgentState', {
      timeoutMs: eventLimitMs,
      since: 0,
    });
    world.strike(() => process.kill(pidOf(world.app), 'SIGKILL'));
    await offlineByRelaunch(world, eventLimitMs);
  },
);

for (const [row, fault, hang] of [
  [19, 'the main process hangs, no hook', (world: FaultWorld) => hangMain(world.app)],
  [21, 'SIGSTOP of the app alone, no hook', (world: FaultWorld) => process.kill(pidOf(world.app), 'SIGSTOP')],
] as const) {
  // Without a hook a hanging app is ended first, and only after twenty seconds of silence.
  faultRow({ row, fault, layer: 'L2', until: untilOffline, limitMs: 26_000 }, async (world) => {
    await available(world.phone);
    await awaitGuarded(world.profile);
    world.strike(() => hang(world));
    await offlineByRelaunch(world, 50_000);
    expect(deedsOf(world.profile).map(({ kind }) => kind)).toContain('killed');
  });
}

faultRow(
  { row: 20, fault: 'app and guardian stand still for 8 s', layer: 'L2', until: 'the app answers', limitMs: 12_000 },
  async (world) => {
    await available(world.phone);
    await awaitGuarded(world.profile);
    const guardian = guardianOf(world.app.process());
    const app = pidOf(world.app);
    world.strike(() => {
      for (const pid of [app, guardian]) process.kill(pid, 'SIGSTOP');
    });
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    for (const pid of [app, guardian]) process.kill(pid, 'SIGCONT');
    await expect.poll(() => shownText(world.app)).toContain('Available');
    world.now();
    await expect.poll(() => deedsOf(world.profile).map(({ kind }) => kind)).toContain('woke');
    expect(deedsOf(world.profile).map(({ kind }) => kind)).not.toContain('acting');
    expect(world.simulator.events.some(isOffline)).toBe(false);
  },
);

faultRow(
  { row: 34, fault: 'the network is away for 20 s after SIGKILL', layer: 'L2', until: untilOffline, limitMs: 30_000 },
  async (world) => {
    await available(world.phone);
    await awaitGuarded(world.profile);
    world.simulator.control.setFault({ op: 'page', kind: 'drop' });
    world.strike(() => process.kill(pidOf(world.app), 'SIGKILL'));
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    expect(world.simulator.events.some(isOffline)).toBe(false);
    world.simulator.control.clearFaults();
    await offlineByRelaunch(world, 30_000);
  },
);

faultRow(
  { row: 49, fault: 'the guardian is killed', layer: 'L2', until: 'another one watches', limitMs: 2_000 },
  async (world) => {
    await available(world.phone);
    await awaitGuarded(world.profile);
    const first = guardianOf(world.app.process());
    world.strike(() => process.kill(first, 'SIGKILL'));
    await awaitGuarded(world.profile, 2);
    world.now();
    expect(guardianOf(world.app.process())).not.toBe(first);
    process.kill(pidOf(world.app), 'SIGKILL');
    await world.simulator.waitForEvent(isOffline, { timeoutMs: eventLimitMs, since: 0 });
    await madeGoodBy('relaunch', world.profile);
  },
);

test('a guardian that is killed again and again is told by the sign', async ({ app, phone, profile }) => {
  await available(phone);
  for (const nth of [1, 2, 3]) {
    await awaitGuarded(profile, nth);
    process.kill(guardianOf(app.process()), 'SIGKILL');
  }
  await phone.getByRole('button', { name: 'Protected, but not if the app is killed' }).click();
  await expect(phone.getByText('The second process keeps ending;', { exact: false })).toBeVisible();
});

/** Starts the app as an agent would who knows nothing of a hidden run; resolves with its window. */
async function startByHand(electron: string, ccpUrl: string, profile: string, port: number) {
  const extra = [`--remote-debugging-port=${port}`, languageSwitch];
  const child: ChildProcess = spawn(electron, appArguments({ ccpUrl, userDataDir: profile, extra }), {
    stdio: 'ignore',
    env: { ...process.env, ...languageEnvironment },
  });
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/json/version`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 15_000 },
    )
    .toBe(true);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  await expect.poll(() => pages().length, { timeout: 15_000 }).toBe(1);
  return { child, browser, phone: pages()[0] as Page };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const fenced = { row: 50, fault: 'the agent starts the app 100 ms after SIGKILL', layer: 'L2' } as const;
test(titleOf(fenced), async ({ simulator, app, phone, profile }, testInfo) => {
  testInfo.setTimeout(60_000);
  const limitMs = 15_000;
  await available(phone);
  await awaitGuarded(profile);
  const port = await freePort();
  // Asked for now: an app that has ended gives no process any more.
  const [electron = ''] = app.process().spawnargs;
  const struckAtMs = Date.now();
  process.kill(pidOf(app), 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const again = await startByHand(electron, simulator.ccpUrl, profile, port);
  await again.phone.getByRole('button', { name: 'Go on' }).click({ timeout: limitMs });
  await again.phone.getByRole('button', { name: 'Status: Offline' }).click();
  await again.phone.getByRole('menuitemradio', { name: 'Available' }).click();
  await available(again.phone);
  const measuredMs = Date.now() - struckAtMs;
  const description = { ...fenced, until: 'Available again', limitMs, measuredMs, speed: null };
  testInfo.annotations.push({ type: 'fault', description: JSON.stringify(description) });
  // Whoever acted for the run before has seen that it is over, and is gone.
  await expect.poll(() => deedsOf(profile).some(({ kind }) => kind === 'adopted'), { timeout: limitMs }).toBe(true);
  const since = simulator.events.findLastIndex(isOffline) + 1;
  expect(simulator.events.slice(since).some(isOffline)).toBe(false);
  await available(again.phone);
  expect(measuredMs).toBeLessThanOrEqual(limitMs);
  await again.browser.close();
});

for (const [row, fault] of [
  [15, 'app and guardian are killed, then the app is started'],
  [51, 'a start after a bad end'],
] as const) {
  const left = {
    row,
    fault,
    layer: 'L3',
    until: row === 15 ? 'Offline, from the start on' : 'Offline, from the panel on',
    limitMs: 3_000,
  } as const;
  test(titleOf(left), async ({ simulator, app, phone, profile }, testInfo) => {
    await available(phone);
    await awaitGuarded(profile);
    await killed(app.process());
    killAllOn(profile);
    const struckAtMs = Date.now();
    const again = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile });
    try {
      const offline = await simulator.waitForEvent(isOffline, { timeoutMs: eventLimitMs, since: 0 });
      const ready = simulator.requests.findLast(({ operation }) => operation === 'page');
      const fromMs = row === 15 ? struckAtMs : Date.parse(ready?.time ?? '');
      const measuredMs = Date.parse(offline.EventTimestamp) - fromMs;
      testInfo.annotations.push({ type: 'fault', description: JSON.stringify({ ...left, measuredMs, speed: null }) });
      const window = await again.firstWindow();
      const told = window.getByRole('alertdialog', { name: 'The app did not close properly last time' });
      await expect(told).toContainText('You have been set Offline.');
      expect(measuredMs).toBeLessThanOrEqual(left.limitMs * Number(process.env.SWITCHHOOK_FAULT_SLACK ?? 3));
    } finally {
      await killed(again.process());
    }
  });
}

test.describe('a disk that does not take the marker', () => {
  faultRow(
    { row: 54, fault: 'the marker cannot be written', layer: 'L0', until: untilOffline, limitMs: 1_000 },
    async (world) => {
      await available(world.phone);
      mkdirSync(join(world.profile, 'presence.json.new'), { recursive: true });
      world.simulator.control.changeStatus('Lunch');
      await expect(world.phone.getByRole('button', { name: 'Status: Lunch' })).toBeVisible();
      await expect
        .poll(() => readFileSync(join(world.profile, 'logs', 'switchhook.log'), 'utf8'))
        .toContain('presence-not-noted');
      await world.phone.getByRole('button', { name: 'Protected, but not if the app is killed' }).click();
      await expect(
        world.phone.getByText('The disk does not take a note of your status', { exact: false }),
      ).toBeVisible();
      world.strike(() => world.app.process().kill('SIGTERM'));
      world.at(await world.simulator.waitForEvent(isOffline, { timeoutMs: eventLimitMs, since: 0 }));
      expect(await world.ended('confirmed')).toBe(0);
    },
  );

  test('is told by the sign until it takes it again', async ({ simulator, phone, profile }) => {
    await available(phone);
    const blocked = join(profile, 'presence.json.new');
    mkdirSync(blocked, { recursive: true });
    simulator.control.changeStatus('Lunch');
    await expect(phone.getByRole('button', { name: 'Protected, but not if the app is killed' })).toBeVisible();
    rmdirSync(blocked);
    simulator.control.changeStatus('Available');
    await expect(phone.getByRole('button', { name: 'Protected: you go Offline before the app ends' })).toBeVisible();
  });
});
