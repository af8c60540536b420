import type { Rectangle } from 'electron';

/** The least that a window may be. */
export interface LeastSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Brings a window wholly onto the display that has most of it, or, where a display has gone, onto the nearest. `displays` are
 * the areas without bars of the system; null where there is none.
 */
export function clampBounds(bounds: Rectangle, displays: readonly Rectangle[], least: LeastSize): Rectangle | null {
  const [display] = displays.toSorted(
    (one, other) => shared(bounds, other) - shared(bounds, one) || apart(bounds, one) - apart(bounds, other),
  );
  if (display === undefined) return null;
  const width = Math.min(Math.max(bounds.width, least.width), Math.max(display.width, least.width));
  const height = Math.min(Math.max(bounds.height, least.height), Math.max(display.height, least.height));
  return {
    width,
    height,
    // What is larger than the display begins where the display does.
    x: Math.max(display.x, Math.min(bounds.x, display.x + display.width - width)),
    y: Math.max(display.y, Math.min(bounds.y, display.y + display.height - height)),
  };
}

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom));

const shared = (one: Rectangle, other: Rectangle): number =>
  overlap(one.x, one.width, other.x, other.width) * overlap(one.y, one.height, other.y, other.height);

const apart = (one: Rectangle, other: Rectangle): number =>
  Math.hypot(
    one.x + one.width / 2 - (other.x + other.width / 2),
    one.y + one.height / 2 - (other.y + other.height / 2),
  );
