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
    initiationMethod: fc.constantFrom('inbound', 'outbound', 'callback'),
    state: fc.record({ type: contactState, timestamp: moment }),
    queue: fc.constant({ queueARN: 'arn:queue', name: 'Support' }),
    name: anyText,
    customerEndpoint: fc.constant({ type: 'phone_number', phoneNumber: '+14155550100' }),
    attributes,
    connections: fc.tuple(
      connection(`${contactId}-agent`, 'agent', false),
      fc.constantFrom('inbound', 'outbound').chain((type) => connection(`${contactId}-customer`, type, true)),
    ),
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
    kind: fc.constantFrom('accept', 'reject', 'hangUp', 'hold', 'resume', 'clear'),
    contactId: fc.constantFrom(...contactIds, 'gone', '__proto__'),
  }),
  fc.record({ kind: fc.constantFrom('setStatus', 'queueStatus'), statusId: fc.constantFrom(...statusArns, 'gone') }),
  fc.record({ kind: fc.constantFrom('clearNextStatus', 'goOffline', 'mute', 'unmute') }),
  fc.record({
    kind: fc.constant('dial'),
    phoneNumber: fc.constantFrom('+14155550100', '911', '+', '\u0000', '+1'.repeat(30)),
  }),
);
