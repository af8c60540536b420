import fc from 'fast-check';
import { anyText, damaged, junk } from './junk.js';

const contactIds = ['c1', 'c2', 'c3'] as const;
const statusArns = ['arn:available', 'arn:lunch', 'arn:offline'] as const;
const agentStates = [
  { agentStateARN: 'arn:available', name: 'Available', type: 'routable' },
  { agentStateARN: 'arn:lunch', name: 'Lunch', type: 'not_routable' },
  { agentStateARN: 'arn:offline', name: 'Feierabend', type: 'offline' },
] as const;

const moment = fc.integer({ min: 0, max: 2_000_000 }).map((ms) => new Date(ms));
const connectionState = fc.constantFrom('connecting', 'connected', 'hold', 'disconnected', 'silent_monitor', 'init');
const contactState = fc.constantFrom(
  ...['init', 'incoming', 'pending', 'connecting', 'connected', 'paused', 'missed', 'error', 'ended', 'rejected'],
);

const connection = (connectionId: string, type: string, initial: boolean) =>
  fc.record({
    connectionId: fc.constant(connectionId),
    type: fc.constant(type),
    initial: fc.constant(initial),
    state: fc.record({ type: connectionState, timestamp: moment }),
    endpoint: fc.constant({ type: 'phone_number', phoneNumber: 'sip:+14155550100@host' }),
    quickConnectName: fc.option(anyText),
    mute: fc.boolean(),
    forcedMute: fc.boolean(),
    monitorStatus: fc.constantFrom(null, 'SILENT_MONITOR', 'BARGE'),
    monitorCapabilities: fc.subarray(['SILENT_MONITOR', 'BARGE']),
  });

const attributes = fc
  .array(fc.tuple(anyText, fc.oneof({ weight: 5, arbitrary: anyText }, { weight: 1, arbitrary: junk })), {
    maxLength: 8,
  })
  .map((pairs) => Object.fromEntries(pairs.map(([name, value]) => [name, { name, value }])));

const contactOf = (contactId: string) =>
  fc.record({
    contactId: fc.constant(contactId),
    initialContactId: fc.constant(contactId),
    type: fc.constantFrom('voice', 'queue_callback', 'chat', 'task', 'email'),
    initiationMethod: fc.constantFrom('inbound', 'outbound', 'callback', 'campaign_preview'),
    state: fc.record({ type: contactState, timestamp: moment }),
    queue: fc.constant({ queueARN: 'arn:queue', name: 'Support' }),
    name: anyText,
    customerEndpoint: fc.constant({ type: 'phone_number', phoneNumber: '+14155550100' }),
    attributes,
    relatedContactId: fc.option(fc.constantFrom(...contactIds)),
    contactFeatures: fc.record({ multiPartyConferenceEnabled: fc.boolean() }),
    connections: fc
      .tuple(
        connection(`${contactId}-agent`, 'agent', false),
        fc.constantFrom('inbound', 'outbound').chain((type) => connection(`${contactId}-customer`, type, true)),
        fc
          .subarray(['third', 'fourth'])
          .chain((names) => fc.tuple(...names.map((name) => connection(`${contactId}-${name}`, 'outbound', false)))),
        fc
          .subarray([false, true], { maxLength: 1 })
          .chain((initials) =>
            fc.tuple(...initials.map((initial) => connection(`${contactId}-monitor`, 'monitoring', initial))),
          ),
      )
      .map(([agent, customer, thirds, monitors]) => [...monitors, agent, customer, ...thirds]),
  });

const contacts = fc
  .shuffledSubarray([...contactIds])
  .chain((ids) => fc.tuple(...ids.map(contactOf)))
  .map((list): readonly object[] => list);

const shownState = fc
  .tuple(fc.constantFrom(...agentStates, { agentStateARN: null, name: 'Busy', type: 'system' }), moment)
  .map(([state, startTimestamp]) => ({ ...state, startTimestamp }));

/** Contact states jump from one to the next as they like: each is drawn anew. */
const wholeData = fc.record({
  configuration: fc.constant({
    name: 'Maria Torres',
    agentStates,
    permissions: ['outboundCall'],
    dialableCountries: ['us', 'de'],
    routingProfile: { routingProfileId: 'arn:aws:connect:eu:123456789012:instance/abc/routing-profile/x' },
  }),
  snapshot: fc.record({
    state: shownState,
    nextState: fc.option(shownState),
    agentAvailabilityState: fc
      .tuple(fc.constantFrom(...agentStates), moment)
      .map(([{ name }, timeStamp]) => ({ state: name, timeStamp })),
    contacts,
    snapshotTimestamp: moment,
    skew: fc.integer({ min: -5_000, max: 5_000 }),
  }),
});

/** What Streams keeps of an agent, damaged or whole. */
export const connectData: fc.Arbitrary<unknown> = damaged(wholeData);

/** A command about what `connectData` may hold, and about what it never does. */
export const someCommand = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      ...['accept', 'reject', 'hangUp', 'hold', 'resume', 'pause', 'clear', 'view', 'join', 'swap', 'leave'],
      ...['bargeIn', 'listen'],
    ),
    contactId: fc.constantFrom(...contactIds, 'gone', '__proto__'),
  }),
  fc.record({
    kind: fc.constantFrom('dropParty', 'holdParty', 'resumeParty', 'muteParty', 'unmuteParty'),
    contactId: fc.constantFrom(...contactIds),
    connectionId: fc.constantFrom('c1-customer', 'c1-third', 'c2-fourth', 'c3-third', 'c1-agent', 'gone'),
  }),
  fc.record({
    kind: fc.constant('addParty'),
    contactId: fc.constantFrom(...contactIds),
    to: fc.oneof(
      fc.record({ kind: fc.constant('phoneNumber'), phoneNumber: fc.constantFrom('+14155550100', '112', 'sip:x') }),
      fc.record({ kind: fc.constant('quickConnect'), endpointId: fc.constantFrom('arn:e1', 'gone') }),
    ),
  }),
  fc.record({
    kind: fc.constant('sendDigits'),
    contactId: fc.constantFrom(...contactIds),
    digits: fc.constantFrom('1', '12,#*', '1'.repeat(50)),
  }),
  fc.record({ kind: fc.constantFrom('setStatus', 'queueStatus'), statusId: fc.constantFrom(...statusArns, 'gone') }),
  fc.record({ kind: fc.constantFrom('clearNextStatus', 'goOffline', 'mute', 'unmute') }),
  fc.record({
    kind: fc.constant('dial'),
    phoneNumber: fc.constantFrom('+14155550100', '911', '+', '\u0000', '+1'.repeat(30)),
  }),
);
