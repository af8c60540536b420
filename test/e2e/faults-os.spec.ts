import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { openMarkerFile } from '../../main/safety/marker-file.js';
import type { Simulator } from '../../simulator/simulator.js';
import { exitReports, type FaultWorld, isOffline, pressShown, shownText } from '../support/fault-row.js';
import type { Login1Lock } from '../support/login1.js';
import { fakesLogin1, type Login1Fixtures, login1Row, test } from '../support/login1-test.js';
import { expect, killed } from '../support/phone-test.js';
import { processesOf } from '../support/processes.js';

test.skip(!fakesLogin1, 'Needs Linux with python3-jeepney, dbus and systemd');

/** After which the login manager goes on without waiting. Source: https://www.freedesktop.org/software/systemd/man/latest/logind.conf.html#InhibitDelayMaxSec= */
const systemWaitsMs = 5_000;

const available = (phone: Page) => expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
const putsShutdownOff = ({ what, mode }: Login1Lock): boolean => what === 'shutdown' && mode === 'delay';

/** The app's own lock, besides Electron's, which is let go too early. */
const isOurs = ({ what, who, mode }: Login1Lock): boolean =>
  what === 'sleep' && who === 'Switchhook' && mode === 'delay';
const heldNow = (lock: Login1Lock): boolean => isOurs(lock) && lock.releasedAtMs === null;
const setOfflineBySleep = 'You were set Offline because the computer went to sleep';
/** What the window shows; Chromium, told of a sleep, also drops the connection that Playwright sees the page by. */
const shows = (app: ElectronApplication) => expect.poll(() => shownText(app));
const logOf = (profile: string): string => readFileSync(join(profile, 'logs', 'switchhook.log'), 'utf8');
const statusRequests = (simulator: Simulator): number =>
  simulator.requests.filter(({ operation }) => operation === 'PutAgentState').length;

type Login1World = FaultWorld & Login1Fixtures;

/** The computer shuts down; returns what resolves, when the app has let it, with how long it was put off in ms. */
async function shutDown({ login1, strike }: Login1World): Promise<() => Promise<number>> {
  // Electron takes it only where another listener came before the one of `shutdown`.
  const { id, releasedAtMs } = await login1.await(putsShutdownOff);
  expect(releasedAtMs).toBeNull();
  let said = Promise.resolve(Number.NaN);
  strike(() => {
    said = login1.prepareForShutdown();
    return said;
  });
  return async () => {
    const released = await login1.await((lock) => lock.id === id && lock.releasedAtMs !== null);
    return (released.releasedAtMs ?? Number.NaN) - (await said);
  };
}

login1Row(
  { row: 46, fault: 'the system shuts down', layer: 'L0', until: 'Offline on the backend', limitMs: 4_000 },
  async (world) => {
    await available(world.phone);
    const putOffMs = await shutDown(world);
    world.at(await world.simulator.waitForEvent(isOffline, { timeoutMs: systemWaitsMs, since: 0 }));
    expect(await world.ended('confirmed')).toBe(0);
    expect(await putOffMs()).toBeLessThan(systemWaitsMs);
  },
);

login1Row(
  { row: 47, fault: 'the system shuts down, no answer', layer: 'L0', until: 'end of the app', limitMs: 4_500 },
  async (world) => {
    await available(world.phone);
    world.simulator.control.setFault({ op: 'PutAgentState', kind: 'hang' });
    const putOffMs = await shutDown(world);
    expect(await world.ended('unconfirmed')).toBe(3);
    world.now();
    expect(await putOffMs()).toBeLessThan(systemWaitsMs);
    expect(world.simulator.events.some(isOffline)).toBe(false);
    expect(openMarkerFile(world.profile).read()).toMatchObject({ armed: true });
  },
);

/** The computer goes to sleep; returns what resolves, when the app lets it, with how long it was put off in ms. */
async function fallAsleep({ login1, strike }: Login1World): Promise<() => Promise<number>> {
  const { id } = await login1.await(heldNow);
  let said = Promise.resolve(Number.NaN);
  strike(() => {
    said = login1.prepareForSleep();
    return said;
  });
  return async () => {
    const released = await login1.await((lock) => lock.id === id && lock.releasedAtMs !== null);
    return (released.releasedAtMs ?? Number.NaN) - (await said);
  };
}

login1Row(
  { row: 48, fault: 'the computer goes to sleep', layer: 'L0', until: 'Offline on the backend', limitMs: 4_000 },
  async (world) => {
    const { login1, app, phone, simulator } = world;
    await available(phone);
    const answersAfterMs = 900;
    simulator.control.setFault({ op: 'PutAgentState', kind: 'delay', ms: answersAfterMs });
    const putOffMs = await fallAsleep(world);
    world.at(await simulator.waitForEvent(isOffline, { timeoutMs: systemWaitsMs, since: 0 }));
    const took = await putOffMs();
    expect(took, 'sleep waits for Offline').toBeGreaterThanOrEqual(answersAfterMs);
    expect(took).toBeLessThan(systemWaitsMs);
    // Electron tells of each sleep twice.
    const sleeps = () => exitReports(world.profile).filter(({ goal }) => goal === 'sleep');
    expect(sleeps()).toMatchObject([{ outcome: 'confirmed', attempts: 1 }]);
    await login1.prepareForSleep(false);
    await shows(app).toContain(setOfflineBySleep);
    // A phone that wakes loads its page anew, at any moment from here on.
    await expect(() => pressShown(app, 'Go on')).toPass();
    await shows(app).not.toContain(setOfflineBySleep);
    expect(login1.locks().filter(heldNow)).toEqual([]);
    // It is taken again as soon as somebody works.
    simulator.control.changeStatus('Lunch');
    await login1.await(heldNow);
  },
);

login1Row(
  {
    row: 48,
    fault: 'sleep without an answer, then awake',
    layer: 'L0',
    until: 'Offline on the backend',
    limitMs: 10_000,
  },
  async (world) => {
    const { login1, app, phone, simulator } = world;
    await available(phone);
    simulator.control.setFault({ op: 'PutAgentState', kind: 'hang' });
    const putOffMs = await fallAsleep(world);
    expect(await putOffMs()).toBeLessThan(systemWaitsMs);
    await shows(app).toContain('Amazon Connect did not confirm Offline');
    simulator.control.clearFaults();
    await login1.prepareForSleep(false);
    world.at(await simulator.waitForEvent(isOffline, { timeoutMs: systemWaitsMs, since: 0 }));
    await shows(app).toContain(setOfflineBySleep);
  },
);

test('a computer with a live contact sleeps at once, and the agent stays as they are', async ({
  login1,
  phone,
  profile,
  simulator,
}) => {
  await available(phone);
  simulator.control.ring();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
  // The desktop side is told last.
  await expect.poll(() => logOf(profile)).toContain('connected');
  const lock = await login1.await(heldNow);
  await login1.prepareForSleep();
  await login1.await(({ id, releasedAtMs }) => id === lock.id && releasedAtMs !== null);
  await login1.prepareForSleep(false);
  await login1.await(heldNow);
  expect(statusRequests(simulator)).toBe(0);
});

test('the lock of a killed app is gone, and so is what held it', async ({ app, login1, phone, profile }) => {
  await available(phone);
  const lock = await login1.await(heldNow);
  const { pid } = app.process();
  await killed(app.process());
  await login1.await(({ id, releasedAtMs }) => id === lock.id && releasedAtMs !== null);
  await expect.poll(() => processesOf(profile, pid ?? -1)).toEqual([]);
});

test.describe('where sleep is to change nothing', () => {
  test.use({ settingsFile: '{"offlineOnSuspend":false}' });
  test('no lock is taken and no status set', async ({ app, login1, phone, profile, simulator }) => {
    await available(phone);
    await login1.await(putsShutdownOff);
    await login1.prepareForSleep();
    await expect.poll(() => logOf(profile)).toContain('suspend');
    await login1.prepareForSleep(false);
    await shows(app).toContain('Status: Available');
    expect(login1.locks().filter(isOurs)).toEqual([]);
    expect(statusRequests(simulator)).toBe(0);
  });
});
