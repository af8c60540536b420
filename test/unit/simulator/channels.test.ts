import { describe, expect, it } from 'vitest';
import { autoAcceptMs } from '../../../simulator/customer-actions.js';
import { startForTest, type TestSimulator } from './start-for-test.js';
import { callApi, errorType, readContact, readSnapshot } from './wire.js';

const channels = ['chat', 'task', 'email'] as const;

/** States of the newest event's contacts, by their place at the desk. */
function states(simulator: TestSimulator): readonly string[] {
  return simulator.events.at(-1)?.CurrentAgentSnapshot.Contacts.map(({ State }) => State) ?? [];
}

async function accept(simulator: TestSimulator, contactId: string): Promise<string> {
  await callApi(simulator, 'AcceptContact', { contactId });
  return contactId;
}

function agentLeg(simulator: TestSimulator, contactId: string): string {
  const contact = simulator.control.state().contacts.find((each) => each.contactId === contactId);
  return String(contact?.agentConnectionId);
}

describe.each(channels)('a %s', (channel) => {
  it('is offered, accepted, ended and cleared', async () => {
    const simulator = await startForTest();
    const contactId = simulator.control.offer({ channel, customer: 'Hana Suzuki', description: 'Please call back' });
    expect(await readContact(simulator)).toMatchObject({
      type: channel,
      initiationMethod: channel === 'email' ? 'inbound' : 'api',
      name: 'Hana Suzuki',
      state: { type: 'connecting' },
      connections: [
        { type: 'agent', state: { type: 'connecting' } },
        { type: 'inbound', initial: true, state: { type: 'connected' } },
      ],
    });
    await accept(simulator, contactId);
    await callApi(simulator, 'DestroyConnection', { contactId, connectionId: agentLeg(simulator, contactId) });
    await callApi(simulator, 'ClearContact', { contactId });
    const stream = simulator.events.map((event) => event.CurrentAgentSnapshot.Contacts[0]);
    expect(stream.map((contact) => contact?.State)).toEqual(['CONNECTING', 'CONNECTED', 'ENDED', undefined]);
    expect(stream[0]).toMatchObject({ Channel: channel.toUpperCase() });
  });

  it('is declined, or runs out', async () => {
    const simulator = await startForTest();
    const declined = simulator.control.offer({ channel });
    await callApi(simulator, 'RejectContact', { contactId: declined });
    expect(states(simulator)).toEqual(['REJECTED']);
    await callApi(simulator, 'ClearContact', { contactId: declined });
    simulator.control.miss(simulator.control.offer({ channel }));
    expect(states(simulator)).toEqual(['MISSED']);
  });

  it('has nobody to hold, mute or send tones to', async () => {
    const simulator = await startForTest();
    const contactId = await accept(simulator, simulator.control.offer({ channel }));
    const call = { contactId, connectionId: agentLeg(simulator, contactId), digits: '1' };
    for (const operation of ['HoldConnection', 'MuteParticipant', 'SendDigits']) {
      expect(errorType(await callApi(simulator, operation, call)), operation).toBe('InvalidContactTypeException');
    }
    const endpoint = { type: 'phone_number', phoneNumber: '+12025550190' };
    expect(errorType(await callApi(simulator, 'CreateAdditionalConnection', { contactId, endpoint }))).toBe(
      'InvalidContactTypeException',
    );
  });

  it('is accepted by itself for an agent with auto-accept', async () => {
    const simulator = await startForTest({ agent: { initialStatus: 'Available', autoAccept: [channel] } });
    simulator.control.offer({ channel });
    expect(simulator.control.state().autoAccept).toEqual([channel]);
    simulator.clock.advance(autoAcceptMs);
    expect(states(simulator)).toEqual(['CONNECTED']);
  });

  it('can be handed over, and is then over here', async () => {
    const simulator = await startForTest();
    const contactId = await accept(simulator, simulator.control.offer({ channel }));
    const { endpoints } = (await callApi(simulator, 'GetEndpoints', { queueARNs: [] })).body as { endpoints: object[] };
    expect((await callApi(simulator, 'TransferContact', { contactId, endpoint: endpoints[2] })).status).toBe(200);
    expect(states(simulator)).toEqual(['ENDED']);
  });
});

describe('slots', () => {
  it('are one call, two chats, one task and one e-mail', async () => {
    const simulator = await startForTest();
    const { control } = simulator;
    control.offer({ channel: 'chat' });
    for (const channel of ['voice', 'chat', 'task', 'email'] as const) control.offer({ channel });
    for (const channel of ['voice', 'queue_callback', ...channels] as const) {
      expect(() => control.offer({ channel }), channel).toThrow();
    }
    expect((await readSnapshot(simulator)).contacts).toHaveLength(5);
  });

  it('are given back by a paused task, and asked for again when it goes on', async () => {
    const simulator = await startForTest();
    const first = await accept(simulator, simulator.control.offer({ channel: 'task' }));
    await callApi(simulator, 'PauseContact', { contactId: first });
    expect(states(simulator)).toEqual(['PAUSED']);
    const second = await accept(simulator, simulator.control.offer({ channel: 'task' }));
    expect(errorType(await callApi(simulator, 'ResumeContact', { contactId: first }))).toBe('InvalidStateException');
    simulator.control.hangUp(second);
    await callApi(simulator, 'ClearContact', { contactId: second });
    expect((await callApi(simulator, 'ResumeContact', { contactId: first })).status).toBe(200);
    expect(states(simulator)).toEqual(['CONNECTED']);
  });
});

describe('a chat', () => {
  it('can be joined by another agent', async () => {
    const simulator = await startForTest();
    const contactId = await accept(simulator, simulator.control.offer({ channel: 'chat' }));
    const { endpoints } = (await callApi(simulator, 'GetEndpoints', { queueARNs: [] })).body as { endpoints: object[] };
    await callApi(simulator, 'AddNewConnection', { contactId, endpoint: endpoints[2] });
    expect((await readContact(simulator)).connections[2]).toMatchObject({ quickConnectName: 'Grace Hopper' });
  });
});

describe('a second call', () => {
  it('rings when it may, and holds the first when it is accepted', async () => {
    const simulator = await startForTest();
    const first = await accept(simulator, simulator.control.ring());
    expect(() => simulator.control.ring()).toThrow('already has a voice contact');
    const second = simulator.control.ring({ interrupts: true });
    expect(states(simulator)).toEqual(['CONNECTED', 'CONNECTING']);
    await accept(simulator, second);
    expect(states(simulator)).toEqual(['CONNECTED_ONHOLD', 'CONNECTED']);
    const [held] = (await readSnapshot(simulator)).contacts;
    expect(held?.connections.map(({ state }) => state.type)).toEqual(['hold', 'connected']);
    expect(() => simulator.control.ring({ interrupts: true })).toThrow('single connected call');
    await callApi(simulator, 'ResumeConnection', { contactId: first, connectionId: agentLeg(simulator, first) });
    expect(states(simulator)).toEqual(['CONNECTED', 'CONNECTED_ONHOLD']);
  });

  it('leaves the first alone when it is declined, and does not interrupt a ringing one', async () => {
    const simulator = await startForTest();
    const first = simulator.control.ring();
    expect(() => simulator.control.ring({ interrupts: true })).toThrow('single connected call');
    await accept(simulator, first);
    await callApi(simulator, 'RejectContact', { contactId: simulator.control.ring({ interrupts: true }) });
    expect(states(simulator)).toEqual(['CONNECTED', 'REJECTED']);
  });

  it('holds the first also when it is accepted by itself', async () => {
    const simulator = await startForTest();
    await accept(simulator, simulator.control.ring());
    simulator.control.setAutoAccept(['voice']);
    simulator.control.ring({ interrupts: true });
    simulator.clock.advance(autoAcceptMs);
    expect(states(simulator)).toEqual(['CONNECTED_ONHOLD', 'CONNECTED']);
  });
});

describe('a callback that pends', () => {
  it('is dialled when the centre says so', async () => {
    const simulator = await startForTest({ acceptedCallbackIs: 'pending' });
    const contactId = await accept(simulator, simulator.control.ring({ channel: 'queue_callback' }));
    expect(await readContact(simulator)).toMatchObject({ state: { type: 'pending' } });
    expect(errorType(await callApi(simulator, 'AcceptContact', { contactId }))).toBe('InvalidStateException');
    expect(() => simulator.control.miss(contactId)).toThrow();
    simulator.control.dial(contactId);
    simulator.control.answerOutbound(contactId);
    const stream = simulator.events.map((event) => event.CurrentAgentSnapshot.Contacts[0]?.State);
    expect(stream).toEqual(['INCOMING', 'PENDING', 'CONNECTING', 'CONNECTED']);
    expect(() => simulator.control.dial(contactId)).toThrow('it is connected');
  });

  it('goes its way by itself when the habit is set', async () => {
    const simulator = await startForTest({ acceptedCallbackIs: 'pending', autoAnswerOutboundMs: 2_000 });
    await accept(simulator, simulator.control.ring({ channel: 'queue_callback' }));
    simulator.clock.advance(2_000);
    expect(states(simulator)).toEqual(['CONNECTING']);
    simulator.clock.advance(2_000);
    expect(states(simulator)).toEqual(['CONNECTED']);
  });
});

describe('a callback that is answered', () => {
  it.each([false, true])('keeps or renews the id of the agent’s leg (%s)', async (callbackRenewsAgentLeg) => {
    const simulator = await startForTest({ callbackRenewsAgentLeg });
    const contactId = await accept(simulator, simulator.control.ring({ channel: 'queue_callback' }));
    const before = agentLeg(simulator, contactId);
    simulator.control.answerOutbound(contactId);
    expect(agentLeg(simulator, contactId) !== before).toBe(callbackRenewsAgentLeg);
    expect((await readContact(simulator)).connections.map(({ type }) => type)).toEqual(['agent', 'outbound']);
  });
});

describe('after-contact work', () => {
  it('ends by itself when the habit is set, once', async () => {
    const simulator = await startForTest({ afterContactMs: 30_000 });
    const contactId = await accept(simulator, simulator.control.ring());
    simulator.control.hangUp(contactId);
    simulator.clock.advance(29_999);
    expect(states(simulator)).toEqual(['ENDED']);
    simulator.clock.advance(1);
    expect(states(simulator)).toEqual([]);
    expect((await readSnapshot(simulator)).state.name).toBe('Available');
  });

  it('that the agent has cleared does not end again', async () => {
    const simulator = await startForTest({ afterContactMs: 30_000 });
    const contactId = await accept(simulator, simulator.control.ring());
    simulator.control.hangUp(contactId);
    await callApi(simulator, 'ClearContact', { contactId });
    const before = simulator.events.length;
    simulator.clock.advance(30_000);
    expect(simulator.events).toHaveLength(before);
  });
});
