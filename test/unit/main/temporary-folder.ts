import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of this test, gone when it ends. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'switchhook-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder nobody can write to, whoever runs the tests: one of its parents is a file. */
export function makeUnwritableFolder(): string {
  const file = join(makeTemporaryFolder(), 'file');
  writeFileSync(file, '');
  return join(file, 'folder');
}
