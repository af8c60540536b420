import type { Agent, AgentStatus } from '../../../contract/agent.js';
import type { Connection } from '../../../contract/connection.js';
import type { Contact, ContactAttribute } from '../../../contract/contact.js';
import { emptySnapshot } from '../../../contract/empty-snapshot.js';
import type { PanelTrouble } from '../../../contract/health.js';
import type { PhoneSnapshot } from '../../../contract/snapshot.js';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const start = Date.now();

/** A moment as long ago as this. */
export const ago = (ms: number): number => start - ms;
export const minutes = (count: number): number => count * minuteMs;
export const seconds = (count: number): number => count * secondMs;

export const statuses: readonly AgentStatus[] = [
  { statusId: 's-available', name: 'Available', type: 'routable' },
  { statusId: 's-break', name: 'Break', type: 'notRoutable' },
  { statusId: 's-lunch', name: 'Lunch', type: 'notRoutable' },
  { statusId: 's-training', name: 'Training', type: 'notRoutable' },
  { statusId: 's-offline', name: 'Offline', type: 'offline' },
];
export const lunch = statusNamed('Lunch');

const mixedNames = [
  'Available',
  'Break, short',
  'Lunch',
  'Training: new returns process, second half',
  'Besprechung mit der Teamleitung und Qualitätssicherung',
];
/** More than a menu has room for, with names as long as customers make them. */
export const manyStatuses: readonly AgentStatus[] = Array.from({ length: 20 }, (_none, place) => ({
  statusId: `m-${place}`,
  name: `${mixedNames[place % mixedNames.length]}${place < mixedNames.length ? '' : ` ${place}`}`,
  type: place === 0 ? 'routable' : 'notRoutable',
}));
export const longName = 'Maria-Magdalena Wilhelmina von Habsburg-Lothringen-Schwarzenberg zu Hohenlohe-Langenburg';

export const agent: Agent = {
  name: 'Thandeka Mbeki',
  statuses,
  availability: {
    name: 'Available',
    type: 'routable',
    statusId: 's-available',
    sinceMs: ago(minutes(12) + seconds(41)),
  },
  activity: 'idle',
  errorName: null,
  nextStatus: null,
  mayDial: true,
  agentId: 'arn:aws:connect:eu-central-1:1:instance/i/agent/a',
  dialableCountries: ['us', 'gb', 'de'],
};

const attributes: readonly ContactAttribute[] = [
  { name: 'Customer name', value: 'Renata Oyelaran' },
  { name: 'Account', value: 'DE-4471-0092' },
  { name: 'Tier', value: 'Platinum' },
  { name: 'Language', value: 'German' },
  { name: 'Reason', value: 'Delivery 2 days late, second call' },
  { name: 'Order', value: 'A-118-20931' },
];

/** Somebody on a call, but for what is given. */
export function party(change: Partial<Connection>): Connection {
  return {
    connectionId: 'agent',
    party: 'agent',
    name: null,
    phoneNumber: null,
    state: 'connected',
    sinceMs: ago(minutes(4)),
    muted: false,
    muteLocked: false,
    ...change,
  };
}

export const agentLeg = party({});
export const customerLeg = party({ connectionId: 'customer', party: 'customer', phoneNumber: '+4915112345678' });

export const call: Contact = {
  contactId: 'c-1',
  channel: 'voice',
  direction: 'inbound',
  preview: false,
  state: 'connected',
  sinceMs: ago(minutes(4) + seconds(12)),
  heldSinceMs: null,
  customerName: 'Renata Oyelaran',
  phoneNumber: '+4915112345678',
  queueName: 'Premium Support',
  attributes,
  ending: null,
  timeline: [],
  initialContactId: null,
  relatedContactId: null,
  connections: [agentLeg, customerLeg],
  multiParty: true,
  supervision: null,
};

export const chat: Contact = {
  ...call,
  contactId: 'c-3',
  channel: 'chat',
  customerName: 'Wanjiru Kamau',
  phoneNumber: null,
  queueName: 'Orders',
  sinceMs: ago(minutes(11)),
};

/** As many as a flow that copies a whole customer record may set. */
export const manyAttributes: readonly ContactAttribute[] = Array.from({ length: 60 }, (_none, place) => ({
  name: `crm_field_${place + 1}`,
  value: place % 7 === 3 ? '' : `Value ${place + 1}${place % 5 === 0 ? ', and what the customer said about it' : ''}`,
}));

export const rightToLeftAttributes: readonly ContactAttribute[] = [
  { name: 'الاسم الكامل', value: 'محمد عبد الرحمن (VIP) 4711' },
  { name: 'العنوان', value: 'شارع الملك فهد 12، الرياض' },
  { name: 'שם הלקוח', value: 'נועה בן-דוד, הזמנה A-118-20931' },
  { name: 'Account', value: 'DE-4471-0092' },
  { name: 'سبب الاتصال', value: 'تأخر التسليم يومين، المكالمة الثانية. العميل يطلب معاودة الاتصال قبل الساعة 18:00' },
];

/** Everything a customer's system may send: markup, too much, another direction, hidden characters. */
export const hostileAttributes: readonly ContactAttribute[] = [
  { name: 'Note', value: '<img src=x onerror="alert(1)"><b>not bold</b> <a href="javascript:alert(1)">no link</a>' },
  { name: 'الاسم الكامل', value: 'محمد عبد الرحمن (VIP) 4711' },
  { name: 'Hidden', value: 'invoice\u202Efdp.exe \u0007bell, zero\u200Bwidth, tab\tand\r\nnew line' },
  {
    name: 'averyveryverylongattributenamewithoutanyspacethatsomebodygaveitinaflowblock',
    value: 'DE89370400440532013000DE89370400440532013000DE89370400440532013000DE89370400440532013000',
  },
  { name: 'Transcript', value: 'The customer says the parcel never came and nobody called back. '.repeat(512) },
  { name: 'Empty', value: '' },
  { name: 'Emoji', value: 'Prefers 📞 before 🕐 18:00, 日本語も可' },
];

/** A ready phone with these differences. */
export function ready(differences: Partial<PhoneSnapshot> = {}): PhoneSnapshot {
  return {
    ...emptySnapshot,
    agent,
    health: { phase: 'ready', trouble: null, webSocketUp: true, otherPanel: false, recovery: 'none' },
    ...differences,
  };
}

/** A phone that has not worked yet because of this. */
export function inTrouble(trouble: PanelTrouble): PhoneSnapshot {
  return {
    ...emptySnapshot,
    health: { phase: 'trouble', trouble, webSocketUp: false, otherPanel: false, recovery: 'none' },
  };
}

/** A ready phone with contacts, the agent being busy as the first of them says. */
export function withContacts(contacts: readonly Contact[], differences: Partial<PhoneSnapshot> = {}): PhoneSnapshot {
  return ready({ agent: { ...agent, activity: activityOf(contacts[0]) }, contacts, ...differences });
}

/** The same phone with this next status. */
export function withNext(snapshot: PhoneSnapshot, nextStatus: AgentStatus): PhoneSnapshot {
  return { ...snapshot, agent: { ...(snapshot.agent ?? agent), nextStatus } };
}

function activityOf(contact: Contact | undefined): Agent['activity'] {
  if (contact === undefined) return 'idle';
  if (contact.state === 'missed' || contact.state === 'error' || contact.state === 'rejected') return 'error';
  if (contact.state === 'ended') return 'afterContactWork';
  const ringing = contact.state === 'incoming' || (contact.state === 'connecting' && contact.direction === 'inbound');
  return ringing ? 'ringing' : 'onContact';
}

function statusNamed(name: string): AgentStatus {
  const status = statuses.find((each) => each.name === name);
  if (status === undefined) throw new Error(`No status ${name}`);
  return status;
}
