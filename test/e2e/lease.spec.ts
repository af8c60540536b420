import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HookRequest } from '../../simulator/hook/hook-server.js';
import { hookAgentId, hookToken, startHookOn, test } from '../support/hook-world.js';
import { awaitEvent, awaitExit, expect } from '../support/phone-test.js';

const asked =
  (path: string, status = 200) =>
  (request: HookRequest): boolean =>
    request.path === path && request.status === status;

test.describe('with a guardian', () => {
  test.use({ settingsFile: '{"guardian": true}' });

  test('the hook is asked for Offline when the app is killed, and nothing is started', async ({
    simulator,
    app,
    phone,
    profile,
    hook,
  }) => {
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    const log = join(profile, 'logs', 'switchhook.log');
    await expect.poll(() => readFileSync(log, 'utf8')).toContain(' guardian state=on');
    process.kill(app.process().pid ?? Number.NaN, 'SIGKILL');
    const deed = await hook.waitForDeed(({ by }) => by === 'request', { timeoutMs: 5_000 });
    expect(deed).toMatchObject({ agentId: hookAgentId, outcome: { state: 'offline', changed: true } });
    expect(simulator.control.state().status.type).toBe('offline');
    expect(simulator.requests.filter(({ operation }) => operation === 'page')).toHaveLength(1);
  });
});

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

  test('an agent who was not heard of is set Offline by the hook, is told so, and stays so', async ({
    simulator,
    phone,
    hook,
  }) => {
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    await hook.waitForRequest(asked('lease'), { timeoutMs: 5_000 });
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
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    await hook.waitForRequest(asked('lease'), { timeoutMs: 5_000 });
    hook.setFault({ kind: 'hang' });
    simulator.control.setFault({ op: '*', kind: 'drop' });
    await hook.waitForDeed(({ by }) => by === 'expiry', { timeoutMs: 5_000 });
    simulator.control.clearFaults();
    hook.clearFaults();
    const told = phone.getByRole('alertdialog', { name: 'You were set Offline' });
    await expect(told).toBeVisible({ timeout: 20_000 });
    expect(simulator.control.state().status.type).toBe('offline');
    await told.getByRole('button', { name: 'Go Available' }).click();
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
