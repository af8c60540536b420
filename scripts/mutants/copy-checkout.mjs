import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../app/root.mjs';

/**
 * A copy of the checkout as it is, with what is not committed, on the packages of the checkout. What is built stays behind.
 *
 * @returns {{ folder: string, remove(): void }}
 */
export function copyCheckout() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'switchhook-mutants-'));
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const path of listed.split('\0')) {
    // What was removed and not committed yet is listed as well.
    if (path !== '' && existsSync(join(root, path))) cpSync(join(root, path), join(folder, path));
  }
  symlinkSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
