import type { Contact } from '../../../contract/contact.js';
import {
  ago,
  call,
  chat,
  hostileAttributes,
  longName,
  minutes,
  party,
  rightToLeftAttributes,
  seconds,
  withContacts,
} from './fixtures.js';
import type { Look, Looks } from './look.js';

const ring: Contact = { ...call, state: 'connecting', sinceMs: ago(seconds(6)) };
const held: Contact = { ...call, state: 'onHold', heldSinceMs: ago(seconds(48)) };
const shared: Contact = {
  ...call,
  connections: [...call.connections, party({ connectionId: 't', party: 'thirdParty' })],
};
const longRing: Contact = {
  ...ring,
  customerName: longName,
  queueName: 'Besprechung mit der Teamleitung und Qualitätssicherung',
};
const rightToLeft: Contact = { ...ring, customerName: 'محمد عبد الرحمن الراشد', attributes: rightToLeftAttributes };

const card = (contacts: readonly Contact[], toast: Partial<Look['toast']> = {}, differences = {}): Look => ({
  snapshot: withContacts(contacts, differences),
  toast: { attributes: [], ...toast },
  surface: 'card',
});
const strip = (contacts: readonly Contact[], toast: Partial<Look['toast']> = {}, differences = {}): Look => ({
  ...card(contacts, toast, differences),
  surface: 'strip',
});
const failed = 'The contact was not answered: Amazon Connect did not answer. Try again, or use the panel.';

/** The card of a ring, and the mini window of a call. */
export const toastLooks: Looks = {
  'card-ring': card([ring]),
  'card-one': card([ring], { attributes: ['Tier'] }),
  'card-many': card([ring], { attributes: ['Reason', 'Tier', 'Account', 'Order', 'Language'] }),
  'card-bare': card([{ ...ring, customerName: null, phoneNumber: null, queueName: null }]),
  'card-number': card([{ ...ring, customerName: null }], { attributes: ['Tier', 'Account'] }),
  'card-long': card([longRing], { attributes: ['Reason', 'Account'] }),
  'card-right-to-left': card([rightToLeft], { attributes: rightToLeftAttributes.map(({ name }) => name) }),
  'card-hostile': card([{ ...ring, customerName: hostileAttributes[0]?.value ?? '', attributes: hostileAttributes }], {
    attributes: hostileAttributes.map(({ name }) => name),
  }),
  'card-chat': card([{ ...chat, state: 'connecting' }]),
  'card-several': card([{ ...ring, contactId: 'c-9' }, held, chat], { attributes: ['Tier'] }),
  'card-answering': card(
    [ring],
    {},
    {
      pending: { status: null, commands: [{ kind: 'accept', contactId: ring.contactId }], lastFailure: null },
    },
  ),
  'card-failed': card([ring], { trouble: failed }),
  'card-phone-gone': card([ring], { phoneThere: false }),
  'card-focus': { ...card([ring]), steps: [{ press: '.toast h1' }, { tab: 2 }] },
  'strip-call': strip([call]),
  'strip-muted': strip([call], {}, { muted: true }),
  'strip-held': strip([held]),
  'strip-held-muted': strip([held], {}, { muted: true }),
  'strip-hours': strip([{ ...call, sinceMs: ago(minutes(75)) }]),
  'strip-shared': strip([shared]),
  'strip-dialling': strip([{ ...call, direction: 'outbound', state: 'connecting', sinceMs: ago(seconds(4)) }]),
  'strip-several': strip([call, { ...held, contactId: 'c-8' }, chat]),
  'strip-long': strip([{ ...call, customerName: longName }]),
  'strip-right-to-left': strip([{ ...call, customerName: 'محمد عبد الرحمن الراشد' }]),
  'strip-number': strip([{ ...call, customerName: null }]),
  'strip-failed': strip([call], { trouble: 'The customer was not put on hold: Amazon Connect did not answer.' }),
  'strip-phone-gone': strip([call], { phoneThere: false }),
};
