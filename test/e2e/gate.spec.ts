import type { ElectronApplication } from '@playwright/test';
import type { Simulator } from '../../simulator/simulator.js';
import { awaitEvent, awaitExit, expect, test } from '../support/phone-test.js';

const offline = (event: {
  readonly CurrentAgentSnapshot: { readonly AgentStatus: { readonly Type: string } };
}): boolean => event.CurrentAgentSnapshot.AgentStatus.Type === 'OFFLINE';

const lastStatus = ({ events }: Simulator): string | undefined =>
  events.findLast((event) => event.EventType === 'STATE_CHANGE')?.CurrentAgentSnapshot.AgentStatus.Type;

/** The app may be gone before it can answer that it was asked. */
const ask = (asked: Promise<unknown>): Promise<unknown> => asked.catch(() => undefined);

const WAYS_OUT = {
  'closing the window': async (app) =>
    ask(app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())),
  'quitting the app': async (app) => ask(app.evaluate(({ app: electron }) => electron.quit())),
  SIGTERM: async (app) => app.process().kill('SIGTERM'),
  SIGINT: async (app) => app.process().kill('SIGINT'),
  SIGHUP: async (app) => app.process().kill('SIGHUP'),
} as const satisfies Record<string, (app: ElectronApplication) => Promise<unknown>>;

for (const [way, leave] of Object.entries(WAYS_OUT)) {
  test(`${way} sets the agent Offline before the app ends`, async ({ simulator, app, phone }) => {
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    const ended = awaitExit(app);
    await leave(app);
    expect(await ended).toBe(0);
    expect(lastStatus(simulator)).toBe('OFFLINE');
  });
}

test('an agent who is Offline already leaves without a request', async ({ simulator, app, phone }) => {
  simulator.control.changeStatus('Offline');
  await expect(phone.getByRole('button', { name: 'Status: Offline' })).toBeVisible();
  const ended = awaitExit(app);
  await WAYS_OUT['quitting the app'](app);
  expect(await ended).toBe(0);
  expect(simulator.requests.some((request) => request.operation === 'PutAgentState')).toBe(false);
});

test('five signals in a second make one attempt and one end', async ({ simulator, app, phone }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  simulator.control.setFault({ op: 'PutAgentState', kind: 'delay', ms: 900, count: 1 });
  const ended = awaitExit(app);
  for (const signal of ['SIGTERM', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGTERM'] as const) app.process().kill(signal);
  expect(await ended).toBe(0);
  expect(simulator.requests.filter((request) => request.operation === 'PutAgentState')).toHaveLength(1);
});

test('failures are tried again until Connect shows Offline', async ({ simulator, app, phone }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  simulator.control.setFault({
    op: 'PutAgentState',
    kind: 'status',
    status: 400,
    type: 'InvalidStateException',
    count: 2,
  });
  const ended = awaitExit(app);
  await WAYS_OUT['quitting the app'](app);
  expect(await ended).toBe(0);
  expect(
    simulator.requests.filter((request) => request.operation === 'PutAgentState').map((request) => request.status),
  ).toEqual([400, 400, 200]);
});

test('without confirmation the app stays, says so, and leaves only by the choice of the agent', async ({
  simulator,
  app,
  phone,
}) => {
  test.setTimeout(60_000);
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  simulator.control.setFault({ op: 'PutAgentState', kind: 'hang' });
  const ended = awaitExit(app);
  await WAYS_OUT['closing the window'](app);
  await expect(phone.getByRole('alertdialog', { name: 'Setting you Offline in Amazon Connect' })).toBeVisible();
  const question = phone.getByRole('alertdialog', { name: 'Could not set you Offline' });
  await expect(question).toBeVisible({ timeout: 20_000 });
  await expect(question).toContainText('Amazon Connect did not confirm (no answer). You may still receive contacts.');
  await ask(question.getByRole('button', { name: 'Quit anyway' }).click());
  expect(await ended).toBe(4);
  expect(simulator.events.some(offline)).toBe(false);
});

test('trying again after the fault is over confirms and leaves', async ({ simulator, app, phone }) => {
  test.setTimeout(60_000);
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  simulator.control.setFault({ op: 'PutAgentState', kind: 'status', status: 403 });
  const ended = awaitExit(app);
  await WAYS_OUT['closing the window'](app);
  const question = phone.getByRole('alertdialog', { name: 'Could not set you Offline' });
  await expect(question).toBeVisible({ timeout: 20_000 });
  simulator.control.clearFaults();
  await question.getByRole('button', { name: 'Try again' }).click();
  expect(await ended).toBe(0);
  await awaitEvent(simulator, offline);
});

test('a signal that cannot be confirmed ends the app within its limit and says that it was not', async ({
  simulator,
  app,
  phone,
}) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  simulator.control.setFault({ op: 'PutAgentState', kind: 'hang' });
  const began = Date.now();
  const ended = awaitExit(app);
  app.process().kill('SIGTERM');
  expect(await ended).toBe(3);
  expect(Date.now() - began).toBeLessThan(5_000);
});

test('on a call the agent may stay', async ({ simulator, app, phone }) => {
  simulator.control.ring();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
  await WAYS_OUT['closing the window'](app);
  const question = phone.getByRole('alertdialog', { name: 'You are on a contact' });
  await question.getByRole('button', { name: 'Stay in the app' }).click();
  await expect(question).toBeHidden();
  await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
  expect(simulator.requests.some((request) => request.operation === 'PutAgentState')).toBe(false);
});

test('on a call the agent may quit after it: Offline is queued at once and taken at the end', async ({
  simulator,
  app,
  phone,
}) => {
  simulator.control.ring();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
  const ended = awaitExit(app);
  await WAYS_OUT['closing the window'](app);
  await phone.getByRole('button', { name: 'Quit after this contact' }).click();
  await awaitEvent(simulator, (event) => event.CurrentAgentSnapshot.NextAgentStatus?.Name === 'Offline');
  await expect(phone.getByText(/The app quits after this contact/)).toBeVisible();
  await phone.getByRole('button', { name: 'Hang up', exact: true }).click();
  await phone.getByRole('button', { name: 'Clear contact', exact: true }).click();
  expect(await ended).toBe(0);
  await awaitEvent(simulator, offline);
});

test('a signal in after-contact work clears it and ends Offline', async ({ simulator, app, phone }) => {
  simulator.control.ring();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await phone.getByRole('button', { name: 'Hang up', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Clear contact', exact: true })).toBeVisible();
  const ended = awaitExit(app);
  app.process().kill('SIGTERM');
  expect(await ended).toBe(0);
  const last = simulator.events.findLast((event) => event.EventType === 'STATE_CHANGE');
  expect(lastStatus(simulator)).toBe('OFFLINE');
  expect(last?.CurrentAgentSnapshot.Contacts).toEqual([]);
});

test.describe('nobody signed in', () => {
  test.use({ simulatorOptions: { signedIn: false } });

  test('the app ends at once, as there is nothing to confirm', async ({ app, phone }) => {
    await expect(phone.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
    const ended = awaitExit(app);
    await WAYS_OUT['closing the window'](app);
    expect(await ended).toBe(0);
  });
});

test('a page that was reloaded does not make the gate forget the agent', async ({ simulator, app, phone }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  simulator.control.setFault({ op: 'page', kind: 'hang' });
  await phone.reload();
  await expect(phone.getByText('Connecting to Amazon Connect')).toBeVisible();
  const ended = awaitExit(app);
  app.process().kill('SIGTERM');
  expect(await ended).toBe(3);
});
