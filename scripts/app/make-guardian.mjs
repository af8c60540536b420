import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, link, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../setup/cache-folder.mjs';
import { root } from './root.mjs';

/** Of a program that succeeds nothing is heard; one that fails says why in its error. */
const run = promisify(execFile);

/** Changes when the same script is made into an executable in another way, so that old copies are not taken for new ones. */
const recipe = 1;
/** Each is as large as Node itself. */
const keptCopies = 3;
/** Named by Node (https://nodejs.org/docs/latest-v20.x/api/single-executable-applications.html). */
const blobName = 'NODE_SEA_BLOB';
const sentinelFuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** The name of the guardian's executable. */
export const guardianName = process.platform === 'win32' ? 'switchhook-guardian.exe' : 'switchhook-guardian';

/**
 * Makes the guardian's executable beside its script: this Node with the script inside
 * (docs/adr/0017-the-guardian-is-a-node-of-its-own.md). The same script and Node are made once and kept in the cache.
 *
 * @param {string} script
 */
export async function makeGuardian(script) {
  const hash = createHash('sha256').update(await readFile(script));
  hash.update([recipe, process.version, process.platform, process.arch].join(' '));
  const kept = join(cacheFolder(), 'guardian', hash.digest('hex').slice(0, 16));
  if (!existsSync(kept)) await makeExecutable(script, kept);
  const now = new Date();
  await utimes(kept, now, now);
  const wanted = join(dirname(script), guardianName);
  await rm(wanted, { force: true });
  // On one disk a second name costs nothing.
  await link(kept, wanted).catch(() => copyFile(kept, wanted));
}

/**
 * @param {string} script
 * @param {string} result
 */
async function makeExecutable(script, result) {
  const folder = dirname(result);
  const draft = join(folder, `.${randomUUID()}`);
  const [config, blob] = [`${draft}.json`, `${draft}.blob`];
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(config, JSON.stringify({ main: script, output: blob, disableExperimentalSEAWarning: true }));
    await run(process.execPath, ['--experimental-sea-config', config]);
    await copyFile(process.execPath, draft);
    await chmod(draft, 0o755);
    await inject(draft, blob).catch((cause) => {
      throw new Error(`Build with the Node of nodejs.org: ${process.execPath} takes no script into it.`, { cause });
    });
    await rename(draft, result);
  } finally {
    for (const path of [draft, config, blob]) await rm(path, { force: true });
  }
  await dropOlder(folder);
}

/**
 * @param {string} executable
 * @param {string} blob
 */
async function inject(executable, blob) {
  const onMac = process.platform === 'darwin';
  // macOS runs no program whose signature does not fit.
  if (onMac) await run('codesign', ['--remove-signature', executable]);
  const segment = onMac ? ['--macho-segment-name', 'NODE_SEA'] : [];
  const postject = join(root, 'node_modules', 'postject', 'dist', 'cli.js');
  await run(process.execPath, [postject, executable, blobName, blob, '--sentinel-fuse', sentinelFuse, ...segment]);
  if (onMac) await run('codesign', ['--sign', '-', executable]);
}

/** @param {string} folder */
async function dropOlder(folder) {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, usedMs: (await stat(join(folder, name))).mtimeMs })),
  );
  for (const { name } of dated.sort((a, b) => b.usedMs - a.usedMs).slice(keptCopies)) {
    await rm(join(folder, name), { force: true });
  }
}
