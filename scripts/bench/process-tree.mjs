import { readdirSync, readFileSync } from 'node:fs';

/*
 * What a process and all its descendants cost, as Linux counts it (https://docs.kernel.org/filesystems/proc.html). On
 * other systems there is no /proc, and the answers are null.
 */

/** Clock ticks a second in /proc; the kernel fixes it at 100 for what it shows to programs. */
const ticksPerSecond = 100;
/** Fields of /proc/PID/stat after the command's closing bracket, counted from 0. */
const field = { parent: 1, userTicks: 11, systemTicks: 12, reapedUserTicks: 13, reapedSystemTicks: 14 };

/** @typedef {{ kind: string, bytes: number }} ProcessMemory `kind` is Chromium's name of the process type, or `guardian` */

/**
 * Memory of each process as proportional set size, shared pages counted by share.
 *
 * @param {number} pid
 * @returns {readonly ProcessMemory[] | null}
 */
export function memoryOfTree(pid) {
  if (process.platform !== 'linux') return null;
  return treeOf(pid).map((each) => ({ kind: kindOf(each), bytes: pssOf(each) }));
}

/**
 * Processor time used so far in seconds. What has ended is counted with the parent that reaped it, so that the difference
 * of two readings misses nothing.
 *
 * @param {number} pid
 * @returns {number | null}
 */
export function processorSecondsOfTree(pid) {
  if (process.platform !== 'linux') return null;
  return treeOf(pid).reduce((sum, each) => sum + ticksOf(each), 0) / ticksPerSecond;
}

/** @param {number} pid */
function treeOf(pid) {
  const byParent = childrenByParent();
  /** @param {number} parent @returns {number[]} */
  const below = (parent) => (byParent.get(parent) ?? []).flatMap((child) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

/** @returns {Map<number, number[]>} */
function childrenByParent() {
  const byParent = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = Number(statOf(Number(entry))[field.parent]);
    byParent.set(parent, [...(byParent.get(parent) ?? []), Number(entry)]);
  }
  return byParent;
}

/** @param {number} pid */
function statOf(pid) {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  // The command, in brackets, may itself hold spaces and brackets.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** @param {number} pid */
function ticksOf(pid) {
  const stat = statOf(pid);
  const { userTicks, systemTicks, reapedUserTicks, reapedSystemTicks } = field;
  return [userTicks, systemTicks, reapedUserTicks, reapedSystemTicks]
    .map((each) => Number(stat[each] ?? 0))
    .reduce((sum, ticks) => sum + ticks, 0);
}

/** @param {number} pid */
function pssOf(pid) {
  const line = /^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`));
  return Number(line?.[1] ?? 0) * 1024;
}

/** @param {number} pid */
function kindOf(pid) {
  const commandLine = readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  if (/\/switchhook-guardian(\.exe)? /.test(commandLine)) return 'guardian';
  const utility = /--utility-sub-type=(\S+)/.exec(commandLine)?.[1];
  return utility ?? /--type=(\S+)/.exec(commandLine)?.[1] ?? 'main';
}

/** @param {string} path */
function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
