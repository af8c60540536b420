import type { RequestRecord } from '../../../simulator/request-record.js';
import { expect, type Host, test } from './host-test.js';

/** What was asked, in the order in which it arrived. */
function arrivals(requests: readonly RequestRecord[]): readonly string[] {
  return [...requests]
    .sort((one, other) => Date.parse(one.time) - Date.parse(other.time))
    .map(({ operation, path }) => operation ?? path);
}

/** Checks that the first of each comes in this order; what is in one list may come in any. */
function expectOrder(asked: readonly string[], order: readonly (readonly string[])[]): void {
  let last = -1;
  for (const together of order) {
    const places = together.map((what) => asked.indexOf(what));
    for (const [index, place] of places.entries()) expect(place, together[index]).toBeGreaterThan(last);
    last = Math.max(...places);
  }
}

test('a cold start asks for everything in the order of the protocol', async ({ host, simulator }) => {
  await host.openReady();
  await simulator.waitForRequest(() => host.asked('GetAgentSnapshot').length > 0, { timeoutMs: 2_000 });
  expectOrder(arrivals(simulator.requests), [
    ['page'],
    // The browser fetches the page's scripts side by side.
    ['/streams.js', '/ccp-v2/ccp.js'],
    ['authorize'],
    ['/ccp-v2/worker.js'],
    ['CreateTransport'],
    ['GetAgentSnapshot', 'GetAgentConfiguration'],
    ['GetAgentPermissions', 'GetAgentStates', 'GetDialableCountryCodes', 'GetRoutingProfileQueues'],
  ]);
  const api = simulator.requests.filter(({ path }) => path === '/api');
  expect(host.webSocketsAsked()).toBe(1);
  // No version yet; what is null is not sent.
  expect(api.find(({ operation }) => operation === 'GetAgentSnapshot')?.body).toEqual({ timeout: 30_000 });
  simulator.control.changeStatus('Lunch');
  await host.hear('agent.onNotRoutable');
  const polls = simulator.requests.filter(({ operation }) => operation === 'GetAgentSnapshot');
  expect(polls[1]?.body).toEqual({ nextToken: expect.stringMatching(/^\d+$/), timeout: 30_000 });
});

test('a host hears of its start in the order of the protocol', async ({ host }) => {
  await host.openReady();
  await host.hear('webSocket::connection_open');
  const told = (await host.page.evaluate(() => window.recording.told)).map(({ what }) => what);
  expectOrder(told, [['acknowledge'], ['init'], ['connect.agent']]);
  expectOrder(told, [['init'], ['webSocket::connection_gain', 'agent::websocket_connection_gained']]);
});

test('a panel that is reloaded goes on with the same agent', async ({ host, simulator }) => {
  await host.openReady();
  await host.hear('webSocket::connection_open');
  const since = await host.mark();
  await host.page.evaluate(() => {
    const frame = document.querySelector('iframe');
    if (frame) frame.src += '';
  });
  await host.hear('webSocket::connection_open', { since });
  expect(host.webSocketsAsked()).toBe(2);
  const told = new Set((await host.told(since)).map(({ what }) => what));
  const gained = /websocket|webSocket|onRefresh|update_connected_ccps/;
  expect([...told].filter((what) => !gained.test(what))).toEqual([]);
  simulator.control.ring();
  await host.hear('contact.onConnecting', { since });
});

test('polling starts with a web socket that does not open', async ({ host, simulator }) => {
  simulator.control.setWebSocket('refuse');
  await host.openReady();
  expect(simulator.control.state().webSocketsOpen).toBe(0);
  simulator.control.ring();
  await host.hear('contact.onConnecting');
});

type Transport = { readonly webSocketTransport?: Readonly<Record<string, unknown>> };

async function expectNoPolling(host: Host): Promise<void> {
  await host.open();
  await host.hear('webSocket::init_failure', { limitMs: 8_000 });
  await host.outlast(2);
  expect(host.asked('GetAgentSnapshot')).toEqual([]);
  expect((await host.told(0)).map(({ what }) => what)).not.toContain('connect.agent');
}

for (const [what, spoil] of [
  ['an address without TLS', { url: 'ws://127.0.0.1/ws' }],
  ['a life of less than five minutes', { transportLifeTimeInSeconds: 299 }],
] as const) {
  test(`a transport with ${what} ends the web socket for good, and polling never starts`, async ({
    host,
    simulator,
  }) => {
    simulator.control.setAnswerShape('CreateTransport', (answer) => {
      const { webSocketTransport } = answer as Transport;
      return webSocketTransport ? { webSocketTransport: { ...webSocketTransport, ...spoil } } : answer;
    });
    await expectNoPolling(host);
  });
}

test('a configuration without a queue to dial from: no agent, and no word of it', async ({ host, simulator }) => {
  simulator.control.setAnswerShape('GetAgentConfiguration', ({ configuration }) => {
    const { routingProfile, ...rest } = configuration as { routingProfile: Record<string, unknown> };
    const { defaultOutboundQueue: _none, ...profile } = routingProfile;
    return { configuration: { ...rest, routingProfile: profile } };
  });
  await host.open();
  await host.hear('webSocket::connection_open', { limitMs: 8_000 });
  await simulator.waitForRequest(({ operation }) => operation === 'GetRoutingProfileQueues', { timeoutMs: 3_000 });
  await host.outlast(2);
  const told = (await host.told(0)).map(({ what }) => what);
  expect(told.filter((each) => /connect\.agent|error|fail|lost/.test(each))).toEqual([]);
});
