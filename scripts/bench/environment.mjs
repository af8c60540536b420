import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { root } from '../app/root.mjs';
import { electronVersion } from '../electron.mjs';
import { findChromium } from '../setup/chromium.mjs';
import { findElectron } from '../setup/find-electron.mjs';
import { SetupProblem } from '../setup/problem.mjs';

const bytesPerGb = 1e9;

/** What figures must be read with: the versions, the state of the sources and the machine. */
export function describeEnvironment() {
  const electron = findElectron();
  if (!electron.ok) throw new SetupProblem(electron.message);
  const chromium = findChromium();
  const [processor] = cpus();
  return {
    electron: electronVersion(electron.path),
    chromium: chromium === undefined ? null : versionOf(chromium),
    commit: `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '-uno') === '' ? '' : ' with changes'}`,
    system: `${process.platform} ${release()}`,
    machine: `${cpus().length} x ${processor?.model ?? 'unknown'}, ${(totalmem() / bytesPerGb).toFixed(0)} GB`,
  };
}

/** @param {string} chromium */
function versionOf(chromium) {
  const text = execFileSync(chromium, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return /[\d.]{5,}/.exec(text)?.[0] ?? text.trim();
}

/** @param {readonly string[]} args */
export function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}
