import { existsSync } from 'node:fs';
import { SetupProblem } from './problem.mjs';
import { step } from './progress.mjs';
import { installPackages } from './system-libraries.mjs';

/** Where the package of Debian puts it, and the names other systems use. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of this machine, or undefined; the benchmark compares with it. */
export function findChromium() {
  return places.find((place) => existsSync(place));
}

/** Installs Debian's Chromium when there is none; nothing but the benchmark needs it. */
export async function ensureChromium() {
  if (findChromium() !== undefined) return;
  const advice = 'Install Chromium with the package manager of this system and try again.';
  if (process.platform !== 'linux') throw new SetupProblem(advice);
  await step('Installing Chromium', () => installPackages(['chromium'], advice));
  if (findChromium() === undefined) throw new SetupProblem(advice);
}
