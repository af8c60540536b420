import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Keeps the keyboard where it was when the focused control disappears: the place it was in takes the focus, so that the
 * next Tab goes on from there and not from the top of the window. Call it where the place is drawn.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  const wasInside = place.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (wasInside && document.activeElement === document.body) place.current?.focus();
  });
}
