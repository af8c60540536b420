import { describe, expect, it } from 'vitest';
import { keepSame } from '../../../../renderer/phone/keep-same.js';
import { createRandom } from '../../contract/seeded-random.js';

type Plain = null | boolean | number | string | Plain[] | { [name: string]: Plain };
type Random = ReturnType<typeof createRandom>;

function makePlain(random: Random, depth: number): Plain {
  const kind = random.below(depth > 0 ? 6 : 4);
  if (kind === 0) return null;
  if (kind === 1) return random.below(2) === 0;
  if (kind === 2) return random.pick([0, 1, -1, 7, 0.5]);
  if (kind === 3) return random.pick(['', 'a', 'b', 'c']);
  const parts = Array.from({ length: random.below(4) }, () => makePlain(random, depth - 1));
  if (kind === 4) return parts;
  return Object.fromEntries(parts.map((part) => [random.pick(['p', 'q', 'r', 's']), part]));
}

/** A copy in which some parts are others. */
function change(random: Random, value: Plain): Plain {
  if (random.below(6) === 0) return makePlain(random, 2);
  if (Array.isArray(value)) return value.map((part) => change(random, part)).slice(0, random.below(8) + 1);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(random, part)]));
}

function freeze(value: Plain): Plain {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Where a part is equal to the one before it and yet another object. */
function lostIdentities(previous: Plain, next: Plain, kept: Plain): string[] {
  if (typeof next !== 'object' || next === null || typeof previous !== 'object' || previous === null) return [];
  if (Array.isArray(previous) !== Array.isArray(next)) return [];
  if (same(previous, next)) return Object.is(previous, kept) ? [] : [JSON.stringify(next)];
  return Object.keys(next).flatMap((name) => {
    const part = (value: Plain): Plain => (value as Record<string, Plain>)[name] ?? null;
    return lostIdentities(part(previous), part(next), part(kept));
  });
}

const seeds = Array.from({ length: 2_000 }, (_, seed) => seed);

describe('keepSame', () => {
  it('equals the next value, whatever was there before', () => {
    for (const seed of seeds) {
      const random = createRandom(seed);
      const previous = freeze(makePlain(random, 4));
      const next = freeze(random.below(2) === 0 ? change(random, previous) : makePlain(random, 4));
      expect(keepSame(previous, next), `seed ${seed}`).toEqual(next);
    }
  });

  it('keeps the identity of every part that is equal, at any depth', () => {
    let compared = 0;
    for (const seed of seeds) {
      const random = createRandom(seed);
      const previous = freeze(makePlain(random, 4));
      const next = freeze(change(random, previous));
      if (typeof next === 'object' && next !== null && !same(previous, next)) compared += 1;
      expect(lostIdentities(previous, next, keepSame(previous, next)), `seed ${seed}`).toEqual([]);
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('returns the very same value for a copy', () => {
    for (const seed of seeds) {
      const previous = makePlain(createRandom(seed), 4);
      expect(Object.is(keepSame(previous, structuredClone(previous)), previous), `seed ${seed}`).toBe(true);
    }
  });

  it.each([
    [[], {}],
    [null, {}],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [[1, 2], [1]],
    [[1], [1, 2]],
    [{ a: null }, { b: null }],
  ])('does not take %j for %j', (previous: unknown, next: unknown) => {
    expect(keepSame(previous, next)).toEqual(next);
    expect(keepSame(previous, next)).not.toBe(previous);
  });
});
