import { existsSync, readdirSync, readFileSync } from 'node:fs';

/*
 * Only Linux tells which processes belong to a profile; elsewhere a guardian outlives what is killed here, and sets the
 * agent Offline as it should.
 */

/**
 * Ends an app at once and its guardian before it, which would otherwise bring the app back to set the agent Offline.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function killApp(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  for (const pid of guardiansOf(child)) kill(pid);
  child.kill('SIGKILL');
}

/**
 * Process numbers of the guardians that an app has started and that live.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function guardiansOf(child) {
  const own = processes().filter(({ parent, name }) => parent === child.pid && name === guardianName);
  return own.map(({ pid }) => pid);
}

/**
 * Ends whatever still works on a profile: a guardian whose app is gone, and a hidden start of the app.
 *
 * @param {string} profile
 */
export function killAllOn(profile) {
  // Guardians first, as they start others.
  const found = processes().filter(({ commandLine }) => commandLine.includes(profile));
  const rank = (/** @type {{ name: string }} */ { name }) => (name === guardianName ? 0 : 1);
  for (const { pid } of found.toSorted((one, other) => rank(one) - rank(other))) kill(pid);
}

/** As Linux has it, which keeps 15 characters. */
const guardianName = 'switchhook-guardian'.slice(0, 15);

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function processes() {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .flatMap((entry) => {
      try {
        const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
        // The name, in brackets, may itself hold spaces and brackets; state and parent follow it.
        const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const commandLine = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(entry), parent: Number(parent), name, commandLine }];
      } catch {
        return [];
      }
    });
}
