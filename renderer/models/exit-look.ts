import { isClean } from '../../contract/clean-exit.js';
import type { ExitEntry } from '../../contract/exit-entry.js';
import type { ExitWay } from '../../contract/words/exit-words.js';
import type { Look } from './status-look.js';

/** What was seen of the wish, where the goal alone does not say it. */
const WAYS: Readonly<Record<string, ExitWay>> = {
  'window-close': 'windowClosed',
  'before-quit': 'quit',
  'second-instance': 'quit',
  SIGTERM: 'signal',
  SIGINT: 'signal',
  SIGHUP: 'signal',
  'query-session-end': 'system',
  'session-end': 'system',
  shutdown: 'system',
};
const SPECIAL_GOALS = {
  quit: null,
  signOut: 'signOut',
  update: 'update',
  rest: 'breakdowns',
  recover: 'recovered',
  sleep: 'slept',
} as const;

/** How an exit came about; unknown for what this version has no word for. */
export function wayOf({ report }: ExitEntry): ExitWay {
  if (report === null) return 'unrecorded';
  if (report.cause === 'crash') return 'crash';
  return SPECIAL_GOALS[report.goal] ?? WAYS[report.what] ?? 'unknown';
}

/** How long Connect took to confirm Offline, ms; null where it did not, or the clock was set in between. */
export function confirmedAfter({ report }: ExitEntry): number | null {
  if (report?.outcome !== 'confirmed') return null;
  const tookMs = report.endedAtMs - report.askedAtMs;
  return tookMs < 0 ? null : tookMs;
}

/** How an exit looks: whether somebody was left in a status. */
export function lookOfExit(entry: ExitEntry): Look {
  if (!isClean(entry)) return { shape: 'triangle', tone: 'bad' };
  return entry.report?.outcome === 'confirmed'
    ? { shape: 'filled', tone: 'available' }
    : { shape: 'ring', tone: 'off' };
}
