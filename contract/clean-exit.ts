import type { Agent } from './agent.js';
import type { ExitEntry } from './exit-entry.js';

/** Whether nobody was left in a status by this end of a run. */
export function isClean({ report }: ExitEntry): boolean {
  return report !== null && (report.outcome === 'confirmed' || report.outcome === 'nothingToConfirm');
}

/**
 * How long an agent stayed as left after an end that confirmed nothing, in ms, told by the first thing Connect says of the
 * agent again: up to when Offline began, or until now where it never did. Null for a clean end, one without a time, and
 * one of which a wrong clock makes nothing.
 */
export function ghostTime(entry: ExitEntry, agent: Agent, skewMs: number, nowMs: number): number | null {
  if (isClean(entry) || entry.report === null) return null;
  const { availability } = agent;
  const until =
    availability.type === 'offline' && availability.sinceMs !== null ? availability.sinceMs + skewMs : nowMs;
  const ghostMs = until - entry.report.endedAtMs;
  return ghostMs >= 0 && ghostMs < Number.POSITIVE_INFINITY ? ghostMs : null;
}
