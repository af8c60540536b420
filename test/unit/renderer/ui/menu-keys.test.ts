import { describe, expect, it } from 'vitest';
import { nextMenuIndex } from '../../../../renderer/ui/menu-keys.js';

const labels = ['Available', 'Break', 'Lunch', 'Late lunch', 'Offline'];

describe('nextMenuIndex', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 4, 0],
    ['ArrowUp', 0, 4],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['l', 0, 2],
    ['L', 2, 3],
    ['l', 3, 2],
    ['o', 4, 4],
  ])('moves by %s from %d to %d', (key, from, to) => {
    expect(nextMenuIndex(key, from, labels)).toBe(to);
  });

  it.each(['x', ' ', 'Enter', 'Escape', 'Tab', 'F9'])('stays on "%s"', (key) => {
    expect(nextMenuIndex(key, 0, labels)).toBeNull();
  });

  it('stays in a menu without items', () => {
    expect(nextMenuIndex('ArrowDown', -1, [])).toBeNull();
  });
});
