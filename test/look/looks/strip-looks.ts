import type { AgentStatus } from '../../../contract/agent.js';
import type { CommandFailure } from '../../../contract/command.js';
import type { PendingStatus } from '../../../contract/pending.js';
import { agent, call, longName, lunch, manyStatuses, ready, withContacts, withNext } from './fixtures.js';
import type { Looks, Step } from './look.js';

const noAnswer: CommandFailure = { reason: 'noAnswer', detail: null };
const waiting: PendingStatus = {
  statusId: lunch.statusId,
  name: lunch.name,
  as: 'nextStatus',
  phase: 'waiting',
  failure: null,
};
const failed: PendingStatus = { ...waiting, phase: 'failed', failure: noAnswer };
const longStatus: AgentStatus = { ...lunch, name: 'Training: new returns process, second half' };
const talking = withContacts([call]);
const lengthy = ready({
  agent: {
    ...agent,
    name: longName,
    statuses: manyStatuses,
    availability: { ...agent.availability, statusId: 'm-3', name: longStatus.name, type: 'notRoutable' },
  },
});
const openStatus: readonly Step[] = [{ press: '.status-button' }];
const openNext: readonly Step[] = [{ press: '.next-button' }];
const openAccount: readonly Step[] = [{ press: '.account-button' }];

/** The strip across the window and what opens from it. */
export const stripLooks: Looks = {
  'status-menu': { snapshot: ready(), steps: openStatus },
  'status-menu-many': { snapshot: lengthy, steps: openStatus },
  'status-focus': { snapshot: talking, steps: [{ tab: 1 }] },
  'status-pending': {
    snapshot: ready({ pending: { status: { ...waiting, as: 'status' }, commands: [], lastFailure: null } }),
  },
  'status-failed': {
    snapshot: ready({
      pending: {
        status: { ...failed, as: 'status' },
        commands: [],
        lastFailure: { command: { kind: 'setStatus', statusId: lunch.statusId }, failure: noAnswer },
      },
    }),
  },
  'status-long': { snapshot: lengthy },
  'status-long-failed': {
    snapshot: {
      ...lengthy,
      pending: { status: { ...failed, as: 'status', name: longStatus.name }, commands: [], lastFailure: null },
    },
  },
  'next-menu': { snapshot: talking, steps: openNext },
  'next-set': { snapshot: withNext(talking, lunch) },
  'next-set-idle': { snapshot: withNext(ready(), lunch) },
  'next-change': { snapshot: withNext(talking, lunch), steps: openNext },
  'next-pending': { snapshot: { ...talking, pending: { status: waiting, commands: [], lastFailure: null } } },
  'next-failed': {
    snapshot: {
      ...talking,
      pending: {
        status: failed,
        commands: [],
        lastFailure: { command: { kind: 'queueStatus', statusId: lunch.statusId }, failure: noAnswer },
      },
    },
  },
  'account-menu': { snapshot: ready(), steps: openAccount },
  'sign-out-on-contact': { snapshot: talking, steps: [...openAccount, { press: '.menu-item:nth-of-type(1)' }] },
  'change-address-not-offline': { snapshot: ready(), steps: [...openAccount, { press: '.menu-item:nth-of-type(2)' }] },
  'connection-weak': {
    snapshot: ready({
      health: { phase: 'ready', trouble: null, webSocketUp: false, otherPanel: false, recovery: 'none' },
    }),
    steps: [{ press: '.connection button' }],
  },
  'connection-other-panel': {
    snapshot: ready({
      health: { phase: 'ready', trouble: null, webSocketUp: true, otherPanel: true, recovery: 'none' },
    }),
    steps: [{ press: '.connection button' }],
  },
  'panel-folded': { snapshot: talking, steps: [{ press: '.strip-end > :last-child' }] },
};
