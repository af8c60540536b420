import { describe, expect, it } from 'vitest';
import { maxParties } from '../../../simulator/third-party-actions.js';
import { startForTest, type TestSimulator } from './start-for-test.js';
import { callApi, errorType, readContact } from './wire.js';

const outside = { type: 'phone_number', phoneNumber: '+442079460991' };

async function talk(simulator: TestSimulator): Promise<string> {
  const contactId = simulator.control.ring();
  await callApi(simulator, 'AcceptContact', { contactId });
  return contactId;
}

async function addParty(simulator: TestSimulator, contactId: string, endpoint: object = outside): Promise<string> {
  await callApi(simulator, 'CreateAdditionalConnection', { contactId, endpoint });
  return String(simulator.control.state().contacts[0]?.connections.at(-1)?.id);
}

function legs(simulator: TestSimulator): readonly string[] {
  return simulator.control.state().contacts[0]?.connections.map(({ state }) => state) ?? [];
}

describe('a conversation of several', () => {
  it('has six people at most, and dials one at a time', async () => {
    const simulator = await startForTest();
    const contactId = await talk(simulator);
    for (let people = 2; people < maxParties; people += 1) {
      const party = await addParty(simulator, contactId);
      const early = await callApi(simulator, 'CreateAdditionalConnection', { contactId, endpoint: outside });
      expect(errorType(early)).toBe('InvalidStateException');
      simulator.control.answerParty(contactId, party);
      await callApi(simulator, 'ConferenceConnections', { contactId });
    }
    expect(legs(simulator)).toEqual(Array.from({ length: maxParties }, () => 'connected'));
    const seventh = await callApi(simulator, 'CreateAdditionalConnection', { contactId, endpoint: outside });
    expect(errorType(seventh)).toBe('QuotaExceededException');
  });

  it('has one third party only, where the instance allows no more', async () => {
    const simulator = await startForTest({ multiParty: false });
    const contactId = await talk(simulator);
    expect(await readContact(simulator)).toMatchObject({ contactFeatures: { multiPartyConferenceEnabled: false } });
    simulator.control.answerParty(contactId, await addParty(simulator, contactId));
    const second = await callApi(simulator, 'CreateAdditionalConnection', { contactId, endpoint: outside });
    expect(errorType(second)).toBe('InvalidStateException');
  });

  it('reaches agents and queues by quick connect', async () => {
    const simulator = await startForTest();
    const contactId = await talk(simulator);
    const { endpoints } = (await callApi(simulator, 'GetEndpoints', { queueARNs: [] })).body as { endpoints: object[] };
    for (const endpoint of endpoints.slice(2)) {
      simulator.control.answerParty(contactId, await addParty(simulator, contactId, endpoint));
    }
    const names = (await readContact(simulator)).connections.slice(2).map(({ quickConnectName }) => quickConnectName);
    expect(names).toEqual(['Grace Hopper', 'Billing']);
  });

  it('goes on when the customer leaves, and when a third party does, until nobody is left', async () => {
    const simulator = await startForTest();
    const contactId = await talk(simulator);
    const one = await addParty(simulator, contactId);
    simulator.control.answerParty(contactId, one);
    const other = await addParty(simulator, contactId);
    simulator.control.answerParty(contactId, other);
    simulator.control.hangUp(contactId);
    simulator.control.hangUpParty(contactId, one);
    expect(legs(simulator)).toEqual(['connected', 'disconnected', 'disconnected', 'connected']);
    expect(() => simulator.control.hangUpParty(contactId, one)).toThrow('has left already');
    simulator.control.hangUpParty(contactId, other);
    expect(simulator.control.state().contacts[0]?.state).toBe('ended');
  });

  it('holds, mutes and drops each one alone', async () => {
    const simulator = await startForTest();
    const contactId = await talk(simulator);
    const party = await addParty(simulator, contactId);
    expect(() => simulator.control.hangUpParty(contactId, 'nobody')).toThrow('no connection');
    simulator.control.answerParty(contactId, party);
    expect(() => simulator.control.answerParty(contactId, party)).toThrow('cannot pick up');
    await callApi(simulator, 'ConferenceConnections', { contactId });
    await callApi(simulator, 'HoldConnection', { contactId, connectionId: party });
    expect(legs(simulator)).toEqual(['connected', 'connected', 'hold']);
    await callApi(simulator, 'MuteParticipant', { contactId, connectionId: party });
    expect((await readContact(simulator)).connections.map(({ mute }) => mute)).toEqual([false, false, true]);
    await callApi(simulator, 'DestroyConnection', { contactId, connectionId: party });
    expect(errorType(await callApi(simulator, 'DestroyConnection', { contactId, connectionId: party }))).toBe(
      'InvalidStateException',
    );
    expect(legs(simulator)).toEqual(['connected', 'connected', 'disconnected']);
  });

  it('cannot be toggled when nobody is on hold', async () => {
    const simulator = await startForTest();
    const contactId = await talk(simulator);
    expect(errorType(await callApi(simulator, 'ToggleActiveConnections', { contactId }))).toBe('InvalidStateException');
  });
});

describe('a supervisor', () => {
  it('listens unseen, barges in as a party of its own, is never put on hold, and leaves', async () => {
    const simulator = await startForTest();
    const contactId = await talk(simulator);
    simulator.control.supervise(contactId, { mode: 'SILENT_MONITOR' });
    expect(legs(simulator)).toHaveLength(2);
    simulator.control.supervise(contactId, { mode: 'BARGE', supervisor: 'Grace Hopper' });
    expect((await readContact(simulator)).connections[2]).toMatchObject({
      type: 'monitoring',
      monitorStatus: 'BARGE',
      quickConnectName: 'Grace Hopper',
    });
    await addParty(simulator, contactId);
    expect(legs(simulator)).toEqual(['connected', 'hold', 'connected', 'connecting']);
    simulator.control.endSupervision(contactId);
    expect(legs(simulator)[2]).toBe('disconnected');
    expect(() => simulator.control.endSupervision(contactId)).toThrow('Nobody has barged');
  });

  it('can be the agent', async () => {
    const simulator = await startForTest();
    const contactId = simulator.control.monitorCall({ agent: 'Grace Hopper' });
    const contact = await readContact(simulator);
    expect(contact).not.toHaveProperty('queue');
    expect(contact.connections[0]).toMatchObject({
      type: 'monitoring',
      initial: true,
      monitorStatus: 'SILENT_MONITOR',
      monitoringInfo: { agent: { agentName: 'Grace Hopper' } },
    });
    const barge = { contactId, targetMonitorMode: 'BARGE' };
    expect((await callApi(simulator, 'UpdateMonitorParticipantState', barge)).status).toBe(200);
    expect((await readContact(simulator)).connections[0]?.monitorStatus).toBe('BARGE');
    const dance = { contactId, targetMonitorMode: 'DANCE' };
    expect(errorType(await callApi(simulator, 'UpdateMonitorParticipantState', dance))).toBe(
      'InvalidParameterException',
    );
    expect(simulator.events[0]?.CurrentAgentSnapshot.Contacts[0]).toMatchObject({
      InitiationMethod: 'MONITOR',
      Queue: null,
    });
  });

  it('is nobody on a call of the agent’s own', async () => {
    const simulator = await startForTest();
    const contactId = await talk(simulator);
    const barge = { contactId, targetMonitorMode: 'BARGE' };
    expect(errorType(await callApi(simulator, 'UpdateMonitorParticipantState', barge))).toBe('AccessDeniedException');
  });
});

describe('quick connects', () => {
  it('come in pages that miss none', async () => {
    const simulator = await startForTest({ quickConnects: 1_234 });
    const names: string[] = [];
    let nextToken: unknown;
    do {
      const page = { queueARNs: [], maxResults: 500, nextToken };
      const { body } = await callApi(simulator, 'GetEndpoints', page);
      names.push(...(body.endpoints as { name: string }[]).map(({ name }) => name));
      nextToken = body.nextToken;
    } while (nextToken !== undefined);
    expect([names.length, new Set(names).size]).toEqual([1_234, 1_234]);
  });

  it.each([
    [{ nextToken: 'x' }, 'PaginationException'],
    [{ maxResults: 0 }, 'ValidationException'],
  ])('refuse a page that cannot be: %j', async (page, type) => {
    const simulator = await startForTest();
    expect(errorType(await callApi(simulator, 'GetEndpoints', { queueARNs: [], ...page }))).toBe(type);
  });
});
