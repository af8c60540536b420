import { median } from '../bench/statistics.mjs';

/** @typedef {{ row: number, fault: string, layer: string, until: string, limitMs: number }} Row */
/** @typedef {{ row: number, title: string, passed: boolean, measured: (Row & { measuredMs: number | null }) | null, error: string }} Run */
/** @typedef {{ row: number, fault: string, layer: string, limitMs: number | null, times: readonly number[], runs: number, failures: readonly string[] }} Result */

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
        error: error.split('\n')[0] ?? '',
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
  const named = Map.groupBy(runs, ({ row, title }) => `${row} ${title}`);
  return [...named.values()].map((same) => {
    const { row = 0, title = '' } = same[0] ?? {};
    const measured = same.flatMap((run) => (run.measured === null ? [] : [run.measured]));
    return {
      row,
      fault: title,
      layer: measured[0]?.layer ?? '?',
      limitMs: measured[0]?.limitMs ?? null,
      times: measured.flatMap(({ measuredMs }) => (measuredMs === null ? [] : [measuredMs])),
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
 * A line for each row, and below one for each failure.
 *
 * @param {readonly Result[]} results
 */
export function describeResults(results) {
  const sorted = results.toSorted((one, other) => one.row - other.row);
  const lines = sorted.flatMap(({ row, fault, layer, limitMs, times, runs, failures }) => {
    const [middle, most] = times.length === 0 ? ['-', '-'] : [median(times).toFixed(0), String(Math.max(...times))];
    const verdict = failures.length === 0 ? 'ok' : `FAILED ${failures.length} of ${runs}`;
    const line = table(`${row}`, fault, layer, `${runs}`, middle, most, limitMs === null ? '-' : `${limitMs}`, verdict);
    return [line, ...new Set(failures.map((failure) => `        ${failure}`))];
  });
  return [table('row', 'fault', 'layer', 'runs', 'median', 'max', 'limit', 'verdict (times in ms)'), ...lines].join(
    '\n',
  );
}

/** @param {readonly [row: string, fault: string, layer: string, ...figures: string[]]} cells */
function table(...[row, fault, layer, runs = '', middle = '', most = '', limit = '', verdict = '']) {
  const figures = [middle, most, limit].map((each) => each.padStart(8)).join('');
  return `${row.padStart(3)}  ${fault.padEnd(44)}${layer.padEnd(10)}${runs.padStart(4)}${figures}  ${verdict}`;
}
