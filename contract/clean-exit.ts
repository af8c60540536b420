import type { Agent } from './agent.js';
import type { ExitEntry, ExitOutcome } from './exit-entry.js';

/** How an exit ended for the agent; unknown for a run that ended without a word and without a sign of the agent. */
export function outcomeOf({ report, lastSign }: ExitEntry): ExitOutcome | 'unknown' {
  if (report !== null) return report.outcome;
  if (lastSign === null) return 'unknown';
  const gone = lastSign.status === null || (lastSign.offline && lastSign.contacts === 0);
  return gone ? 'nothingToConfirm' : 'unconfirmed';
}

/** Whether nobody was left in a status by this end of a run. */
export function isClean(entry: ExitEntry): boolean {
  const outcome = outcomeOf(entry);
  return outcome === 'confirmed' || outcome === 'nothingToConfirm';
}

/** The status an exit began in, as the customer names it; null when none is known. */
export function statusBefore({ report, lastSign }: ExitEntry): string | null {
  return report?.statusBefore ?? lastSign?.status ?? null;
}

/**
 * How long an agent stayed as left after an end that confirmed nothing, in ms, told by the first thing Connect says of the
 * agent again: up to when Offline began, or until now where it never did. Null for a clean end, one without a time, and
 * one of which a wrong clock makes nothing.
 */
export function ghostTime(entry: ExitEntry, agent: Agent, skewMs: number, nowMs: number): number | null {
  const endedAtMs = entry.report?.endedAtMs ?? entry.lastSign?.atMs;
  if (isClean(entry) || endedAtMs === undefined) return null;
  const { availability } = agent;
  const until =
    availability.type === 'offline' && availability.sinceMs !== null ? availability.sinceMs + skewMs : nowMs;
  const ghostMs = until - endedAtMs;
  return ghostMs >= 0 && ghostMs < Number.POSITIVE_INFINITY ? ghostMs : null;
}
