/**
 * Who runs the app tests. Chromium refuses its sandbox to root, so that a container's root would test the app without it;
 * there they run as the ordinary user `nobody`, where the machine allows it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../app/root.mjs';
import { findElectron } from '../setup/find-electron.mjs';

/**
 * How the tests are started: whom to be, with which environment, and what to tell of it. `undo` takes back what was made.
 *
 * @typedef {{ says: string, as: { uid?: number, gid?: number }, env: NodeJS.ProcessEnv, undo: () => void }} TestRunner
 */

/** Where X servers keep their sockets; only root may make it. */
const socketFolder = '/tmp/.X11-unix';

/**
 * Chooses who runs the app tests, and makes a home, a readable Electron and the reports' folder for an ordinary user.
 *
 * @param {string} reports the folder the tests write to
 * @returns {TestRunner}
 */
export function chooseTestRunner(reports) {
  if (process.getuid?.() !== 0) return asWeAre("the app tests run as an ordinary user, with Chromium's sandbox");
  const nobody = findNobody();
  const obstacle = nobody === null ? 'there is no user nobody' : findObstacle(nobody);
  if (nobody === null || obstacle !== null) {
    return asWeAre(`the app tests run as root, without Chromium's sandbox: ${obstacle}`);
  }
  const home = mkdtempSync(join(tmpdir(), 'switchhook-nobody-'));
  chmodSync(home, 0o755);
  const temporary = join(home, 'tmp');
  mkdirSync(temporary);
  for (const folder of [home, temporary, reports]) chownSync(folder, nobody.uid, nobody.gid);
  mkdirSync(socketFolder, { recursive: true });
  chmodSync(socketFolder, 0o1777);
  const { XDG_RUNTIME_DIR: _runtime, XDG_CONFIG_HOME: _config, XDG_CACHE_HOME: _cache, ...rest } = process.env;
  return {
    says: "the app tests run as the user nobody, with Chromium's sandbox",
    as: nobody,
    env: { ...rest, HOME: home, TMPDIR: temporary, ELECTRON_EXEC_PATH: copyElectron(home) },
    undo: () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** @param {string} says @returns {TestRunner} */
function asWeAre(says) {
  return { says, as: {}, env: process.env, undo: () => undefined };
}

/** @returns {{ uid: number, gid: number } | null} */
function findNobody() {
  const [uid, gid] = ['-u', '-g'].map((what) => Number(spawnSync('id', [what, 'nobody'], { encoding: 'utf8' }).stdout));
  return uid && gid ? { uid, gid } : null;
}

/**
 * What keeps this user from running the tests, or null.
 *
 * @param {{ uid: number, gid: number }} user
 */
function findObstacle(user) {
  const can = (/** @type {string} */ command, /** @type {readonly string[]} */ words) =>
    spawnSync(command, words, { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
  if (!findElectron().ok) return 'there is no Electron';
  if (!can(process.execPath, [join(root, 'scripts/app/root.mjs')])) return 'nobody may not read this checkout';
  // The other way to a sandbox, a helper that is owned by root with the set-user-id bit, needs an installation.
  if (!can('unshare', ['--user', '--map-root-user', 'true'])) return 'this machine has no user namespaces for nobody';
  return null;
}

/**
 * An Electron that others than its owner reach; hard links where the file system has them.
 *
 * @param {string} folder
 */
function copyElectron(folder) {
  const electron = findElectron();
  if (!electron.ok) throw new Error(electron.message);
  const copy = join(folder, 'electron');
  try {
    execFileSync('cp', ['-al', dirname(electron.path), copy], { stdio: 'ignore' });
  } catch {
    rmSync(copy, { recursive: true, force: true });
    execFileSync('cp', ['-a', dirname(electron.path), copy]);
  }
  return join(copy, 'electron');
}
