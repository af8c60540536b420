import type { RefObject } from 'preact';
import { useLateEffect } from './late-effect.js';

/** As long as somebody breathes who waits. */
const breathMs = 1_000;
const easing = 'ease-in-out';

/**
 * Lets the border of a place breathe while it rings. It is there at once and begins to breathe when it has been painted: a
 * style sheet would make the animation and its layer within the frame that shows who calls.
 */
export function useBreathing(place: RefObject<Element | null>, rings: boolean): void {
  useLateEffect(() => {
    if (!rings || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
    const breath = place.current?.animate([{ opacity: 1, easing }, { opacity: 0, easing }, { opacity: 1 }], {
      duration: breathMs,
      iterations: Number.POSITIVE_INFINITY,
      pseudoElement: '::after',
    });
    return () => breath?.cancel();
  }, [rings]);
}
