import { describe, expect, it } from 'vitest';
import { createRepeatFilter } from '../../../../main/hotkeys/repeat-filter.js';

/** When presses are heard of a key held for `heldMs` that repeats after `delayMs`, `rate` times a second. */
function held(delayMs: number, rate: number, heldMs: number, fromMs = 0): number[] {
  const repeats = Math.max(0, Math.floor((heldMs - delayMs) / (1_000 / rate)) + 1);
  return [fromMs, ...Array.from({ length: repeats }, (_none, index) => fromMs + delayMs + index * (1_000 / rate))];
}

function presses(times: readonly number[], key = 'F5', filter = createRepeatFilter()): number[] {
  return times.filter((timeMs) => filter.isPress(key, timeMs));
}

describe('the repeat filter', () => {
  it.each([
    [660, 40],
    [250, 30],
    [1_000, 2.5],
    [500, 100],
  ])('hears one press of a key held 3 s that repeats after %i ms, %d times a second', (delayMs, rate) => {
    expect(presses(held(delayMs, rate, 3_000))).toEqual([0]);
  });

  it('hears the next press soon after a key that was held is let go', () => {
    const first = held(250, 30, 2_000);
    const nextMs = Number(first.at(-1)) + 451;
    expect(presses([...first, nextMs])).toEqual([0, nextMs]);
  });

  it('takes two presses within a second for one, as they cannot be told from a slow repeat', () => {
    expect(presses([0, 1_000, 2_500])).toEqual([0, 2_500]);
  });

  it('hears each key by itself', () => {
    const filter = createRepeatFilter();
    expect(presses([0], 'F5', filter)).toEqual([0]);
    expect(presses([1], 'F6', filter)).toEqual([1]);
  });
});
