import { describe, expect, it } from 'vitest';
import {
  bootstrapInterval,
  median,
  p95,
  pairedDifference,
  quantile,
  shiftBetween,
  summarise,
} from '../../../../scripts/bench/statistics.mjs';

const oneTo = (last: number): number[] => Array.from({ length: last }, (_each, index) => index + 1);

describe('quantile', () => {
  it('takes the middle of an odd number and the mean of the two middle ones of an even', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 10, 20])).toBe(6);
  });

  it('interpolates between neighbours', () => {
    expect(p95(oneTo(21))).toBe(20);
    expect(p95(oneTo(20))).toBeCloseTo(19.05);
    expect(quantile([0, 10], 0.25)).toBe(2.5);
  });

  it('sorts by size, not as text, and leaves its input alone', () => {
    const values = [100, 9, 80];
    expect(median(values)).toBe(80);
    expect(values).toEqual([100, 9, 80]);
  });

  it('is not a number for no samples', () => {
    expect(median([])).toBeNaN();
  });
});

it('summarises with the middle half', () => {
  expect(summarise(oneTo(5))).toEqual({ n: 5, median: 3, p95: 4.8, p25: 2, p75: 4 });
});

describe('pairedDifference', () => {
  it('is the median of all averages of two differences', () => {
    // Differences 1, 2 and 6; their averages 1, 1.5, 2, 3.5, 4 and 6.
    const pairs = [
      [11, 10],
      [22, 20],
      [36, 30],
    ] as const;
    expect(pairedDifference(pairs).estimate).toBe(2.75);
  });

  it('gives the interval of the signed-rank test', () => {
    // For ten differences the exact table takes the 9th from either end of the 55 averages.
    const pairs = oneTo(10).map((each) => [each, 0] as const);
    const averages = oneTo(10)
      .flatMap((one) => oneTo(10).flatMap((other) => (other < one ? [] : [(one + other) / 2])))
      .sort((left, right) => left - right);
    expect(pairedDifference(pairs).interval).toEqual({ low: averages[8], high: averages[46] });
  });

  it('sees a small steady difference through noise that is shared by the pair', () => {
    const noise = [0, 50, 3, 200, 17, 90, 1, 33, 400, 8, 60, 21];
    const { estimate, interval } = pairedDifference(
      noise.map((each, index) => [each + 2 + (index % 3), each] as const),
    );
    expect(estimate).toBeCloseTo(3);
    expect(interval?.low).toBeGreaterThan(0);
  });

  it('is hardly moved by one wild sample', () => {
    const pairs = oneTo(19).map((each) => [each + 1, each] as const);
    expect(pairedDifference([...pairs, [9_999, 0]]).estimate).toBe(1);
  });

  it('claims no interval of fewer than six pairs', () => {
    expect(pairedDifference(oneTo(5).map((each) => [each, 0] as const)).interval).toBeNull();
    expect(pairedDifference(oneTo(6).map((each) => [each, 0] as const)).interval).not.toBeNull();
  });
});

describe('shiftBetween', () => {
  it('is the median of all differences across the two', () => {
    expect(shiftBetween([10, 20], [1, 3]).estimate).toBe(13);
  });

  it('includes zero for samples of one kind and excludes it for others', () => {
    const some = oneTo(30).map((each) => each % 7);
    expect(shiftBetween(some, some).interval).toEqual({ low: -1, high: 1 });
    const slower = some.map((each) => each + 5);
    expect(shiftBetween(slower, some).interval?.low).toBeGreaterThan(3);
  });
});

describe('bootstrapInterval', () => {
  const ratio = (left: readonly number[], right: readonly number[]): number => median(left) / median(right);

  it('encloses the figure and is the same each time', () => {
    const pairs = oneTo(40).map((each) => [110 + (each % 5), 100 + (each % 3)] as const);
    const interval = bootstrapInterval(pairs, ratio);
    expect(interval?.low).toBeLessThanOrEqual(112 / 101);
    expect(interval?.high).toBeGreaterThanOrEqual(112 / 101);
    expect(interval?.high).toBeLessThan(1.15);
    expect(bootstrapInterval(pairs, ratio)).toEqual(interval);
  });

  it('draws pairs, not sides', () => {
    const pairs = oneTo(20).map((each) => [each * 10 + 1, each * 10] as const);
    const difference = (left: readonly number[], right: readonly number[]): number => median(left) - median(right);
    expect(bootstrapInterval(pairs, difference)).toEqual({ low: 1, high: 1 });
  });

  it('is none for too few pairs', () => {
    expect(bootstrapInterval([[1, 1]], ratio)).toBeNull();
  });
});
