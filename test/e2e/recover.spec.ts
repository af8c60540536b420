import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packJar } from '../../main/guardian/cookie-jar.js';
import { appArguments } from '../../scripts/app/app-arguments.mjs';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import type { Simulator } from '../../simulator/simulator.js';
import { awaitGuarded } from '../support/guardian.js';
import { awaitEvent, awaitExit, expect, killed, test } from '../support/phone-test.js';
import { processesOf } from '../support/processes.js';
import { signInAs } from '../support/sign-in.js';

const marker = (profile: string) => JSON.parse(readFileSync(join(profile, 'presence.json'), 'utf8'));
const isOffline = ({ CurrentAgentSnapshot }: Parameters<Parameters<typeof awaitEvent>[1]>[0]) =>
  CurrentAgentSnapshot.AgentStatus.Type === 'OFFLINE';

/** Starts the app as built beside Playwright, as nobody sees a rescue run; resolves with its exit code. */
function rescue(
  electron: string,
  profile: string,
  { ccpUrl }: Simulator,
  jar: Uint8Array = Buffer.alloc(0),
): Promise<number | null> {
  const args = appArguments({ ccpUrl, userDataDir: profile, extra: ['--recover'] });
  const child = spawn(electron, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.end(jar);
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Main processes of the app on a profile, as nobody here has started the one that a rescue run hands over to. */
function appsOn(profile: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes(`--user-data-dir=${profile}`) && !line.includes('--type=');
      } catch {
        return false;
      }
    })
    .map(Number);
}

test('a rescue run sets an agent Offline whom a killed app left Available, and ends', async ({
  simulator,
  app,
  phone,
  profile,
}) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  await awaitGuarded(profile);
  const [electron = ''] = app.process().spawnargs;
  const { epoch } = marker(profile);
  await killed(app.process());
  expect(await rescue(electron, profile, simulator)).toBe(0);
  await awaitEvent(simulator, isOffline);
  expect(marker(profile)).toMatchObject({ armed: false, epoch });
  const ledger = readFileSync(join(profile, 'exits.ndjson'), 'utf8');
  expect(ledger).toContain('"kind":"madeGood"');
  // Nobody is left now, so the next one has nothing to do and asks for nothing.
  const asked = simulator.requests.length;
  expect(await rescue(electron, profile, simulator)).toBe(0);
  expect(simulator.requests).toHaveLength(asked);
});

test.describe('an instance that knows the agent by a cookie', () => {
  test.use({ simulatorOptions: { session: 'cookie', agent: { username: 'ada' } } });
  test('is asked with the jar that is piped in, and says so where there is none', async ({
    simulator,
    app,
    phone,
    profile,
  }) => {
    await signInAs(app, phone, 'ada');
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible({ timeout: 15_000 });
    const held = await app.evaluate(
      async ({ BrowserWindow }) =>
        (await BrowserWindow.getAllWindows()
          .find((each) => each.isResizable())
          ?.webContents.session.cookies.get({})) ?? [],
    );
    await awaitGuarded(profile);
    const [electron = ''] = app.process().spawnargs;
    await killed(app.process());
    expect(await rescue(electron, profile, simulator)).toBe(6);
    expect(marker(profile).armed).toBe(true);
    expect(await rescue(electron, profile, simulator, packJar(held, [new URL(simulator.ccpUrl).host]))).toBe(0);
    await awaitEvent(simulator, isOffline);
  });
});

test('a start after a bad end sets the agent Offline before anything can be chosen, and says so', async ({
  simulator,
  app,
  phone,
  profile,
}) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  await awaitGuarded(profile);
  await killed(app.process());
  // Connect takes its time, in which nothing may be chosen.
  simulator.control.setFault({ op: 'PutAgentState', kind: 'delay', ms: 1_000, count: 1 });
  const again = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile });
  try {
    const window = await again.firstWindow();
    await expect(window.getByRole('alertdialog', { name: 'Setting you Offline' })).toBeVisible();
    // The rest of the window cannot be reached, by the pointer or the keyboard.
    await expect(
      window.getByRole('button', { name: 'Status: Available' }).click({ trial: true, timeout: 500 }),
    ).rejects.toThrow('Timeout');
    await awaitEvent(simulator, isOffline);
    const told = window.getByRole('alertdialog', { name: 'The app did not close properly last time' });
    await expect(told).toContainText('You have been set Offline.');
    await told.getByRole('button', { name: 'Go on' }).click();
    await window.getByRole('button', { name: 'Status: Offline' }).click();
    await window.getByRole('menuitemradio', { name: 'Available' }).click();
    await expect(window.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    expect(marker(profile)).toMatchObject({ armed: true, statusName: 'Available' });
  } finally {
    await killed(again.process());
  }
});

test('a start while a rescue run is at work takes over from it', async ({ simulator, app, phone, profile }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  await awaitGuarded(profile);
  const [electron = ''] = app.process().spawnargs;
  const { epoch } = marker(profile);
  await killed(app.process());
  const before = simulator.requests.length;
  simulator.control.setFault({ op: 'page', kind: 'hang', count: 1 });
  const rescued = rescue(electron, profile, simulator);
  await expect.poll(() => simulator.requests.slice(before).some(({ operation }) => operation === 'page')).toBe(true);
  const args = appArguments({ ccpUrl: simulator.ccpUrl, userDataDir: profile });
  spawn(electron, args, { stdio: 'ignore' });
  expect(await rescued).toBe(5);
  await awaitEvent(simulator, isOffline);
  await expect.poll(() => marker(profile).epoch).toBeGreaterThan(epoch);
  for (const pid of appsOn(profile)) process.kill(pid, 'SIGKILL');
});

test.describe('somebody else at the same computer', () => {
  test('is not set Offline for the one who was left', async ({ simulator, app, phone, profile }) => {
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    await awaitGuarded(profile);
    await killed(app.process());
    writeFileSync(join(profile, 'presence.json'), JSON.stringify({ ...marker(profile), agentId: 'arn:somebody-else' }));
    const again = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile });
    try {
      const window = await again.firstWindow();
      await expect(window.getByRole('button', { name: 'Status: Available' })).toBeVisible();
      await expect(window.getByRole('alertdialog')).toHaveCount(0);
      expect(simulator.requests.filter(({ operation }) => operation === 'PutAgentState')).toEqual([]);
    } finally {
      await killed(again.process());
    }
  });
});

test('a quit in order leaves nothing to make good', async ({ simulator, app, phone, profile }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  const ended = awaitExit(app);
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  await ended;
  await awaitEvent(simulator, isOffline);
  expect(marker(profile)).toMatchObject({ armed: false, statusName: 'Available' });
});

test('a quit in order ends the guardian, and nothing is started', async ({ simulator, app, phone, profile }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  await awaitGuarded(profile);
  const ended = awaitExit(app);
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  expect(await ended).toBe(0);
  await expect.poll(() => processesOf(profile, Number.NaN), { timeout: 10_000 }).toEqual([]);
  expect(simulator.requests.filter(({ operation }) => operation === 'page')).toHaveLength(1);
});
