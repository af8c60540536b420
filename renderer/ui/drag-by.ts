type Step = 'begin' | 'move' | 'end';

/** A hand that presses a button shakes by less. */
const shakePx = 4;

/**
 * Follows a pointer that was pressed on something that moves its window, until it lets go: `begin` at once, so that the place
 * where it took hold is known, `move` at most once a frame and not for a shake, `end`. A press on a button moves nothing.
 */
export function dragBy(event: PointerEvent, tell: (step: Step) => void): void {
  const place = event.currentTarget as HTMLElement;
  if (event.button !== 0 || (event.target as Element).closest('button') !== null) return;
  const { screenX, screenY, pointerId } = event;
  let isMoving = false;
  let framePending = false;
  const over = new AbortController();
  place.setPointerCapture(pointerId);
  tell('begin');

  function moved(now: PointerEvent): void {
    isMoving ||= Math.hypot(now.screenX - screenX, now.screenY - screenY) >= shakePx;
    if (!isMoving || framePending) return;
    framePending = true;
    requestAnimationFrame(() => {
      framePending = false;
      if (!over.signal.aborted) tell('move');
    });
  }
  function ended(): void {
    over.abort();
    tell('end');
  }
  place.addEventListener('pointermove', moved, over);
  place.addEventListener('pointerup', ended, over);
  place.addEventListener('pointercancel', ended, over);
}
