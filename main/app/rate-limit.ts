/** Says whether a thing may be done once more: `most` times in any `windowMs`. What was refused does not count. */
export function createRateLimit(most: number, windowMs: number): (nowMs: number) => boolean {
  let done: readonly number[] = [];
  return (nowMs) => {
    done = done.filter((atMs) => nowMs - atMs < windowMs);
    if (done.length >= most) return false;
    done = [...done, nowMs];
    return true;
  };
}
