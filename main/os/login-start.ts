import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GuardianRelaunch } from '../../contract/guardian-message.js';
import {
  describeAutostart,
  describeLaunchAgent,
  type LoginEntry,
  recoverEntry,
  runOnceCommand,
} from './describe-login-start.js';

/** One command of ours that the system runs when this user logs in next. */
export interface LoginStart {
  /** In the place of what was there. */
  write(command: GuardianRelaunch): void;
  /** Does nothing where there is none. */
  remove(): void;
}

/** Of this machine and user. */
export interface LoginStartPlace {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
}

/** What a system would not do; it never stops anything. */
export type LoginStartFailed = (what: 'write' | 'remove') => void;

/** The one of this system. */
export function findLoginStart(
  { platform, home, env }: LoginStartPlace,
  failed: LoginStartFailed,
  entry = recoverEntry,
): LoginStart {
  switch (platform) {
    case 'win32':
      return createRunValue(join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe'), entry, failed);
    case 'darwin':
      return createLoginFile(
        join(home, 'Library', 'LaunchAgents', `${entry.launchAgent}.plist`),
        (command) => describeLaunchAgent(command, entry),
        failed,
      );
    default: {
      const { XDG_CONFIG_HOME: given = '' } = env;
      // Source: https://specifications.freedesktop.org/basedir-spec/latest/ : what is not absolute counts as not set.
      const config = given.startsWith('/') ? given : join(home, '.config');
      const path = join(config, 'autostart', entry.autostart);
      return createLoginFile(path, (command) => describeAutostart(command, entry), failed);
    }
  }
}

/** A file that the system looks for; it is there whole or not at all. */
function createLoginFile(
  path: string,
  describe: (command: GuardianRelaunch) => string,
  failed: LoginStartFailed,
): LoginStart {
  return {
    write(command) {
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.new`, describe(command), { mode: 0o600 });
        renameSync(`${path}.new`, path);
      } catch {
        failed('write');
      }
    },
    remove() {
      try {
        rmSync(path, { force: true });
      } catch {
        failed('remove');
      }
    },
  };
}

const runKeys = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion';
/** What `reg.exe` ends with when there was nothing to delete, as with every other failure. */
const notThere = 1;

/** The registry of Windows, by its own tool; its work is not waited for and goes on when this process has ended. */
function createRunValue(tool: string, { runKey, runName }: LoginEntry, failed: LoginStartFailed): LoginStart {
  const key = `${runKeys}\\${runKey}`;

  function run(what: 'write' | 'remove', args: readonly string[]): void {
    const child = spawn(tool, args, { stdio: 'ignore', detached: true, windowsHide: true });
    child.once('error', () => failed(what));
    child.once('exit', (code) => {
      if (code !== 0 && !(what === 'remove' && code === notThere)) failed(what);
    });
    child.unref();
  }

  return {
    write(command) {
      const line = runOnceCommand(command);
      if (line === null) failed('write');
      else run('write', ['add', key, '/v', runName, '/t', 'REG_SZ', '/d', line, '/f']);
    },
    remove: () => run('remove', ['delete', key, '/v', runName, '/f']),
  };
}
