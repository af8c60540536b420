import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { needsVirtualDisplay } from './display.mjs';
import { SetupProblem } from './problem.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

const aptGet = '/usr/bin/apt-get';
const xvfb = '/usr/bin/Xvfb';
const updateLimitMs = 5 * 60_000;
const installLimitMs = 15 * 60_000;
/** Another apt may be at work, such as the unattended upgrades of a machine that has just started. */
const lockWaitSeconds = 300;

/** Debian's names of what Electron loads. */
const electronLibraries = [
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libxss1',
  'libdrm2',
];

/** A desktop brings these itself; without one they make the virtual display, and screenshots without boxes for letters. */
const displayPackages = [
  { name: 'xvfb', proof: xvfb },
  { name: 'xauth', proof: '/usr/bin/xauth' },
  { name: 'fonts-dejavu-core', proof: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf' },
  { name: 'fonts-noto-core', proof: '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf' },
  { name: 'fonts-noto-cjk', proof: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
  { name: 'fonts-noto-color-emoji', proof: '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf' },
];

/** Makes the login manager of the tests, see test/login1/, and checks what a desktop is given to read. */
export const loginManagerPackages = [
  { name: 'dbus', proof: '/usr/bin/dbus-daemon' },
  { name: 'python3-jeepney', proof: '/usr/lib/python3/dist-packages/jeepney/__init__.py' },
  { name: 'systemd', proof: '/usr/bin/systemd-inhibit' },
  { name: 'desktop-file-utils', proof: '/usr/bin/desktop-file-validate' },
];

/** Makes the session bus of the tests and what stands on it, see test/session-bus/. */
export const desktopPackages = [
  { name: 'dbus', proof: '/usr/bin/dbus-daemon' },
  { name: 'util-linux', proof: '/usr/bin/setpriv' },
  { name: 'python3-jeepney', proof: '/usr/lib/python3/dist-packages/jeepney/__init__.py' },
];

/** Presses keys as a hand does, see test/support/keyboard.ts. */
export const keyboardPackages = [
  { name: 'xdotool', proof: '/usr/bin/xdotool' },
  { name: 'x11-xserver-utils', proof: '/usr/bin/xset' },
];

/** Opens links as a desktop does, see test/support/installed-app.ts. */
export const linkPackages = [
  { name: 'xdg-utils', proof: '/usr/bin/xdg-open' },
  { name: 'libglib2.0-bin', proof: '/usr/bin/gio' },
  { name: 'desktop-file-utils', proof: '/usr/bin/update-desktop-database' },
];

/** Other programs of a desktop among which the app is tested, see test/support/window-manager.ts and notifications.ts. */
export const deskPackages = [
  { name: 'openbox', proof: '/usr/bin/openbox' },
  { name: 'xterm', proof: '/usr/bin/xterm' },
  { name: 'dunst', proof: '/usr/bin/dunst' },
  { name: 'x11-utils', proof: '/usr/bin/xwininfo' },
];

/**
 * Installs what Electron needs from a Linux system, or says which command does; other systems bring it all.
 *
 * @param {string} electron path of the executable
 */
export async function ensureSystemLibraries(electron) {
  if (process.platform !== 'linux') return;
  if (!existsSync(aptGet)) return requireWithoutApt(electron);
  const packages = missingPackages(electron);
  if (packages.length === 0) return;
  await step(`Installing ${packages.length} system packages`, () => installPackages(packages));
  const stillMissing = missingLibraries(electron);
  if (stillMissing.length > 0) {
    throw new SetupProblem(`Find and install the packages with ${stillMissing.join(', ')}, then try again.`);
  }
}

/**
 * Installs packages by Debian's names, or says which command does where this user may not.
 *
 * @param {readonly string[]} packages
 * @param {string} [otherwise] what to do on a system without apt
 */
export async function installPackages(packages, otherwise = '') {
  if (!existsSync(aptGet)) throw new SetupProblem(otherwise);
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get update && sudo apt-get install -y ${currentNames(packages).join(' ')}`;
    throw new SetupProblem(`Run "${command}" and try again.`);
  }
  await install(packages);
}

/**
 * The libraries that `ldd` could not find.
 *
 * @param {string} listing what ldd printed
 */
export function notFoundIn(listing) {
  return [...listing.matchAll(/^\s*(\S+) => not found$/gm)].map(([, library]) => library);
}

/**
 * Names packages as this system does: newer releases renamed libraries to `...t64` when their time type grew
 * (https://wiki.debian.org/ReleaseGoals/64bit-time) and kept some old names as ambiguous virtual packages.
 *
 * @param {readonly string[]} packages
 * @param {ReadonlySet<string>} known
 */
export function namesKnownTo(packages, known) {
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/**
 * Other families of Linux name their packages in their own ways, so only what is missing can be told.
 *
 * @param {string} electron
 */
function requireWithoutApt(electron) {
  const missing = missingLibraries(electron);
  if (needsVirtualDisplay(process.platform, process.env) && !existsSync(xvfb)) missing.push('Xvfb');
  if (missing.length === 0) return;
  throw new SetupProblem(`Install ${missing.join(', ')} with the package manager of this system and try again.`);
}

/** @param {string} electron */
function missingPackages(electron) {
  const libraries = missingLibraries(electron).length > 0 ? electronLibraries : [];
  if (!needsVirtualDisplay(process.platform, process.env)) return libraries;
  const absent = [
    ...displayPackages,
    ...loginManagerPackages,
    ...desktopPackages,
    ...keyboardPackages,
    ...deskPackages,
    ...linkPackages,
  ].filter(({ proof }) => !existsSync(proof));
  return [...libraries, ...absent.map(({ name }) => name)];
}

/** @param {string} electron */
function missingLibraries(electron) {
  // Electron's own libraries lie beside it.
  const env = { ...process.env, LD_LIBRARY_PATH: dirname(electron), LC_ALL: 'C' };
  const { stdout } = spawnSync('ldd', [electron], { encoding: 'utf8', env });
  return notFoundIn(stdout ?? '');
}

/** @param {readonly string[]} packages */
function currentNames(packages) {
  return namesKnownTo(packages, knownPackages());
}

function knownPackages() {
  const { stdout } = spawnSync('apt-cache', ['pkgnames'], { encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY });
  return new Set((stdout ?? '').split('\n'));
}

/** @param {readonly string[]} packages */
async function install(packages) {
  const known = knownPackages();
  const isListed = namesKnownTo(packages, known).every((name) => known.has(name));
  if (isListed) {
    try {
      await aptInstall(packages);
      return;
    } catch (error) {
      // A list that is some weeks old names versions the mirrors no longer have.
      if (!(error instanceof SetupProblem)) throw error;
    }
  }
  // One unreachable source makes it fail although the others were read; the installation shows whether that matters.
  await apt(['update'], updateLimitMs).catch(() => {});
  await aptInstall(packages);
}

/** @param {readonly string[]} packages */
function aptInstall(packages) {
  return apt(['install', '-y', '--no-install-recommends', ...currentNames(packages)], installLimitMs);
}

/**
 * @param {readonly string[]} args
 * @param {number} timeLimitMs
 */
function apt(args, timeLimitMs) {
  return run(aptGet, ['-q', '-o', `DPkg::Lock::Timeout=${lockWaitSeconds}`, ...args], {
    timeLimitMs,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    advice: `Run "apt-get ${args.join(' ')}" to see what stops it, mend that and try again.`,
  });
}
