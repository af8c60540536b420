import { createRateLimit } from '../app/rate-limit.js';

/** What a restart may do: `last` is the one after which nothing may be relied on. */
export type RestartLeave = 'free' | 'last' | 'refused';

export const maxRestarts = 3;
export const restartWindowMs = 10 * 60_000;

/** Says whether the page may be started anew once more: three times in ten minutes, as one that dies at each start would loop. */
export interface RestartLimit {
  take(nowMs: number): RestartLeave;
  /** From when a restart is allowed again; null when one is now. */
  blockedUntilMs(nowMs: number): number | null;
}

export function createRestartLimit(): RestartLimit {
  const limit = createRateLimit(maxRestarts, restartWindowMs);
  return {
    take(nowMs) {
      const left = limit.take(nowMs);
      if (left === null) return 'refused';
      return left === 0 ? 'last' : 'free';
    },
    blockedUntilMs: limit.blockedUntilMs,
  };
}
