import { memoryOfTree } from './process-tree.mjs';

/** Memory is read when the start has settled. */
const settleMs = 3_000;
const bytesPerMb = 1e6;

/** @typedef {import('./samples.mjs').Sample} Sample */

/**
 * Starts every subject in turn, a round for each sample, and measures the time from the start of its process to the
 * backend's first GetAgentSnapshot, and a little later its memory. The profiles must be warm.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 * @param {number} rounds
 * @param {() => void} progress called after each round
 * @returns {Promise<Sample[]>}
 */
export async function measureStart(stations, rounds, progress = () => {}) {
  /** @type {Sample[]} */
  const samples = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const station of inTurn(stations, round)) {
      const { id: subject } = station.subject;
      const run = await station.start();
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      const processes = memoryOfTree(run.pid);
      await run.proveAlive();
      await run.end();
      samples.push({ measure: 'start', subject, round, value: run.startMs });
      if (processes === null) continue;
      const bytes = processes.reduce((sum, each) => sum + each.bytes, 0);
      samples.push({ measure: 'memory', subject, round, value: bytes / bytesPerMb, detail: processes });
    }
    progress();
  }
  return samples;
}

/**
 * Another order each round, so that nobody always comes after the same.
 *
 * @template T
 * @param {readonly T[]} all
 * @param {number} round
 */
export function inTurn(all, round) {
  const first = round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}
