import { judge } from './budgets.mjs';
import { measures, pairsOf, valuesOf } from './samples.mjs';
import { pairedDifference, summarise } from './statistics.mjs';

/** With fewer samples a difference may be printed but not claimed. */
export const fewestForClaim = 20;

/** @typedef {import('./samples.mjs').Sample} Sample */
/** @typedef {import('./samples.mjs').MeasureName} MeasureName */
/** @typedef {{ id: string, label: string }} Named */

/**
 * One measure as a table: a line for each subject with n, median, p95 and the middle half, below it the budgets.
 *
 * @param {readonly Sample[]} samples
 * @param {MeasureName} measure
 * @param {readonly Named[]} subjects
 * @param {readonly import('./budgets.mjs').Verdict[]} verdicts
 */
export function describeMeasure(samples, measure, subjects, verdicts) {
  const { title, unit, digits } = measures[measure];
  const rows = subjects.flatMap(({ id, label }) => {
    const values = valuesOf(samples, measure, id);
    if (values.length === 0) return [];
    const { n, median, p95, p25, p75 } = summarise(values);
    const [middle, high, from, to] = [median, p95, p25, p75].map((value) => value.toFixed(digits));
    return [row(label, `${n}`, middle, high, `${from} to ${to}`)];
  });
  if (rows.length === 0) return '';
  const heading = `${title}${unit === '' ? '' : `, ${unit}`}`;
  const lines = verdicts.filter(({ budget }) => budget.measure === measure).map(describeVerdict);
  const compared = describeAgainst(samples, measure, subjects);
  return [heading, row('', 'n', 'median', 'p95', 'middle half'), ...rows, ...lines, ...compared, ''].join('\n');
}

function row(label = '', n = '', middle = '', high = '', half = '') {
  return `  ${label.padEnd(26)}${n.padStart(5)}${middle.padStart(10)}${high.padStart(10)}   ${half}`;
}

/** @param {import('./budgets.mjs').Verdict} verdict */
function describeVerdict({ budget, figure, interval, within }) {
  const { measure, figure: name, against, limit } = budget;
  const unit = name === 'ratio of medians' ? '' : measures[measure].unit && ` ${measures[measure].unit}`;
  const sides = against === null ? '(c)' : `(c) to (${against === 'bare' ? 'a' : 'b'})`;
  if (figure === null) return `  ${sides}, ${name}: not measured, budget ${limit}${unit}`;
  const range = interval === null ? '' : ` (95 %: ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`;
  const verdict = within ? 'in budget' : 'OVER BUDGET';
  return `  ${sides}, ${name}: ${figure.toFixed(2)}${unit}${range}, budget ${limit}${unit}: ${verdict}`;
}

/**
 * @param {readonly Sample[]} samples
 * @param {MeasureName} measure
 * @param {readonly Named[]} subjects
 */
function describeAgainst(samples, measure, subjects) {
  const before = subjects.find(({ id }) => id === 'before');
  const pairs = pairsOf(samples, measure, 'app', 'before');
  if (before === undefined || pairs.length === 0) return [];
  const { unit, digits } = measures[measure];
  const { n, estimate, interval } = pairedDifference(pairs);
  /** @param {number} value */
  const signed = (value) => `${value < 0 ? '' : '+'}${value.toFixed(digits)}`;
  const range = interval === null ? '' : ` (95 %: ${signed(interval.low)} to ${signed(interval.high)})`;
  return [`  (c) less ${before.label}: ${signed(estimate)} ${unit}${range}: ${claim(n, interval)}`];
}

/**
 * @param {number} n
 * @param {import('./statistics.mjs').Interval | null} interval
 */
function claim(n, interval) {
  if (n < fewestForClaim || interval === null) return `too few samples for a claim (${n} of ${fewestForClaim})`;
  if (interval.low > 0) return 'more than before';
  if (interval.high < 0) return 'less than before';
  return 'no difference shown';
}

/**
 * The measures of some samples with their verdicts.
 *
 * @param {readonly Sample[]} samples
 * @param {readonly Named[]} subjects
 * @param {readonly import('./budgets.mjs').Budget[]} budgets
 */
export function describeAll(samples, subjects, budgets) {
  const measured = /** @type {MeasureName[]} */ (Object.keys(measures)).filter((name) =>
    samples.some(({ measure }) => measure === name),
  );
  const verdicts = budgets.filter(({ measure }) => measured.includes(measure)).map((budget) => judge(budget, samples));
  const text = measured.map((measure) => describeMeasure(samples, measure, subjects, verdicts)).join('\n');
  return { text, verdicts };
}
