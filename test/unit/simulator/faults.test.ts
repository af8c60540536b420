import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { operationNames } from '../../../simulator/api-side.js';
import { startForTest } from './start-for-test.js';
import { callApi, errorType, putState, readSnapshot, until } from './wire.js';

describe('faults', () => {
  it('answers with a status as often as told, without doing anything', async () => {
    const simulator = await startForTest();
    simulator.control.setFault({
      op: 'PutAgentState',
      kind: 'status',
      status: 429,
      type: 'ThrottlingException',
      count: 2,
    });
    const answers = [await putState(simulator, 'Lunch'), await putState(simulator, 'Lunch')];
    expect(answers.map((answer) => [answer.status, errorType(answer)])).toEqual([
      [429, 'ThrottlingException'],
      [429, 'ThrottlingException'],
    ]);
    expect((await readSnapshot(simulator)).state.name).toBe('Available');
    expect((await putState(simulator, 'Lunch')).status).toBe(200);
    expect(simulator.requests.filter(({ fault }) => fault === 'status')).toHaveLength(2);
  });

  it('strikes all operations, but neither page nor sign-in, with a star', async () => {
    const simulator = await startForTest();
    simulator.control.setFault({ op: '*', kind: 'status' });
    const answer = await callApi(simulator, 'GetAgentStates');
    expect([answer.status, errorType(answer)]).toEqual([500, 'InternalServiceException']);
    expect((await fetch(new URL('/auth/authorize', simulator.ccpUrl))).status).toBe(200);
    simulator.control.clearFaults();
    expect((await callApi(simulator, 'GetAgentStates')).status).toBe(200);
  });

  it('drops the connection', async () => {
    const simulator = await startForTest();
    simulator.control.setFault({ op: 'GetAgentStates', kind: 'drop', count: 1 });
    await expect(callApi(simulator, 'GetAgentStates')).rejects.toThrow();
    const dropped = await simulator.waitForRequest(({ fault }) => fault === 'drop', { timeoutMs: 1_000 });
    expect(dropped).toMatchObject({ operation: 'GetAgentStates', status: null });
  });

  it('answers broken JSON with 200', async () => {
    const simulator = await startForTest();
    simulator.control.setFault({ op: 'GetAgentStates', kind: 'badjson', count: 1 });
    await expect(callApi(simulator, 'GetAgentStates')).rejects.toThrow(SyntaxError);
  });

  it('hangs until the client gives up, and is on record at once', async () => {
    const simulator = await startForTest();
    simulator.control.setFault({ op: 'GetAgentStates', kind: 'hang', count: 1 });
    const leaving = new AbortController();
    const call = callApi(simulator, 'GetAgentStates', {}, { signal: leaving.signal }).catch(
      (error: Error) => error.name,
    );
    await simulator.waitForRequest(({ fault }) => fault === 'hang', { timeoutMs: 1_000 });
    leaving.abort();
    expect(await call).toBe('AbortError');
    expect(simulator.requests.filter(({ fault }) => fault === 'hang')).toHaveLength(1);
  });

  it('delays, then does the work', async () => {
    const simulator = await startForTest();
    simulator.control.setFault({ op: 'AcceptContact', kind: 'delay', ms: 9_000, count: 1 });
    const contactId = simulator.control.ring();
    const accepting = callApi(simulator, 'AcceptContact', { contactId });
    let answered = false;
    void accepting.then(() => {
      answered = true;
    });
    // The clock stands still, so advancing it is the only thing that can end the delay.
    await until(() => {
      simulator.clock.advance(1_000);
      return answered;
    }, 'the delayed call is answered');
    expect(simulator.control.state().contacts[0]?.state).toBe('connected');
  });

  it.each(operationNames)('strikes %s by name, in every way, and nothing else', async (operation) => {
    const simulator = await startForTest();
    const other = operation === 'SendClientLogs' ? 'GetAgentStates' : 'SendClientLogs';
    simulator.control.setFault({ op: operation, kind: 'status', status: 418, count: 1 });
    simulator.control.setFault({ op: operation, kind: 'badjson', count: 1 });
    simulator.control.setFault({ op: operation, kind: 'drop', count: 1 });
    expect((await callApi(simulator, other)).status).toBe(200);
    expect((await callApi(simulator, operation)).status).toBe(418);
    await expect(callApi(simulator, operation)).rejects.toThrow(SyntaxError);
    await expect(callApi(simulator, operation)).rejects.toThrow(TypeError);
    expect(simulator.control.state().faults).toEqual([]);
    expect([200, 400]).toContain((await callApi(simulator, operation)).status);
  });

  it('strikes the page so that it falls silent, as often as told', async () => {
    const assetsDir = mkdtempSync(join(tmpdir(), 'ccp-assets-'));
    onTestFinished(() => rmSync(assetsDir, { recursive: true }));
    writeFileSync(join(assetsDir, 'ccp.html'), '<head></head>');
    const simulator = await startForTest({ assetsDir });
    simulator.control.setFault({ op: 'page', kind: 'dead', ms: 700, count: 1 });
    const dying = await fetch(simulator.ccpUrl);
    expect(await dying.text()).toContain('<meta name="falls-silent-after" content="700"></head>');
    expect(dying.headers.get('content-security-policy')).toContain('frame-ancestors');
    expect(await (await fetch(simulator.ccpUrl)).text()).toBe('<head></head>');
  });

  it('strikes page and sign-in by name', async () => {
    const simulator = await startForTest();
    simulator.control.setFault({ op: 'page', kind: 'status', status: 503, count: 1 });
    simulator.control.setFault({ op: 'authorize', kind: 'status', status: 502, count: 1 });
    simulator.control.setFault({ op: 'login', kind: 'status', status: 504, count: 1 });
    expect((await fetch(simulator.ccpUrl)).status).toBe(503);
    expect((await fetch(new URL('/auth/authorize', simulator.ccpUrl))).status).toBe(502);
    expect((await fetch(new URL('/login', simulator.ccpUrl))).status).toBe(504);
  });
});
