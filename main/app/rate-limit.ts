/**
 * Allows a thing `most` times in any `windowMs`: answers how many more may follow this one, and null when this one may
 * not be done. What was refused does not count.
 */
export function createRateLimit(most: number, windowMs: number): (nowMs: number) => number | null {
  let done: readonly number[] = [];
  return (nowMs) => {
    done = done.filter((atMs) => nowMs - atMs < windowMs);
    if (done.length >= most) return null;
    done = [...done, nowMs];
    return most - done.length;
  };
}
