import type { ExitReport } from '../../../../contract/exit-entry.js';

/** An agent who left in order; what a test is about is given. */
export function buildReport(given: Partial<ExitReport> = {}): ExitReport {
  return {
    goal: 'quit',
    cause: 'agent',
    what: 'window-close',
    askedAtMs: 1_000,
    endedAtMs: 1_250,
    statusBefore: 'Available',
    contactsBefore: 0,
    attempts: 1,
    outcome: 'confirmed',
    lastReason: null,
    code: 0,
    ...given,
  };
}
