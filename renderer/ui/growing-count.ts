import { useEffect, useState } from 'preact/hooks';

/** More than a window shows. */
const atOnce = 20;
const step = 20;
/** A page that is never idle grows all the same. */
const longestWaitMs = 200;

/**
 * How many of `total` rows to draw: as many as are in sight at once, and the others a few at a time while there is nothing
 * else to do, so that a long list does not delay what stands above it.
 */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(atOnce);
  useEffect(() => {
    if (count >= total) return;
    const handle = requestIdleCallback(() => setCount(count + step), { timeout: longestWaitMs });
    return () => cancelIdleCallback(handle);
  }, [count, total]);
  return Math.min(count, total);
}
