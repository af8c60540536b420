import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Keeps the keyboard where it was when the focused control disappears: the place it was in takes the focus, so that the
 * next Tab goes on from there and not from the top of the window. Call it where the place is drawn.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  const wasInside = place.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (wasInside && isLost(document.activeElement)) place.current?.focus();
  });
}

/** What is hidden, or drawn ahead, keeps the focus until the browser draws next. */
function isLost(focused: Element | null): boolean {
  return focused === document.body || focused?.closest('[hidden], [aria-hidden="true"]') != null;
}
