import type { Clock } from './clock.js';

/** The service answers a poll after this time even when nothing changed; the client allows 30 s. */
export const longPollHoldMs = 25_000;

/** Holds requests for the next change, for any number of pollers. */
export interface LongPoll {
  /** Current version, as the `nextToken` of an answer. */
  token(): string;
  /** Resolves when the version differs from `token`: at once for an old or missing one, at the latest after the hold. */
  next(token: string | null, signal: AbortSignal): Promise<void>;
  /** Counts a change and lets every held poll go. Call it after the change is complete: polls are answered from here. */
  bump(): void;
  /** Notes that an answer carrying `token` has been handed over. */
  delivered(token: string): void;
  /** Resolves when an answer carried the current version; rejects with an Error after `timeoutMs` of real time. */
  waitForDelivery(timeoutMs: number): Promise<void>;
  held(): number;
}

export function createLongPoll(clock: Clock, holdMs: number): LongPoll {
  let version = 1;
  let deliveredVersion = 0;
  const polls = new Set<() => void>();
  const deliveries = new Set<() => void>();

  return {
    token: () => String(version),
    held: () => polls.size,
    next(token, signal) {
      if (token !== String(version) || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const cancelHold = clock.after(holdMs, release);
        function release(): void {
          polls.delete(release);
          cancelHold();
          signal.removeEventListener('abort', release);
          resolve();
        }
        polls.add(release);
        signal.addEventListener('abort', release);
      });
    },
    bump() {
      version += 1;
      for (const release of [...polls]) release();
    },
    delivered(token) {
      deliveredVersion = Math.max(deliveredVersion, Number(token));
      if (deliveredVersion === version) for (const settle of [...deliveries]) settle();
    },
    waitForDelivery(timeoutMs) {
      if (deliveredVersion === version) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          deliveries.delete(settle);
          reject(new Error(`Nobody polled the latest state within ${timeoutMs} ms`));
        }, timeoutMs);
        function settle(): void {
          clearTimeout(timer);
          deliveries.delete(settle);
          resolve();
        }
        deliveries.add(settle);
      });
    },
  };
}
