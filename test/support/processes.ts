import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Command lines of the processes that work on a profile or are of a process group; only Linux tells. */
export function processesOf(profile: string, group: number): readonly string[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(readProcess)
    .filter((found) => found.group === group || found.commandLine.includes(profile))
    .map(({ commandLine }) => commandLine);
}

/** Of one that has ended in the meantime, or waits to be reaped, nothing is known. */
function readProcess(pid: string): { readonly group: number | null; readonly commandLine: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold anything; state, parent and group follow it.
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { group: state === 'Z' ? null : Number(group), commandLine };
  } catch {
    return { group: null, commandLine: '' };
  }
}
