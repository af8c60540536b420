/** Packages the app with the Electron of this machine and checks the result: `--linux dir` into out/linux-unpacked. */
import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guardianName } from './app/make-guardian.mjs';
import { electronVersion, findElectron } from './electron.mjs';
import { developmentOnly, makePackage } from './package/make-package.mjs';
import { reportingProblems, SetupProblem } from './setup/problem.mjs';
import { step } from './setup/progress.mjs';
import { run } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const result = join(root, 'out', 'linux-unpacked');
const buildLimitMs = 2 * 60_000;

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
  await step('Packaging', () => makePackage(dirname(electron.path), version, dirname(result)));
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
