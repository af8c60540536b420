/**
 * Starts the built simulator in this process.
 *
 * @param {import('../../simulator/simulator-options.js').SimulatorOptions} options
 * @returns {Promise<import('../../simulator/simulator.js').Simulator>}
 */
export async function startSimulator(options) {
  // Built files have no types; theirs are the sources'.
  const built = '../../dist/simulator/simulator.js';
  const { startSimulator: start } = await import(built);
  return start(options);
}
