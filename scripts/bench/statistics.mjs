/*
 * What the benchmark says about its samples. Everything is a function of plain numbers; only the resampling needs chance,
 * and takes it from a fixed seed, so that the same samples always give the same report.
 */

/** @typedef {{ n: number, median: number, p95: number, p25: number, p75: number }} Summary */
/** @typedef {{ low: number, high: number }} Interval */
/** @typedef {{ n: number, estimate: number, interval: Interval | null }} Difference */

/** Of the standard normal distribution, for 95 % between minus and plus. */
const z95 = 1.959964;
/** Below this many pairs no 95 % interval exists for a difference: even the widest covers less. */
const fewestPairs = 6;
const resamples = 2_000;
const coveredTail = 0.025;

/**
 * The value below which the share `q` (0 to 1) of the samples lies, interpolated between neighbours; NaN of none.
 *
 * @param {readonly number[]} values
 * @param {number} q
 */
export function quantile(values, q) {
  const sorted = values.toSorted((left, right) => left - right);
  const place = (sorted.length - 1) * q;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {readonly number[]} values */
export const p95 = (values) => quantile(values, 0.95);

/**
 * @param {readonly number[]} values
 * @returns {Summary}
 */
export function summarise(values) {
  return {
    n: values.length,
    median: median(values),
    p95: p95(values),
    p25: quantile(values, 0.25),
    p75: quantile(values, 0.75),
  };
}

/**
 * How much larger the left of each pair is: the Hodges-Lehmann estimate with the 95 % interval of the signed-rank test.
 * Neither asks how the noise is distributed, and one wild sample moves them little. Source: Hollander, Wolfe and Chicken,
 * Nonparametric Statistical Methods, 3.1 to 3.3 (normal approximation).
 *
 * @param {readonly (readonly [left: number, right: number])[]} pairs
 * @returns {Difference}
 */
export function pairedDifference(pairs) {
  const differences = pairs.map(([left, right]) => left - right);
  const n = differences.length;
  const averages = differences
    .flatMap((one, index) => differences.slice(index).map((other) => (one + other) / 2))
    .sort((left, right) => left - right);
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
  return { n, estimate: median(averages), interval: n < fewestPairs ? null : ranked(averages, deviation) };
}

/**
 * How much larger the left samples are where nothing pairs them: Hodges-Lehmann with the interval of the rank-sum test.
 * Source: as above, 4.2 and 4.3.
 *
 * @param {readonly number[]} left
 * @param {readonly number[]} right
 * @returns {Difference}
 */
export function shiftBetween(left, right) {
  const differences = left.flatMap((one) => right.map((other) => one - other)).sort((one, other) => one - other);
  const n = Math.min(left.length, right.length);
  const deviation = Math.sqrt((left.length * right.length * (left.length + right.length + 1)) / 12);
  return { n, estimate: median(differences), interval: n < fewestPairs ? null : ranked(differences, deviation) };
}

/**
 * The middle 95 % of sorted differences, counted by the deviation of the test's own statistic.
 *
 * @param {readonly number[]} sorted
 * @param {number} deviation
 * @returns {Interval}
 */
function ranked(sorted, deviation) {
  const place = Math.max(0, Math.floor(sorted.length / 2 - z95 * deviation));
  return { low: sorted[place] ?? Number.NaN, high: sorted[sorted.length - 1 - place] ?? Number.NaN };
}

/**
 * The 95 % interval of any figure of pairs, by drawing pairs anew with replacement (percentile bootstrap); null for too
 * few pairs.
 *
 * @param {readonly (readonly [left: number, right: number])[]} pairs
 * @param {(left: readonly number[], right: readonly number[]) => number} figure
 * @returns {Interval | null}
 */
export function bootstrapInterval(pairs, figure) {
  if (pairs.length < fewestPairs) return null;
  const random = createRandom();
  const figures = Array.from({ length: resamples }, () => {
    const drawn = pairs.map(() => pairs[Math.floor(random() * pairs.length)] ?? [Number.NaN, Number.NaN]);
    return figure(
      drawn.map(([left]) => left),
      drawn.map(([, right]) => right),
    );
  });
  return { low: quantile(figures, coveredTail), high: quantile(figures, 1 - coveredTail) };
}

/** Numbers from 0 to 1 by a linear congruence (constants of Numerical Recipes), good enough to draw samples. */
function createRandom() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
