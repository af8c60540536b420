import { describe, expect, it } from 'vitest';
import { autoAcceptMs } from '../../../simulator/customer-actions.js';
import { startForTest } from './start-for-test.js';
import { callApi, errorType, readContact, readSnapshot } from './wire.js';

describe('an incoming call', () => {
  it('rings with everything Streams needs', async () => {
    const simulator = await startForTest();
    const contactId = simulator.control.ring({ customer: 'Giulia Rossi', waitedMs: 5_000 });
    const snapshot = await readSnapshot(simulator);
    expect(snapshot.state).toMatchObject({ name: 'PendingBusy', type: 'system' });
    const contact = await readContact(simulator);
    expect(contact).toMatchObject({
      contactId,
      type: 'voice',
      initiationMethod: 'inbound',
      state: { type: 'connecting', timestamp: simulator.clock.now() / 1_000 },
      queue: { name: 'Orders' },
      queueTimestamp: (simulator.clock.now() - 5_000) / 1_000,
      customerEndpoint: { type: 'phone_number', phoneNumber: '+390655500188' },
    });
    expect(contact.attributes.customerName).toEqual({ name: 'customerName', value: 'Giulia Rossi' });
    const [agent, customer] = contact.connections;
    expect(agent).toMatchObject({ type: 'agent', initial: false, state: { type: 'connecting' } });
    expect(JSON.parse(String(agent?.softphoneMediaInfo?.callConfigJson))).toHaveProperty('signalingEndpoint');
    expect(customer).toMatchObject({ type: 'inbound', initial: true, state: { type: 'connected' } });
  });

  it('is accepted, held, resumed, muted and ended into wrap-up', async () => {
    const simulator = await startForTest();
    const contactId = simulator.control.ring();
    const call = { contactId, connectionId: simulator.control.state().contacts[0]?.customerConnectionId };
    await callApi(simulator, 'AcceptContact', { contactId });
    expect(await readContact(simulator)).toMatchObject({ state: { type: 'connected' } });
    await callApi(simulator, 'HoldConnection', call);
    expect((await readContact(simulator)).connections[1]?.state.type).toBe('hold');
    expect(simulator.events.at(-1)?.CurrentAgentSnapshot.Contacts[0]?.State).toBe('CONNECTED_ONHOLD');
    await callApi(simulator, 'ResumeConnection', call);
    await callApi(simulator, 'MuteParticipant', call);
    expect((await readContact(simulator)).connections[1]?.mute).toBe(true);
    await callApi(simulator, 'UnmuteParticipant', call);
    expect((await callApi(simulator, 'SendDigits', { ...call, digits: '12#' })).status).toBe(200);
    expect((await callApi(simulator, 'SendDigits', { ...call, digits: 'abc' })).status).toBe(400);
    await callApi(simulator, 'DestroyConnection', {
      contactId,
      connectionId: simulator.control.state().contacts[0]?.agentConnectionId,
    });
    expect(await readSnapshot(simulator)).toMatchObject({
      state: { name: 'AfterCallWork', type: 'system' },
      contacts: [
        {
          state: { type: 'ended' },
          connections: [{ state: { type: 'disconnected' } }, { state: { type: 'disconnected' } }],
        },
      ],
    });
    await callApi(simulator, 'CompleteContact', { contactId });
    expect(await readSnapshot(simulator)).toMatchObject({ state: { name: 'Available' }, contacts: [] });
    expect(simulator.events.map(({ CurrentAgentSnapshot }) => CurrentAgentSnapshot.Contacts[0]?.State ?? '-')).toEqual([
      ...['CONNECTING', 'CONNECTED', 'CONNECTED_ONHOLD', 'CONNECTED', 'ENDED', '-'],
    ]);
  });

  it('cannot be cleared while live, nor accepted twice', async () => {
    const simulator = await startForTest();
    const contactId = simulator.control.ring();
    expect(errorType(await callApi(simulator, 'ClearContact', { contactId }))).toBe('InvalidStateException');
    await callApi(simulator, 'AcceptContact', { contactId });
    expect(errorType(await callApi(simulator, 'CompleteContact', { contactId }))).toBe('InvalidStateException');
    expect(errorType(await callApi(simulator, 'AcceptContact', { contactId }))).toBe('InvalidStateException');
    expect(errorType(await callApi(simulator, 'RejectContact', { contactId }))).toBe('InvalidStateException');
  });

  it.each(['missed', 'error'] as const)('is missed as %s, and clearing ends the error state', async (missEndsAs) => {
    const simulator = await startForTest({ missEndsAs });
    const contactId = simulator.control.ring();
    simulator.control.miss(contactId);
    expect(await readSnapshot(simulator)).toMatchObject({
      state: { name: 'MissedCallAgent', type: 'error' },
      contacts: [{ state: { type: missEndsAs } }],
    });
    expect(simulator.events.at(-1)?.CurrentAgentSnapshot.Contacts[0]?.State).toBe('MISSED');
    await callApi(simulator, 'ClearContact', { contactId });
    expect((await readSnapshot(simulator)).state.name).toBe('Available');
  });

  it.each(['rejected', 'error'] as const)('is declined or abandoned as %s', async (rejectEndsAs) => {
    const simulator = await startForTest({ rejectEndsAs });
    const declined = simulator.control.ring();
    await callApi(simulator, 'RejectContact', { contactId: declined });
    expect((await readContact(simulator)).state.type).toBe(rejectEndsAs);
    expect(simulator.events.at(-1)?.CurrentAgentSnapshot.Contacts[0]?.State).toBe('REJECTED');
    await callApi(simulator, 'ClearContact', { contactId: declined });
    const abandoned = simulator.control.ring();
    simulator.control.hangUp(abandoned);
    expect((await readContact(simulator)).state.type).toBe(rejectEndsAs);
    expect((await readSnapshot(simulator)).state.name).toBe('MissedCallAgent');
  });

  it('can end in one way this time only', async () => {
    const simulator = await startForTest();
    simulator.control.miss(simulator.control.ring(), { endsAs: 'error' });
    expect((await readContact(simulator)).state.type).toBe('error');
  });

  it('can fail, vanish, and change its attributes', async () => {
    const simulator = await startForTest();
    const failing = simulator.control.ring({ customer: 'Jo Newcomer', attributes: {} });
    expect((await readContact(simulator)).attributes).toEqual({});
    simulator.control.setAttributes(failing, { vip: 'true' });
    expect((await readContact(simulator)).attributes).toEqual({ vip: { name: 'vip', value: 'true' } });
    simulator.control.fail(failing);
    expect(await readSnapshot(simulator)).toMatchObject({ state: { name: 'FailedConnectAgent', type: 'error' } });
    simulator.control.remove(failing);
    expect(await readSnapshot(simulator)).toMatchObject({ state: { name: 'Available' }, contacts: [] });
  });

  it('takes the only voice slot', async () => {
    const simulator = await startForTest();
    simulator.control.ring();
    expect(() => simulator.control.ring()).toThrow('already has a voice contact');
    simulator.control.addReadOnlyContact({ channel: 'chat' });
    expect((await readSnapshot(simulator)).contacts.map(({ type }) => type)).toEqual(['voice', 'chat']);
  });

  it('stops ringing by itself when the habit is set', async () => {
    const simulator = await startForTest({ ringTimeoutMs: 20_000 });
    simulator.control.ring();
    simulator.clock.advance(19_999);
    expect((await readContact(simulator)).state.type).toBe('connecting');
    simulator.clock.advance(1);
    expect((await readContact(simulator)).state.type).toBe('missed');
  });

  it('is accepted by itself for an agent with auto-accept', async () => {
    const simulator = await startForTest({ agent: { initialStatus: 'Available', softphoneAutoAccept: true } });
    simulator.control.ring();
    simulator.clock.advance(autoAcceptMs);
    expect((await readContact(simulator)).state.type).toBe('connected');
  });

  it('has no softphone for an agent with a desk phone', async () => {
    const simulator = await startForTest({ agent: { softphoneEnabled: false } });
    simulator.control.ring();
    expect((await readContact(simulator)).connections[0]).not.toHaveProperty('softphoneMediaInfo');
  });

  it('may withhold its number', async () => {
    const simulator = await startForTest();
    simulator.control.ring({ phoneNumber: null });
    const contact = await readContact(simulator);
    expect(contact).not.toHaveProperty('customerEndpoint');
    expect(contact.connections[1]?.endpoint.phoneNumber).toBeNull();
  });
});

describe('a queued callback', () => {
  it('is offered, dialled after acceptance, and answered', async () => {
    const simulator = await startForTest();
    const contactId = simulator.control.ring({ channel: 'queue_callback' });
    expect(await readSnapshot(simulator)).toMatchObject({
      state: { name: 'Pending' },
      contacts: [{ type: 'queue_callback', state: { type: 'incoming' } }],
    });
    await callApi(simulator, 'AcceptContact', { contactId });
    expect(await readSnapshot(simulator)).toMatchObject({ state: { name: 'CallingCustomer' } });
    simulator.control.answerOutbound(contactId);
    expect((await readContact(simulator)).state.type).toBe('connected');
    expect(simulator.events.map(({ CurrentAgentSnapshot }) => CurrentAgentSnapshot.Contacts[0]?.State)).toEqual([
      ...['INCOMING', 'CONNECTING', 'CONNECTED'],
    ]);
    expect(simulator.events[0]?.CurrentAgentSnapshot.Contacts[0]?.InitiationMethod).toBe('CALLBACK');
  });
});

describe('a task', () => {
  it('can be paused, a call cannot', async () => {
    const simulator = await startForTest();
    const contactId = simulator.control.addReadOnlyContact({ channel: 'task' });
    await callApi(simulator, 'PauseContact', { contactId });
    expect((await readContact(simulator)).state.type).toBe('paused');
    await callApi(simulator, 'ResumeContact', { contactId });
    expect((await readContact(simulator)).state.type).toBe('connected');
    const call = simulator.control.ring();
    expect(errorType(await callApi(simulator, 'PauseContact', { contactId: call }))).toBe('InvalidStateException');
  });
});
