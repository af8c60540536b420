import { describe, expect, it } from 'vitest';
import { personas } from '../../../simulator/personas.js';
import { startForTest, type TestSimulator } from './start-for-test.js';
import { callApi, type Json } from './wire.js';

async function ask(
  simulator: TestSimulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Json }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(new URL(path, simulator.controlUrl), {
    method,
    ...(body === undefined ? {} : { body: text }),
  });
  return { status: response.status, body: (await response.json()) as Json };
}

describe('the control over HTTP', () => {
  it('is closed to whoever has no token', async () => {
    const simulator = await startForTest();
    for (const path of ['/', '/state', '/contacts', `/${'0'.repeat(32)}/state`, `/${simulator.secrets.controlToken}`]) {
      expect((await fetch(new URL(path, simulator.controlUrl))).status).toBe(404);
    }
    expect((await fetch(new URL('/state', simulator.ccpUrl))).status).toBe(404);
  });

  it('does what it does in process', async () => {
    const simulator = await startForTest();
    const rung = await ask(simulator, 'POST', 'contacts', { customer: 'Mai Nguyễn', attributes: { vip: 'yes' } });
    expect(rung.status).toBe(200);
    const id = String(rung.body.contactId);
    expect(simulator.control.state().contacts[0]).toMatchObject({ contactId: id, customerName: 'Mai Nguyễn' });
    expect((await ask(simulator, 'POST', `contacts/${id}/attributes`, { note: 'ok' })).status).toBe(200);
    expect((await ask(simulator, 'POST', `contacts/${id}/miss`, { endsAs: 'error' })).status).toBe(200);
    expect((await ask(simulator, 'POST', `contacts/${id}/remove`)).status).toBe(200);
    const task = await ask(simulator, 'POST', 'read-only-contacts', { channel: 'task', customer: 'Wei Zhang' });
    expect(simulator.control.state().contacts[0]).toMatchObject({ contactId: task.body.contactId, channel: 'task' });
    expect((await ask(simulator, 'POST', `contacts/${String(task.body.contactId)}/hang-up`)).status).toBe(200);
    expect((await ask(simulator, 'POST', `contacts/${String(task.body.contactId)}/auto-clear`)).status).toBe(200);
    expect((await ask(simulator, 'POST', 'status', { name: 'Meeting' })).status).toBe(200);
    expect((await ask(simulator, 'POST', 'habits', { autoAnswerOutboundMs: 50, ringTimeoutMs: null })).status).toBe(
      200,
    );
    expect((await ask(simulator, 'POST', 'faults', { op: '*', kind: 'hang', count: 1 })).status).toBe(200);
    expect((await ask(simulator, 'DELETE', 'faults')).status).toBe(200);
    expect((await ask(simulator, 'POST', 'approved-origins', { origins: ['https://a.example'] })).status).toBe(200);
    expect((await ask(simulator, 'POST', 'web-socket', { mode: 'refuse' })).status).toBe(200);
    expect((await ask(simulator, 'POST', 'session', { signedIn: false })).status).toBe(200);
    const statuses = [
      { name: 'Meeting', type: 'not_routable' },
      { name: 'Off', type: 'offline' },
    ];
    expect((await ask(simulator, 'POST', 'statuses', { statuses })).status).toBe(200);
    expect((await ask(simulator, 'GET', 'state')).body).toEqual(simulator.control.state());
    expect(simulator.control.state()).toMatchObject({ signedIn: false, status: { name: 'Meeting' }, statuses });
    expect((await ask(simulator, 'GET', 'events?since=1')).body).toEqual(simulator.events.slice(1));
    expect((await ask(simulator, 'GET', 'requests')).body).toEqual([]);
    expect((await ask(simulator, 'GET', 'personas')).body).toHaveLength(20);
  });

  it('does the newer things too', async () => {
    const simulator = await startForTest({ acceptedCallbackIs: 'pending', identityProvider: {} });
    const done = async (method: string, path: string, body?: unknown): Promise<Json> => {
      const answer = await ask(simulator, method, path, body);
      expect([path, answer.status, answer.body]).toEqual([path, 200, answer.body]);
      return answer.body;
    };
    const api = (operation: string, body: object) => callApi(simulator, operation, body);
    const { contactId: callback } = await done('POST', 'contacts', { channel: 'queue_callback' });
    await api('AcceptContact', { contactId: callback });
    await done('POST', `contacts/${String(callback)}/dial`);
    await done('POST', `contacts/${String(callback)}/answer-outbound`);
    await done('POST', `contacts/${String(callback)}/supervise`, { mode: 'BARGE', supervisor: 'Grace Hopper' });
    await done('POST', `contacts/${String(callback)}/end-supervision`);
    await api('CreateAdditionalConnection', {
      contactId: callback,
      endpoint: { type: 'phone_number', phoneNumber: '+12025550190' },
    });
    const party = simulator.control.state().contacts[0]?.connections.at(-1);
    await done('POST', `contacts/${String(callback)}/parties/${String(party?.id)}/answer`);
    await done('POST', `contacts/${String(callback)}/parties/${String(party?.id)}/hang-up`);
    await done('POST', `contacts/${String(callback)}/remove`);
    await done('POST', 'contacts', { channel: 'task', description: 'Check the address' });
    await done('POST', 'monitored-calls', { agent: 'Grace Hopper' });
    await done('POST', 'auto-accept', { channels: ['voice', 'chat'] });
    await done('POST', 'identity-provider', { hops: 2, popUp: true });
    await done('POST', 'faults', { op: 'page', kind: 'dead', ms: 500, count: 2 });
    await done('POST', 'scenario', { name: 'first-calls' });
    await done('DELETE', 'scenario');
    await done('POST', 'scenario', { scenario: { title: 'Own', steps: [{ do: 'clearFaults', waitMs: 1_000 }] } });
    expect(await done('GET', 'scenarios')).toHaveLength(5);
    await done('DELETE', 'session');
    expect(simulator.control.state()).toMatchObject({
      signedIn: false,
      autoAccept: ['voice', 'chat'],
      faults: [{ op: 'page', kind: 'dead', ms: 500, count: 2 }],
      identityProvider: { hops: 2, popUp: true, answers: true, remembers: true },
      scenario: { title: 'Own', status: 'playing' },
      contacts: [{ channel: 'task' }, { initiation: 'monitor', queue: null }],
    });
  });

  it('streams events as they come, one per line', async () => {
    const simulator = await startForTest();
    simulator.control.ring();
    const response = await fetch(new URL('events/stream', simulator.controlUrl));
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (text.split('\n').length < 2) text += (await reader?.read())?.value ?? '';
    simulator.control.abandon(simulator.control.state().contacts[0]?.contactId ?? '');
    while (text.split('\n').length < 3) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(simulator.events);
  });

  it.each([
    ['POST', 'contacts', '{"customer":', 400],
    ['POST', 'contacts', '[]', 400],
    ['POST', 'contacts', { custmer: 'Jo' }, 400],
    ['POST', 'contacts', { customer: 7 }, 400],
    ['POST', 'contacts', { attributes: { vip: true } }, 400],
    ['POST', 'contacts', { queue: 'No such queue' }, 400],
    ['POST', 'contacts', { channel: 'fax' }, 400],
    ['POST', 'contacts', '{"__proto__":{"customer":"Jo"}}', 400],
    ['POST', 'contacts/nobody/hang-up', {}, 404],
    ['POST', 'contacts/nobody/dance', {}, 404],
    ['POST', 'contacts/contacts/miss', {}, 404],
    ['POST', 'faults', { op: '*' }, 400],
    ['POST', 'faults', { op: '*', kind: 'dead' }, 400],
    ['POST', 'contacts/x/parties/y/answer', {}, 404],
    ['POST', 'contacts/x/supervise', {}, 400],
    ['POST', 'scenario', {}, 400],
    ['POST', 'scenario', { name: 'constructor' }, 400],
    ['POST', 'auto-accept', { channels: ['fax'] }, 400],
    ['POST', 'identity-provider', { hops: 1 }, 409],
    ['POST', 'faults', { op: '*', kind: 'status', status: 9_999 }, 400],
    ['POST', 'faults', { op: '*', kind: 'status', count: 0 }, 400],
    ['POST', 'habits', { ringTimeoutMs: -1 }, 400],
    ['POST', 'session', {}, 400],
    ['POST', 'statuses', { statuses: [{ name: 'Only', type: 'routable' }] }, 400],
    ['POST', 'status', { name: 'Nirvana' }, 400],
    ['POST', 'approved-origins', { origins: ["'none'; script-src *"] }, 400],
    ['POST', 'web-socket', { mode: 'explode' }, 400],
    ['GET', 'events?since=-1', undefined, 400],
    ['PUT', 'contacts', {}, 404],
    ['GET', 'constructor', undefined, 404],
    ['GET', '%E0%A4%A', undefined, 404],
  ])('%s %s with %j is answered %i, with a reason', async (method, path, body, status) => {
    const simulator = await startForTest();
    const answer = await ask(simulator, method, path, body);
    expect(answer.status).toBe(status);
    expect(String(answer.body.message)).not.toBe('');
    expect(simulator.events).toEqual([]);
  });

  it('answers 409 for what the moment does not allow', async () => {
    const simulator = await startForTest();
    const contactId = simulator.control.ring();
    expect((await ask(simulator, 'POST', 'contacts')).status).toBe(409);
    expect((await ask(simulator, 'POST', `contacts/${contactId}/auto-clear`)).status).toBe(409);
    expect((await ask(simulator, 'POST', `contacts/${contactId}/answer-outbound`)).status).toBe(409);
  });
});

describe('the customers', () => {
  it('are twenty different ones with five to nine attributes, in queues that exist', async () => {
    const simulator = await startForTest();
    expect(new Set(personas.map(({ name }) => name)).size).toBe(20);
    const names = new Set<string | null>();
    for (const { attributes, phoneNumber } of personas) {
      expect(phoneNumber).toMatch(/^\+[1-9]\d{7,14}$/);
      expect(Object.keys(attributes).length).toBeGreaterThanOrEqual(5);
      expect(Object.keys(attributes).length).toBeLessThanOrEqual(9);
      const contactId = simulator.control.ring();
      names.add(simulator.control.state().contacts[0]?.customerName ?? null);
      simulator.control.remove(contactId);
    }
    // Dealt without asking, everybody comes once before anybody comes twice.
    expect(names.size).toBe(20);
  });
});
