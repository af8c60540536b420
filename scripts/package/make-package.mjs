import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../app/root.mjs';
import { run } from '../setup/run.mjs';

const packageLimitMs = 5 * 60_000;

/**
 * Parts of a development Electron that would be carried along. The electron package of npm has the first two; the last is
 * the stand-in of test/hid-rig/, which is where somebody has named a copy of the tests in ELECTRON_EXEC_PATH.
 */
export const developmentOnly = ['resources/default_app.asar', 'resources/app', 'libudev.so.1'];

/**
 * Packs what is built into an unpacked folder for Linux, `linux-unpacked` in the folder that is given.
 *
 * @param {string} electronFolder
 * @param {string} version of that Electron
 * @param {string} output
 */
export async function makePackage(electronFolder, version, output) {
  const bare = await mkdtemp(join(tmpdir(), 'switchhook-electron-'));
  try {
    const left = new Set(developmentOnly.map((path) => join(electronFolder, path)));
    await cp(electronFolder, bare, { recursive: true, filter: (path) => !left.has(path) });
    // An old result could pass the checks for a new one that was never made.
    await rm(join(output, 'linux-unpacked'), { recursive: true, force: true });
    const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
    const config = [`-c.electronDist=${bare}`, `-c.electronVersion=${version}`, `-c.directories.output=${output}`];
    await run(process.execPath, [builder, '--linux', 'dir', ...config], {
      cwd: root,
      timeLimitMs: packageLimitMs,
      advice: 'Mend what electron-builder complains about in electron-builder.yml and try again.',
    });
  } finally {
    await rm(bare, { recursive: true, force: true });
  }
}
