import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { npm } from './run.mjs';

const installLimitMs = 15 * 60_000;
const stampFile = 'node_modules/.switchhook-lock';
/** What npm itself notes about the packages it has put into node_modules. */
const recordFile = 'node_modules/.package-lock.json';

/**
 * Makes node_modules agree with package-lock.json, by `npm ci` when it does not.
 *
 * @param {string} root
 */
export async function ensureDependencies(root) {
  const [lock, stamp, record] = await Promise.all(
    ['package-lock.json', stampFile, recordFile].map((file) => readIfThere(join(root, file))),
  );
  if (lock === undefined || stamp === stampOf(lock)) return;
  if (!installedAsLocked(lock, record)) await step('Installing the packages of package-lock.json', () => install(root));
  await writeFile(join(root, stampFile), stampOf(lock));
}

/**
 * The mark that says for which package-lock.json node_modules was made.
 *
 * @param {string} lock
 */
export function stampOf(lock) {
  return `${createHash('sha256').update(lock).digest('hex')}\n`;
}

/**
 * Whether npm's own record shows every locked package at its locked version.
 *
 * It spares the second install after a developer's `npm install <package>`, which changes the lock and node_modules alike.
 *
 * @param {string} lock
 * @param {string | undefined} record
 */
export function installedAsLocked(lock, record) {
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(JSON.parse(lock).packages).every(([path, wanted]) => {
    if (path === '') return true;
    // Packages for other platforms are locked, but rightly absent.
    return installed[path]?.version === wanted.version || (!installed[path] && (wanted.optional || wanted.devOptional));
  });
}

/** @param {string} root */
function install(root) {
  // Everything is a development dependency here, so an environment that leaves those out must not have its way.
  return npm(['ci', '--include=dev'], {
    cwd: root,
    timeLimitMs: installLimitMs,
    advice: 'Run "npm ci" to see what stops the installation of the packages, mend that and try again.',
  });
}

/** @param {string} path */
async function readIfThere(path) {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
