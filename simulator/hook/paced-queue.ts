import type { Clock } from '../clock.js';

/** How often a service may be called: so many at once after a rest, then so many a second. */
export interface Pace {
  readonly perSecond: number;
  readonly burst: number;
}

/** Work that is done in its order and no faster than its pace. */
export interface PacedQueue {
  /** What fails by a rejection goes to the end of the line, so that nothing is lost and nothing is held up. */
  push(work: () => Promise<void>): void;
  /** How many wait. */
  waiting(): number;
  stop(): void;
}

export function createPacedQueue({ perSecond, burst }: Pace, clock: Clock): PacedQueue {
  const line: (() => Promise<void>)[] = [];
  const msPerCall = 1_000 / perSecond;
  let calls = burst;
  let filledAtMs = clock.now();
  let working = false;
  let stopped = false;
  let callOff = (): void => undefined;

  function fill(): void {
    const nowMs = clock.now();
    calls = Math.min(burst, calls + (nowMs - filledAtMs) / msPerCall);
    filledAtMs = nowMs;
  }

  async function next(): Promise<void> {
    if (working || stopped) return;
    fill();
    const work = line[0];
    if (work === undefined) return;
    if (calls < 1) {
      callOff();
      callOff = clock.after(Math.ceil((1 - calls) * msPerCall), () => void next());
      return;
    }
    calls -= 1;
    line.shift();
    working = true;
    await work().catch(() => line.push(work));
    working = false;
    await next();
  }

  return {
    push(work) {
      line.push(work);
      void next();
    },
    waiting: () => line.length + (working ? 1 : 0),
    stop() {
      stopped = true;
      callOff();
    },
  };
}
