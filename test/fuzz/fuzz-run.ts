import fc from 'fast-check';
import { it } from 'vitest';

/** Repeats itself, so that a red build is red again; `npm run fuzz` chooses another each time. */
const everydaySeed = 20_260;
const everydayInputs = 1_000;

/** One run's seed and how many inputs all targets share. */
export const fuzzSeed = Number(process.env['SWITCHHOOK_FUZZ_SEED'] ?? everydaySeed);
const allInputs = Number(process.env['SWITCHHOOK_FUZZ_INPUTS'] ?? everydayInputs);
/** Taken before any test stops the clock. */
const nowMs = performance.now.bind(performance);
const limitMs = 30 * 60_000;

declare module 'vitest' {
  interface TaskMeta {
    /** What scripts/fuzz.mjs adds up. */
    fuzz?: { readonly inputs: number; readonly ms: number };
  }
}

/**
 * A test that holds for `share` percent of all inputs, made from the seed. When it does not, its message names the seed and
 * the smallest input that still fails.
 */
export function fuzz<Input>(
  title: string,
  share: number,
  inputs: fc.Arbitrary<Input>,
  holds: (input: Input) => void | Promise<void>,
): void {
  const numRuns = Math.max(1, Math.round((allInputs * share) / 100));
  it(title, { timeout: limitMs }, async ({ task }) => {
    const began = nowMs();
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => void (await holds(input))),
      { seed: fuzzSeed, numRuns, verbose: 0 },
    );
    task.meta.fuzz = { inputs: numRuns, ms: nowMs() - began };
  });
}
