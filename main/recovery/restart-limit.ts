/** What a restart may do: `last` is the one after which nothing may be relied on. */
export type RestartLeave = 'free' | 'last' | 'refused';

export const maxRestarts = 3;
export const restartWindowMs = 10 * 60_000;

/** Says whether the page may be started anew once more: three times in ten minutes, as one that dies at each start would loop. */
export function createRestartLimit(): (nowMs: number) => RestartLeave {
  let restarts: readonly number[] = [];
  return (nowMs) => {
    restarts = restarts.filter((atMs) => nowMs - atMs < restartWindowMs);
    if (restarts.length >= maxRestarts) return 'refused';
    restarts = [...restarts, nowMs];
    return restarts.length === maxRestarts ? 'last' : 'free';
  };
}
