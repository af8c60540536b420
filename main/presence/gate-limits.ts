import type { ExitCause, ExitOutcome } from '../../contract/exit-entry.js';

/** How long a leaving may take in all. */
export const budgetMs: Readonly<Record<ExitCause, number>> = {
  agent: 12_000,
  system: 4_000,
  crash: 3_000,
  recover: 16_000,
};
/** How long one attempt may wait for its answer. */
export const attemptMs: Readonly<Record<ExitCause, number>> = {
  agent: 2_500,
  system: 1_200,
  crash: 1_000,
  recover: 2_500,
};
/** How long a success may wait for the snapshot that shows it. */
export const snapshotDueMs = 1_500;
export const spinnerAfterMs = 400;
/** When an agent who was told and does not answer is tried for again. */
export const askAgainAfterMs = 60_000;

const backoffMs = [250, 500, 1_000, 2_000] as const;
/** Connect counts what it refuses for its rate against the agent as well. */
const throttledBackoffMs = 1_000;
const jitterShare = 0.4;

/** When the next attempt begins; `jitter` is 0..1, so that many agents do not retry in step. */
export function backoffAfter(attempts: number, throttled: boolean, jitter: number): number {
  const step = backoffMs[Math.min(attempts - 1, backoffMs.length - 1)] ?? backoffMs[0];
  const spread = Math.round(step * (1 - jitterShare / 2 + jitterShare * jitter));
  return throttled ? Math.max(throttledBackoffMs, spread) : spread;
}

/** What the process ends with; whoever started it can tell whether the agent was left in order. */
export const exitCodes = { confirmed: 0, crashed: 1, handedOver: 3, chosen: 4 } as const;

/** `handedOver`: the system ends before Connect could confirm, so what starts next must look after the agent. */
export function exitCodeOf(outcome: ExitOutcome, cause: ExitCause): number {
  if (cause === 'crash') return exitCodes.crashed;
  if (outcome === 'chosen') return exitCodes.chosen;
  return outcome === 'queued' || outcome === 'unconfirmed' ? exitCodes.handedOver : exitCodes.confirmed;
}
