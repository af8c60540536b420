import { createRateLimit } from '../app/rate-limit.js';

/** What a restart may do: `last` is the one after which nothing may be relied on. */
export type RestartLeave = 'free' | 'last' | 'refused';

export const maxRestarts = 3;
export const restartWindowMs = 10 * 60_000;

/** Says whether the page may be started anew once more: three times in ten minutes, as one that dies at each start would loop. */
export function createRestartLimit(): (nowMs: number) => RestartLeave {
  const limit = createRateLimit(maxRestarts, restartWindowMs);
  return (nowMs) => {
    const left = limit(nowMs);
    if (left === null) return 'refused';
    return left === 0 ? 'last' : 'free';
  };
}
