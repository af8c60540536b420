import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampBounds } from '../../../../main/windows/clamp-bounds.js';

const least = { width: 320, height: 512 };
const left = { x: 0, y: 25, width: 1920, height: 1055 };
const right = { x: 1920, y: 0, width: 1280, height: 1024 };
const above = { x: 0, y: -900, width: 1440, height: 900 };

describe('where a window is put', () => {
  it.each([
    ['stays where it was', { x: 100, y: 100, width: 1080, height: 720 }, { x: 100, y: 100, width: 1080, height: 720 }],
    [
      'stays on the display on the right',
      { x: 2000, y: 50, width: 900, height: 700 },
      { x: 2000, y: 50, width: 900, height: 700 },
    ],
    [
      'goes wholly onto the display that has most of it',
      { x: 1800, y: 50, width: 900, height: 700 },
      { x: 1920, y: 50, width: 900, height: 700 },
    ],
    [
      'does not hide its title below a bar of the system',
      { x: 10, y: 0, width: 900, height: 700 },
      { x: 10, y: 25, width: 900, height: 700 },
    ],
    [
      'comes back from a display that has gone, to the nearest',
      { x: 4000, y: 200, width: 900, height: 700 },
      { x: 2300, y: 200, width: 900, height: 700 },
    ],
    [
      'is no larger than the display',
      { x: 50, y: 50, width: 5000, height: 5000 },
      { x: 0, y: 25, width: 1920, height: 1055 },
    ],
    [
      'is no smaller than it may be',
      { x: 50, y: 50, width: 10, height: 10 },
      { x: 50, y: 50, width: 320, height: 512 },
    ],
  ])('%s', (_what, bounds, expected) => {
    expect(clampBounds(bounds, [left, right], least)).toEqual(expected);
  });

  it('may be above, where coordinates are negative', () => {
    expect(clampBounds({ x: 20, y: -800, width: 900, height: 700 }, [left, above], least)).toEqual({
      x: 20,
      y: -800,
      width: 900,
      height: 700,
    });
  });

  it('is the system’s own matter without a display', () => {
    expect(clampBounds(left, [], least)).toBeNull();
  });

  it('is on one display, whatever was remembered', () => {
    const whole = (min: number, max: number) => fc.integer({ min, max });
    const area = fc.record({
      x: whole(-9e3, 9e3),
      y: whole(-9e3, 9e3),
      width: whole(320, 6e3),
      height: whole(512, 4e3),
    });
    const remembered = fc.record({
      x: whole(-1e5, 1e5),
      y: whole(-1e5, 1e5),
      width: whole(1, 1e5),
      height: whole(1, 1e5),
    });
    fc.assert(
      fc.property(remembered, fc.array(area, { minLength: 1, maxLength: 4 }), (bounds, displays) => {
        const put = clampBounds(bounds, displays, least);
        const holds = displays.some(
          ({ x, y, width, height }) =>
            put !== null &&
            put.x >= x &&
            put.y >= y &&
            put.x + put.width <= x + width &&
            put.y + put.height <= y + height,
        );
        expect(holds).toBe(true);
        expect(put && clampBounds(put, displays, least)).toEqual(put);
      }),
    );
  });
});
