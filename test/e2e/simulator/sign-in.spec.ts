import { expect, test } from './host-test.js';

/** Short, so that the host's patience is not what a test waits for. */
const ccpLoadTimeout = 700;

test.describe('nobody signed in', () => {
  test.use({ simulatorOptions: { signedIn: false } });
  test('the host gets no answer, and after the sign-in one by itself', async ({ host, simulator }) => {
    await host.open({ ccpLoadTimeout });
    await host.hear('ack_timeout');
    simulator.control.setSession({ signedIn: true });
    await host.hear('connect.agent', { limitMs: 8_000 });
  });
});

for (const [what, fault] of [
  ['is missing', { kind: 'status', status: 404 }],
  ['fails', { kind: 'status', status: 500 }],
  ['hangs', { kind: 'hang' }],
] as const) {
  test(`a page that ${what} is an answer that does not come`, async ({ host, simulator }) => {
    simulator.control.setFault({ op: 'page', ...fault });
    await host.open({ ccpLoadTimeout });
    await host.hear('ack_timeout');
  });
}

test('tokens that are refused send the panel to the sign-in page', async ({ host, simulator }) => {
  simulator.control.setFault({ op: 'authorize', kind: 'status', status: 401, count: 1 });
  await host.open({ ccpLoadTimeout });
  await host.hear('connect.agent', { limitMs: 8_000 });
  expect(simulator.requests.some(({ path }) => path === '/login')).toBe(true);
});

test('an origin that is not approved looks like nobody signed in', async ({ host, simulator }) => {
  simulator.control.setApprovedOrigins(['https://other.example']);
  await host.open({ ccpLoadTimeout });
  await host.hear('ack_timeout');
});

test('an expired session: the next call is 401, and all the host hears is auth_fail', async ({ host, simulator }) => {
  await host.openReady();
  const since = await host.mark();
  simulator.control.expireSession();
  const probe = host.call('agent.setState', 'Lunch');
  await host.hear('auth_fail', { since });
  expect(await probe).toEqual({ kind: 'silent' });
  expect(simulator.requests.find(({ operation }) => operation === 'PutAgentState')).toMatchObject({ status: 401 });
  expect(simulator.events.at(-1)?.EventType).toBe('LOGOUT');
});

test('a panel that falls silent is told only to a host that asked for it', async ({ host, simulator }) => {
  simulator.control.setFault({ op: 'page', kind: 'dead', ms: 2_500, count: 1 });
  const timing = { ccpSynTimeout: 200, ccpAckTimeout: 400, loginOptions: { enableAckTimeout: true } };
  await host.openReady(timing);
  const since = await host.mark();
  await host.hear('ack_timeout', { since });
});

test('a panel that falls silent is not told to others, and their calls are never answered', async ({
  host,
  simulator,
}) => {
  simulator.control.setFault({ op: 'page', kind: 'dead', ms: 1_500, count: 1 });
  await host.openReady({ ccpSynTimeout: 200, ccpAckTimeout: 400 });
  await expect.poll(() => host.call('agent.setState', 'Lunch')).toEqual({ kind: 'silent' });
  expect((await host.told(0)).map(({ what }) => what)).not.toContain('ack_timeout');
});

test('a host that says terminate hears terminated', async ({ host }) => {
  await host.openReady();
  const since = await host.mark();
  await host.page.evaluate(() => {
    // In the library, not in its types.
    const core = connect.core as unknown as { getUpstream(): { sendUpstream(event: string): void } };
    core.getUpstream().sendUpstream('terminate');
  });
  await host.hear('terminated', { since });
});

test('a second window with the same panel is counted', async ({ host, bare, simulator }) => {
  await host.openReady();
  const since = await host.mark();
  const opened = bare.waitForEvent('window');
  await bare.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await window.loadURL(address);
  }, host.page.url());
  const second = await opened;
  expect(await host.hear('update_connected_ccps', { since })).toMatchObject({ state: '2' });
  // One worker for both, so the instance is asked once.
  expect(simulator.requests.filter(({ operation }) => operation === 'CreateTransport').length).toBeLessThanOrEqual(2);
  await second.close();
  await host.page.bringToFront();
});

test.describe('a session that a cookie decides', () => {
  test.use({ simulatorOptions: { session: 'cookie' } });
  test('needs the cookie in the frame, and gets it from the sign-in', async ({ host, bare, simulator }) => {
    await host.open({ ccpLoadTimeout });
    await host.hear('ack_timeout');
    simulator.control.setSession({ signedIn: true });
    const opened = bare.waitForEvent('window');
    await bare.evaluate(
      ({ BrowserWindow }, address) => void new BrowserWindow({ show: false }).loadURL(address),
      new URL('/login', simulator.ccpUrl).href,
    );
    const login = await opened;
    await login.getByRole('button', { name: 'Sign in' }).click();
    await login.waitForURL(simulator.ccpUrl);
    await login.close();
    await host.hear('connect.agent', { limitMs: 8_000 });
  });
});

test.describe('single sign-on at another host', () => {
  test.use({
    simulatorOptions: { session: 'cookie', identityProvider: { hops: 3, popUp: true } },
  });
  test('leads there and back, with a pop-up of its own, and is remembered', async ({ host, bare, simulator }) => {
    await host.open({ ccpLoadTimeout });
    await host.hear('ack_timeout');
    const opened = bare.waitForEvent('window');
    await bare.evaluate(
      ({ BrowserWindow }, address) => void new BrowserWindow({ show: false }).loadURL(address),
      simulator.ccpUrl,
    );
    const login = await opened;
    await login.waitForURL((url) => url.hostname === 'localhost' && url.pathname === '/sign-in');
    const popUp = bare.waitForEvent('window');
    await login.getByRole('button', { name: 'Continue' }).click();
    await (await popUp).getByRole('button', { name: 'Confirm' }).click();
    await login.waitForURL(simulator.ccpUrl);
    // Known again: out, and in without a form.
    await login.goto(new URL('/logout', simulator.ccpUrl).href);
    await login.waitForURL(simulator.ccpUrl);
    await login.close();
    await host.hear('connect.agent', { limitMs: 8_000 });
  });
});
