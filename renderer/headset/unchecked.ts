/*
 * What a device says of itself is checked by nobody before it comes here.
 */

/** The objects of a list; none where there is no list. */
export function asList<Part>(list: readonly Part[] | undefined): readonly Part[] {
  return Array.isArray(list) ? list.filter((part) => typeof part === 'object' && part !== null) : [];
}

/** Whether it is a count, an id or a size: a whole number that is not negative. */
export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** The number, or 0 where it is none. */
export function asWhole(value: unknown): number {
  return isWhole(value) ? value : 0;
}
