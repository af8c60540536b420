import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Every token, cookie, code and state of the simulator; its control's token is none of them. */
export const token = /sim-[a-z]+-[0-9a-f]{8,}/;
/** The tokens and cookies of the simulator that a text holds. */
export const tokensIn = (text: string): readonly string[] => (token.test(text) ? ['token'] : []);

/** Chromium's own jar, the one place of a cookie. */
const jar: ReadonlySet<string> = new Set(['Cookies', 'Cookies-journal']);

/** `file: mark` for everything a folder holds that it must not, also as Chromium spells text in two bytes a letter. */
export function searchFolder(folder: string, marksIn: (text: string) => readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = join(folder, name);
    if (jar.has(basename(name)) || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return [];
    const bytes = readFileSync(file);
    const text = bytes.toString('latin1');
    return marksIn(`${text}\n${text.replaceAll('\0', '')}`).map((mark) => `${name}: ${mark}`);
  });
}

/** Command line and environment of a process and of all it has started; Linux only. */
export function processTexts(root: number): readonly string[] {
  const parents = new Map<number, number>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = readOrEmpty(`/proc/${pid}/stat`);
    parents.set(Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isOurs = (pid: number): boolean => {
    if (pid === root) return true;
    const parent = parents.get(pid);
    return parent !== undefined && parent > 1 && isOurs(parent);
  };
  const pids = [...parents.keys()].filter(isOurs);
  return pids.map((pid) => readOrEmpty(`/proc/${pid}/cmdline`) + readOrEmpty(`/proc/${pid}/environ`));
}

/** A process may be gone between two looks. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
