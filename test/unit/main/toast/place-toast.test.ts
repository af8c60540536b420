import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toastPlaceSchema } from '../../../../contract/toast-place.js';
import { boundsAt, defaultPlace, placeOf } from '../../../../main/toast/place-toast.js';

const area = { x: 100, y: 40, width: 1280, height: 860 };
const card = { width: 360, height: 148 };
const strip = { width: 320, height: 64 };
const number = fc.integer({ min: -5_000, max: 5_000 });
const anyArea = fc.record({
  x: number,
  y: number,
  width: fc.integer({ min: 200, max: 8_000 }),
  height: fc.integer({ min: 100, max: 8_000 }),
});

describe('where the small window is', () => {
  it('is at the top right of a screen until somebody moves it', () => {
    expect(boundsAt(defaultPlace, card, area)).toEqual({ x: 1004, y: 56, width: 360, height: 148 });
  });

  it('keeps its corner when the card becomes a strip', () => {
    const place = placeOf({ x: 900, y: 700, ...card }, area);
    const smaller = boundsAt(place, strip, area);
    expect({ right: smaller.x + smaller.width, bottom: smaller.y + smaller.height }).toEqual({
      right: 1260,
      bottom: 848,
    });
  });

  it('is where it was put, on a screen of the same size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1020 }), fc.integer({ min: 40, max: 752 }), (x, y) => {
        const put = { x, y, ...card };
        expect(boundsAt(placeOf(put, area), card, area)).toEqual(put);
      }),
    );
  });

  it('is wholly on every screen that has room for it, whatever the place says', () => {
    const place = fc.record({
      horizontal: fc.constantFrom('left' as const, 'right' as const),
      fromSide: fc.nat(20_000),
      vertical: fc.constantFrom('top' as const, 'bottom' as const),
      fromEnd: fc.nat(20_000),
    });
    fc.assert(
      fc.property(place, anyArea, (where, screen) => {
        const { x, y } = boundsAt(where, card, screen);
        expect(x).toBeGreaterThanOrEqual(screen.x);
        expect(y).toBeGreaterThanOrEqual(screen.y);
        if (screen.width >= card.width) expect(x + card.width).toBeLessThanOrEqual(screen.x + screen.width);
        if (screen.height >= card.height) expect(y + card.height).toBeLessThanOrEqual(screen.y + screen.height);
      }),
    );
  });

  it('is a setting that can be stored, wherever it was dragged to', () => {
    fc.assert(
      fc.property(number, number, anyArea, (x, y, screen) => {
        expect(toastPlaceSchema.safeParse(placeOf({ x, y, ...card }, screen)).success).toBe(true);
      }),
    );
  });
});
