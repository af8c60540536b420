/** Watches that something lives, by asking it. */
export interface LifeWatchDeps {
  /** Whether somebody depends on it now; otherwise it is not asked. */
  wanted(): boolean;
  alive(): Promise<boolean>;
  /**
   * Called at each look from the third that failed in a row on, until it returns that what is watched is being brought back.
   * It is then given three looks again, as it takes a while, and a look may have begun before.
   */
  lost(): boolean;
}

export const beatMs = 2_000;
export const maxMisses = 3;
/** A beat that comes this late means that the whole machine or this process stood still, and so did what is watched. */
const stoodStillMs = 5_000;

/**
 * Asks every two seconds. There is no event to wait for instead: a frame that hangs or whose process was killed raises none.
 * Returns what ends it.
 */
export function watchLife(deps: LifeWatchDeps): () => void {
  let misses = 0;
  let asking = false;
  let lastBeatMs = Date.now();
  const timer = setInterval(async () => {
    const gapMs = Date.now() - lastBeatMs;
    lastBeatMs = Date.now();
    if (gapMs > stoodStillMs || !deps.wanted()) {
      misses = 0;
      return;
    }
    if (asking) return;
    asking = true;
    misses = (await deps.alive()) ? 0 : misses + 1;
    asking = false;
    if (misses >= maxMisses && deps.lost()) misses = 0;
  }, beatMs);
  return () => clearInterval(timer);
}
