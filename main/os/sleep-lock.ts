import { type ChildProcess, spawn } from 'node:child_process';
import type { Log } from '../app/log.js';

/** Puts the sleep of the computer off. */
export interface SleepLock {
  /** Does nothing while it is held. */
  take(): void;
  /** Does nothing while it is not held. */
  release(): void;
}

const command = 'systemd-inhibit';
/** What a list of the locks of a computer says. */
const args = ['--what=sleep', '--mode=delay', '--who=Switchhook', '--why=Sets the agent Offline', 'cat'];

/**
 * The lock of Linux. Electron's own is let go before anything can be done (measured with Electron 33), so a child holds one
 * as long as its stdin is open, which also ends when this process is killed. The system waits for it for some seconds at
 * most. Where there is no systemd nothing is put off, and the log says so once.
 * Source: https://www.freedesktop.org/software/systemd/man/latest/systemd-inhibit.html
 */
export function createLinuxSleepLock(record: Log['write'], program = command): SleepLock {
  let held: ChildProcess | null = null;
  let told = false;

  function lost(child: ChildProcess): void {
    if (held !== child) return;
    held = null;
    if (!told) record('sleep-lock-not-held');
    told = true;
  }

  return {
    take() {
      if (held !== null) return;
      const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] });
      held = child;
      child.once('error', () => lost(child));
      child.once('exit', () => lost(child));
      // It may have ended before it was let go.
      child.stdin.on('error', () => undefined);
    },
    release() {
      const child = held;
      held = null;
      child?.stdin?.end();
    },
  };
}
