import { spawn } from 'node:child_process';
import type { GuardianRelaunch } from '../contract/guardian-message.js';

/**
 * Starts the app hidden and gives it the jar on its stdin, nowhere else. Resolves with its exit code, or null where it
 * could not start, was ended by a signal or did not end within the budget; then it is ended. Never rejects.
 */
export function startRecovery(
  { command, args, cwd }: GuardianRelaunch,
  jar: Buffer,
  budgetMs: number,
): Promise<number | null> {
  return new Promise((resolve) => {
    try {
      const child = spawn(command, args, {
        cwd,
        stdio: ['pipe', 'ignore', 'ignore'],
        // A group of its own, so that all of it can be ended.
        detached: true,
        windowsHide: true,
      });
      const settle = (code: number | null): void => {
        clearTimeout(timer);
        resolve(code);
      };
      const timer = setTimeout(() => {
        endGroup(child.pid);
        settle(null);
      }, budgetMs);
      child.on('error', () => settle(null));
      child.on('exit', settle);
      // It may end without having read.
      child.stdin.on('error', () => undefined);
      child.stdin.end(jar);
    } catch {
      resolve(null);
    }
  });
}

/** Ends the app that hangs, as long as it is the one that started this process: a number may be given to another. */
export function killParent(pid: number): void {
  if (process.ppid === pid) end(pid);
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  // Windows knows no groups; Chromium's processes end with their browser there.
  end(process.platform === 'win32' ? pid : -pid);
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
