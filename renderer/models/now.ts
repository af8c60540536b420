import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const secondMs = 1000;
const now = signal(Date.now());
let watchers = 0;
let timer: number | undefined;

/** Ticks on the full second of the clock, so that all times on the screen change together. */
function tick(): void {
  now.value = Date.now();
  timer = window.setTimeout(tick, secondMs - (Date.now() % secondMs));
}

/** The time, once a second, shared by everything that shows one; the clock stands still while nothing does. */
export function useNow(): number {
  useEffect(() => {
    watchers += 1;
    if (watchers === 1) tick();
    return () => {
      watchers -= 1;
      if (watchers === 0) window.clearTimeout(timer);
    };
  }, []);
  return now.value;
}
