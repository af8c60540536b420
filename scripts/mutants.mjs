/**
 * `npm run mutants`: breaks the guarantee of Offline in one way after the other, in a copy of the checkout, and runs the
 * tests that must notice.
 *
 *   --only words   the mutants whose name holds these words
 *
 * Exits 1 when a named test stays green or cannot be run, when it is red without a mutant, and when a mutant no longer fits
 * the sources. It leaves this checkout alone.
 */
import { parseArgs } from 'node:util';
import { applyEdits } from './mutants/apply-edits.mjs';
import { copyCheckout } from './mutants/copy-checkout.mjs';
import { describeVerdict, judgeMutant } from './mutants/judge-mutant.mjs';
import { mutants } from './mutants/mutants.mjs';
import { runCatchers } from './mutants/run-catchers.mjs';
import { reportingProblems, SetupProblem } from './setup/problem.mjs';

await reportingProblems(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = mutants.filter(({ name }) => name.includes(values.only ?? ''));
  if (chosen.length === 0) throw new SetupProblem(`No mutant's name holds "${values.only}".`);
  const { folder, remove } = copyCheckout();
  try {
    requireGreen(folder, chosen);
    const verdicts = chosen.map((mutant) => {
      const verdict = tryMutant(folder, mutant);
      process.stdout.write(`${describeVerdict(mutant, verdict)}\n`);
      return verdict;
    });
    const caught = verdicts.filter((each) => each.caught).length;
    process.stdout.write(`\n${caught} mutants caught, ${verdicts.length - caught} not\n`);
    process.exitCode = caught === verdicts.length ? 0 : 1;
  } finally {
    remove();
  }
});

/**
 * A test that is red anyway catches nothing.
 *
 * @param {string} folder
 * @param {readonly import('./mutants/mutants.mjs').Mutant[]} chosen
 */
function requireGreen(folder, chosen) {
  const catchers = chosen.flatMap((mutant) => mutant.catchers);
  const outcomes = runCatchers(folder, catchers);
  const bad = catchers.flatMap((catcher, index) => {
    const { colour, why } = outcomes[index] ?? { colour: 'not run', why: '' };
    return colour === 'green' ? [] : [`${'row' in catcher ? `row ${catcher.row}` : catcher.test}: ${colour}, ${why}`];
  });
  if (bad.length === 0) return;
  throw new SetupProblem('Mend these tests first: without any mutant they are not green.', bad.join('\n'));
}

/**
 * @param {string} folder
 * @param {import('./mutants/mutants.mjs').Mutant} mutant
 */
function tryMutant(folder, mutant) {
  const began = Date.now();
  const applied = applyEdits(folder, mutant.edits);
  if (!applied.ok) return judgeMutant({ misfit: applied.file, outcomes: [], tookMs: Date.now() - began });
  try {
    const outcomes = runCatchers(folder, mutant.catchers);
    return judgeMutant({ misfit: null, outcomes, tookMs: Date.now() - began });
  } finally {
    applied.undo();
  }
}
