import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fixtures } from '@playwright/test';
import { deskPackages } from '../../scripts/setup/system-libraries.mjs';
import { hasKeyboard } from './keyboard.js';
import { test as oneAppTest } from './one-app-test.js';
import { test as phoneTest } from './phone-test.js';

/** Whether this machine has a window manager and another program to work in; a set-up without a display installs them. */
export const hasWindowManager = hasKeyboard && deskPackages.every(({ proof }) => existsSync(proof));

/** Another program of the desktop in which somebody types. */
export interface OtherProgram {
  /** Puts it in front, as a click on it does. */
  activate(): void;
  /** Types as a hand does, into whatever has the keyboard, and ends the line. */
  type(text: string): void;
  /** Every line that was typed into this program. */
  lines(): readonly string[];
  /** Fills the whole screen, above everything that does not insist. */
  fillScreen(): void;
  windowId(): string;
}

export interface DeskFixtures {
  readonly other: OtherProgram;
}

export interface DeskWorkerFixtures {
  /** A window manager on the display of the tests. */
  readonly windowManager: undefined;
}

/** The window that has the keyboard, as the window manager says. */
export function activeWindow(): string {
  return execFileSync('xdotool', ['getactivewindow'], { encoding: 'utf8' }).trim();
}

const fixtures: Fixtures<DeskFixtures, DeskWorkerFixtures, object, { readonly display: string | undefined }> = {
  windowManager: [
    async ({ display: _drawnOn }, use) => {
      const child = spawn('openbox', ['--sm-disable', '--startup', 'echo ready'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      await once(child.stdout, 'data');
      await use(undefined);
      await ended(child);
    },
    { scope: 'worker', auto: true },
  ],

  other: async ({ windowManager: _manages }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'other-program-'));
    const file = join(folder, 'typed');
    const script = `exec cat > ${file}`;
    const child = spawn('xterm', ['-geometry', '60x8+40+600', '-T', 'Other program', '-e', 'sh', '-c', script], {
      stdio: 'ignore',
    });
    const windowId = findWindow('^Other program$');
    await use({
      activate: () => void execFileSync('xdotool', ['windowactivate', '--sync', windowId]),
      type(text) {
        execFileSync('xdotool', ['type', '--delay', '5', text]);
        execFileSync('xdotool', ['key', 'Return']);
      },
      lines: () =>
        existsSync(file)
          ? readFileSync(file, 'utf8')
              .split('\n')
              .filter((line) => line !== '')
          : [],
      fillScreen() {
        execFileSync('xdotool', ['windowactivate', '--sync', windowId]);
        // The program's own key for it.
        execFileSync('xdotool', ['key', 'alt+Return']);
      },
      windowId: () => windowId,
    });
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  },
};

/** Tests of the app among other programs, with a window manager that gives and takes the keyboard. */
export const test = phoneTest.extend<DeskFixtures, DeskWorkerFixtures>(fixtures);

/** The same on an app that serves them all. */
export const oneAppDeskTest = oneAppTest.extend<DeskFixtures, DeskWorkerFixtures>({
  ...fixtures,
  // The window manager is there before the app is.
  start: [
    async ({ windowManager: _there }, use) => use({ settingsFile: null, environment: {}, executable: undefined }),
    { scope: 'worker' },
  ],
});

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** A search that meets a window which is just going ends with an error of the display; another one does not meet it. */
const mostSearches = 5;

function findWindow(name: string): string {
  const search = ['search', '--sync', '--onlyvisible', '--name', name];
  for (let count = 1; ; count += 1) {
    try {
      return execFileSync('xdotool', search, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
    } catch (error) {
      if (count === mostSearches) throw error;
    }
  }
}
