import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.mjs';

const electronPackage = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'node_modules', 'electron');

/** Changes when the same version is made in another way, so that old copies are not taken for new ones. */
const recipe = 1;

/** The Electron that Linux x64 gets from the package registry. */
export const registryElectronVersion = '33.2.1';

/**
 * @typedef {{ ok: true, path: string, source: 'environment' | 'package' | 'cache' }} FoundElectron
 * @typedef {{ ok: false, reason: 'environment-path-missing' | 'not-set-up', message: string }} NoElectron
 */

/** Says which Electron executable this machine has, or why there is none; fetches nothing. */
export function findElectron() {
  return chooseElectron({
    fromEnvironment: process.env.ELECTRON_EXEC_PATH,
    fromPackage: packageExecutable(),
    fromCache: join(registryElectronFolder(), 'electron'),
    exists: existsSync,
  });
}

/** The folder of the Electron from the package registry; it is complete as soon as it exists. */
export function registryElectronFolder() {
  return join(cacheFolder(), `electron-${registryElectronVersion}-linux-x64-r${recipe}`);
}

/**
 * Picks the named executable, else the electron package's own, else the cached one.
 *
 * @param {{
 *   fromEnvironment: string | undefined,
 *   fromPackage: string | undefined,
 *   fromCache: string,
 *   exists: (path: string) => boolean,
 * }} places
 * @returns {FoundElectron | NoElectron}
 */
export function chooseElectron({ fromEnvironment, fromPackage, fromCache, exists }) {
  if (fromEnvironment) {
    if (exists(fromEnvironment)) return { ok: true, path: fromEnvironment, source: 'environment' };
    const message = `ELECTRON_EXEC_PATH names ${fromEnvironment}, which does not exist: correct it or unset it.`;
    return { ok: false, reason: 'environment-path-missing', message };
  }
  if (fromPackage && exists(fromPackage)) return { ok: true, path: fromPackage, source: 'package' };
  if (exists(fromCache)) return { ok: true, path: fromCache, source: 'cache' };
  return { ok: false, reason: 'not-set-up', message: 'There is no Electron yet: run "npm run setup".' };
}

/** Where the electron package keeps its own download; asking the package itself would start one. */
function packageExecutable() {
  const pathFile = join(electronPackage, 'path.txt');
  return existsSync(pathFile) ? join(electronPackage, 'dist', readFileSync(pathFile, 'utf8')) : undefined;
}
