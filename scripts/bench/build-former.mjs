import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../app/root.mjs';
import { SetupProblem } from '../setup/problem.mjs';
import { git } from './environment.mjs';

/**
 * Builds the app as it was, in a work tree of its own with the packages of this checkout.
 *
 * @param {string} ref any name git knows
 * @param {string} folder where the work tree goes
 */
export function buildFormer(ref, folder) {
  const commit = commitOf(ref);
  git('worktree', 'add', '--detach', '--quiet', folder, commit);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  execFileSync(process.execPath, [join(folder, 'scripts/build.mjs')], { cwd: folder, stdio: ['ignore', 2, 2] });
  return {
    label: `${ref} (${commit})`,
    remove: () => git('worktree', 'remove', '--force', folder),
  };
}

/** @param {string} ref */
function commitOf(ref) {
  try {
    return git('rev-parse', '--short', '--verify', '--quiet', `${ref}^{commit}`);
  } catch {
    throw new SetupProblem(`Give --against a commit, branch or tag that git knows; "${ref}" is none.`);
  }
}
