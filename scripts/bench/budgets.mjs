import { pairsOf, valuesOf } from './samples.mjs';
import { bootstrapInterval, median, p95 } from './statistics.mjs';

/** @typedef {import('./samples.mjs').Sample} Sample */
/** @typedef {import('./statistics.mjs').Interval} Interval */

/**
 * @typedef {object} Budget
 * @property {import('./samples.mjs').MeasureName} measure
 * @property {keyof typeof figures} figure
 * @property {import('./subjects.mjs').SubjectId | null} against what the app is compared with; null for a value of its own
 * @property {number} limit
 */

/** @typedef {{ budget: Budget, figure: number | null, interval: Interval | null, within: boolean | null }} Verdict */

/** The figures a budget may limit, of the app's samples and those of what it is compared with. */
const figures = {
  /** @param {readonly number[]} app @param {readonly number[]} limit */
  'ratio of medians': (app, limit) => median(app) / median(limit),
  /** @param {readonly number[]} app @param {readonly number[]} limit */
  'difference of medians': (app, limit) => median(app) - median(limit),
  /** @param {readonly number[]} app @param {readonly number[]} limit */
  'difference of p95': (app, limit) => p95(app) - p95(limit),
  /** @param {readonly number[]} app */
  median: (app) => median(app),
  /** @param {readonly number[]} app */
  p95: (app) => p95(app),
  /** The value furthest from one, so that a snapshot without a paint counts as much as one with two. @param {readonly number[]} app */
  'worst against 1': (app) => app.reduce((worst, each) => (Math.abs(each - 1) > Math.abs(worst - 1) ? each : worst), 1),
};

/** @type {readonly Budget[]} */
export const budgets = [
  { measure: 'start', figure: 'ratio of medians', against: 'bare', limit: 1.15 },
  { measure: 'memory', figure: 'ratio of medians', against: 'bare', limit: 1.12 },
  { measure: 'memory', figure: 'ratio of medians', against: 'chromium', limit: 0.8 },
  { measure: 'guardianMemory', figure: 'median', against: null, limit: 40 },
  { measure: 'wholeMemory', figure: 'ratio of medians', against: 'bare', limit: 1.3 },
  { measure: 'wholeMemory', figure: 'ratio of medians', against: 'chromium', limit: 1 },
  { measure: 'idle', figure: 'difference of medians', against: 'bare', limit: 0.3 },
  { measure: 'painted', figure: 'difference of p95', against: 'bare', limit: 4 },
  { measure: 'toast', figure: 'p95', against: null, limit: 100 },
  { measure: 'wire', figure: 'difference of p95', against: 'bare', limit: 2 },
  { measure: 'paints', figure: 'worst against 1', against: null, limit: 1 },
  { measure: 'attributes', figure: 'median', against: null, limit: 8 },
  { measure: 'search', figure: 'p95', against: null, limit: 8 },
  { measure: 'searchFrames', figure: 'worst against 1', against: null, limit: 1 },
  { measure: 'shiftGrowth', figure: 'median', against: null, limit: 1 },
  { measure: 'hotkeyExtra', figure: 'median', against: null, limit: 4 },
  { measure: 'headsetWire', figure: 'p95', against: null, limit: 10 },
  { measure: 'headsetExtra', figure: 'median', against: null, limit: 4 },
  { measure: 'headsetHook', figure: 'p95', against: null, limit: 20 },
  { measure: 'headsetLamp', figure: 'p95', against: null, limit: 20 },
  { measure: 'partyGrowth', figure: 'median', against: null, limit: 1 },
];

/**
 * Holds the app's samples to a budget; without samples of both sides there is no verdict.
 *
 * @param {Budget} budget
 * @param {readonly Sample[]} samples
 * @returns {Verdict}
 */
export function judge(budget, samples) {
  const { measure, figure: name, against, limit } = budget;
  /** @type {readonly (readonly [number, number])[]} */
  const pairs =
    against === null
      ? valuesOf(samples, measure, 'app').map((value) => /** @type {const} */ ([value, Number.NaN]))
      : pairsOf(samples, measure, 'app', against);
  if (pairs.length === 0) return { budget, figure: null, interval: null, within: null };
  const compute = /** @type {(app: readonly number[], limit: readonly number[]) => number} */ (figures[name]);
  const figure = compute(
    pairs.map(([app]) => app),
    pairs.map(([, limited]) => limited),
  );
  const within = name === 'worst against 1' ? figure === limit : figure <= limit;
  return { budget, figure, interval: bootstrapInterval(pairs, compute), within };
}
