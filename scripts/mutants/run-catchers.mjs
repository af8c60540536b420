import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readRuns } from '../faults/fault-results.mjs';

/** @typedef {import('./mutants.mjs').Catcher} Catcher */
/** @typedef {{ colour: 'red' | 'green' | 'not run', why: string }} Outcome */

const report = 'test-results/mutants.json';

/**
 * Runs the catchers in a checkout, which is built when a row of the fault matrix is among them.
 *
 * @param {string} checkout
 * @param {readonly Catcher[]} catchers
 * @returns {readonly Outcome[]} in the order of the catchers
 */
export function runCatchers(checkout, catchers) {
  const files = [...new Set(catchers.flatMap((each) => ('file' in each ? [each.file] : [])))];
  const rows = [...new Set(catchers.flatMap((each) => ('row' in each ? [each.row] : [])))];
  const units = files.length === 0 ? [] : readUnits(runUnits(checkout, files));
  const faults = rows.length === 0 ? [] : runRows(checkout, rows);
  return catchers.map((each) =>
    colourOf(
      'row' in each
        ? faults.filter(({ row }) => row === each.row)
        : units.filter(({ file, title }) => title === each.test && file.endsWith(each.file)),
    ),
  );
}

/**
 * Red when one run is: a catcher of several tests need not notice in all of them. What was not run caught nothing.
 *
 * @param {readonly { passed: boolean, error: string }[]} runs
 * @returns {Outcome}
 */
function colourOf(runs) {
  if (runs.length === 0) return { colour: 'not run', why: 'there is no such test, or its file cannot be loaded' };
  const failed = runs.find(({ passed }) => !passed);
  return failed === undefined ? { colour: 'green', why: '' } : { colour: 'red', why: failed.error };
}

/** @typedef {{ testResults: readonly { name: string, assertionResults: readonly { title: string, status: string, failureMessages?: readonly string[] }[] }[] }} UnitReport */

/**
 * The tests of a report of Vitest that were run.
 *
 * @param {UnitReport | null} read
 */
export function readUnits(read) {
  return (read?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ title, status, failureMessages }) => ({
        file: name.replaceAll('\\', '/'),
        title,
        passed: status === 'passed',
        error: failureMessages?.[0]?.split('\n')[0] ?? '',
      })),
  );
}

/**
 * @param {string} checkout
 * @param {readonly string[]} files
 */
function runUnits(checkout, files) {
  const reporters = ['--reporter=json', `--outputFile.json=${report}`];
  return runReported(checkout, ['node_modules/vitest/vitest.mjs', 'run', ...files, ...reporters], {});
}

/**
 * @param {string} checkout
 * @param {readonly number[]} rows
 */
function runRows(checkout, rows) {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: checkout, stdio: ['ignore', 'ignore', 2] });
  if (built.status !== 0) return [];
  const choice = ['-g', `\\brow (${rows.join('|')}):`, '--workers=1', '--retries=0', '--reporter=json'];
  const command = ['node_modules/@playwright/test/cli.js', 'test', 'test/e2e/faults', ...choice];
  // Some faults only cost time, which shows at the limits themselves.
  const read = runReported(checkout, command, { PLAYWRIGHT_JSON_OUTPUT_NAME: report, SWITCHHOOK_FAULT_SLACK: '1' });
  return read === null ? [] : readRuns(read);
}

/**
 * @param {string} checkout
 * @param {readonly string[]} command
 * @param {Record<string, string>} env
 */
function runReported(checkout, command, env) {
  const file = join(checkout, report);
  rmSync(file, { force: true });
  spawnSync(process.execPath, command, {
    cwd: checkout,
    stdio: 'ignore',
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
