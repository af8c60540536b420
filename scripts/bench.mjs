/**
 * `npm run bench`: the app beside the least that is possible, held to its budgets; docs/bench.md says how to read it.
 *
 *   --n 20           samples of each measure
 *   --only <name>    one measurement: start, idle, contact, status, toast, hotkey, headset,
 *                    search, shift, parties, paints or attributes
 *   --quick          few samples, to see that everything works
 *   --against <ref>  also the app as of a git ref, in the same rounds
 *   --soak 30m       instead: contacts at sixty times the usual rate
 *
 * Exits 1 when a budget is exceeded or a sample could not be taken.
 */
import { parseArgs } from 'node:util';
import { build } from './app/build.mjs';
import { ensureDisplay } from './setup/display.mjs';
import { reportingProblems, SetupProblem } from './setup/problem.mjs';

/** @type {import('./bench/measurements.mjs').Extent} */
const wholeExtent = { n: 20, idle: { windows: 5, windowMs: 60_000 }, snapshots: 100 };
/** @type {import('./bench/measurements.mjs').Extent} */
const quickExtent = { n: 3, idle: { windows: 1, windowMs: 10_000 }, snapshots: 10 };
const msPerUnit = { s: 1_000, m: 60_000, h: 3_600_000 };

await reportingProblems(async () => {
  const options = readOptions();
  process.stdout.write('Building.\n');
  build();
  const display = await ensureDisplay();
  Object.assign(process.env, display.env);
  try {
    const { runBench, runSoak } = await import('./bench/run-bench.mjs');
    const within = options.soakMs === null ? await runBench(options) : await runSoak(options.soakMs);
    process.exitCode = within ? 0 : 1;
  } finally {
    await display.stop();
  }
});

function readOptions() {
  const { values } = parseArgs({
    options: {
      n: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean' },
      against: { type: 'string' },
      soak: { type: 'string' },
    },
  });
  const extent = values.quick ? quickExtent : wholeExtent;
  const n = values.n === undefined ? extent.n : Number(values.n);
  if (!Number.isSafeInteger(n) || n < 1) throw new SetupProblem(`Give --n a whole number, not ${values.n}.`);
  return {
    extent: { ...extent, n },
    only: values.only ?? null,
    against: values.against ?? null,
    soakMs: values.soak === undefined ? null : readDuration(values.soak),
  };
}

/** @param {string} text such as 30m */
function readDuration(text) {
  const [, amount, unit] = /^(\d+)(s|m|h)$/.exec(text) ?? [];
  if (amount === undefined) throw new SetupProblem(`Give --soak a time such as 30m, not ${text}.`);
  return Number(amount) * msPerUnit[/** @type {keyof typeof msPerUnit} */ (unit)];
}
