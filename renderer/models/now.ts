import { signal } from '@preact/signals';
import { useLateEffect } from '../ui/late-effect.js';

const secondMs = 1000;
const now = signal(Date.now());
let watchers = 0;
let timer: number | undefined;

/** Ticks on the full second of the clock, so that all times on the screen change together. */
function awaitSecond(): void {
  timer = window.setTimeout(
    () => {
      now.value = Date.now();
      awaitSecond();
    },
    secondMs - (Date.now() % secondMs),
  );
}

/** The time, once a second, shared by everything that shows one; the clock stands still while nothing that `runs` does. */
export function useNow(runs = true): number {
  useLateEffect(() => {
    if (!runs) return undefined;
    watchers += 1;
    if (watchers === 1) awaitSecond();
    return () => {
      watchers -= 1;
      if (watchers === 0) window.clearTimeout(timer);
    };
  }, [runs]);
  if (!runs) return now.peek();
  // What the clock showed when it was stopped is old, and nobody watches it who would be drawn once more.
  if (watchers === 0) now.value = Date.now();
  return now.value;
}
