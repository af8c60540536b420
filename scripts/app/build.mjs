import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Builds everything; what the build has to say goes to stderr. Throws when it fails. */
export function build() {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
}
