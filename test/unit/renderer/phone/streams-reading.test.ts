import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type AgentReading, readAgent } from '../../../../renderer/phone/streams-reading.js';
import { fakeAgent, fakeConnection, fakeContact, type Getters, throws } from './fake-streams.js';

const read = (agent: Getters): AgentReading => readAgent(agent as never);
const readContact = (contact: Getters | null) => read(fakeAgent({ getContacts: () => [contact] })).contacts[0];
const readConnection = (connection: Getters | null) =>
  readContact(fakeContact({ getConnections: () => [connection] }))?.connections[0];

beforeEach(() => void vi.stubGlobal('connect', { core: { getSkew: () => 1_234 } }));

describe('readAgent', () => {
  it('reads everything as plain values', () => {
    const reading = read(fakeAgent());
    expect(reading).toEqual({
      agentId: 'arn:agent/maria',
      name: 'Maria Torres',
      availability: { name: 'Available', startMs: 1_000 },
      state: { arn: null, name: 'Busy', type: 'system', startMs: 2_000 },
      nextState: null,
      states: [
        { arn: 'arn:available', name: 'Available', type: 'routable', startMs: null },
        { arn: 'arn:lunch', name: 'Lunch', type: 'not_routable', startMs: null },
        { arn: 'arn:offline', name: 'Feierabend', type: 'offline', startMs: null },
      ],
      permissions: ['outboundCall'],
      dialableCountries: ['us', 'de'],
      contacts: [
        {
          contactId: 'c1',
          type: 'voice',
          stateType: 'connected',
          stateMs: 4_000,
          initiationMethod: 'inbound',
          preview: false,
          name: 'Ada Lovelace',
          queueName: 'Support',
          customerPhoneNumber: '+14155550199',
          attributes: { tier: { name: 'tier', value: 'gold' } },
          initialContactId: 'c0',
          relatedContactId: 'c9',
          multiParty: true,
          connections: [
            {
              connectionId: 'customer-1',
              type: 'inbound',
              initial: true,
              stateType: 'connected',
              stateMs: 5_000,
              phoneNumber: '+14155550100',
              quickConnectName: 'Billing',
              muted: true,
              muteLocked: true,
              monitorStatus: 'BARGE',
              monitorCapabilities: ['BARGE', 'SILENT_MONITOR'],
            },
          ],
        },
      ],
      serverAheadMs: 1_234,
      snapshotMs: null,
    });
    expect(structuredClone(reading)).toEqual(reading);
  });

  const agentMembers = [
    ['getName', 'name', ''],
    ['getConfiguration', 'agentId', null],
    ['getAvailabilityState', 'availability', null],
    ['getState', 'state', null],
    ['getNextState', 'nextState', null],
    ['getAgentStates', 'states', []],
    ['getPermissions', 'permissions', []],
    ['getDialableCountries', 'dialableCountries', []],
    ['getContacts', 'contacts', []],
  ] as const;

  it.each(agentMembers)('loses only what %s would tell when it throws', (getter, member, without) => {
    expect(read(fakeAgent({ [getter]: throws }))).toEqual({ ...read(fakeAgent()), [member]: without });
  });

  it.each(agentMembers)(
    'loses only what %s would tell when Streams lacks it or has nothing',
    (getter, member, without) => {
      const { [getter]: _lacking, ...lacking } = fakeAgent();
      expect(read(lacking)).toEqual({ ...read(fakeAgent()), [member]: without });
      expect(read(fakeAgent({ [getter]: () => undefined }))).toEqual({ ...read(fakeAgent()), [member]: without });
    },
  );

  it.each([
    ['is not there', undefined],
    ['has no core', {}],
    ['throws', { core: { getSkew: throws } }],
    ['knows no difference', { core: { getSkew: () => undefined } }],
  ])('takes both clocks for the same while Streams %s', (_what, streams) => {
    vi.stubGlobal('connect', streams);
    expect(read(fakeAgent()).serverAheadMs).toBe(0);
  });

  it('leaves states without a name out', () => {
    const getAgentStates = () => [null, {}, { name: 7 }, { name: 'Lunch', type: 'not_routable' }];
    expect(read(fakeAgent({ getAgentStates })).states).toEqual([
      { arn: null, name: 'Lunch', type: 'not_routable', startMs: null },
    ]);
  });

  it.each([
    [new Date(7_000), 7_000],
    ['1970-01-01T00:00:07.000Z', 7_000],
    [7, 7_000],
    [new Date(Number.NaN), null],
    ['yesterday', null],
    [Number.POSITIVE_INFINITY, null],
    [undefined, null],
    [null, null],
    [{}, null],
  ])('reads the moment %s as %s', (moment, ms) => {
    const state = { state: 'Available', timeStamp: moment };
    expect(read(fakeAgent({ getAvailabilityState: () => state })).availability?.startMs).toBe(ms);
  });
});

describe('reading a contact', () => {
  it('reads a task, whose connections Streams throws for', () => {
    const task = fakeContact({
      getType: () => 'task',
      getConnections: throws,
      getCustomerEndpoint: throws,
      getInitiationMethod: () => 'API',
    });
    expect(readContact(task)).toMatchObject({
      type: 'task',
      connections: [],
      customerPhoneNumber: null,
      name: 'Ada Lovelace',
    });
  });

  it.each([
    ['getType', 'type', ''],
    ['getInitiationMethod', 'initiationMethod', null],
    ['isCampaignPreview', 'preview', false],
    ['getName', 'name', null],
    ['getQueue', 'queueName', null],
    ['getCustomerEndpoint', 'customerPhoneNumber', null],
    ['getAttributes', 'attributes', null],
    ['getConnections', 'connections', []],
  ] as const)('loses only what %s would tell when it throws or is lacking', (getter, member, without) => {
    const expected = { ...readContact(fakeContact()), [member]: without };
    const { [getter]: _lacking, ...lacking } = fakeContact();
    expect(readContact(fakeContact({ [getter]: throws }))).toEqual(expected);
    expect(readContact(lacking)).toEqual(expected);
  });

  it('leaves a contact out that has no state any more, and keeps its neighbours', () => {
    const gone = fakeContact({ getState: throws });
    const contacts = () => [gone, null, fakeContact({ getContactId: () => 'c2' })];
    expect(read(fakeAgent({ getContacts: contacts })).contacts.map(({ contactId }) => contactId)).toEqual(['c2']);
  });
});

describe('a member of another kind than Streams says', () => {
  const others = [7, Number.NaN, true, {}, { toString: 1, valueOf: 1 }, [], null] as const;

  it.each(others)('costs no more than itself: %j', (other) => {
    const reading = read(
      fakeAgent({
        getName: () => other,
        getNextState: () => ({ agentStateARN: other, name: 'Lunch', type: other, startTimestamp: other }),
        getPermissions: () => [other, 'outboundCall'],
        getDialableCountries: () => ['us', other],
        getContacts: () => [
          fakeContact({
            getType: () => other,
            getInitiationMethod: () => other,
            getName: () => other,
            getQueue: () => ({ name: other }),
          }),
        ],
      }),
    );
    expect(reading).toMatchObject({
      name: '',
      nextState: { arn: null, name: 'Lunch', type: '' },
      permissions: ['outboundCall'],
      dialableCountries: ['us'],
      contacts: [{ contactId: 'c1', type: '', initiationMethod: null, name: null, queueName: null }],
    });
  });

  it.each([7, null, '', 'x'.repeat(257)])('leaves out a contact that no command could name: %j', (contactId) => {
    expect(readContact(fakeContact({ getContactId: () => contactId }))).toBeUndefined();
  });

  it('leaves out a contact or a connection whose id cannot be read', () => {
    expect(readContact(fakeContact({ getContactId: throws }))).toBeUndefined();
    expect(readConnection(fakeConnection({ getConnectionId: throws }))).toBeUndefined();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 'late', null])(
    'takes the clocks for equal where Streams cannot tell: %j',
    (skew) => {
      vi.stubGlobal('connect', { core: { getSkew: () => skew } });
      expect(read(fakeAgent()).serverAheadMs).toBe(0);
    },
  );
});

describe('reading a connection', () => {
  it.each([
    ['getType', 'type', ''],
    ['isInitialConnection', 'initial', false],
    ['getEndpoint', 'phoneNumber', null],
  ] as const)('loses only what %s would tell when it throws', (getter, member, without) => {
    expect(readConnection(fakeConnection({ [getter]: throws }))).toEqual({
      ...readConnection(fakeConnection()),
      [member]: without,
    });
  });

  it('leaves a connection out that has no state, and keeps its neighbours', () => {
    const connections = () => [fakeConnection({ getState: throws }), null, fakeConnection()];
    expect(readContact(fakeContact({ getConnections: connections }))?.connections).toHaveLength(1);
  });

  const endpoints: readonly (readonly [what: string, endpoint: unknown, phoneNumber: string | null])[] = [
    ['a number as it is', { phoneNumber: '+4930123456' }, '+4930123456'],
    ['a number that Streams strips', { phoneNumber: 'sip:+49@h', stripPhoneNumber: () => '+49' }, '+49'],
    ['an endpoint without a number', { stripPhoneNumber: () => '' }, null],
    ['a number that is none', { phoneNumber: 49 }, null],
    ['no endpoint', null, null],
    ['nothing', undefined, null],
  ];
  it.each(endpoints)('reads %s', (_what, endpoint, phoneNumber) => {
    expect(readConnection(fakeConnection({ getEndpoint: () => endpoint }))?.phoneNumber).toBe(phoneNumber);
  });
});
