import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { operationNames } from '../../../simulator/api-side.js';
import { startForTest } from './start-for-test.js';
import { callApi, errorType, type Json } from './wire.js';

/** Operation names in the API model that Streams carries. */
function readStreamsModel(): string[] {
  const library = readFileSync(createRequire(import.meta.url).resolve('amazon-connect-streams'), 'utf8');
  const start = library.indexOf('"uid":"connect-2017-02-15"');
  const end = library.indexOf('"shapes":', start);
  return [...library.slice(start, end).matchAll(/"([A-Z][A-Za-z]+)":\{"input"/g)]
    .map(([, name]) => String(name))
    .sort();
}

describe('the API envelope', () => {
  it('knows exactly the operations of the model in Streams', () => {
    expect(readStreamsModel()).toHaveLength(33);
    expect(operationNames).toEqual(readStreamsModel());
  });

  it('answers AWS JSON 1.0 with times in seconds', async () => {
    const simulator = await startForTest();
    const { status, headers, body } = await callApi(simulator, 'GetAgentSnapshot');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.0');
    const snapshot = body.snapshot as Json;
    expect(snapshot.snapshotTimestamp).toBe(simulator.clock.now() / 1_000);
    expect(snapshot.contacts).toEqual([]);
    expect(typeof body.nextToken).toBe('string');
  });

  it('offers a wss transport that lives long enough for Streams to use it', async () => {
    const simulator = await startForTest();
    const { body } = await callApi(simulator, 'CreateTransport', { transportType: 'web_socket' });
    const transport = body.webSocketTransport as Json;
    expect(transport.url).toBe(`wss://${new URL(simulator.ccpUrl).host}/ws`);
    expect(transport.transportLifeTimeInSeconds).toBeGreaterThanOrEqual(300);
  });

  it('describes the agent completely enough to start', async () => {
    const simulator = await startForTest({ agent: { name: 'Zoë von Braun', username: 'zoe', initialStatus: 'Lunch' } });
    const { body } = await callApi(simulator, 'GetAgentConfiguration');
    expect(body.configuration).toMatchObject({
      name: 'Zoë von Braun',
      username: 'zoe',
      softphoneEnabled: true,
      routingProfile: { defaultOutboundQueue: { name: 'BasicQueue' }, channelConcurrencyMap: { VOICE: 1 } },
    });
    expect((await callApi(simulator, 'GetAgentPermissions')).body.permissions).toContain('outboundCall');
    expect((await callApi(simulator, 'GetDialableCountryCodes')).body.countryCodes).toContain('us');
    expect((await callApi(simulator, 'GetRoutingProfileQueues')).body.queues).toHaveLength(7);
    expect((await callApi(simulator, 'GetEndpoints', { queueARNs: [] })).body.endpoints).toHaveLength(4);
    const { states } = (await callApi(simulator, 'GetAgentStates')).body as {
      states: { name: string; type: string }[];
    };
    expect(states.map(({ type }) => type)).toContain('offline');
    expect(states.map(({ name }) => name)).not.toContain('AfterCallWork');
  });

  it('keeps what the agent sets about the phone', async () => {
    const simulator = await startForTest();
    await callApi(simulator, 'UpdateAgentConfiguration', {
      configuration: { softphoneEnabled: false, extension: '+12025550177', agentPreferences: { LANGUAGE: 'de_DE' } },
    });
    const { body } = await callApi(simulator, 'GetAgentConfiguration');
    expect(body.configuration).toMatchObject({
      softphoneEnabled: false,
      softphoneAutoAccept: false,
      extension: '+12025550177',
      agentPreferences: { LANGUAGE: 'de_DE' },
    });
  });

  it('names the type of an error after a # and in a header', async () => {
    const simulator = await startForTest();
    const answer = await callApi(simulator, 'AcceptContact', { contactId: 'nobody' });
    expect(answer.status).toBe(400);
    expect(answer.body.__type).toBe('com.amazonaws.connect.cti#ContactNotFoundException');
    expect(answer.headers.get('x-amzn-errortype')).toBe('ContactNotFoundException');
    expect(answer.body.message).toContain('nobody');
  });

  it('is at both paths, and answers for Voice ID that there is none', async () => {
    const simulator = await startForTest();
    const headers = {
      'x-amz-target': 'AmazonConnectCTIService.SendClientLogs',
      'x-amz-bearer': simulator.secrets.accessToken,
    };
    for (const [path, answer] of [
      ['/api', {}],
      ['/api/', {}],
      ['/agent-app/api', { IntegrationAssociationSummaryList: [] }],
    ] as const) {
      const response = await fetch(new URL(path, simulator.ccpUrl), { method: 'POST', body: '{}', headers });
      expect([path, response.status, await response.json()]).toEqual([path, 200, answer]);
    }
  });

  it('hands out a distorted answer of any operation when asked to', async () => {
    const simulator = await startForTest();
    simulator.control.setAnswerShape('GetAgentPermissions', () => ({ permissions: [] }));
    expect((await callApi(simulator, 'GetAgentPermissions')).body).toEqual({ permissions: [] });
    expect((await callApi(simulator, 'GetAgentStates')).body.states).not.toEqual([]);
    simulator.control.setAnswerShape('GetAgentPermissions', null);
    expect((await callApi(simulator, 'GetAgentPermissions')).body.permissions).toContain('outboundCall');
  });

  it('says honestly that CreateTaskContact is not there', async () => {
    const simulator = await startForTest();
    const answer = await callApi(simulator, 'CreateTaskContact', { name: 'x', endpoint: {} });
    expect([answer.status, errorType(answer)]).toEqual([400, 'AccessDeniedException']);
  });
});

describe('malformed input', () => {
  it.each([
    ['no JSON', 'PutAgentState', '{"state":', 'SerializationException'],
    ['a list', 'PutAgentState', '[]', 'SerializationException'],
    ['nothing', 'AcceptContact', '', 'ValidationException'],
    ['a number for a text', 'AcceptContact', '{"contactId":7}', 'ValidationException'],
    ['a text for an object', 'PutAgentState', '{"state":"Lunch"}', 'ValidationException'],
    [
      'a text for a flag',
      'PutAgentState',
      '{"state":{"name":"Lunch"},"enqueueNextState":"yes"}',
      'ValidationException',
    ],
    ['an unknown status', 'PutAgentState', '{"state":{"name":"Nirvana"}}', 'InvalidParameterException'],
    ['an unknown operation', 'DropTables', '{}', 'UnknownOperationException'],
    ['a name from the prototype', 'constructor', '{}', 'UnknownOperationException'],
    ['an unknown transport', 'CreateTransport', '{"transportType":"pigeon"}', 'InvalidParameterException'],
    ['a token that is no text', 'GetAgentSnapshot', '{"nextToken":{}}', 'ValidationException'],
  ])('%s to %s is a 400', async (_what, operation, body, type) => {
    const simulator = await startForTest();
    const answer = await callApi(simulator, operation, body);
    expect([answer.status, errorType(answer)]).toEqual([400, type]);
    expect(simulator.events).toEqual([]);
  });

  it('survives a body that is too large', async () => {
    const simulator = await startForTest();
    const answer = await callApi(simulator, 'SendClientLogs', 'x'.repeat(1_100_000)).catch(() => null);
    expect(answer === null || answer.status === 413).toBe(true);
    expect((await callApi(simulator, 'SendClientLogs')).status).toBe(200);
  });

  it('answers 404 for paths it does not know', async () => {
    const simulator = await startForTest();
    const response = await fetch(new URL('/task-templates/api/ccp', simulator.ccpUrl));
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json']);
  });
});
