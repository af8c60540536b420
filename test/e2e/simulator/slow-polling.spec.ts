import type { RequestRecord } from '../../../simulator/request-record.js';
import { waits } from '../../support/waits.js';
import { expect, type Host, type OpenHost, test } from './host-test.js';
import { expectTime, runSideBySide } from './side-by-side.js';

// What Streams' worker does over seconds and minutes. Hardly any of it needs the processor, so all of it waits at once.

const unusual = /error|lost|fail|denied|exhausted|timeout/;

/** Everything told from a position on that a host could take for trouble. */
async function troubles(host: Host, since: number): Promise<readonly string[]> {
  return (await host.told(since)).map(({ what }) => what).filter((what) => unusual.test(what));
}

function gaps(times: readonly number[]): readonly number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

async function idle(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  await host.openReady();
  const since = await host.mark();
  const began = Date.now();
  const [first = 0, second = 0, third = 0] = await host.askedTimes('GetAgentSnapshot', 3, 60_000);
  expectTime(second - first, 100, 'pause after a poll');
  expectTime(third - second, 25_100, 'a held poll and the pause');
  const seconds = (Date.now() - began) / 1_000;
  const beats = await host.page.evaluate(
    (from) => window.recording.told.slice(from).filter(({ what }) => what === 'acknowledge').length,
    since,
  );
  expect(beats, 'keepalives, one a second').toBeGreaterThan(seconds / 2);
  expect(beats, 'keepalives, one a second').toBeLessThan(seconds + 2);
  expect(host.webSocketsAsked(), 'answered heartbeats keep the web socket').toBe(1);
  const [configured = 0, again = 0] = host.asked('GetAgentConfiguration');
  expectTime(again - configured, 30_000, 'configuration');
  expect(await troubles(host, since)).toEqual([]);
}

const httpTimeoutMs = 3_000;

async function hungSnapshot(openHost: OpenHost): Promise<void> {
  const host = await openHost({ httpTimeoutMs, longPollHoldMs: 1_000 });
  const { control, requests } = host.simulator;
  await host.openReady();
  const contactId = control.ring();
  await host.hear('contact.onConnecting');
  await host.settle();
  const since = await host.mark();
  control.setFault({ op: 'GetAgentSnapshot', kind: 'hang' });
  const isHung = ({ fault }: { readonly fault: string | null }): boolean => fault === 'hang';
  await host.simulator.waitForRequest(() => requests.filter(isHung).length >= 5, { timeoutMs: 30_000 });
  const times = requests.filter(isHung).map(({ time }) => Date.parse(time));
  for (const gap of gaps(times).slice(0, 3)) expectTime(gap, httpTimeoutMs, 'a retry');
  expectTime(gaps(times)[3], httpTimeoutMs + 5_000, 'a round');

  const frozen = await host.snapshotTime();
  control.hangUp(contactId);
  const mark = await host.mark();
  const polls = host.asked('GetAgentConfiguration').length;
  await host.askedTimes('GetAgentConfiguration', polls + 1, 35_000);
  await host.hear('agent.onRefresh', { since: mark, limitMs: 15_000 });
  await host.hear('contact.onRefresh', { since: mark, limitMs: 15_000 });
  expect(await host.snapshotTime(), 'the configuration refreshes with the old snapshot').toBe(frozen);
  expect(await host.callbacks(since)).toEqual([]);
  expect(await troubles(host, since)).toEqual([]);

  control.clearFaults();
  await host.hear('contact.onMissed', { since, limitMs: httpTimeoutMs + 7_000 });
}

async function failingSnapshot(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  await host.openReady();
  const since = await host.mark();
  // Those that failed: on a busy machine the panel may be between two polls, and the first that fails is the next.
  const failed = (): readonly number[] =>
    host.simulator.requests
      .filter(({ operation, status }) => operation === 'GetAgentSnapshot' && status === 500)
      .map(({ time }) => Date.parse(time));
  host.simulator.control.setFault({ op: 'GetAgentSnapshot', kind: 'status', status: 500 });
  host.simulator.control.changeStatus('Lunch');
  await host.simulator.waitForRequest(() => failed().length >= 8, { timeoutMs: 20_000 });
  const rounds = gaps(failed());
  for (const index of [0, 1, 2, 4, 5, 6]) expectTime(rounds[index], 0, 'a retry');
  expectTime(rounds[3], 5_000, 'pause after a failed poll');
  expect(await troubles(host, since)).toEqual([]);
}

async function deniedSnapshot(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  await host.openReady();
  const since = await host.mark();
  const before = host.asked('GetAgentSnapshot').length + 1;
  host.simulator.control.setFault({
    ...{ op: 'GetAgentSnapshot', kind: 'status', status: 403, type: 'AccessDeniedException' },
  });
  host.simulator.control.changeStatus('Lunch');
  // More than the ten after which a worker that hears nothing else gives up.
  const times = (await host.askedTimes('GetAgentSnapshot', before + 13, 90_000)).slice(before);
  for (const gap of gaps(times)) expectTime(gap, 5_000, 'pause after a refused poll');
  expect(await troubles(host, since)).toEqual([]);
  host.simulator.control.clearFaults();
  await host.hear('agent.onNotRoutable', { since, limitMs: 8_000 });
}

/** Waits until the worker has given up polling, which it does after so many refusals in a row. */
async function expectGivenUp(host: Host, event: string, refusals: number): Promise<void> {
  await host.hear(event, { limitMs: refusals * 6_000 });
  const isRefused = ({ operation, status }: RequestRecord): boolean =>
    status !== null && status > 400 && operation !== null && /^GetAgent(Snapshot|Configuration)$/.test(operation);
  const refused = host.simulator.requests.filter(isRefused).length;
  expect(refused).toBeGreaterThanOrEqual(refusals);
  // One more where an answer that was on its way came after the first refusal, and the count began anew.
  expect(refused).toBeLessThanOrEqual(refusals + 1);
  const polls = host.asked('GetAgentSnapshot').length;
  await host.outlast(7);
  expect(host.asked('GetAgentSnapshot'), 'polls after it').toHaveLength(polls);
}

async function deniedEverything(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  await host.openReady();
  host.simulator.control.setFault({ op: '*', kind: 'status', status: 403, type: 'AccessDeniedException' });
  host.simulator.control.changeStatus('Lunch');
  await expectGivenUp(host, 'access_denied', 11);
}

async function unauthorizedPolls(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  await host.openReady();
  const { control } = host.simulator;
  control.setFault({ op: 'GetAgentSnapshot', kind: 'status', status: 401, type: 'UnauthorizedException' });
  // Nothing else may succeed meanwhile, as that would start the count anew.
  control.setFault({ op: 'GetAgentConfiguration', kind: 'hang' });
  control.changeStatus('Lunch');
  await expectGivenUp(host, 'cti_authorize_retries_exhausted', 21);
}

/** Unlike a poll, a refused call makes the panel leave; a new one is refused its transport and does not poll at all. */
async function unauthorizedEverything(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  await host.openReady();
  host.simulator.control.setFault({ op: '*', kind: 'status', status: 401, type: 'UnauthorizedException' });
  expect(await host.call('agent.setState', 'Lunch')).toEqual({ kind: 'silent' });
  expect((await host.hear('auth_fail')).state).toBe('{"authorize":true}');
  await host.hear('webSocket::init_failure', { limitMs: 15_000 });
  const polls = host.asked('GetAgentSnapshot').length;
  await host.outlast(7);
  expect(host.asked('GetAgentSnapshot'), 'polls after it').toHaveLength(polls);
}

async function silentHeartbeat(openHost: OpenHost): Promise<void> {
  const host = await openHost();
  host.simulator.control.setWebSocket('mute-heartbeat');
  await host.openReady();
  const opened = await host.hear('webSocket::connection_open');
  const since = await host.mark();
  const closed = await host.hear('webSocket::connection_close', { since, limitMs: 15_000 });
  expect(String(closed.state)).toContain('"code":1000');
  expectTime(closed.at - opened.at, 10_000, 'an unanswered heartbeat');
  expect(host.simulator.control.state().webSocketsOpen).toBe(1);
  const told = (await host.told(since)).map(({ what }) => what).filter((what) => /websocket/i.test(what));
  expect(told).toEqual(['webSocket::connection_open', 'webSocket::connection_close']);
}

const bootOperations = [
  'GetAgentSnapshot',
  'GetAgentConfiguration',
  'GetAgentPermissions',
  'GetAgentStates',
  'GetDialableCountryCodes',
  'GetRoutingProfileQueues',
] as const;

/** One of the six answers the agent is made of does not come: the host hears nothing, until the next round has it. */
async function unansweredAtStart(openHost: OpenHost, operation: (typeof bootOperations)[number]): Promise<void> {
  const host = await openHost();
  host.simulator.control.setFault({ op: operation, kind: 'hang', count: 1 });
  await host.open();
  await host.hear('init', { limitMs: 20_000 });
  await host.outlast(6);
  const told = (await host.told(0)).map(({ what }) => what);
  expect(told).not.toContain('connect.agent');
  expect(await troubles(host, 0)).toEqual([]);
  if (operation === 'GetAgentSnapshot' || operation === 'GetAgentConfiguration') return;
  await host.hear('connect.agent', { limitMs: 35_000 });
}

test('polling, over minutes', waits, async ({ openHost }) => {
  test.setTimeout(240_000);
  await runSideBySide({
    'an idle agent': () => idle(openHost),
    'a hung snapshot': () => hungSnapshot(openHost),
    'a snapshot that fails': () => failingSnapshot(openHost),
    'a snapshot that is denied': () => deniedSnapshot(openHost),
    'everything is denied': () => deniedEverything(openHost),
    'polls are unauthorized': () => unauthorizedPolls(openHost),
    'everything is unauthorized': () => unauthorizedEverything(openHost),
    'a heartbeat without an answer': () => silentHeartbeat(openHost),
    ...Object.fromEntries(
      bootOperations.map((operation) => [`no ${operation} at the start`, () => unansweredAtStart(openHost, operation)]),
    ),
  });
});
