import { useEffect, useState } from 'preact/hooks';

/** As many as a usual window shows. */
export const rowsAtOnce = 16;
/** Few steps, as each lays the list out anew, and none so long that a click would wait noticeably. */
const step = 100;
/** A page that is never idle grows all the same. */
const longestWaitMs = 200;

/**
 * How many of `total` rows to draw: as many as are in sight at once, and the others in steps while there is nothing
 * else to do, so that a long list does not delay what stands above it.
 */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(rowsAtOnce);
  useEffect(() => {
    if (count >= total) return;
    const handle = requestIdleCallback(() => setCount(count + step), { timeout: longestWaitMs });
    return () => cancelIdleCallback(handle);
  }, [count, total]);
  return Math.min(count, total);
}
