/** Packages the app with the Electron of this machine and checks the result: `--linux dir` into out/linux-unpacked. */
import { existsSync } from 'node:fs';
import { access, constants, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guardianName } from './app/make-guardian.mjs';
import { electronVersion, findElectron } from './electron.mjs';
import { reportingProblems, SetupProblem } from './setup/problem.mjs';
import { step } from './setup/progress.mjs';
import { run } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const result = join(root, 'out', 'linux-unpacked');
const buildLimitMs = 2 * 60_000;
const packageLimitMs = 5 * 60_000;

/**
 * Parts of a development Electron that would be carried along. The electron package of npm has the first two; the last is
 * the stand-in of test/hid-rig/, which is where somebody has named a copy of the tests in ELECTRON_EXEC_PATH.
 */
const developmentOnly = ['resources/default_app.asar', 'resources/app', 'libudev.so.1'];

const requiredFiles = ['package.json', 'dist/main/start.js', 'dist/preload/index.cjs', 'dist/renderer/index.html'];
const allowedFiles = /^(package\.json|dist(\/(main|preload|renderer)(\/.*)?)?)$/;

/** A fuse is one character in the executable (https://www.electronjs.org/docs/latest/tutorial/fuses). */
const fuseOff = '0'.charCodeAt(0);
const fuseOn = '1'.charCodeAt(0);

/** What electron-builder.yml asks for, said again on purpose: weakening a fuse takes two edits. */
const wantedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

await reportingProblems(packageApp);

async function packageApp() {
  if (process.argv.slice(2).join(' ') !== '--linux dir' || process.platform !== 'linux') {
    throw new SetupProblem('Use "node scripts/package.mjs --linux dir" on Linux: no other package is made here yet.');
  }
  await setUp();
  const electron = findElectron();
  if (!electron.ok) throw new SetupProblem(electron.message);
  const version = electronVersion(electron.path);

  await step('Building', build);
  await step('Packaging', () => makePackage(dirname(electron.path), version));
  await checkPackage();
  process.stdout.write(`${join(result, 'switchhook')} is ready, on Electron ${version}.\n`);
}

function build() {
  return run(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    cwd: root,
    timeLimitMs: buildLimitMs,
    advice: 'Mend the build ("npm run build") and try again.',
  });
}

/**
 * @param {string} electronFolder
 * @param {string} version
 */
async function makePackage(electronFolder, version) {
  const bare = await mkdtemp(join(tmpdir(), 'switchhook-electron-'));
  try {
    const left = new Set(developmentOnly.map((path) => join(electronFolder, path)));
    await cp(electronFolder, bare, { recursive: true, filter: (path) => !left.has(path) });
    // An old result could pass the checks for a new one that was never made.
    await rm(result, { recursive: true, force: true });
    const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
    const config = [`-c.electronDist=${bare}`, `-c.electronVersion=${version}`];
    await run(process.execPath, [builder, '--linux', 'dir', ...config], {
      cwd: root,
      timeLimitMs: packageLimitMs,
      advice: 'Mend what electron-builder complains about in electron-builder.yml and try again.',
    });
  } finally {
    await rm(bare, { recursive: true, force: true });
  }
}

async function checkPackage() {
  const executable = join(result, 'switchhook');
  if (!existsSync(executable)) throw new SetupProblem(`Find out why ${executable} was not made.`);
  const faults = [...(await archiveFaults(join(result, 'resources', 'app.asar'))), ...(await fuseFaults(executable))];
  const guardian = join('resources', 'guardian', guardianName);
  await access(join(result, guardian), constants.X_OK).catch(() => faults.push(`${guardian} cannot be started`));
  for (const path of developmentOnly) {
    if (existsSync(join(result, path))) faults.push(`${path} is there`);
  }
  if (faults.length === 0) return;
  throw new SetupProblem('Correct electron-builder.yml: the package is not as it must be.', faults.join('\n'));
}

/** @param {string} archive */
async function archiveFaults(archive) {
  const { listPackage } = await import('@electron/asar');
  const files = listPackage(archive, { isPack: false }).map((path) => path.slice(1));
  return [
    ...requiredFiles.filter((path) => !files.includes(path)).map((path) => `${path} is missing`),
    ...files.filter((path) => !allowedFiles.test(path) || path.endsWith('.map')).map((path) => `${path} is inside`),
  ];
}

/** @param {string} executable */
async function fuseFaults(executable) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = new Map(Object.entries(await getCurrentFuseWire(executable)));
  return Object.entries(wantedFuses)
    .filter(([name, wanted]) => wire.get(`${Reflect.get(FuseV1Options, name)}`) !== (wanted ? fuseOn : fuseOff))
    .map(([name, wanted]) => `the fuse ${name} is not ${wanted ? 'on' : 'off'}`);
}
