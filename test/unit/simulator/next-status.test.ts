import { describe, expect, it } from 'vitest';
import { startForTest, type TestSimulator } from './start-for-test.js';
import { callApi, errorType, putState, readSnapshot } from './wire.js';

async function startOnCall(): Promise<{ simulator: TestSimulator; contactId: string }> {
  const simulator = await startForTest();
  const contactId = simulator.control.ring();
  await callApi(simulator, 'AcceptContact', { contactId });
  return { simulator, contactId };
}

describe('choosing a status', () => {
  it('applies at once without a contact, with or without the flag', async () => {
    const simulator = await startForTest();
    await putState(simulator, 'Lunch');
    expect((await readSnapshot(simulator)).state).toMatchObject({ name: 'Lunch', type: 'not_routable' });
    await putState(simulator, 'Offline', true);
    expect(await readSnapshot(simulator)).toMatchObject({
      state: { name: 'Offline', type: 'offline' },
      nextState: null,
    });
  });

  it('is refused on a live contact without the flag', async () => {
    const { simulator } = await startOnCall();
    const before = simulator.events.length;
    const answer = await putState(simulator, 'Lunch');
    expect([answer.status, errorType(answer)]).toEqual([400, 'InvalidStateException']);
    expect(simulator.events).toHaveLength(before);
  });

  it('waits with the flag until the contact is cleared, wrap-up included', async () => {
    const { simulator, contactId } = await startOnCall();
    await putState(simulator, 'Lunch', true);
    expect(await readSnapshot(simulator)).toMatchObject({
      state: { name: 'Busy' },
      nextState: { name: 'Lunch', type: 'not_routable' },
      agentAvailabilityState: { state: 'Available' },
    });
    simulator.control.hangUp(contactId);
    expect(await readSnapshot(simulator)).toMatchObject({
      state: { name: 'AfterCallWork' },
      nextState: { name: 'Lunch' },
    });
    await callApi(simulator, 'ClearContact', { contactId });
    expect(await readSnapshot(simulator)).toMatchObject({ state: { name: 'Lunch' }, nextState: null, contacts: [] });
  });

  it('may be Offline, and the later choice counts', async () => {
    const { simulator, contactId } = await startOnCall();
    await putState(simulator, 'Lunch', true);
    await putState(simulator, 'Offline', true);
    expect((await readSnapshot(simulator)).nextState).toMatchObject({ name: 'Offline', type: 'offline' });
    simulator.control.hangUp(contactId);
    simulator.control.autoClear(contactId);
    expect((await readSnapshot(simulator)).state.name).toBe('Offline');
  });

  it('is taken back by choosing Available, which is never enqueued', async () => {
    const { simulator, contactId } = await startOnCall();
    await putState(simulator, 'Lunch', true);
    await putState(simulator, 'Available', true);
    expect((await readSnapshot(simulator)).nextState).toBeNull();
    simulator.control.hangUp(contactId);
    await callApi(simulator, 'ClearContact', { contactId });
    expect((await readSnapshot(simulator)).state.name).toBe('Available');
  });

  it('without the flag in wrap-up ends it', async () => {
    const { simulator, contactId } = await startOnCall();
    simulator.control.hangUp(contactId);
    await putState(simulator, 'Break');
    expect(await readSnapshot(simulator)).toMatchObject({ state: { name: 'Break' }, contacts: [] });
  });

  it.each([false, true])('ends the error state after a missed call (flag %s)', async (flag) => {
    const simulator = await startForTest();
    simulator.control.miss(simulator.control.ring());
    expect((await readSnapshot(simulator)).state).toMatchObject({ name: 'MissedCallAgent', type: 'error' });
    await putState(simulator, 'Available', flag);
    expect(await readSnapshot(simulator)).toMatchObject({ state: { name: 'Available' }, contacts: [] });
  });

  it('shows in the event stream as the next status, beside the chosen one', async () => {
    const { simulator, contactId } = await startOnCall();
    await putState(simulator, 'Lunch', true);
    const enqueued = simulator.events.at(-1)?.CurrentAgentSnapshot;
    expect(enqueued).toMatchObject({ AgentStatus: { Name: 'Available' }, NextAgentStatus: { Name: 'Lunch' } });
    simulator.control.hangUp(contactId);
    await callApi(simulator, 'ClearContact', { contactId });
    expect(simulator.events.at(-1)?.CurrentAgentSnapshot).toMatchObject({
      AgentStatus: { Name: 'Lunch', Type: 'CUSTOM' },
      NextAgentStatus: null,
      Contacts: [],
    });
  });

  it('enqueuing the same status again publishes nothing', async () => {
    const { simulator } = await startOnCall();
    await putState(simulator, 'Lunch', true);
    const before = simulator.events.length;
    await putState(simulator, 'Lunch', true);
    expect(simulator.events).toHaveLength(before);
  });

  it('follows a supervisor and a changed list of statuses', async () => {
    const simulator = await startForTest();
    simulator.control.changeStatus('Training');
    expect((await readSnapshot(simulator)).state.name).toBe('Training');
    simulator.control.setStatuses([
      { name: 'Ready', type: 'routable' },
      { name: 'Gone', type: 'offline' },
    ]);
    expect((await readSnapshot(simulator)).state).toMatchObject({ name: 'Gone', type: 'offline' });
    expect(() => simulator.control.setStatuses([{ name: 'Ready', type: 'routable' }])).toThrow(RangeError);
  });
});
