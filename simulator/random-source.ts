/** Repeatable randomness: the same seed gives the same sequence on every machine. */
export interface RandomSource {
  /** A fraction from 0 up to, not including, 1. */
  fraction(): number;
  /** One of the items. Throws a RangeError for an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A version 4 shaped UUID in lower case. */
  uuid(): string;
}

/** Makes a source from a whole number (mulberry32: small, fast, and good enough for ids and dice). */
export function createRandomSource(seed: number): RandomSource {
  let state = seed >>> 0;

  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function hexDigits(count: number): string {
    return Array.from({ length: count }, () => Math.floor(fraction() * 16).toString(16)).join('');
  }

  return {
    fraction,
    pick(items) {
      const item = items[Math.floor(fraction() * items.length)];
      if (item === undefined) throw new RangeError('Cannot pick from an empty list');
      return item;
    },
    uuid() {
      const variant = '89ab'.charAt(Math.floor(fraction() * 4));
      return `${hexDigits(8)}-${hexDigits(4)}-4${hexDigits(3)}-${variant}${hexDigits(3)}-${hexDigits(12)}`;
    },
  };
}
