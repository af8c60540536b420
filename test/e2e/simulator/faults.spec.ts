import type { Fault } from '../../../simulator/fault.js';
import { expect, test } from './host-test.js';

/** `agent.setState` as the probe: what the host hears, and how many requests the worker makes of one call. */
const rows: readonly (readonly [
  what: string,
  fault: Omit<Fault, 'op'>,
  requests: readonly [least: number, most: number],
  kind: 'ok' | 'failed' | 'silent',
  reason: Readonly<Record<string, unknown>>,
])[] = [
  ['500 once', { kind: 'status', status: 500, count: 1 }, [2, 2], 'ok', {}],
  [
    '500 always',
    { kind: 'status', status: 500 },
    [4, 4],
    'failed',
    { type: 'InternalServiceException', retryStatus: 'none', statusCode: 500 },
  ],
  ['503 always', { kind: 'status', status: 503 }, [4, 4], 'failed', { statusCode: 503 }],
  [
    '400 throttling',
    { kind: 'status', status: 400, type: 'ThrottlingException' },
    [4, 4],
    'failed',
    { type: 'ThrottlingException' },
  ],
  ['429', { kind: 'status', status: 429, type: 'ThrottlingException' }, [4, 4], 'failed', { statusCode: 429 }],
  [
    '400 invalid state',
    { kind: 'status', status: 400, type: 'InvalidStateException' },
    [1, 1],
    'failed',
    { type: 'InvalidStateException' },
  ],
  // Four tries, each of which Chromium may repeat when it had been kept alive.
  ['a dropped connection', { kind: 'drop' }, [4, 8], 'failed', { type: 'NetworkingError' }],
  ['broken JSON', { kind: 'badjson' }, [1, 1], 'failed', { type: 'SyntaxError', statusCode: 200 }],
  ['401', { kind: 'status', status: 401, type: 'UnauthorizedException', count: 1 }, [1, 1], 'silent', {}],
  ['403', { kind: 'status', status: 403, type: 'AccessDeniedException' }, [1, 1], 'silent', {}],
  ['a hang', { kind: 'hang' }, [1, 1], 'silent', {}],
  ['a delay', { kind: 'delay', ms: 300 }, [1, 1], 'ok', {}],
];

for (const [what, fault, [least, most], kind, reason] of rows) {
  test(`setState with ${what}: ${kind}`, async ({ host, simulator }) => {
    await host.openReady();
    simulator.control.setFault({ op: 'PutAgentState', ...fault });
    const since = await host.mark();
    const answer = await host.call('agent.setState', 'Lunch');
    expect(answer.kind).toBe(kind);
    const trouble = (await host.told(since)).filter(({ what: each }) => /fail|denied|error|lost|timeout/.test(each));
    expect(trouble.map(({ state }) => state)).toEqual(what === '401' ? ['{"authorize":true}'] : []);
    if (answer.kind === 'failed') expect(JSON.parse(answer.reason)).toMatchObject(reason);
    const count = simulator.requests.filter(({ operation }) => operation === 'PutAgentState').length;
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });
}

test('the failure of accept is the word error', async ({ host, simulator }) => {
  await host.openReady();
  simulator.control.setFault({ op: 'AcceptContact', kind: 'status', status: 400, type: 'InvalidStateException' });
  simulator.control.ring();
  await host.hear('contact.onConnecting');
  expect(await host.call('contact.accept')).toMatchObject({ kind: 'failed', reason: 'error' });
});

test('a failing snapshot is asked for four times, and says nothing to the host', async ({ host, simulator }) => {
  await host.openReady();
  const since = await host.mark();
  simulator.control.setFault({ op: 'GetAgentSnapshot', kind: 'status', status: 500 });
  simulator.control.setAttributes(simulator.control.ring(), {});
  const isFault = (status: number | null): boolean => status === 500;
  await expect
    .poll(() => simulator.requests.filter(({ status }) => isFault(status)).length, { timeout: 3_000 })
    .toBe(4);
  const told = (await host.told(since)).map(({ what }) => what);
  expect(told.filter((what) => /error|lost|fail/.test(what))).toEqual([]);
  simulator.control.clearFaults();
  await host.hear('contact.onConnecting', { since, limitMs: 7_000 });
});

test('a snapshot with connections missing is swallowed', async ({ host, simulator }) => {
  await host.openReady();
  const since = await host.mark();
  simulator.control.setSnapshotShape((snapshot) => ({
    ...snapshot,
    contacts: (snapshot.contacts as object[]).map((contact) => ({ ...contact, connections: null })),
  }));
  simulator.control.ring();
  await host.settle();
  // The answer has left; by the next keepalive it would have been told.
  await host.outlast(2);
  expect(await host.callbacks(since)).toEqual([]);
  simulator.control.setSnapshotShape(null);
  await host.hear('contact.onConnecting', { since });
});

test('a web socket that is dropped is told and comes back, while polling goes on', async ({ host, simulator }) => {
  await host.openReady();
  await host.hear('webSocket::connection_open');
  const since = await host.mark();
  simulator.control.setWebSocket('drop');
  expect(JSON.stringify(await host.hear('webSocket::connection_close', { since }))).toContain('1006');
  await host.hear('agent::websocket_connection_lost', { since });
  await host.hear('agent::websocket_connection_gained', { since });
  simulator.control.ring();
  await host.hear('contact.onConnecting', { since });
});

test('a web socket that cannot be had again: the manager gives up, polling goes on', async ({ host, simulator }) => {
  await host.openReady();
  await host.hear('webSocket::connection_open');
  const since = await host.mark();
  simulator.control.setFault({ op: 'CreateTransport', kind: 'status', status: 500 });
  simulator.control.setWebSocket('drop');
  await host.hear('webSocket::init_failure', { since });
  simulator.control.ring();
  await host.hear('contact.onConnecting', { since });
});

test('without a transport at the start polling never starts', async ({ host, simulator }) => {
  simulator.control.setFault({ op: 'CreateTransport', kind: 'status', status: 500 });
  await host.open();
  await host.hear('webSocket::init_failure', { limitMs: 8_000 });
  expect(simulator.requests.filter(({ operation }) => operation === 'GetAgentSnapshot')).toEqual([]);
});
