/**
 * Runs every check and test; the last line counts them as `N passed, N failed, N skipped`. Each of the first steps counts
 * as one. Exits 1 when anything failed, also when a step did not say how it went.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './app/root.mjs';
import { chooseTestRunner } from './test/ordinary-user.mjs';

const reports = join(root, 'test-results');
/** @type {string[]} Tests that passed, but not at once: each is a fault to be found. */
const secondTries = [];

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** A step that starts the app is one for an ordinary user. @type {readonly { title: string, command: readonly string[], startsApp?: boolean, count: (code: number) => Count }[]} */
const steps = [
  { title: 'build', command: ['scripts/build.mjs'], count: oneCheck },
  { title: 'format and lint', command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '.'], count: oneCheck },
  { title: 'types', command: ['node_modules/typescript/bin/tsc', '-b'], count: oneCheck },
  {
    title: 'unit, contract and layer tests',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=dot',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ],
    count: countVitest,
  },
  {
    title: 'end-to-end tests',
    command: ['node_modules/@playwright/test/cli.js', 'test'],
    startsApp: true,
    count: countPlaywright,
  },
  { title: 'features as the tests saw them', command: ['scripts/features.mjs', '--check'], count: oneCheck },
];

/** @param {number} code @returns {Count} */
function oneCheck(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {number} code @returns {Count} */
function countVitest(code) {
  const report = readReport('unit.json');
  if (report === null) return oneCheck(1);
  const { numPassedTests: passed, numFailedTests, numPendingTests: pending, numTodoTests: todo } = report;
  // A file that cannot even be loaded fails the run without a failed test.
  const failed = numFailedTests === 0 && code !== 0 ? 1 : numFailedTests;
  return { passed, failed, skipped: pending + todo };
}

/** @param {number} code @returns {Count} */
function countPlaywright(code) {
  const report = readReport('e2e.json');
  if (report === null) return oneCheck(1);
  const { expected, unexpected: failed, flaky, skipped } = report.stats;
  secondTries.push(...titlesOf(report.suites, (spec) => spec.tests.some(({ status }) => status === 'flaky')));
  return { passed: expected + flaky, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}

/**
 * @typedef {{ title: string, file: string, tests: readonly { status: string }[] }} Spec
 * @typedef {{ specs?: readonly Spec[], suites?: readonly Suite[] }} Suite
 */

/**
 * @param {readonly Suite[]} suites
 * @param {(spec: Spec) => boolean} isMeant
 * @returns {readonly string[]}
 */
function titlesOf(suites, isMeant) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(isMeant).map(({ file, title }) => `${file}: ${title}`),
    ...titlesOf(inner, isMeant),
  ]);
}

/** @param {string} name */
function readReport(name) {
  const file = join(reports, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @param {readonly string[]} command @returns {Promise<number>} */
async function runAsOrdinaryUser(command) {
  const { says, as, env, undo } = chooseTestRunner(reports);
  process.stdout.write(`== on this machine ${says}\n`);
  const code = await runStep(command, { ...as, env });
  undo();
  return code;
}

/** @param {readonly string[]} command @param {import('node:child_process').SpawnOptions} [options] @returns {Promise<number>} */
function runStep(command, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { ...options, cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('close', (code) => resolve(code ?? 1));
    child.on('error', () => resolve(1));
  });
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const { title, command, startsApp = false, count } of steps) {
  const began = Date.now();
  process.stdout.write(`\n== ${title}\n`);
  const counted = count(await (startsApp ? runAsOrdinaryUser(command) : runStep(command)));
  const seconds = ((Date.now() - began) / 1_000).toFixed(1);
  process.stdout.write(
    `== ${title}: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped in ${seconds} s\n`,
  );
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.skipped += counted.skipped;
  // Nothing after a broken build would say anything.
  if (title === 'build' && counted.failed > 0) break;
}
for (const title of secondTries) process.stdout.write(`Needed a second try: ${title}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
