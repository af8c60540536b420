import { stripVTControlCharacters } from 'node:util';
import { median, p95 } from '../bench/statistics.mjs';

const faultWidth = 60;
const cellWidth = 14;

/** @typedef {{ row: number, fault: string, layer: string, until: string, limitMs: number }} Row */
/** @typedef {{ offlineMs: number, seenMs: number, goneMs: number }} Speed of an orderly leaving */
/** @typedef {{ row: number, title: string, passed: boolean, measured: (Row & { measuredMs: number | null, speed: Speed | null }) | null, error: string }} Run */
/** @typedef {{ row: number, fault: string, layer: string, limitMs: number | null, times: readonly number[], speeds: readonly Speed[], runs: number, failures: readonly string[] }} Result */

/** @typedef {{ specs?: readonly { title: string, tests: readonly { status: string, annotations: readonly { type: string, description?: string }[], results: readonly { errors: readonly { message?: string }[] }[] }[] }[], suites?: readonly Suite[] }} Suite */

/**
 * The runs of fault rows in a JSON report of Playwright.
 *
 * @param {Suite} suite
 * @returns {readonly Run[]}
 */
export function readRuns(suite) {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ status, annotations, results }) => {
      const said = annotations.find(({ type }) => type === 'fault')?.description;
      const error = results.flatMap(({ errors }) => errors)[0]?.message ?? '';
      return {
        row: rowOf(title),
        title: title.replace(/^row \d+: /, ''),
        passed: status === 'expected',
        measured: said === undefined ? null : JSON.parse(said),
        error: stripVTControlCharacters(error.split('\n')[0] ?? ''),
      };
    }),
  );
  return [...own, ...(suite.suites ?? []).flatMap(readRuns)];
}

/** @typedef {{ testResults: readonly { assertionResults: readonly { title: string, status: string, duration?: number | null, failureMessages?: readonly string[] }[] }[] }} UnitReport */

/**
 * The rows that a JSON report of Vitest proves, without a time: nothing is measured on a fake window.
 *
 * @param {UnitReport} report
 * @returns {readonly Result[]}
 */
export function readUnitRows({ testResults }) {
  const proofs = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title }) => rowOf(title) > 0);
  return proofs.map(({ title, status, failureMessages }) => ({
    row: rowOf(title),
    fault: title.replace(/^row \d+: /, ''),
    layer: 'unit',
    limitMs: null,
    times: [],
    speeds: [],
    runs: 1,
    failures: status === 'passed' ? [] : [failureMessages?.[0]?.split('\n')[0] ?? status],
  }));
}

/** @param {string} title such as `row 7: five signals` */
const rowOf = (title) => Number(/^row (\d+):/.exec(title)?.[1] ?? 0);

/**
 * One result for each row and fault, of all its runs. A run without a measurement is a failure whatever Playwright says.
 *
 * @param {readonly Run[]} runs
 * @returns {readonly Result[]}
 */
export function gatherResults(runs) {
  const nameOf = (/** @type {Run} */ { row, title }) => `${row} ${title}`;
  return [...new Set(runs.map(nameOf))].map((name) => {
    const same = runs.filter((run) => nameOf(run) === name);
    const { row = 0, title = '' } = same[0] ?? {};
    const measured = same.flatMap((run) => (run.measured === null ? [] : [run.measured]));
    return {
      row,
      fault: title,
      layer: measured[0]?.layer ?? '?',
      limitMs: measured[0]?.limitMs ?? null,
      times: measured.flatMap(({ measuredMs }) => (measuredMs === null ? [] : [measuredMs])),
      speeds: measured.flatMap(({ speed }) => (speed === null ? [] : [speed])),
      runs: same.length,
      failures: same.flatMap(failureOf),
    };
  });
}

/** @param {Run} run */
function failureOf({ passed, measured, error }) {
  if (!passed) return [error || 'failed without a word'];
  if (measured === null || measured.measuredMs === null) return ['nothing was measured'];
  return measured.measuredMs > measured.limitMs ? [`${measured.measuredMs} ms is over the limit`] : [];
}

/**
 * A row that was asked for and that no test has. It would otherwise pass by being forgotten.
 *
 * @param {readonly string[]} asked
 * @param {readonly Result[]} results
 * @returns {readonly Result[]}
 */
export function missingRows(asked, results) {
  return asked
    .filter((number) => !results.some(({ row }) => row === Number(number)))
    .map((number) => ({
      row: Number(number),
      fault: 'no test has this row',
      layer: '?',
      limitMs: null,
      times: [],
      speeds: [],
      runs: 0,
      failures: ['nothing was run'],
    }));
}

/**
 * A line for each row, and below one for each failure.
 *
 * @param {readonly Result[]} results
 */
export function describeResults(results) {
  const sorted = results.toSorted((one, other) => one.row - other.row);
  const lines = sorted.flatMap(({ row, fault, layer, limitMs, times, runs, failures }) => {
    const [middle, most] = times.length === 0 ? ['-', '-'] : [median(times).toFixed(0), String(Math.max(...times))];
    const verdict = failures.length === 0 ? 'ok' : `FAILED ${failures.length} of ${runs}`;
    const figures = [`${runs}`, middle, most, limitMs === null ? '-' : `${limitMs}`];
    return [
      line(row, fault, [layer, ...figures], verdict),
      ...new Set(failures.map((failure) => `        ${failure}`)),
    ];
  });
  return [line('row', 'fault', ['layer', 'runs', 'median', 'max', 'limit'], 'verdict (times in ms)'), ...lines].join(
    '\n',
  );
}

/**
 * How fast the orderly leavings were, a line for each row that has one: medians and 95th percentiles. Empty without any.
 *
 * @param {readonly Result[]} results
 */
export function describeSpeed(results) {
  const rows = results.filter(({ speeds }) => speeds.length > 0).toSorted((one, other) => one.row - other.row);
  if (rows.length === 0) return '';
  const lines = rows.map(({ row, fault, speeds }) => {
    const figures = /** @type {const} */ (['offlineMs', 'seenMs', 'goneMs']).map((name) => {
      const values = speeds.map((speed) => speed[name]);
      return `${median(values).toFixed(0)} / ${p95(values).toFixed(0)}`;
    });
    return line(row, fault, [`${speeds.length}`, ...figures]);
  });
  const title =
    'How fast, median / p95 in ms: wish to Offline on the backend, from there to its snapshot, from there to the end.';
  return [title, line('row', 'fault', ['runs', 'Offline', 'seen', 'gone']), ...lines].join('\n');
}

/**
 * @param {number | string} row
 * @param {string} fault
 * @param {readonly string[]} cells
 * @param {string} [verdict]
 */
function line(row, fault, cells, verdict = '') {
  const figures = cells.map((each) => each.padStart(cellWidth)).join('');
  return `${String(row).padStart(3)}  ${fault.padEnd(faultWidth)}${figures}  ${verdict}`.trimEnd();
}
