/** Watches that what Connect says is new. */
export interface Freshness {
  /** The panel answers; the first snapshot is due soon. */
  started(): void;
  /** A snapshot was seen; `snapshotMs` is Connect's own time of it. */
  seen(snapshotMs: number): void;
  stop(): void;
}

/**
 * A long poll lasts 30 s at most (Streams 2.28.2 asks for `timeout: 30000`), and a failed one is tried again after 5 s;
 * beyond that nothing is on its way. A poll that hangs is noticed by Streams after eight minutes.
 */
export const staleAfterMs = 45_000;

/**
 * The panel asks six things before it tells of an agent (Streams 2.28.2 worker.js), and says nothing when one of them is
 * never answered.
 */
export const firstDueMs = 20_000;

/**
 * Tells when no newer snapshot has come for too long, and when one has again. A snapshot that is repeated, as the panel
 * does every 30 s with its configuration, is not news.
 */
export function watchFreshness(overdue: () => void, fresh: () => void): Freshness {
  let newestMs = Number.NEGATIVE_INFINITY;
  let late = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looksAtMs = Number.POSITIVE_INFINITY;
  let dueAtMs = Number.POSITIVE_INFINITY;
  const lookIn = (waitMs: number): void => {
    clearTimeout(timer);
    looksAtMs = performance.now() + waitMs;
    timer = setTimeout(look, waitMs);
  };
  const look = (): void => {
    looksAtMs = Number.POSITIVE_INFINITY;
    const restMs = dueAtMs - performance.now();
    if (restMs > 0) {
      lookIn(restMs);
      return;
    }
    late = true;
    overdue();
  };
  const expectWithin = (dueMs: number): void => {
    dueAtMs = performance.now() + dueMs;
    // A look that comes too early looks again: to set a timer anew at each snapshot holds up what the snapshot is for.
    if (looksAtMs > dueAtMs) lookIn(dueMs);
  };
  return {
    started: () => expectWithin(firstDueMs),
    seen(snapshotMs) {
      if (snapshotMs <= newestMs) return;
      newestMs = snapshotMs;
      expectWithin(staleAfterMs);
      if (!late) return;
      late = false;
      fresh();
    },
    stop: () => clearTimeout(timer),
  };
}
