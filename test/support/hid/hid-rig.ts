import { execFile } from 'node:child_process';
import { constants, copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** An Electron whose libudev is the one of test/hid-rig/, or one sentence that says why there is none. */
export type HidRig =
  | { readonly works: true; readonly executable: string; remove(): void }
  | { readonly works: false; readonly reason: string };

const library = 'libudev.so.1';
const compiler = 'gcc';
const run = promisify(execFile);

/**
 * Compiles the library of `sources`, which is test/hid-rig/, and puts it beside a copy of an Electron, in a folder that
 * belongs to the tests.
 */
export async function buildHidRig(electron: string, sources: string): Promise<HidRig> {
  if (process.platform !== 'linux') return none('libudev exists on Linux only');
  const folder = mkdtempSync(join(process.env.SWITCHHOOK_TEST_PROFILES ?? tmpdir(), 'hid-rig-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const problem = (await compile(folder, sources)) ?? (await loadProblem(copyElectron(electron, folder), folder));
  if (problem === null) return { works: true, executable: join(folder, executableName(electron)), remove };
  remove();
  return none(problem);
}

async function compile(folder: string, sources: string): Promise<string | null> {
  const files = readdirSync(sources).filter((name) => name.endsWith('.c'));
  const options = ['-std=gnu17', '-O2', '-Wall', '-Wextra', '-Werror', '-Wno-format-truncation', '-fPIC', '-shared'];
  const linking = [
    `-Wl,-soname,${library}`,
    '-Wl,--version-script=libudev.map',
    '-o',
    join(folder, library),
    '-lpthread',
  ];
  try {
    await run(compiler, [...options, ...files, ...linking], { cwd: sources });
    return null;
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    return code === 'ENOENT' ? `there is no ${compiler} on this machine` : `${compiler} refuses the library: ${stderr}`;
  }
}

/**
 * Everything but the executable is a link: Electron looks for its parts and libraries where the executable really is. A
 * hard link spares 180 MB; a system may refuse one to a file of somebody else.
 */
function copyElectron(electron: string, folder: string): string {
  const executable = executableName(electron);
  for (const name of readdirSync(dirname(electron)).filter((each) => each !== executable && each !== library)) {
    symlinkSync(join(dirname(electron), name), join(folder, name));
  }
  const copy = join(folder, executable);
  mkdirSync(folder, { recursive: true });
  try {
    linkSync(electron, copy);
  } catch {
    copyFileSync(electron, copy, constants.COPYFILE_FICLONE);
  }
  return copy;
}

/** Asks the copy itself which libraries it has loaded. */
async function loadProblem(copy: string, folder: string): Promise<string | null> {
  const ask = "process.stdout.write(require('node:fs').readFileSync('/proc/self/maps', 'utf8'))";
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  try {
    const { stdout } = await run(copy, ['-e', ask], { env, maxBuffer: 64 * 1024 * 1024 });
    return stdout.includes(join(folder, library))
      ? null
      : 'this Electron does not load the libudev that lies beside it';
  } catch (error) {
    return `this Electron does not start from a copy: ${(error as Error).message}`;
  }
}

function executableName(path: string): string {
  return path.slice(dirname(path).length + 1);
}

function none(reason: string): HidRig {
  return { works: false, reason };
}
