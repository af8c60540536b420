import {
  agent,
  ago,
  call,
  chat,
  inTrouble,
  longName,
  minutes,
  party,
  ready,
  seconds,
  statuses,
  withContacts,
} from './fixtures.js';
import type { Looks } from './look.js';

const host = 'login.northline.example';
const longHost = 'sso-gateway.emea.identity.subsidiary-holdings.northline-logistics.example';
const signedOut = inTrouble('signedOut');
const talking = withContacts([call]);
const third = party({ connectionId: 'third', party: 'thirdParty', name: 'Billing, second level' });
const shared = withContacts([{ ...call, connections: [...call.connections, third] }]);
const offline = { name: 'Offline', statusId: 's-offline', type: 'offline' } as const;
const setOffline = { ...agent, availability: { ...offline, sinceMs: ago(seconds(20)) } };
const longRoutable = { statusId: 's-available', name: longName, type: 'routable' } as const;

/** What the window asks and must be answered: signing in, and leaving. */
export const questionLooks: Looks = {
  'sign-in-host': { snapshot: signedOut, question: { kind: 'allowHost', host } },
  'sign-in-long-host': { snapshot: signedOut, question: { kind: 'allowHost', host: longHost } },
  'sign-in-refused': { snapshot: signedOut, question: { kind: 'refused', host: 'files.example' } },
  'sign-in-circles': { snapshot: signedOut, question: { kind: 'tooManyRedirects', host } },
  'sign-in-no-answer': { snapshot: signedOut, question: { kind: 'noAnswer', host } },
  'sign-in-password': { snapshot: signedOut, question: { kind: 'password', host, isProxy: false } },
  'sign-in-proxy': {
    snapshot: signedOut,
    question: { kind: 'password', host: 'proxy.northline.example', isProxy: true },
  },
  'sign-in-certificate': {
    snapshot: signedOut,
    question: {
      kind: 'certificate',
      host,
      names: [
        'Thandeka Mbeki, Northline Issuing CA 3, valid until 2027-03-01',
        'Workstation NL-4471, Northline Device CA, valid until 2026-12-31',
      ],
    },
  },
  'leaving-setting': { snapshot: ready(), leaving: { goal: 'quit', view: { kind: 'settingOffline' } } },
  'leaving-contact': { snapshot: talking, leaving: { goal: 'quit', view: { kind: 'onContact' } } },
  'leaving-contacts': {
    snapshot: withContacts([call, chat, { ...chat, contactId: 'c-4', channel: 'task' }]),
    leaving: { goal: 'quit', view: { kind: 'onContact' } },
  },
  'leaving-end': { snapshot: talking, leaving: { goal: 'quit', view: { kind: 'confirmEnd' } } },
  'leaving-shared': { snapshot: shared, leaving: { goal: 'quit', view: { kind: 'onContact' } } },
  'leaving-shared-end': { snapshot: shared, leaving: { goal: 'quit', view: { kind: 'confirmEnd' } } },
  'leaving-update': { snapshot: talking, leaving: { goal: 'update', view: { kind: 'whenClear' } } },
  'leaving-signed-out': {
    snapshot: ready(),
    leaving: { goal: 'quit', view: { kind: 'notConfirmed', reason: 'signedOut' } },
  },
  'leaving-given-up': { snapshot: ready(), leaving: { goal: 'rest', view: { kind: 'givenUp' } } },
  'leaving-closed-badly': {
    snapshot: ready(),
    leaving: { goal: 'recover', view: { kind: 'closedBadly', outcome: 'confirmed', sinceMs: ago(minutes(14)) } },
  },
  'lease-expired': { snapshot: ready({ agent: setOffline }), leaseExpired: { unreachableMs: seconds(62), sure: true } },
  'lease-expired-long': {
    snapshot: ready({ agent: { ...setOffline, statuses: [longRoutable, ...statuses.slice(1)] } }),
    leaseExpired: { unreachableMs: minutes(500), sure: true },
  },
  'lease-expired-talking': {
    snapshot: { ...talking, agent: { ...agent, nextStatus: offline } },
    leaseExpired: { unreachableMs: seconds(62), sure: true },
  },
  'closing-asked': { snapshot: ready(), closingAsked: true },
  'leaving-slept': {
    snapshot: ready(),
    leaving: { goal: 'sleep', view: { kind: 'wentToSleep', outcome: 'confirmed' } },
  },
  'leaving-slept-not-confirmed': {
    snapshot: ready(),
    leaving: { goal: 'sleep', view: { kind: 'wentToSleep', outcome: 'unconfirmed' } },
  },
  'leaving-when-clear': { snapshot: talking, leaving: { goal: 'quit', view: { kind: 'whenClear' } } },
  'leaving-not-confirmed': {
    snapshot: ready(),
    leaving: { goal: 'quit', view: { kind: 'notConfirmed', reason: 'noAnswer' } },
  },
  'sign-out-setting': { snapshot: ready(), leaving: { goal: 'signOut', view: { kind: 'settingOffline' } } },
  'sign-out-not-confirmed': {
    snapshot: ready(),
    leaving: { goal: 'signOut', view: { kind: 'notConfirmed', reason: 'refused' } },
  },
};
