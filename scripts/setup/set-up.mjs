import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { SetupProblem } from './problem.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The engines field of package.json, which npm only warns about. */
const oldestNode = { major: 20, minor: 19 };

/**
 * Brings this machine to the state in which the app and its tests run; does nothing where that is so already.
 *
 * @param {{ electron?: boolean }} [parts]
 */
export async function setUp({ electron = true } = {}) {
  requireNode();
  await oneAtATime(async () => {
    await ensureDependencies(root);
    if (electron) await ensureSystemLibraries(await ensureElectron(root));
  });
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor)) return;
  const wanted = `${oldestNode.major}.${oldestNode.minor}`;
  throw new SetupProblem(`Install Node ${wanted} or newer (this is ${process.versions.node}) and try again.`);
}
