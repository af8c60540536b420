import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory of a process and all its descendants as proportional set size in bytes, shared pages counted by share. Linux
 * only; elsewhere null.
 *
 * @param {number} pid
 * @returns {number | null}
 */
export function memoryOfTree(pid) {
  if (process.platform !== 'linux') return null;
  return [pid, ...descendantsOf(pid)].reduce((sum, each) => sum + pssOf(each), 0);
}

/** @param {number} pid @returns {number[]} */
function descendantsOf(pid) {
  const children = childrenByParent().get(pid) ?? [];
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

/** @returns {Map<number, number[]>} */
function childrenByParent() {
  const byParent = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = readOrEmpty(`/proc/${entry}/stat`);
    // The command, in brackets, may itself hold spaces and brackets.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    byParent.set(parent, [...(byParent.get(parent) ?? []), Number(entry)]);
  }
  return byParent;
}

/** @param {number} pid */
function pssOf(pid) {
  const line = /^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`));
  return Number(line?.[1] ?? 0) * 1024;
}

/** @param {string} path */
function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
