import type { CommandFailure } from '../../contract/command.js';
import type { Contact } from '../../contract/contact.js';
import { emptySnapshot } from '../../contract/empty-snapshot.js';
import { panelTroubleSchema } from '../../contract/health.js';
import type { LeavingView } from '../../contract/leaving.js';
import type { PendingStatus } from '../../contract/pending.js';
import type { SimulatorInfo } from '../../contract/requests.js';
import type { SettingsProblem } from '../../contract/settings.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import {
  agent,
  ago,
  call,
  hostileAttributes,
  lunch,
  minutes,
  ready,
  seconds,
  withContacts,
  withNext,
} from './fixtures.js';

/** One state of the window, as we want to see it. */
export interface Look {
  readonly snapshot: PhoneSnapshot;
  readonly leaving?: LeavingView;
  readonly simulator?: SimulatorInfo;
  readonly settingsProblems?: readonly SettingsProblem[];
}

const noAnswer: CommandFailure = { reason: 'noAnswer', detail: null };
const waiting: PendingStatus = {
  statusId: lunch.statusId,
  name: lunch.name,
  as: 'nextStatus',
  phase: 'waiting',
  failure: null,
};
const longName = 'Maria-Magdalena Wilhelmina von Habsburg-Lothringen-Schwarzenberg zu Hohenlohe-Langenburg';

const ringing: Contact = { ...call, state: 'connecting', sinceMs: ago(seconds(6)) };
const held: Contact = { ...call, state: 'onHold', heldSinceMs: ago(seconds(48)) };
const ended: Contact = { ...call, state: 'ended', sinceMs: ago(seconds(18)) };
const missed: Contact = { ...call, state: 'missed', sinceMs: ago(seconds(9)), customerName: null };
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
const chat: Contact = {
  ...call,
  contactId: 'c-3',
  channel: 'chat',
  customerName: 'Wanjiru Kamau',
  phoneNumber: null,
  queueName: 'Orders',
  sinceMs: ago(minutes(11)),
};
const talking = withContacts([call]);

/** Every state worth a picture, by name. */
export const looks: Readonly<Record<string, Look>> = {
  'first-run': { snapshot: inTrouble('noAddress') },
  'first-run-simulator': { snapshot: inTrouble('noAddress'), simulator: { trainerPanel: null } },
  'idle-simulator': { snapshot: ready(), simulator: { trainerPanel: 'http://127.0.0.1:4711/token/' } },
  starting: { snapshot: emptySnapshot },
  idle: { snapshot: ready() },
  'idle-no-dial': { snapshot: ready({ agent: { ...agent, mayDial: false } }) },
  'idle-lunch': {
    snapshot: ready({
      agent: {
        ...agent,
        availability: { name: 'Lunch', type: 'notRoutable', statusId: 's-lunch', sinceMs: ago(minutes(64)) },
      },
    }),
  },
  'idle-offline': {
    snapshot: ready({
      agent: {
        ...agent,
        availability: { name: 'Offline', type: 'offline', statusId: 's-offline', sinceMs: ago(minutes(3)) },
      },
    }),
  },
  'idle-pending': {
    snapshot: ready({ pending: { status: { ...waiting, as: 'status' }, commands: [], lastFailure: null } }),
  },
  'idle-weak': {
    snapshot: ready({
      health: { phase: 'ready', trouble: null, webSocketUp: false, otherPanel: false, recovery: 'none' },
    }),
  },
  ringing: { snapshot: withContacts([ringing]) },
  'ringing-bare': {
    snapshot: withContacts([{ ...ringing, customerName: null, queueName: null, attributes: [] }]),
  },
  'ringing-answering': {
    snapshot: withContacts([ringing], {
      pending: { status: null, commands: [{ kind: 'accept', contactId: 'c-1' }], lastFailure: null },
    }),
  },
  dialling: { snapshot: withContacts([{ ...ringing, direction: 'outbound', queueName: null }]) },
  connected: { snapshot: talking },
  'connected-muted': { snapshot: withContacts([call], { muted: true }) },
  held: { snapshot: withContacts([held]) },
  'held-muted': { snapshot: withContacts([held], { muted: true }) },
  'next-set': { snapshot: withNext(talking, lunch) },
  'next-pending': { snapshot: { ...talking, pending: { status: waiting, commands: [], lastFailure: null } } },
  'next-failed': {
    snapshot: {
      ...talking,
      pending: {
        status: { ...waiting, phase: 'failed', failure: noAnswer },
        commands: [],
        lastFailure: { command: { kind: 'queueStatus', statusId: lunch.statusId }, failure: noAnswer },
      },
    },
  },
  'hold-failed': {
    snapshot: {
      ...talking,
      pending: {
        status: null,
        commands: [],
        lastFailure: {
          command: { kind: 'hold', contactId: 'c-1' },
          failure: { reason: 'refused', detail: 'InvalidStateException' },
        },
      },
    },
  },
  wrap: { snapshot: withContacts([ended]) },
  'wrap-next': { snapshot: withNext(withContacts([ended]), lunch) },
  missed: {
    snapshot: withContacts([missed], { notice: { kind: 'missed', who: '+4915112345678', contactId: 'c-1' } }),
  },
  'notice-cleared': {
    snapshot: ready({ notice: { kind: 'clearedByConnect', who: 'Renata Oyelaran', workedMs: seconds(61) } }),
  },
  'two-contacts': { snapshot: withContacts([call, second]) },
  'many-contacts': { snapshot: withContacts([call, second, chat, { ...chat, contactId: 'c-4', channel: 'task' }]) },
  'chat-only': { snapshot: withContacts([chat]) },
  hostile: { snapshot: withContacts([{ ...call, attributes: hostileAttributes }]) },
  'long-name': {
    snapshot: withNext(
      withContacts([{ ...call, customerName: longName, queueName: 'Premium Support Central Europe, second level' }]),
      { ...lunch, name: 'Training: new returns process, second half' },
    ),
  },
  'rtl-name': {
    snapshot: withContacts([{ ...call, customerName: 'محمد عبد الرحمن بن خالد', attributes: hostileAttributes }]),
  },
  'settings-problems': {
    snapshot: ready(),
    settingsProblems: [
      { kind: 'badValue', name: 'dialCountry' },
      { kind: 'unreadableFile', name: 'settings-2026-11-21.json' },
    ],
  },
  'lost-idle': {
    snapshot: ready({
      health: { phase: 'trouble', trouble: 'panelSilent', webSocketUp: false, otherPanel: false, recovery: 'none' },
    }),
  },
  'lost-talking': {
    snapshot: {
      ...talking,
      health: { phase: 'trouble', trouble: 'panelSilent', webSocketUp: false, otherPanel: false, recovery: 'none' },
    },
  },
  'signed-out-talking': {
    snapshot: {
      ...talking,
      health: { phase: 'trouble', trouble: 'signedOut', webSocketUp: false, otherPanel: false, recovery: 'none' },
    },
  },
  'signed-out-still-available': {
    snapshot: ready({
      health: { phase: 'trouble', trouble: 'signedOut', webSocketUp: false, otherPanel: false, recovery: 'none' },
    }),
  },
  'leaving-setting': { snapshot: ready(), leaving: { kind: 'settingOffline' } },
  'leaving-contact': { snapshot: talking, leaving: { kind: 'onContact' } },
  'leaving-when-clear': { snapshot: talking, leaving: { kind: 'whenClear' } },
  'leaving-not-confirmed': { snapshot: ready(), leaving: { kind: 'notConfirmed', reason: 'noAnswer' } },
  ...Object.fromEntries(
    panelTroubleSchema.options
      .filter((trouble) => trouble !== 'noAddress')
      .map((trouble) => [`trouble-${trouble}`, { snapshot: inTrouble(trouble) }]),
  ),
};

function inTrouble(trouble: NonNullable<PhoneSnapshot['health']['trouble']>): PhoneSnapshot {
  return {
    ...emptySnapshot,
    health: { phase: 'trouble', trouble, webSocketUp: false, otherPanel: false, recovery: 'none' },
  };
}
