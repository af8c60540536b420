import type { Connection } from '../../../contract/connection.js';
import type { Contact, ContactPhase, Supervision } from '../../../contract/contact.js';
import type { QuickConnect } from '../../../renderer/phone/quick-connect.js';
import { agentLeg, ago, call, chat, customerLeg, longName, minutes, party, seconds, withContacts } from './fixtures.js';
import type { Look, Looks, Step } from './look.js';

const billing = party({
  connectionId: 'third',
  party: 'thirdParty',
  name: 'Billing, second level',
  sinceMs: ago(seconds(41)),
});
const heldCustomer: Connection = { ...customerLeg, state: 'onHold', sinceMs: ago(seconds(52)) };
const timeline: readonly ContactPhase[] = [
  { state: 'connecting', sinceMs: ago(minutes(5)) },
  { state: 'connected', sinceMs: ago(minutes(4) + seconds(48)) },
  { state: 'onHold', sinceMs: ago(seconds(52)) },
];
const consult: Contact = {
  ...call,
  state: 'onHold',
  heldSinceMs: ago(seconds(52)),
  timeline,
  connections: [agentLeg, heldCustomer, billing],
};
const six: readonly Connection[] = [
  agentLeg,
  customerLeg,
  billing,
  { ...billing, connectionId: 'p3', name: longName, muted: true },
  { ...billing, connectionId: 'p4', name: null, phoneNumber: '+442079460123', state: 'onHold' },
  { ...billing, connectionId: 'p5', name: 'X'.repeat(120), state: 'connecting', sinceMs: null },
];
const supervised = (role: Supervision['role'], connections: readonly Connection[]): Look => ({
  snapshot: withContacts([
    { ...call, timeline: timeline.slice(0, 2), connections, supervision: { role, mayBargeIn: true, mayListen: true } },
  ]),
});
const supervisor = party({ connectionId: 'supervisor', party: 'supervisor', name: 'Ingrid Solberg' });
const onCallOf = [agentLeg, { ...billing, name: 'Agent Tomasz Wójcik' }, { ...customerLeg, name: null }];

const kinds = ['agent', 'queue', 'phoneNumber'] as const;
const quickConnects: readonly QuickConnect[] = Array.from({ length: 5_000 }, (_none, place) => {
  const kind = kinds[place % 3] ?? 'agent';
  const phoneNumber = kind === 'phoneNumber' ? `+1202555${String(place).padStart(4, '0')}` : null;
  return { endpointId: `arn:${place}`, name: `${kind === 'queue' ? 'Queue' : 'Person'} ${place}`, kind, phoneNumber };
});
const odd: readonly QuickConnect[] = [
  { endpointId: 'arn:a', name: '', kind: 'agent', phoneNumber: null },
  { endpointId: 'arn:b', name: '', kind: 'phoneNumber', phoneNumber: '+12025550142' },
  { endpointId: 'arn:c', name: 'W'.repeat(1_000), kind: 'queue', phoneNumber: null },
  { endpointId: 'arn:d', name: 'Taxi', kind: 'phoneNumber', phoneNumber: '+4930202020' },
  { endpointId: 'arn:e', name: 'Taxi', kind: 'phoneNumber', phoneNumber: '+493055555' },
];
const openAdd: readonly Step[] = [{ press: '[data-opens="addParty"]' }];
const search = (text: string): readonly Step[] => [...openAdd, { type: text, into: '.add-form input' }];
const adding = (phase: 'ready' | 'loading' | 'failed', list: readonly QuickConnect[], steps = openAdd): Look => ({
  snapshot: withContacts([{ ...call, timeline: timeline.slice(0, 2) }]),
  directory: { phase, quickConnects: list },
  steps,
});
const other = (channel: Contact['channel'], state: Contact['state']): Look => ({
  snapshot: withContacts([{ ...chat, channel, state }]),
});

/** Calls with several parties, passing a call on, digits, supervision, and the cards of the other channels. */
export const conferenceLooks: Looks = {
  'party-dialled': {
    snapshot: withContacts([
      {
        ...consult,
        connections: [agentLeg, heldCustomer, { ...billing, state: 'connecting', sinceMs: ago(seconds(4)) }],
      },
    ]),
  },
  consult: { snapshot: withContacts([consult]) },
  'consult-all-held': {
    snapshot: withContacts([{ ...consult, connections: [agentLeg, heldCustomer, { ...billing, state: 'onHold' }] }]),
  },
  'consult-some-held': {
    snapshot: withContacts([
      { ...consult, connections: [agentLeg, heldCustomer, billing, { ...billing, connectionId: 'p3', name: 'Taxi' }] },
    ]),
  },
  'party-did-not-answer': {
    snapshot: withContacts([{ ...consult, connections: [agentLeg, heldCustomer] }], {
      notice: { kind: 'partyDidNotAnswer', who: longName, contactId: 'c-1' },
    }),
  },
  joined: {
    snapshot: withContacts([
      { ...consult, state: 'connected', heldSinceMs: null, connections: [agentLeg, customerLeg, billing] },
    ]),
  },
  'six-parties': {
    snapshot: withContacts([{ ...consult, state: 'connected', heldSinceMs: null, connections: six }], { muted: true }),
  },
  'add-loading': adding('loading', []),
  'add-failed': adding('failed', []),
  'add-none': adding('ready', []),
  'add-results': adding('ready', quickConnects, search('pers 12')),
  'add-odd': adding('ready', odd),
  'add-no-hit': adding('ready', quickConnects, search('nobody at all')),
  'add-number': adding('ready', quickConnects, search('+44 20 7946 0123')),
  keypad: { snapshot: withContacts([call]), steps: [{ press: '[data-opens="sendDigits"]' }] },
  supervised: supervised('supervised', [agentLeg, customerLeg, supervisor]),
  listening: supervised('listening', onCallOf),
  barged: supervised('barged', onCallOf),
  'mute-locked': {
    snapshot: withContacts(
      [{ ...call, connections: [{ ...agentLeg, muted: true, muteLocked: true }, customerLeg, supervisor] }],
      { muted: true },
    ),
  },
  'chat-rings': other('chat', 'connecting'),
  'task-connected': other('task', 'connected'),
  'task-paused': other('task', 'paused'),
  'email-ended': other('email', 'ended'),
  story: { snapshot: withContacts([{ ...call, timeline, initialContactId: 'c-0', relatedContactId: 'c-9' }]) },
};
