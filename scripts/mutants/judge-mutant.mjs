/** @typedef {import('./mutants.mjs').Mutant} Mutant */
/** @typedef {import('./run-catchers.mjs').Outcome} Outcome */
/** @typedef {{ caught: boolean, misfit: string | null, outcomes: readonly Outcome[], tookMs: number }} Verdict */

/**
 * A mutant is caught when every test that is named for it is red. `misfit` is the file that the mutant no longer fits.
 *
 * @param {Omit<Verdict, 'caught'>} trial
 * @returns {Verdict}
 */
export function judgeMutant(trial) {
  const { misfit, outcomes } = trial;
  const allRed = outcomes.length > 0 && outcomes.every(({ colour }) => colour === 'red');
  return { ...trial, caught: misfit === null && allRed };
}

/**
 * A line for the mutant, and one for each of its tests.
 *
 * @param {Mutant} mutant
 * @param {Verdict} verdict
 */
export function describeVerdict({ name, catchers }, { caught, misfit, outcomes, tookMs }) {
  const seconds = (tookMs / 1_000).toFixed(1).padStart(6);
  const title = `${caught ? 'caught' : 'NOT CAUGHT'}`.padEnd(11);
  if (misfit !== null) return `${title}${seconds} s  ${name}\n    it no longer fits ${misfit}: write it anew`;
  const lines = catchers.map((catcher, index) => {
    const { colour, why } = outcomes[index] ?? { colour: 'not run', why: '' };
    const test = 'row' in catcher ? `row ${catcher.row}` : `${catcher.file}: ${catcher.test}`;
    return `    ${colour}: ${test}${why === '' ? '' : `\n      ${why}`}`;
  });
  return [`${title}${seconds} s  ${name}`, ...lines].join('\n');
}
