/** A step that cannot go on: the message is one sentence that says what to do, `details` is what the failing tool said. */
export class SetupProblem extends Error {
  /** @override */
  name = 'SetupProblem';

  /**
   * @param {string} advice
   * @param {string} [details]
   */
  constructor(advice, details = '') {
    super(advice);
    this.details = details;
  }
}

/**
 * Runs a script's work and turns a problem into its sentence on stderr and exit code 1; bugs stay exceptions.
 *
 * @param {() => Promise<void>} work
 */
export async function reportingProblems(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    const lines = [error.details.trim(), error.message].filter(Boolean);
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exitCode = 1;
  }
}
