import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives all tests one folder for profiles; returns what removes it. */
export async function prepareRun(): Promise<() => Promise<void>> {
  const profiles = mkdtempSync(join(tmpdir(), 'switchhook-tests-'));
  process.env.SWITCHHOOK_TEST_PROFILES = profiles;
  return async () => {
    // Not after each test: Chromium's helpers outlive a killed app by a moment and still write.
    await rm(profiles, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}

// biome-ignore lint/style/noDefaultExport: Playwright reads its global set-up from the default export
export default prepareRun;
