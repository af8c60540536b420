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
      const guardian = processes.filter(({ kind }) => kind === 'guardian');
      const memory = megabytesOf(processes.filter(({ kind }) => kind !== 'guardian'));
      samples.push({ measure: 'memory', subject, round, value: memory, detail: processes });
      samples.push({ measure: 'wholeMemory', subject, round, value: megabytesOf(processes) });
      if (guardian.length > 0) {
        samples.push({ measure: 'guardianMemory', subject, round, value: megabytesOf(guardian) });
      }
    }
    progress();
  }
  return samples;
}

/** @param {readonly import('./process-tree.mjs').ProcessMemory[]} processes */
function megabytesOf(processes) {
  return processes.reduce((sum, { bytes }) => sum + bytes, 0) / bytesPerMb;
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
