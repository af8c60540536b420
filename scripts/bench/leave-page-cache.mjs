import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Lets Linux forget what it keeps in memory of a program's file, as on a machine that has not just built it. Of a file that
 * was just written the page cache maps more than a program touches, which shows as memory of the program (48 MB of the
 * guardian in place of 37, docs/adr/0017). Does nothing on other systems, and to a file that is run by somebody.
 *
 * @param {string} file
 */
export function leavePageCache(file) {
  if (process.platform !== 'linux' || !existsSync(file)) return;
  // What is not on the disk yet stays in the cache.
  spawnSync('sync', [file]);
  // "Advise to drop cache for whole file": https://www.gnu.org/software/coreutils/manual/html_node/dd-invocation.html
  spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
}
