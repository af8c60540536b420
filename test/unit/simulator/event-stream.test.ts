import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { heartbeatMs } from '../../../simulator/event-stream.js';
import { findEventErrors, startForTest, type TestSimulator } from './start-for-test.js';
import { callApi, putState } from './wire.js';

function authorize(simulator: TestSimulator): Promise<Response> {
  return fetch(new URL('/auth/authorize', simulator.ccpUrl));
}

/** A day at work, with every control call and operation that shows in the stream. */
async function work(simulator: TestSimulator): Promise<void> {
  await authorize(simulator);
  simulator.clock.advance(1_500);
  const first = simulator.control.ring();
  simulator.clock.advance(3_100);
  await callApi(simulator, 'AcceptContact', { contactId: first });
  const connectionId = simulator.control.state().contacts[0]?.customerConnectionId;
  simulator.clock.advance(10_000);
  await callApi(simulator, 'HoldConnection', { contactId: first, connectionId });
  await putState(simulator, 'Lunch', true);
  simulator.control.hangUp(first);
  simulator.clock.advance(4_000);
  await callApi(simulator, 'ClearContact', { contactId: first });
  await putState(simulator, 'Available');
  const second = simulator.control.ring();
  simulator.control.miss(second);
  await callApi(simulator, 'ClearContact', { contactId: second });
  const third = simulator.control.ring();
  await callApi(simulator, 'RejectContact', { contactId: third });
  simulator.control.remove(third);
  simulator.control.addReadOnlyContact({ channel: 'email' });
  simulator.clock.advance(heartbeatMs);
  await fetch(new URL('/logout', simulator.ccpUrl), { redirect: 'manual' });
}

describe('the agent event stream', () => {
  it('is valid, chained, and kept in a file', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'agent-events-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const streamFile = join(dir, 'stream.ndjson');
    const simulator = await startForTest({ streamFile });
    await work(simulator);
    const lines = readFileSync(streamFile, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(simulator.events);
    for (const [index, event] of simulator.events.entries()) {
      if (event.EventType !== 'STATE_CHANGE') continue;
      expect(event.PreviousAgentSnapshot).toEqual(simulator.events[index - 1]?.CurrentAgentSnapshot);
      expect(event.CurrentAgentSnapshot).not.toEqual(event.PreviousAgentSnapshot);
    }
    expect(new Set(simulator.events.map(({ EventId }) => EventId)).size).toBe(simulator.events.length);
    expect(simulator.events[0]?.EventType).toBe('LOGIN');
    expect(simulator.events.at(-1)?.EventType).toBe('LOGOUT');
    expect(simulator.events.filter(({ EventType }) => EventType === 'HEART_BEAT')).toHaveLength(1);
  });

  it('is the same for the same seed and clock', async () => {
    const [one, other] = [await startForTest({ seed: 7 }), await startForTest({ seed: 7 })];
    await work(one);
    await work(other);
    expect(one.events).toEqual(other.events);
    const different = await startForTest({ seed: 8 });
    await work(different);
    expect(different.events.map(({ EventId }) => EventId)).not.toEqual(one.events.map(({ EventId }) => EventId));
  });

  it('has one event for each change, and none for what is not visible in it', async () => {
    const simulator = await startForTest();
    const contactId = simulator.control.ring();
    simulator.control.setAttributes(contactId, { note: 'not in the stream' });
    expect(simulator.events).toHaveLength(1);
    simulator.control.miss(contactId);
    await putState(simulator, 'Lunch');
    // Clearing the missed call and the new status are one change.
    expect(simulator.events).toHaveLength(3);
  });

  it('keeps the chosen status and its time during contacts', async () => {
    const simulator = await startForTest();
    const since = new Date(simulator.clock.now()).toISOString();
    simulator.clock.advance(60_000);
    const contactId = simulator.control.ring();
    await callApi(simulator, 'AcceptContact', { contactId });
    expect(simulator.events.at(-1)?.CurrentAgentSnapshot.AgentStatus).toMatchObject({
      Name: 'Available',
      Type: 'ROUTABLE',
      StartTimestamp: since,
    });
  });

  it('logs in once per session, at the first signed-in page', async () => {
    const simulator = await startForTest();
    expect(simulator.events).toEqual([]);
    await authorize(simulator);
    await authorize(simulator);
    expect(simulator.events.map(({ EventType }) => EventType)).toEqual(['LOGIN']);
    expect(simulator.events[0]?.PreviousAgentSnapshot).toBeNull();
  });

  it('beats every 120 s of silence, counted from the last event', async () => {
    const simulator = await startForTest();
    simulator.clock.advance(heartbeatMs * 2);
    expect(simulator.events).toEqual([]);
    await authorize(simulator);
    simulator.clock.advance(heartbeatMs - 1);
    simulator.control.ring();
    simulator.clock.advance(heartbeatMs - 1);
    expect(simulator.events.map(({ EventType }) => EventType)).toEqual(['LOGIN', 'STATE_CHANGE']);
    simulator.clock.advance(heartbeatMs + 1);
    expect(simulator.events.slice(2).map(({ EventType }) => EventType)).toEqual(['HEART_BEAT', 'HEART_BEAT']);
    expect(simulator.events[2]?.PreviousAgentSnapshot).toEqual(simulator.events[2]?.CurrentAgentSnapshot);
  });

  it('can be waited on, with a limit', async () => {
    const simulator = await startForTest();
    const coming = simulator.waitForEvent(({ EventType }) => EventType === 'LOGIN', { timeoutMs: 1_000 });
    await authorize(simulator);
    expect((await coming).EventType).toBe('LOGIN');
    await expect(
      simulator.waitForEvent(({ EventType }) => EventType === 'LOGIN', { timeoutMs: 5, since: 1 }),
    ).rejects.toThrow('No such event within 5 ms');
  });

  it('is judged by a schema that has teeth', async () => {
    const simulator = await startForTest();
    simulator.control.ring();
    const [event] = simulator.events;
    expect(findEventErrors(event)).toEqual([]);
    expect(findEventErrors({ ...event, EventType: 'PARTY' })).toEqual(['$.EventType is PARTY']);
    expect(findEventErrors({ ...event, Extra: 1 })).toEqual(['$.Extra is not known']);
    expect(findEventErrors({ ...event, EventTimestamp: '2026-01-15T09:00:00Z' })).toHaveLength(1);
    expect(findEventErrors({})).toHaveLength(9);
  });
});
