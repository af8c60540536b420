import { waits } from '../../support/waits.js';
import { expect, type Host, type OpenHost, test } from './host-test.js';
import { expectTime, runSideBySide } from './side-by-side.js';

// Sign-in and recovery with the times Streams takes by itself. Everything waits at once.

/** Time the host gives a panel to answer, and between two frames it tries. */
const frameMs = 5_000;
/** Four seconds until the panel leaves, three until the host misses it, five until there is a new frame. */
const recoveryMs = 12_000;

/** One after the other: Electron gives windows of the same name, as these pop-ups are, only one at a time. */
async function popUps(openHost: OpenHost): Promise<void> {
  await loginPopUp(openHost);
  await popUpAfterTerminate(openHost);
}

async function loginPopUp(openHost: OpenHost): Promise<void> {
  const host = await openHost({ signedIn: false });
  const opening = host.page.waitForEvent('popup', { timeout: 15_000 });
  await host.open({ loginPopup: true, loginOptions: { autoClose: true } });
  const timedOut = await host.hear('ack_timeout', { limitMs: 10_000 });
  const [first = 0] = host.asked('page');
  expectTime((await host.dateOf(timedOut)) - first, frameMs, 'the first ack_timeout');
  const popUp = await opening;
  await popUp.waitForURL(new URL('/login', host.simulator.ccpUrl).href);
  // First the frame; the pop-up asks once as well; then comes a new frame every five seconds.
  const [frame = 0, window = 0, second = 0, third = 0] = await host.askedTimes('page', 4, 20_000);
  expectTime(window - frame, frameMs, 'the pop-up');
  // From the first one on, as a pop-up that a busy machine opens late holds no frame up.
  expectTime(second - frame, 2 * frameMs, 'the second frame');
  expectTime(third - second, frameMs, 'the third frame');
  const closed = popUp.waitForEvent('close', { timeout: 12_000 });
  await popUp.getByRole('button', { name: 'Sign in' }).click();
  await host.hear('connect.agent', { limitMs: 12_000 });
  await closed;
}

async function framesRunOut(openHost: OpenHost): Promise<void> {
  const host = await openHost({ signedIn: false });
  await host.open();
  await host.hear('iframe_retries_exhausted', { limitMs: 75_000 });
  expect(host.asked('page')).toHaveLength(11);
}

/** Opens a host whose panel has been refused once and now leaves for the sign-in page, `share` of four seconds later. */
async function refusePanel(host: Host, options: Readonly<Record<string, unknown>>, share: number): Promise<number> {
  await host.openReady(options);
  // The panel's wait is random; it decides who wins.
  await host.panel().evaluate((chance) => {
    Math.random = () => chance;
  }, share);
  const since = await host.mark();
  host.simulator.control.expireSession();
  const [answer, told] = await Promise.all([host.call('agent.setState', 'Lunch'), host.hear('auth_fail', { since })]);
  expect(answer).toEqual({ kind: 'silent' });
  expect(told.state).toBe('{"authorize":true}');
  await host.simulator.waitForRequest(({ path }) => path === '/login', { timeoutMs: 8_000 });
  host.simulator.control.setSession({ signedIn: true });
  return since;
}

async function panelLeavesEarly(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  const since = await refusePanel(host, { ccpSynTimeout: 300 }, 0.1);
  await host.askedTimes('page', 2, 12_000);
  await host.hear('webSocket::connection_open', { since, limitMs: 5_000 });
  expect(await host.call('agent.setState', 'Lunch')).toMatchObject({ kind: 'ok' });
}

async function panelLeavesLate(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  // The panel answers once more after the host has begun to recover, so the host believes that all is well.
  await refusePanel(host, { ccpSynTimeout: 300 }, 0.97);
  const since = await host.mark();
  await expect(host.hear('acknowledge', { since, limitMs: 15_000 })).rejects.toThrow('No acknowledge');
  expect(host.asked('page')).toHaveLength(1);
  expect(await host.call('agent.setState', 'Lunch')).toEqual({ kind: 'silent' });
}

async function panelLeavesLateWatched(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  const options = { ccpSynTimeout: 300, loginOptions: { enableAckTimeout: true } };
  const since = await refusePanel(host, options, 0.97);
  await host.hear('ack_timeout', { since, limitMs: 10_000 });
  const refused = await host.hear('auth_fail', { since });
  const back = await host.hear('webSocket::connection_open', { since, limitMs: 15_000 });
  expectTime(back.at - refused.at, recoveryMs, 'recovery');
  expect(await host.call('agent.setState', 'Lunch')).toMatchObject({ kind: 'ok' });
}

async function roundsRunOut(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  await host.openReady();
  const panel = host.panel();
  await panel.evaluate(() => {
    // Three rounds, counted where Streams counts them.
    sessionStorage.setItem('authorize_retry_count', '3');
    connect.core.getEventBus().subscribe('authorize_retries_exhausted' as connect.EventType, () => {
      document.title = 'No more rounds';
    });
  });
  host.simulator.control.expireSession();
  expect(await host.call('agent.setState', 'Lunch')).toEqual({ kind: 'silent' });
  await expect.poll(() => panel.evaluate(() => document.title)).toBe('No more rounds');
  await host.outlast(4);
  const told = (await host.told(0)).map(({ what }) => what);
  expect(told).toContain('auth_fail');
  expect(told, 'the host is not told').not.toContain('authorize_retries_exhausted');
}

async function popUpAfterTerminate(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  const opening = host.page.waitForEvent('popup', { timeout: 15_000 });
  await host.openReady({ loginPopup: true });
  const since = await host.mark();
  host.simulator.control.setSession({ signedIn: false });
  await host.page.evaluate(() => {
    // In the library, not in its types.
    const core = connect.core as unknown as { getUpstream(): { sendUpstream(event: string): void } };
    core.getUpstream().sendUpstream('terminate');
  });
  const terminated = await host.dateOf(await host.hear('terminated', { since }));
  await (await opening).waitForURL(new URL('/login', host.simulator.ccpUrl).href);
  const after = host.asked('page').map((time) => time - terminated);
  expect(
    after.filter((ms) => ms > -500 && ms < 2_000),
    'the panel reloads itself',
  ).not.toEqual([]);
  expectTime(after.find((ms) => ms >= 2_000) ?? 0, 3_000, 'the pop-up');
}

async function blankFrame(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  await host.openReady();
  const since = await host.mark();
  await host.page.evaluate(() => {
    const frame = document.querySelector('iframe');
    if (frame) frame.src = 'about:blank';
  });
  expect(await host.call('agent.setState', 'Lunch')).toEqual({ kind: 'silent' });
  await expect(host.hear('ack_timeout', { since, limitMs: 6_000 })).rejects.toThrow('No ack_timeout');
  expect((await host.told(since)).map(({ what }) => what)).toEqual([]);
}

async function authorizeFails(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  host.simulator.control.setFault({ op: 'authorize', kind: 'status', status: 500 });
  await host.open();
  await host.hear('ack_timeout', { limitMs: 10_000 });
  await host.askedTimes('authorize', 2, 12_000);
  host.simulator.control.clearFaults();
  await host.hear('connect.agent', { limitMs: 15_000 });
}

async function authorizeIsRepeated(openHost: OpenHost, status: number, requests: number): Promise<void> {
  const host = await openHost();
  await host.openReady();
  host.simulator.control.setFault({ op: 'authorize', kind: 'status', status });
  const refused = await host.panel().evaluate(() => {
    // In the library, not in its types.
    const core = connect.core as unknown as { authorize(endpoint: string): Promise<unknown> };
    return core.authorize('/auth/authorize').then(
      () => null,
      (response: Response) => response.status,
    );
  });
  expect(refused).toBe(status);
  const times = host.asked('authorize').slice(1);
  expect(times).toHaveLength(requests);
  times.slice(1).forEach((time, index) => {
    expectTime(time - (times[index] ?? 0), 2_000, 'between two tries');
  });
}

test('sign-in and recovery, over a minute', waits, async ({ openHost }) => {
  test.setTimeout(180_000);
  await runSideBySide({
    'a pop-up to sign in, at the start and after terminate': () => popUps(openHost),
    'ten frames, and no more': () => framesRunOut(openHost),
    'a refused panel that leaves early is brought back': () => panelLeavesEarly(openHost),
    'a refused panel that leaves late stays dead': () => panelLeavesLate(openHost),
    'a refused panel that leaves late is brought back to a host that watches': () => panelLeavesLateWatched(openHost),
    'three rounds, and no more': () => roundsRunOut(openHost),
    'a frame that goes blank is not told': () => blankFrame(openHost),
    'no tokens at the start': () => authorizeFails(openHost),
    'authorize with 500': () => authorizeIsRepeated(openHost, 500, 5),
    'authorize with 429': () => authorizeIsRepeated(openHost, 429, 5),
    'authorize with 401': () => authorizeIsRepeated(openHost, 401, 1),
  });
});
