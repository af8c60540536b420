import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../app/root.mjs';
import { SetupProblem } from '../setup/problem.mjs';
import { budgets } from './budgets.mjs';
import { buildFormer } from './build-former.mjs';
import { describeEnvironment } from './environment.mjs';
import { measurements } from './measurements.mjs';
import { describeAll, fewestForClaim } from './report.mjs';
import { serveBarePage } from './serve-bare-page.mjs';
import { soak } from './soak.mjs';
import { describeSoak } from './soak-report.mjs';
import { openAll } from './station.mjs';
import { appSubject, bareSubject, chromiumSubject, formerSubject } from './subjects.mjs';

/** @typedef {import('./samples.mjs').Sample} Sample */
/** @typedef {import('./subjects.mjs').Subject} Subject */

/**
 * Measures, prints and keeps the samples; resolves with whether every budget was kept.
 *
 * @param {{ extent: import('./measurements.mjs').Extent, only: string | null, against: string | null }} options
 */
export async function runBench({ extent, only, against }) {
  const chosen = Object.entries(measurements).filter(([name]) => only === null || name === only);
  if (chosen.length === 0) {
    throw new SetupProblem(`Give --only one of ${Object.keys(measurements).join(', ')}; "${only}" is none.`);
  }
  return withFolder(async (folder) => {
    const former = against === null ? null : buildFormer(against, join(folder, 'former'));
    const page = await serveBarePage();
    try {
      const chromium = chromiumSubject(page.origin);
      const subjects = [
        bareSubject(),
        ...(chromium === null ? [] : [chromium]),
        appSubject(),
        ...(former === null ? [] : [formerSubject(join(folder, 'former'), former.label)]),
      ];
      const environment = describeEnvironment();
      say(describeHead(environment, extent, chromium !== null));
      /** @type {Sample[]} */
      const samples = [];
      const kept = { environment, extent, against: former?.label ?? null, samples };
      try {
        await takeSamples(subjects, folder, chosen, extent, samples);
      } catch (error) {
        say(`Raw samples so far: ${keepSamples(kept)}`);
        throw error;
      }
      const { text, verdicts } = describeAll(samples, subjects, budgets);
      say(text);
      const file = keepSamples(kept);
      const over = verdicts.filter(({ within }) => within === false);
      say(`${over.length === 0 ? 'No budget is exceeded.' : `Over budget: ${over.length} of ${verdicts.length}.`}`);
      say(`Raw samples: ${file}`);
      return over.length === 0;
    } finally {
      page.stop();
      former?.remove();
    }
  });
}

/**
 * Works through contacts for a time; resolves with whether memory and latencies stayed.
 *
 * @param {number} durationMs
 */
export async function runSoak(durationMs) {
  return withFolder(async (folder) => {
    const subjects = [bareSubject(), appSubject()];
    const environment = describeEnvironment();
    say(describeVersions(environment));
    const stations = await openAll(subjects, folder);
    try {
      const samples = await soak(stations, durationMs, say);
      const { text, within } = describeSoak(samples, subjects);
      say(text);
      say(`Raw samples: ${keepSamples({ environment, soakMs: durationMs, samples })}`);
      return within;
    } finally {
      for (const station of stations) await station.close();
    }
  });
}

/**
 * @param {readonly Subject[]} subjects
 * @param {string} folder
 * @param {readonly (readonly [string, (typeof measurements)[string]])[]} chosen
 * @param {import('./measurements.mjs').Extent} extent
 * @param {Sample[]} samples what is added to
 */
async function takeSamples(subjects, folder, chosen, extent, samples) {
  const stations = await openAll(subjects, folder);
  try {
    for (const [name, { takesChromium, measure }] of chosen) {
      const beganMs = Date.now();
      const taking = stations.filter(({ subject }) => takesChromium || subject.id !== 'chromium');
      try {
        samples.push(...(await measure(taking, extent)));
      } catch (error) {
        const advice = `Run "npm run bench -- --only ${name}" on a quiet machine: a sample could not be taken.`;
        throw new SetupProblem(advice, error instanceof Error ? error.message : `${error}`);
      }
      process.stderr.write(`${name}: ${Math.round((Date.now() - beganMs) / 1_000)} s\n`);
    }
  } finally {
    for (const station of stations) await station.close();
  }
}

/** @param {ReturnType<typeof describeEnvironment>} environment */
function describeVersions({ electron, chromium, commit, system, machine }) {
  return [
    `Electron ${electron}${chromium === null ? '' : `, Chromium ${chromium}`}`,
    `Commit ${commit}`,
    `${system}, ${machine}`,
    '',
  ].join('\n');
}

/**
 * @param {ReturnType<typeof describeEnvironment>} environment
 * @param {import('./measurements.mjs').Extent} extent
 * @param {boolean} hasChromium
 */
function describeHead(environment, { n }, hasChromium) {
  const remarks = [
    ...(n < fewestForClaim ? [`With fewer than ${fewestForClaim} samples no difference is claimed.`] : []),
    ...(hasChromium ? [] : ['Chromium is not installed ("npm run setup -- --chromium"), so (b) is not measured.']),
  ];
  return [describeVersions(environment), ...remarks, ''].join('\n');
}

/** @param {Record<string, unknown>} record */
function keepSamples(record) {
  const folder = join(root, 'test-results', 'bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  writeFileSync(file, JSON.stringify(record, null, 1));
  return file;
}

/**
 * @template T
 * @param {(folder: string) => Promise<T>} work
 */
async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'switchhook-bench-'));
  try {
    return await work(folder);
  } finally {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch {
      // A program that was killed may still write in it; that must not take the place of what really went wrong.
    }
  }
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}
