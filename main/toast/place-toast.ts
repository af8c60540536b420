import type { Rectangle } from 'electron';
import type { ToastPlace } from '../../contract/toast-place.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where notifications of most desktops are not, and where the eye finds it. */
export const defaultPlace: ToastPlace = { horizontal: 'right', fromSide: 16, vertical: 'top', fromEnd: 16 };

/** Where a window of this size goes on a screen; always wholly on it, whatever the place says. */
export function boundsAt(place: ToastPlace, { width, height }: Size, area: Rectangle): Rectangle {
  const left = place.horizontal === 'left' ? place.fromSide : area.width - width - place.fromSide;
  const top = place.vertical === 'top' ? place.fromEnd : area.height - height - place.fromEnd;
  return {
    x: area.x + within(left, area.width - width),
    y: area.y + within(top, area.height - height),
    width,
    height,
  };
}

/** The place of a window that was put somewhere: measured from the edges that it is nearest to. */
export function placeOf(bounds: Rectangle, area: Rectangle): ToastPlace {
  const left = bounds.x - area.x;
  const right = area.width - left - bounds.width;
  const top = bounds.y - area.y;
  const bottom = area.height - top - bounds.height;
  return {
    horizontal: left < right ? 'left' : 'right',
    fromSide: distance(Math.min(left, right)),
    vertical: top <= bottom ? 'top' : 'bottom',
    fromEnd: distance(Math.min(top, bottom)),
  };
}

const distance = (pixels: number): number => Math.max(0, Math.round(pixels));

/** A screen that is smaller than the window shows its beginning. */
function within(position: number, last: number): number {
  return Math.round(Math.max(0, Math.min(position, last)));
}
