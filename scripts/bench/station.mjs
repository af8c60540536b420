import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { killApp } from '../app/kill-app.mjs';
import { languageEnvironment } from '../app/one-language.mjs';
import { startSimulator } from '../app/start-simulator.mjs';
import { openDevTools } from './dev-tools.mjs';
import { leavePageCache } from './leave-page-cache.mjs';
import { awaitText, statusPlace } from './page-watch.mjs';

const startLimitMs = 20_000;
const exitLimitMs = 10_000;
const keptLines = 20;
/** The status a phone waits in, and one to change to and fro with. */
export const waitingStatus = 'Available';
export const otherStatus = 'Lunch';

/** @typedef {import('./subjects.mjs').Subject} Subject */
/** @typedef {Awaited<ReturnType<typeof openStation>>} Station */
/** @typedef {Awaited<ReturnType<Station['start']>>} Run */

/**
 * A subject with the profile and the simulator it keeps for the whole benchmark: both the caches and the session belong
 * to the instance's address, so another address would be a cold start.
 *
 * @param {Subject} subject
 * @param {string} folder where the profile goes
 */
export async function openStation(subject, folder) {
  const userDataDir = `${folder}/${subject.id}-profile`;
  mkdirSync(userDataDir, { recursive: true });
  const simulator = await startSimulator({ seed: 1 });
  const { origin, pathname } = new URL(simulator.ccpUrl);
  /** @type {Set<import('node:child_process').ChildProcess>} */
  const running = new Set();

  /** Starts the subject; resolves when its backend has answered the first GetAgentSnapshot. */
  async function start() {
    putAgent(waitingStatus);
    const since = simulator.requests.length;
    const beganMs = Date.now();
    const child = spawn(subject.program, subject.argumentsFor({ ccpUrl: simulator.ccpUrl, userDataDir }), {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...languageEnvironment, ...subject.env },
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    /** @type {string[]} */
    const said = [];
    const port = debuggingPort(child, said);
    // Whoever needs the port is told; until then a program that ends early must not end the benchmark unsaid.
    port.catch(() => {});
    const request = await simulator
      .waitForRequest(({ operation, status }) => operation === 'GetAgentSnapshot' && status === 200, {
        timeoutMs: startLimitMs,
        since,
      })
      .catch((cause) => {
        const state = child.exitCode === null ? 'runs' : `ended with ${child.exitCode}`;
        throw new Error(`${subject.label} ${state} and asks for nothing. It said: ${said.join('\n')}`, { cause });
      });
    return {
      simulator,
      pid: child.pid ?? 0,
      startMs: Date.parse(request.time) - beganMs,
      /** @param {string} [path] @param {number} [limitMs] how long the page may take to come */
      openDevTools: async (path, limitMs) => openDevTools(await port, subject.origin, path, limitMs),
      openPanelDevTools: async () => openDevTools(await port, origin, pathname, 0, 'iframe'),
      proveAlive: async () => {
        const devTools = await openDevTools(await port, subject.origin);
        try {
          await proveAlive(devTools);
        } finally {
          devTools.close();
        }
      },
      /** Ends it in good order, so that its profile is whole. */
      async end() {
        const ended = once(child, 'exit');
        const timer = setTimeout(() => killApp(child), exitLimitMs);
        child.kill('SIGTERM');
        await ended;
        clearTimeout(timer);
      },
    };
  }

  /**
   * Asserts that an agent is signed in and that the frame is live: a supervisor's change of status goes through the
   * panel's worker, the panel's frame and Streams before the page can show it.
   *
   * @param {import('./dev-tools.mjs').DevTools} devTools
   */
  async function proveAlive(devTools) {
    for (const status of [otherStatus, waitingStatus]) {
      putAgent(status);
      await devTools.evaluate(awaitText, statusPlace, status, startLimitMs);
    }
  }

  /** @param {string} status */
  function putAgent(status) {
    if (simulator.control.state().status.name !== status) simulator.control.changeStatus(status);
  }

  return {
    subject,
    simulator,
    start,
    proveAlive,
    async close() {
      for (const child of running) killApp(child);
      await simulator.stop();
    },
  };
}

/**
 * Opens a station for each subject and starts each twice: the first fills the caches, and Chromium keeps compiled scripts
 * from the second on.
 *
 * @param {readonly Subject[]} subjects
 * @param {string} folder
 */
export async function openAll(subjects, folder) {
  /** @type {Station[]} */
  const stations = [];
  try {
    for (const subject of subjects) {
      if (subject.built !== undefined) leavePageCache(subject.built);
      const station = await openStation(subject, folder);
      stations.push(station);
      for (const _warmUp of [1, 2]) {
        const run = await station.start();
        await run.proveAlive();
        await run.end();
      }
    }
  } catch (error) {
    for (const station of stations) await station.close();
    throw error;
  }
  return stations;
}

/**
 * Chromium says on stderr where it listens. The stream is read to its end, or the program would block on it.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {string[]} said gets its last lines
 * @returns {Promise<number>}
 */
function debuggingPort(child, said) {
  const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stderr) });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line);
      if (said.length > keptLines) said.shift();
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    lines.once('close', () => reject(new Error('The program ended without a debugging port')));
  });
}
