import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { appArguments } from '../app/app-arguments.mjs';
import { root } from '../app/root.mjs';
import { startSimulator } from '../app/start-simulator.mjs';
import { findElectron } from '../setup/find-electron.mjs';
import { SetupProblem } from '../setup/problem.mjs';
import { memoryOfTree } from './process-tree.mjs';

const pairs = 5;
const snapshotLimitMs = 20_000;
/** Memory is read when start-up has settled. */
const settleMs = 2_000;

/** @typedef {{ startMs: number, memoryBytes: number | null }} Sample */
/** @typedef {{ bare: readonly Sample[], app: readonly Sample[] }} Comparison */

/**
 * Starts the bare Streams page and the app in turn, each on a warm profile of its own, and measures for each the time
 * from the start of the process to the backend's first GetAgentSnapshot, and the memory of the whole process tree.
 *
 * @param {string} folder where the profiles go
 * @returns {Promise<Comparison>}
 */
export async function compareWithBarePage(folder) {
  const subjects = { bare: join(root, 'dist/bare'), app: root };
  /** @type {{ bare: Sample[], app: Sample[] }} */
  const samples = { bare: [], app: [] };
  for (let round = 0; round <= pairs; round += 1) {
    for (const name of /** @type {const} */ (['bare', 'app'])) {
      const sample = await measure(subjects[name], join(folder, `${name}-profile`));
      // The first round warms the profiles.
      if (round > 0) samples[name].push(sample);
    }
  }
  return samples;
}

/**
 * @param {string} app
 * @param {string} userDataDir
 * @returns {Promise<Sample>}
 */
async function measure(app, userDataDir) {
  const electron = findElectron();
  if (!electron.ok) throw new SetupProblem(electron.message);
  mkdirSync(userDataDir, { recursive: true });
  const simulator = await startSimulator({});
  const beganMs = Date.now();
  const child = spawn(
    electron.path,
    appArguments({ app, ccpUrl: simulator.ccpUrl, userDataDir, fakeMicrophone: true }),
    {
      stdio: 'ignore',
    },
  );
  try {
    const request = await simulator.waitForRequest(
      (each) => each.operation === 'GetAgentSnapshot' && each.status === 200,
      {
        timeoutMs: snapshotLimitMs,
      },
    );
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    return { startMs: Date.parse(request.time) - beganMs, memoryBytes: memoryOfTree(child.pid ?? 0) };
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    await simulator.stop();
  }
}

/**
 * Says both figures side by side, with the ratio to the bare page.
 *
 * @param {Comparison} comparison
 */
export function describeComparison({ bare, app }) {
  const start = [median(bare.map((sample) => sample.startMs)), median(app.map((sample) => sample.startMs))];
  const memory = [bare, app].map((samples) =>
    median(samples.map((sample) => (sample.memoryBytes ?? Number.NaN) / 1e6)),
  );
  return [
    `Medians of ${app.length} starts each on a warm profile, bare Streams page | app | ratio:`,
    `  start to first GetAgentSnapshot  ${row(start, 'ms', 1.15)}`,
    `  memory of the process tree (PSS) ${row(memory, 'MB', 1.12)}`,
    '',
  ].join('\n');
}

/** @param {readonly (number | undefined)[]} pair @param {string} unit @param {number} aim */
function row([bare = Number.NaN, app = Number.NaN], unit, aim) {
  const ratio = app / bare;
  const verdict = ratio <= aim ? `within ${aim}` : `over the aim of ${aim}`;
  return `${bare.toFixed(0)} ${unit} | ${app.toFixed(0)} ${unit} | ${ratio.toFixed(2)} (${verdict})`;
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
