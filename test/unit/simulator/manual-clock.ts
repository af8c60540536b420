import type { Clock } from '../../../simulator/clock.js';

/** A clock that moves only when told. */
export interface ManualClock extends Clock {
  /** Moves time on and runs the timers that fall due, in their order. */
  advance(ms: number): void;
}

/** Makes a clock that stands at the given time. */
export function createManualClock(startMs = Date.UTC(2026, 0, 15, 9, 0, 0)): ManualClock {
  let nowMs = startMs;
  let timers: { readonly dueMs: number; readonly run: () => void }[] = [];

  return {
    now: () => nowMs,
    after(delayMs, run) {
      const timer = { dueMs: nowMs + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const untilMs = nowMs + ms;
      for (;;) {
        const [next] = timers.filter(({ dueMs }) => dueMs <= untilMs).sort((one, other) => one.dueMs - other.dueMs);
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        nowMs = next.dueMs;
        next.run();
      }
      nowMs = untilMs;
    },
  };
}
