import type { CommandFailure } from '../../../contract/command.js';
import type { Contact } from '../../../contract/contact.js';
import {
  agent,
  ago,
  call,
  chat,
  hostileAttributes,
  longName,
  lunch,
  manyAttributes,
  minutes,
  rightToLeftAttributes,
  seconds,
  withContacts,
  withNext,
} from './fixtures.js';
import type { Looks } from './look.js';

const ringing: Contact = { ...call, state: 'connecting', sinceMs: ago(seconds(6)) };
const held: Contact = { ...call, state: 'onHold', heldSinceMs: ago(seconds(48)) };
const ended: Contact = { ...call, state: 'ended', sinceMs: ago(seconds(18)) };
const missed: Contact = { ...call, state: 'missed', ending: 'missed', sinceMs: ago(seconds(9)), customerName: null };
const second: Contact = {
  ...call,
  contactId: 'c-2',
  state: 'connecting',
  customerName: 'Ikaika Nāmaka',
  phoneNumber: '+18085550142',
  queueName: 'Returns',
  sinceMs: ago(seconds(3)),
  attributes: [],
};
const callback: Contact = { ...second, contactId: 'c-5', channel: 'queueCallback', state: 'pending' };
const otherChannels: readonly Contact[] = (['chat', 'task', 'email', 'other'] as const).map((channel) => ({
  ...chat,
  contactId: `c-${channel}`,
  channel,
}));
const otherStates: readonly Contact[] = (['ended', 'missed', 'error', 'rejected', 'paused'] as const).map((state) => ({
  ...second,
  contactId: `c-${state}`,
  state,
}));
const longOnes: readonly Contact[] = [
  { ...second, customerName: longName, state: 'connecting' },
  { ...chat, customerName: longName },
];
const refused: CommandFailure = { reason: 'refused', detail: 'InvalidStateException' };

/** The card, its attributes and the lines of the other contacts. */
export const contactLooks: Looks = {
  ringing: { snapshot: withContacts([ringing]) },
  'ringing-focus': { snapshot: withContacts([ringing]), steps: [{ press: '.contact-time' }, { tab: 1 }] },
  'ringing-bare': {
    snapshot: withContacts([{ ...ringing, customerName: null, queueName: null, attributes: [] }]),
  },
  'ringing-withheld': {
    snapshot: withContacts([{ ...ringing, customerName: null, phoneNumber: null, attributes: [] }]),
  },
  'ringing-answering': {
    snapshot: withContacts([ringing], {
      pending: { status: null, commands: [{ kind: 'accept', contactId: 'c-1' }], lastFailure: null },
    }),
  },
  'callback-pending': { snapshot: withContacts([{ ...callback, contactId: 'c-1' }]) },
  dialling: { snapshot: withContacts([{ ...ringing, direction: 'outbound', queueName: null }]) },
  connected: { snapshot: withContacts([call]) },
  'connected-muted': { snapshot: withContacts([call], { muted: true }) },
  'connected-hour': { snapshot: withContacts([{ ...call, sinceMs: ago(minutes(83)) }], { muted: true }) },
  held: { snapshot: withContacts([held]) },
  'held-muted': { snapshot: withContacts([held], { muted: true }) },
  'hold-failed': {
    snapshot: withContacts([call], {
      pending: {
        status: null,
        commands: [],
        lastFailure: { command: { kind: 'hold', contactId: 'c-1' }, failure: refused },
      },
    }),
  },
  wrap: { snapshot: withContacts([ended]) },
  'wrap-next': { snapshot: withNext(withContacts([ended]), lunch) },
  missed: {
    snapshot: withContacts([missed], { notice: { kind: 'missed', who: '+4915112345678', contactId: 'c-1' } }),
  },
  failed: { snapshot: withContacts([{ ...call, state: 'error', ending: 'failed', sinceMs: ago(seconds(9)) }]) },
  'failed-engaged': {
    snapshot: withContacts([{ ...ringing, state: 'error', ending: 'failed', direction: 'outbound' }], {
      agent: { ...agent, activity: 'error', errorName: 'LineEngagedCustomer' },
    }),
  },
  preview: { snapshot: withContacts([{ ...ringing, state: 'incoming', preview: true, direction: 'outbound' }]) },
  declined: { snapshot: withContacts([{ ...call, state: 'rejected', ending: 'declined', sinceMs: ago(seconds(9)) }]) },
  abandoned: {
    snapshot: withContacts([{ ...call, state: 'rejected', ending: 'abandoned', sinceMs: ago(seconds(9)) }]),
  },
  'two-contacts': { snapshot: withContacts([call, second]) },
  'two-contacts-panel': {
    snapshot: withContacts([call, second]),
    steps: [{ press: '.strip-end > :last-child' }],
    narrowOnly: true,
  },
  'many-contacts': { snapshot: withContacts([call, second, ...otherChannels]) },
  'other-states': { snapshot: withContacts([call, callback, ...otherStates]) },
  'long-lines': { snapshot: withContacts([call, ...longOnes]) },
  'chat-only': { snapshot: withContacts([chat]) },
  hostile: { snapshot: withContacts([{ ...call, attributes: hostileAttributes }]) },
  'hostile-whole': {
    snapshot: withContacts([{ ...call, attributes: hostileAttributes }]),
    steps: [{ press: '.attribute .quiet' }],
  },
  'attributes-many': { snapshot: withContacts([{ ...call, attributes: manyAttributes }]) },
  'attributes-none': { snapshot: withContacts([{ ...call, attributes: [] }]) },
  'long-name': {
    snapshot: withNext(
      withContacts([{ ...call, customerName: longName, queueName: 'Premium Support Central Europe, second level' }]),
      { ...lunch, name: 'Training: new returns process, second half' },
    ),
  },
  'right-to-left': {
    snapshot: withContacts([{ ...call, customerName: 'محمد عبد الرحمن بن خالد', attributes: rightToLeftAttributes }]),
  },
};
