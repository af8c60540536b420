import type { PhoneLink } from '../phone/phone-link.js';

/** After the agent came; what a start leaves behind is garbage by then. */
export const settledMs = 30_000;

/**
 * Settles the heap of this process once, some time after the agent came and when no contact is there: for 10 ms nothing
 * else is done.
 */
export function settleHeap(link: Pick<PhoneLink, 'snapshot' | 'onShown'>, collect = collectOld): void {
  let rest: 'awaited' | 'begun' | 'over' = 'awaited';

  function settle(): void {
    const { agent, contacts } = link.snapshot();
    if (rest !== 'over' || agent === null || contacts.length > 0) return;
    stop();
    void collect();
  }

  const stop = link.onShown(({ agent }) => {
    if (rest === 'awaited' && agent !== null) {
      rest = 'begun';
      setTimeout(() => {
        rest = 'over';
        settle();
      }, settledMs);
    }
    settle();
  });
}

/**
 * Collects all garbage, and has V8 collect again for each 2 MB that grow old. It would allow 8 MB, and more than that before
 * the first time: a shift fills that with garbage and never reaches the bound.
 * Sources: `MinimumAllocationLimitGrowingStep` in V8's src/heap/heap-controller.cc;
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags. What it saves is in
 * [docs/adr/0035](../../docs/adr/0035-the-heap-of-the-desktop-side-is-settled.md).
 */
export async function collectOld(): Promise<void> {
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([import('node:v8'), import('node:vm')]);
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--expose-gc');
  // Only contexts made from now on have it.
  (runInNewContext('gc') as () => void)();
  setFlagsFromString('--no-expose-gc');
}
