import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { lastWordsMs } from '../../main/presence/exit-after.js';
import type { HookRequest, HookServer } from '../../simulator/hook/hook-server.js';
import { exitReports } from '../support/fault-row.js';
import { hookAgentId, hookToken, startHookOn, test } from '../support/hook-world.js';
import { awaitEvent, awaitExit, expect } from '../support/phone-test.js';

const asked =
  (path: string, status = 200) =>
  (request: HookRequest): boolean =>
    request.path === path && request.status === status;

/** Resolves when the agent is Available and the hook has a lease. */
async function leased(phone: Page, hook: HookServer): Promise<void> {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  await hook.waitForRequest(asked('lease'), { timeoutMs: 5_000 });
}

test.describe('with a lease', () => {
  test.use({ settingsFile: '{"leaseIntervalSeconds": 1, "leaseSeconds": 2}' });

  test('it is renewed while the agent works, and released at a quit', async ({ simulator, app, phone, hook }) => {
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    const renewals = () => hook.requests.filter(asked('lease'));
    await expect.poll(() => renewals().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    const ended = awaitExit(app);
    await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
    expect(await ended).toBe(0);
    const seqs = renewals().map(({ body }) => (body as { seq: number }).seq);
    expect(seqs).toEqual(seqs.map((_seq, index) => index + 1));
    expect(renewals()[0]?.body).toEqual({
      agentId: hookAgentId,
      epoch: expect.any(Number),
      seq: 1,
      status: 'Available',
      ttlSeconds: 2,
    });
    expect(hook.requests.filter(asked('release'))).toHaveLength(1);
    expect(hook.deeds).toEqual([]);
    expect(simulator.control.state().status.type).toBe('offline');
  });

  test('a hook that says nothing holds up a quit for a moment only', async ({ app, phone, profile, hook }) => {
    await leased(phone, hook);
    hook.setFault({ path: 'release', kind: 'hang' });
    const note = join(profile, 'exit-called');
    // The end of the process takes its own time after that.
    await app.evaluate(({ app: electron }, path) => {
      const exit = electron.exit.bind(electron);
      electron.exit = (code) => {
        process.getBuiltinModule('node:fs').writeFileSync(path, String(Date.now()));
        exit(code);
      };
    }, note);
    const ended = awaitExit(app);
    await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
    expect(await ended).toBe(0);
    const [report] = exitReports(profile);
    const heldMs = Number(readFileSync(note, 'utf8')) - (report?.endedAtMs ?? Number.NaN);
    // The two were read off another clock than the timer's.
    expect(heldMs).toBeGreaterThanOrEqual(lastWordsMs - 20);
    expect(heldMs).toBeLessThan(lastWordsMs + 1_000);
    expect(hook.requests.filter(({ path }) => path === 'release')).toHaveLength(1);
  });

  test('an agent who was not heard of is set Offline by the hook, is told so, and stays so', async ({
    simulator,
    phone,
    hook,
  }) => {
    await leased(phone, hook);
    hook.setFault({ kind: 'close' });
    const deed = await hook.waitForDeed(({ by }) => by === 'expiry', { timeoutMs: 5_000 });
    expect(deed.outcome).toEqual({ state: 'offline', changed: true });
    await expect(phone.getByRole('button', { name: 'Status: Offline' })).toBeVisible();
    hook.clearFaults();
    const told = phone.getByRole('alertdialog', { name: 'You were set Offline' });
    await expect(told).toContainText(/This computer was not reachable for [2-9] sec/);
    expect(simulator.control.state().status.type).toBe('offline');
    expect(hook.requests.filter(({ path }) => path === 'offline')).toEqual([]);
    await told.getByRole('button', { name: 'Stay Offline' }).click();
    await expect(told).toHaveCount(0);
    expect(simulator.requests.filter(({ operation }) => operation === 'PutAgentState')).toEqual([]);
    await phone.getByRole('button', { name: 'Status: Offline' }).click();
    await phone.getByRole('menuitemradio', { name: 'Available' }).click();
    await expect.poll(() => hook.requests.filter(asked('lease')).at(-1)?.body).toMatchObject({ status: 'Available' });
    await expect(told).toHaveCount(0);
  });

  test('an agent who was cut off from everything goes Available only by the button', async ({
    simulator,
    phone,
    hook,
  }) => {
    await leased(phone, hook);
    hook.setFault({ kind: 'hang' });
    simulator.control.setFault({ op: '*', kind: 'drop' });
    await hook.waitForDeed(({ by }) => by === 'expiry', { timeoutMs: 5_000 });
    simulator.control.clearFaults();
    hook.clearFaults();
    const told = phone.getByRole('alertdialog', { name: 'You were set Offline' });
    await expect(told).toBeVisible({ timeout: 20_000 });
    expect(simulator.control.state().status.type).toBe('offline');
    await told.getByRole('button', { name: 'Take contacts again' }).click();
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  });

  test('on a contact Offline becomes the next status, and can be taken back', async ({ simulator, phone, hook }) => {
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    const contactId = simulator.control.ring();
    await phone.getByRole('button', { name: 'Answer' }).click();
    await awaitEvent(simulator, ({ CurrentAgentSnapshot: { Contacts } }) => Contacts[0]?.State === 'CONNECTED');
    hook.setFault({ kind: 'close' });
    const deed = await hook.waitForDeed(({ by }) => by === 'expiry', { timeoutMs: 5_000 });
    expect(deed.outcome).toEqual({ state: 'queued', changed: true });
    hook.clearFaults();
    const told = phone.getByRole('status').filter({ hasText: 'Offline is your next status, because' });
    await told.getByRole('button', { name: 'Clear next status' }).click();
    await expect(told).toHaveCount(0);
    await expect.poll(() => simulator.control.state().nextStatus).toBeNull();
    expect(simulator.control.state().contacts[0]).toMatchObject({ contactId, state: 'connected' });
  });
});

const hookState = (profile: string, state: string) =>
  expect
    .poll(() => readFileSync(join(profile, 'logs', 'switchhook.log'), 'utf8'), { timeout: 10_000 })
    .toContain(` lease state=${state}`);

test('the token goes nowhere but to the hook, and not into the log', async ({ phone, profile, hook, simulator }) => {
  const elsewhere = await startHookOn(simulator);
  try {
    hook.setFault({ kind: 'redirect', location: `${elsewhere.hook.url}/lease` });
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    await hookState(profile, 'notReached');
    expect(hook.requests.filter(({ fault }) => fault === 'redirect')).not.toEqual([]);
    expect(elsewhere.hook.requests).toEqual([]);
    expect(readFileSync(join(profile, 'logs', 'switchhook.log'), 'utf8')).not.toContain(hookToken);
  } finally {
    await elsewhere.hook.stop();
  }
});

test.describe('with a certificate that nobody knows', () => {
  test.use({ hookTls: true });
  test('the hook is told nothing', async ({ phone, profile, hook }) => {
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    await hookState(profile, 'notReached');
    expect(hook.requests).toEqual([]);
  });
});
