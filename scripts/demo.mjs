/**
 * `npm run demo`: simulator and app together, for a person. `npm run demo -- --tour [--seed N]`: a shift that plays by
 * itself and asserts every step; exits 0 only if the last STATE_CHANGE says Offline.
 */
import { parseArgs } from 'node:util';
import { build } from './app/build.mjs';
import { ensureDisplay } from './setup/display.mjs';
import { reportingProblems } from './setup/problem.mjs';

const { values } = parseArgs({ options: { tour: { type: 'boolean' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? 1);

await reportingProblems(async () => {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`--seed must be a whole number, not ${values.seed}`);
  process.stdout.write('Building.\n');
  build();
  const display = await ensureDisplay();
  if (display.virtual)
    process.stdout.write(`No display here: the window opens on a virtual one, ${display.env.DISPLAY} (Xvfb).\n`);
  Object.assign(process.env, display.env);
  try {
    if (values.tour) {
      const { playTour } = await import('./demo/tour.mjs');
      process.exitCode = (await playTour(seed)) ? 0 : 1;
    } else {
      const { openDemo } = await import('./demo/open-demo.mjs');
      await openDemo({ seed, fakeMicrophone: display.virtual });
    }
  } finally {
    await display.stop();
  }
});
