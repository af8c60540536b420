import { describe, expect, it } from 'vitest';
import { startForTest, type TestSimulator } from './start-for-test.js';
import { callApi, errorType, readContact, readSnapshot, type WireAnswer } from './wire.js';

function dial(simulator: TestSimulator, phoneNumber: string): Promise<WireAnswer> {
  return callApi(simulator, 'CreateOutboundContact', { endpoint: { type: 'phone_number', phoneNumber } });
}

async function dialAndAnswer(simulator: TestSimulator): Promise<string> {
  await dial(simulator, '+12025550123');
  const { contactId } = await readContact(simulator);
  simulator.control.answerOutbound(contactId);
  return contactId;
}

describe('an outbound call', () => {
  it('dials until the customer answers', async () => {
    const simulator = await startForTest();
    expect((await dial(simulator, '+12025550123')).status).toBe(200);
    expect(await readSnapshot(simulator)).toMatchObject({
      state: { name: 'CallingCustomer' },
      contacts: [
        {
          initiationMethod: 'outbound',
          state: { type: 'connecting' },
          queue: { name: 'BasicQueue' },
          connections: [
            { type: 'agent', state: { type: 'connecting' } },
            {
              type: 'outbound',
              initial: true,
              state: { type: 'connecting' },
              endpoint: { phoneNumber: '+12025550123' },
            },
          ],
        },
      ],
    });
    const { contactId } = await readContact(simulator);
    expect(errorType(await callApi(simulator, 'AcceptContact', { contactId }))).toBe('InvalidStateException');
    simulator.control.answerOutbound(contactId);
    expect((await readContact(simulator)).state.type).toBe('connected');
    expect(simulator.events.at(-1)?.CurrentAgentSnapshot.Contacts[0]).toMatchObject({
      InitiationMethod: 'OUTBOUND',
      State: 'CONNECTED',
      QueueTimestamp: null,
    });
  });

  it.each(['2025550123', '+0123456789', '+1', '', '+1202555012345678', 'tel:+12025550123'])(
    'refuses %j, which is not in E.164 form',
    async (phoneNumber) => {
      const simulator = await startForTest();
      const answer = await dial(simulator, phoneNumber);
      expect(answer.status).toBe(400);
      expect(errorType(answer)).toBe(phoneNumber === '' ? 'ValidationException' : 'BadEndpointException');
      expect((await readSnapshot(simulator)).contacts).toEqual([]);
    },
  );

  it('is refused while a call is there', async () => {
    const simulator = await startForTest();
    simulator.control.ring();
    expect(errorType(await dial(simulator, '+12025550123'))).toBe('InvalidStateException');
  });

  it('is answered by itself when the habit is set', async () => {
    const simulator = await startForTest({ autoAnswerOutboundMs: 3_000 });
    await dial(simulator, '+12025550123');
    simulator.clock.advance(3_000);
    expect((await readContact(simulator)).state.type).toBe('connected');
  });

  it('is cancelled by the agent, and then no longer answered', async () => {
    const simulator = await startForTest({ autoAnswerOutboundMs: 3_000 });
    await dial(simulator, '+12025550123');
    const [contact] = simulator.control.state().contacts;
    await callApi(simulator, 'DestroyConnection', {
      contactId: contact?.contactId,
      connectionId: contact?.agentConnectionId,
    });
    simulator.clock.advance(3_000);
    expect(await readSnapshot(simulator)).toMatchObject({
      state: { name: 'AfterCallWork' },
      contacts: [{ state: { type: 'ended' } }],
    });
  });

  it('may fail or be declined', async () => {
    const simulator = await startForTest();
    await dial(simulator, '+12025550123');
    const failing = await readContact(simulator);
    simulator.control.fail(failing.contactId);
    expect((await readSnapshot(simulator)).state).toMatchObject({ name: 'FailedConnectCustomer', type: 'error' });
    simulator.control.remove(failing.contactId);
    await dial(simulator, '+12025550123');
    simulator.control.hangUp((await readContact(simulator)).contactId);
    expect((await readContact(simulator)).state.type).toBe('ended');
  });
});

describe('a third party', () => {
  it('is dialled with the customer on hold, joined, swapped and dropped', async () => {
    const simulator = await startForTest();
    const contactId = await dialAndAnswer(simulator);
    const endpoint = { type: 'phone_number', phoneNumber: '+442079460991', name: 'Warehouse' };
    expect(errorType(await callApi(simulator, 'ConferenceConnections', { contactId }))).toBe('InvalidStateException');
    await callApi(simulator, 'CreateAdditionalConnection', { contactId, endpoint });
    const states = async (): Promise<string[]> =>
      (await readContact(simulator)).connections.map(({ state }) => state.type);
    expect(await states()).toEqual(['connected', 'hold', 'connecting']);
    simulator.control.answerOutbound(contactId);
    expect(await states()).toEqual(['connected', 'hold', 'connected']);
    await callApi(simulator, 'ToggleActiveConnections', { contactId });
    expect(await states()).toEqual(['connected', 'connected', 'hold']);
    await callApi(simulator, 'ConferenceConnections', { contactId });
    expect(await states()).toEqual(['connected', 'connected', 'connected']);
    const third = (await readContact(simulator)).connections[2];
    await callApi(simulator, 'DestroyConnection', { contactId, connectionId: third?.connectionId });
    expect((await readContact(simulator)).state.type).toBe('connected');
    const customer = (await readContact(simulator)).connections[1];
    await callApi(simulator, 'DestroyConnection', { contactId, connectionId: customer?.connectionId });
    expect((await readContact(simulator)).state.type).toBe('ended');
  });

  it('must be a number or a known quick connect', async () => {
    const simulator = await startForTest();
    const contactId = await dialAndAnswer(simulator);
    const unknown = { type: 'agent', endpointARN: 'arn:nobody' };
    expect(errorType(await callApi(simulator, 'CreateAdditionalConnection', { contactId, endpoint: unknown }))).toBe(
      'BadEndpointException',
    );
  });
});
