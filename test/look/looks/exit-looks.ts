import type { ExitEntry, ExitReport, LastSign } from '../../../contract/exit-entry.js';
import { agent, ago, call, longName, minutes, ready, seconds, withContacts } from './fixtures.js';
import type { Look, Looks, Step } from './look.js';

const inOrder: ExitReport = {
  goal: 'quit',
  cause: 'agent',
  what: 'window-close',
  askedAtMs: ago(minutes(40) + 420),
  endedAtMs: ago(minutes(40)),
  statusBefore: 'Available',
  contactsBefore: 0,
  attempts: 1,
  outcome: 'confirmed',
  lastReason: null,
  code: 0,
};
const notConfirmed: ExitReport = {
  ...inOrder,
  cause: 'system',
  what: 'SIGTERM',
  attempts: 3,
  outcome: 'unconfirmed',
  lastReason: 'noAnswer',
  code: 3,
};

function entry(
  report: Partial<ExitReport> | null,
  daysAgo: number,
  ghostMs: number | null = null,
  lastSign: LastSign | null = null,
): ExitEntry {
  const earlierMs = minutes(daysAgo * 24 * 60);
  const whole = { ...inOrder, ...report };
  return {
    startedAtMs: whole.askedAtMs - earlierMs - minutes(300),
    ghostMs,
    lastSign,
    madeGoodAtMs: null,
    report:
      report === null
        ? null
        : { ...whole, askedAtMs: whole.askedAtMs - earlierMs, endedAtMs: whole.endedAtMs - earlierMs },
  };
}

const killed = (minutesAgo: number): LastSign => ({
  atMs: ago(minutes(minutesAgo)),
  status: 'Available',
  offline: false,
  contacts: 0,
});

const clean: readonly ExitEntry[] = [
  entry({}, 0),
  entry({ what: 'before-quit', outcome: 'nothingToConfirm', statusBefore: 'Offline', attempts: 0 }, 1),
  entry({ goal: 'signOut', what: 'sign-out' }, 2),
];
const mixed: readonly ExitEntry[] = [
  entry(notConfirmed, 0, minutes(14)),
  ...clean.slice(1),
  entry(null, 3),
  entry(null, 3, minutes(14), killed(3.4 * 24 * 60)),
  entry({ ...notConfirmed, what: 'shutdown', outcome: 'queued', contactsBefore: 2, statusBefore: longName }, 4),
  entry({ ...notConfirmed, cause: 'agent', what: 'window-close', outcome: 'chosen', lastReason: 'refused' }, 5, 9_000),
  entry({ ...notConfirmed, cause: 'crash', what: 'uncaught-exception', lastReason: null }, 6, minutes(125)),
  entry({ goal: 'update', what: 'update' }, 7),
  entry({ goal: 'rest', what: 'breakdowns', attempts: 2 }, 8),
  entry({ goal: 'sleep', cause: 'system', what: 'suspend' }, 9),
];
const many: readonly ExitEntry[] = Array.from({ length: 90 }, (_none, day) =>
  day % 9 === 4 ? entry(notConfirmed, day, minutes(day)) : entry({}, day),
);

const openList: readonly Step[] = [{ press: '.account-button' }, { press: '.menu-item:nth-of-type(4)' }];
const list = (exits: readonly ExitEntry[] | null): Look => ({ snapshot: ready(), exits, steps: openList });
const openSign: readonly Step[] = [{ press: '.protection button' }];
const { health } = ready();

/** How the app ended, and what stands behind its promise. */
export const exitLooks: Looks = {
  'unclean-end': { snapshot: ready(), uncleanEnd: entry(notConfirmed, 0), exits: mixed },
  'unclean-end-queued': {
    snapshot: ready(),
    uncleanEnd: entry({ ...notConfirmed, outcome: 'queued' }, 3, minutes(14)),
  },
  'unclean-end-sudden': { snapshot: ready(), uncleanEnd: entry(null, 0, minutes(14), killed(14)), exits: mixed },
  'unclean-end-unknown': { snapshot: ready(), uncleanEnd: entry(null, 0) },
  'unclean-end-talking': { snapshot: withContacts([call]), uncleanEnd: entry(notConfirmed, 0) },
  'exits-clean': list(clean),
  'exits-mixed': list(mixed),
  'exits-utc': { ...list(mixed), steps: [...openList, { press: '.exits-utc input' }] },
  'exits-many': list(many),
  'exits-empty': list([]),
  'exits-unread': list(null),
  'exits-saved': { ...list(mixed), downloads: [{ kind: 'saved', name: 'switchhook-exits.csv', downloadId: 1 }] },
  protected: { snapshot: ready(), steps: openSign },
  'protected-on-call': { snapshot: withContacts([call]), steps: openSign },
  'protected-given-up': { snapshot: ready(), restartsBlockedUntilMs: ago(seconds(-540)), steps: openSign },
  'protected-unguarded': { snapshot: ready(), guard: 'keepsEnding', steps: openSign },
  'protected-not-reached': {
    snapshot: ready({ health: { ...health, phase: 'trouble', trouble: 'noNetwork' } }),
    steps: openSign,
  },
  'protected-no-offline': {
    snapshot: ready({ agent: { ...agent, statuses: agent.statuses.filter(({ type }) => type !== 'offline') } }),
    steps: openSign,
  },
};
