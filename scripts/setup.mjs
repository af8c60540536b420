/**
 * Prepares a fresh machine: packages, Electron, system libraries. npm runs it before `npm run demo` and `npm test`, so
 * it and all it loads use Node's built-ins only. `--no-electron` prepares the packages alone; `--chromium` installs also
 * the browser that the benchmark compares with.
 */
import { ensureChromium } from './setup/chromium.mjs';
import { reportingProblems } from './setup/problem.mjs';
import { setUp } from './setup/set-up.mjs';

await reportingProblems(async () => {
  await setUp({ electron: !process.argv.includes('--no-electron') });
  if (process.argv.includes('--chromium')) await ensureChromium();
});
