/** Allows a thing a number of times in a window of time. What was refused does not count. */
export interface RateLimit {
  /** Does it once more: how many more may follow, and null when this one may not be done. */
  take(nowMs: number): number | null;
  /** From when it may be done again; null when it may be done now. */
  blockedUntilMs(nowMs: number): number | null;
}

/** Allows a thing `most` times in any `windowMs`. */
export function createRateLimit(most: number, windowMs: number): RateLimit {
  let done: readonly number[] = [];
  const lately = (nowMs: number): readonly number[] => done.filter((atMs) => nowMs - atMs < windowMs);
  return {
    take(nowMs) {
      done = lately(nowMs);
      if (done.length >= most) return null;
      done = [...done, nowMs];
      return most - done.length;
    },
    blockedUntilMs(nowMs) {
      const firstOfAll = lately(nowMs).at(-most);
      return firstOfAll === undefined ? null : firstOfAll + windowMs;
    },
  };
}
