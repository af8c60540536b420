/**
 * Runs the fuzz targets of test/fuzz/ with a seed of its own: `npm run fuzz -- --inputs 100000 --seed 7`. Prints the seed
 * first, so that a run can be repeated, then the inputs a second of each target. Exits 1 when a target failed; what vitest
 * printed names the seed, the path and the smallest input.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './app/root.mjs';

const { values } = parseArgs({ options: { inputs: { type: 'string' }, seed: { type: 'string' } } });
const inputs = Number(values.inputs ?? 100_000);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write(
    'Say --inputs and --seed as whole numbers, for example: npm run fuzz -- --inputs 1000 --seed 7\n',
  );
  process.exit(2);
}
const report = join(root, 'test-results', 'fuzz.json');
mkdirSync(join(root, 'test-results'), { recursive: true });
rmSync(report, { force: true });
process.stdout.write(`seed ${seed}, ${inputs} inputs\n`);

const began = performance.now();
const child = spawn(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    'test/fuzz',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SWITCHHOOK_FUZZ_INPUTS: String(inputs), SWITCHHOOK_FUZZ_SEED: String(seed) },
  },
);
child.on('close', (code) => {
  const seconds = (performance.now() - began) / 1_000;
  /** @type {{ testResults: { assertionResults: { title: string, status: string, meta: { fuzz?: { inputs: number, ms: number } } }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  let done = 0;
  for (const { title, status, meta } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    const { inputs: run, ms } = meta.fuzz ?? { inputs: 0, ms: 0 };
    done += run;
    const rate = ms === 0 ? '-' : String(Math.round((run / ms) * 1_000));
    process.stdout.write(`${status.padEnd(7)} ${String(run).padStart(7)} inputs ${rate.padStart(7)}/s  ${title}\n`);
  }
  process.stdout.write(`seed ${seed}: ${done} inputs in ${seconds.toFixed(1)} s, ${Math.round(done / seconds)}/s\n`);
  process.exitCode = code ?? 1;
});
