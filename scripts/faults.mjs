/**
 * `npm run faults`: every row of the fault matrix in docs/offline-guarantee.md, one after the other, held to its limit.
 *
 *   --row 7       this row only; may be given again
 *   --repeat 20   each row so often; the table then says median and maximum
 *   --no-build    what is in dist/
 *
 * A second table says how fast the orderly leavings were.
 * Exits 1 when a row failed, was over its limit, was not measured or has no test. The reports stay in test-results/.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './app/build.mjs';
import { root } from './app/root.mjs';
import {
  describeResults,
  describeSpeed,
  gatherResults,
  missingRows,
  readRuns,
  readUnitRows,
} from './faults/fault-results.mjs';
import { reportingProblems, SetupProblem } from './setup/problem.mjs';

/** The rows that need a Windows session or an updater, for which fakes stand in, and fifty computers: the lease client alone. */
const unitFiles = [
  'test/unit/main/presence/update-exit.test.ts',
  'test/unit/main/presence/session-end.test.ts',
  'test/unit/main/hook/fifty-agents.test.ts',
];
/** How the names of the files of all other rows begin. */
const endToEndFiles = 'test/e2e/faults';
const reports = join(root, 'test-results');

await reportingProblems(async () => {
  const options = readOptions();
  if (options.builds) build();
  mkdirSync(reports, { recursive: true });
  const title = options.rows.length === 0 ? '\\brow \\d+:' : `\\brow (${options.rows.join('|')}):`;
  const run = [...runEndToEnd(title, options.repeat), ...runUnit(title, options.rows)];
  const results = [...run, ...missingRows(options.rows, run)];
  process.stdout.write(`\n${describeResults(results)}\n\n${describeSpeed(results)}\n`);
  const failed = results.filter(({ failures }) => failures.length > 0).length;
  process.stdout.write(`\n${results.length - failed} rows held, ${failed} failed\n`);
  process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;
});

function readOptions() {
  const { values } = parseArgs({
    options: {
      row: { type: 'string', multiple: true },
      repeat: { type: 'string' },
      'no-build': { type: 'boolean' },
    },
  });
  const rows = values.row ?? [];
  const repeat = values.repeat ?? '1';
  for (const number of [...rows, repeat]) {
    if (!/^[1-9]\d*$/.test(number)) throw new SetupProblem(`Give --row and --repeat a whole number, not ${number}.`);
  }
  return { rows, repeat, builds: values['no-build'] !== true };
}

/**
 * @param {string} title
 * @param {string} repeat
 */
function runEndToEnd(title, repeat) {
  const report = freshReport('faults.json');
  const command = ['node_modules/@playwright/test/cli.js', 'test', endToEndFiles, '--workers=1'];
  const choice = ['-g', title, `--repeat-each=${repeat}`, '--retries=0', '--pass-with-no-tests'];
  run([...command, ...choice, '--output=test-results/faults', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    SWITCHHOOK_FAULT_SLACK: '1',
  });
  return gatherResults(readRuns(readReport(report)));
}

/**
 * @param {string} title
 * @param {readonly string[]} rows
 */
function runUnit(title, rows) {
  const report = freshReport('faults-unit.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  run(['node_modules/vitest/vitest.mjs', 'run', ...unitFiles, '-t', title, ...reporters], {});
  // What was not asked for is in the report as well, as skipped.
  return readUnitRows(readReport(report)).filter(({ row }) => rows.length === 0 || rows.includes(`${row}`));
}

/**
 * @param {readonly string[]} command
 * @param {Record<string, string>} env
 */
function run(command, env) {
  spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
}

/** @param {string} name */
function freshReport(name) {
  const report = join(reports, name);
  rmSync(report, { force: true });
  return report;
}

/** @param {string} report */
function readReport(report) {
  if (!existsSync(report)) throw new SetupProblem('A run ended without a report; what it printed says why.');
  return JSON.parse(readFileSync(report, 'utf8'));
}
