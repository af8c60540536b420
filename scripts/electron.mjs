/** Which Electron this checkout runs on. `--print` prints its path as the last line, after set-up where needed. */
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findElectron } from './setup/find-electron.mjs';
import { reportingProblems, SetupProblem } from './setup/problem.mjs';
import { setUp } from './setup/set-up.mjs';

export { findElectron };

/**
 * The version the executable itself reports, such as "33.2.1".
 *
 * @param {string} path
 */
export function electronVersion(path) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return execFileSync(path, ['-p', 'process.versions.electron'], { encoding: 'utf8', env }).trim();
}

async function printPath() {
  await setUp();
  const electron = findElectron();
  if (!electron.ok) throw new SetupProblem(electron.message);
  process.stdout.write(`${electron.path}\n`);
}

const isStartedDirectly =
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isStartedDirectly && process.argv.includes('--print')) await reportingProblems(printPath);
