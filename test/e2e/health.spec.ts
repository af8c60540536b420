import type { Page } from '@playwright/test';
import type { Simulator } from '../../simulator/simulator.js';
import { test } from '../support/one-app-test.js';
import { awaitEvent, expect, test as ownAppTest } from '../support/phone-test.js';
import { waits } from '../support/waits.js';

const ready = (phone: Page) => expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
const panelLoads = ({ requests }: Simulator): number =>
  requests.filter((request) => request.operation === 'page').length;

/** Has the operating system's signal, without the sleep. */
const wake = (app: import('@playwright/test').ElectronApplication) =>
  app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));

test('after sleep the panel is loaded anew, and the phone is ready again', async ({ simulator, app, phone }) => {
  await ready(phone);
  const before = panelLoads(simulator);
  await wake(app);
  await expect.poll(() => panelLoads(simulator)).toBeGreaterThan(before);
  await ready(phone);
  await expect(phone.getByRole('button', { name: 'Connected to Amazon Connect' })).toBeVisible();
});

test('after sleep a live call is waited for', async ({ simulator, app, phone }) => {
  await ready(phone);
  const call = simulator.control.ring();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
  const before = panelLoads(simulator);
  await wake(app);
  await expect(phone.getByText('The panel is restarted after your call.')).toBeVisible();
  await phone.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
  expect(panelLoads(simulator)).toBe(before);
  simulator.control.hangUp(call);
  await expect.poll(() => panelLoads(simulator)).toBeGreaterThan(before);
  await expect(phone.getByRole('button', { name: 'Clear contact', exact: true })).toBeVisible();
});

ownAppTest('a frame that died is noticed, said, and loaded anew', waits, async ({ simulator, phone }) => {
  await ready(phone);
  const before = panelLoads(simulator);
  await phone.evaluate(() => {
    const frame = document.querySelector('iframe');
    if (frame !== null) frame.src = 'about:blank';
  });
  await expect(phone.getByText(/The panel has stopped answering/)).toBeVisible({ timeout: 10_000 });
  await expect.poll(() => panelLoads(simulator), { timeout: 15_000 }).toBeGreaterThan(before);
  await ready(phone);
});

test('a WebSocket that is lost is shown and comes back', async ({ simulator, phone }) => {
  await ready(phone);
  simulator.control.setFault({ op: 'CreateTransport', kind: 'delay', ms: 2_000 });
  simulator.control.setWebSocket('drop');
  await expect(phone.getByRole('button', { name: /The connection is weak/ })).toBeVisible();
  simulator.control.ring();
  await expect(phone.getByRole('button', { name: 'Answer', exact: true })).toBeVisible();
  simulator.control.clearFaults();
  simulator.control.setWebSocket('normal');
  await expect(phone.getByRole('button', { name: 'Connected to Amazon Connect' })).toBeVisible({ timeout: 10_000 });
});

ownAppTest(
  'a WebSocket that cannot be had again is said, and calls arrive all the same',
  waits,
  async ({ simulator, phone }) => {
    await ready(phone);
    simulator.control.setFault({ op: 'CreateTransport', kind: 'status', status: 500 });
    simulator.control.setWebSocket('drop');
    await expect(phone.getByRole('button', { name: /The connection is weak/ })).toBeVisible();
    await expect
      .poll(
        () =>
          simulator.requests.filter(({ operation, status }) => operation === 'CreateTransport' && status === 500)
            .length,
      )
      .toBeGreaterThanOrEqual(4);
    simulator.control.ring();
    await phone.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
    await expect(phone.getByRole('button', { name: /The connection is weak/ })).toBeVisible();
  },
);

test('another panel of the same agent in this app is said, and no longer when it is gone', async ({
  simulator,
  app,
  phone,
}) => {
  await ready(phone);
  await app.evaluate(async ({ BrowserWindow }, ccpUrl) => {
    const first = BrowserWindow.getAllWindows().find((each) => each.isResizable());
    if (first === undefined) throw new Error('No window');
    const { session } = first.webContents;
    const other = new BrowserWindow({ show: false, webPreferences: { session } });
    await other.loadURL(first.webContents.getURL());
    const frame = `const frame = document.createElement('iframe'); frame.src = ${JSON.stringify(ccpUrl)}; document.body.append(frame);`;
    await other.webContents.executeJavaScript(`${frame} undefined`);
  }, simulator.ccpUrl);
  await expect(phone.getByRole('button', { name: 'Another panel is open' })).toBeVisible({ timeout: 15_000 });
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.isResizable() && !window.isVisible()) window.destroy();
  });
  await expect(phone.getByRole('button', { name: 'Connected to Amazon Connect' })).toBeVisible({ timeout: 15_000 });
});

ownAppTest(
  'refused on every call in the middle of the work, the phone says that access is refused',
  waits,
  async ({ simulator, phone }) => {
    test.setTimeout(120_000);
    await ready(phone);
    simulator.control.setFault({ op: '*', kind: 'status', status: 403 });
    await expect(phone.getByRole('heading', { name: 'Amazon Connect refuses access' })).toBeVisible({
      timeout: 90_000,
    });
    simulator.control.clearFaults();
    await phone.getByRole('button', { name: 'Try again', exact: true }).click();
    await ready(phone);
  },
);

test('a sign-in that ended is said at once with the status that is left, although Streams calls nobody back', async ({
  simulator,
  phone,
}) => {
  await ready(phone);
  simulator.control.setSession({ signedIn: false });
  await phone.getByRole('button', { name: /^Status/ }).click();
  await phone.getByRole('menuitemradio', { name: 'Lunch', exact: true }).click();
  await expect(phone.getByText(/You are signed out, but still Available/)).toBeVisible({ timeout: 8_000 });
});

ownAppTest('an answer that never comes ends in a sentence', waits, async ({ simulator, phone }) => {
  test.setTimeout(60_000);
  await ready(phone);
  simulator.control.setFault({ op: 'PutAgentState', kind: 'status', status: 403 });
  await phone.getByRole('button', { name: /^Status/ }).click();
  await phone.getByRole('menuitemradio', { name: 'Lunch', exact: true }).click();
  await expect(phone.getByText(/Your status was not changed: Amazon Connect did not answer/)).toBeVisible({
    timeout: 15_000,
  });
});

test('throttling is said with its name', async ({ simulator, phone }) => {
  await ready(phone);
  simulator.control.setFault({ op: 'PutAgentState', kind: 'status', status: 429, type: 'ThrottlingException' });
  await phone.getByRole('button', { name: /^Status/ }).click();
  await phone.getByRole('menuitemradio', { name: 'Lunch', exact: true }).click();
  await expect(phone.getByText(/refused \(ThrottlingException\)/)).toBeVisible();
});

ownAppTest(
  'snapshots that no longer come are noticed although the panel repeats the last one',
  waits,
  async ({ simulator, phone }) => {
    test.setTimeout(120_000);
    await ready(phone);
    simulator.control.setFault({ op: 'GetAgentSnapshot', kind: 'hang' });
    const call = simulator.control.ring();
    await expect(
      phone.getByText(/Nothing new comes from Amazon Connect|The panel is being restarted/).first(),
    ).toBeVisible({
      timeout: 80_000,
    });
    simulator.control.clearFaults();
    await expect(phone.getByRole('button', { name: 'Answer', exact: true })).toBeVisible({ timeout: 20_000 });
    await phone.getByRole('button', { name: 'Answer', exact: true }).click();
    await awaitEvent(simulator, (event) =>
      event.CurrentAgentSnapshot.Contacts.some(
        (contact) => contact.ContactId === call && contact.State === 'CONNECTED',
      ),
    );
  },
);

ownAppTest(
  'a panel that answers and never tells of an agent is not waited for in silence',
  waits,
  async ({ simulator, phone }) => {
    test.setTimeout(90_000);
    await ready(phone);
    simulator.control.setFault({ op: 'GetAgentPermissions', kind: 'hang', count: 1 });
    await phone.reload();
    await expect(phone.getByRole('heading', { name: 'Nothing new comes from Amazon Connect' })).toBeVisible({
      timeout: 30_000,
    });
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible({ timeout: 15_000 });
  },
);

ownAppTest('a window that is hidden still hears a ring within a second', async ({ simulator, app, phone }) => {
  await ready(phone);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.hide(),
  );
  await simulator.waitForDelivery({ timeoutMs: 5_000 });
  const began = Date.now();
  simulator.control.ring();
  await phone.waitForFunction(() => document.querySelector('.ringing') !== null, undefined, { polling: 50 });
  expect(Date.now() - began).toBeLessThan(1_000);
});
