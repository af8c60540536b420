import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDisplay } from '../../scripts/setup/display.mjs';

/** Gives all tests one display, a virtual one where there is none, and one folder for profiles; returns what ends both. */
export async function prepareRun(): Promise<() => Promise<void>> {
  const display = await ensureDisplay();
  const { DISPLAY } = display.env;
  if (DISPLAY !== undefined) process.env.DISPLAY = DISPLAY;
  const profiles = mkdtempSync(join(tmpdir(), 'switchhook-tests-'));
  process.env.SWITCHHOOK_TEST_PROFILES = profiles;
  return async () => {
    await display.stop();
    // Not after each test: Chromium's helpers outlive a killed app by a moment and still write.
    await rm(profiles, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}

// biome-ignore lint/style/noDefaultExport: Playwright reads its global set-up from the default export
export default prepareRun;
