import { processorSecondsOfTree } from './process-tree.mjs';

/** Start-up work, and what Chromium puts off until it is idle, must be over. */
const settleMs = 15_000;

/** @typedef {import('./samples.mjs').Sample} Sample */

/**
 * Lets all subjects wait side by side with an available agent and measures the processor each takes. They share each
 * window of time, and with it whatever else the machine does in it.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 * @param {{ windows: number, windowMs: number }} extent
 * @param {() => void} progress called after each window
 * @returns {Promise<Sample[]>}
 */
export async function measureIdle(stations, { windows, windowMs }, progress = () => {}) {
  /** @type {Sample[]} */
  const samples = [];
  const runs = [];
  for (const station of stations) runs.push({ subject: station.subject.id, run: await station.start() });
  for (let round = 0; round < windows; round += 1) {
    await Promise.all(runs.map(({ run }) => run.proveAlive()));
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    const before = runs.map(({ run }) => reading(run.pid));
    await new Promise((resolve) => setTimeout(resolve, windowMs));
    for (const [index, { subject, run }] of runs.entries()) {
      const [then, now] = [before[index], reading(run.pid)];
      if (then?.seconds == null || now.seconds === null) continue;
      const share = (now.seconds - then.seconds) / ((now.atMs - then.atMs) / 1_000);
      samples.push({ measure: 'idle', subject, round, value: share * 100 });
    }
    await Promise.all(runs.map(({ run }) => run.proveAlive()));
    progress();
  }
  for (const { run } of runs) await run.end();
  return samples;
}

/** @param {number} pid */
function reading(pid) {
  return { seconds: processorSecondsOfTree(pid), atMs: performance.now() };
}
