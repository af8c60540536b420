import { defineConfig } from '@playwright/test';
import { waits } from './test/support/waits.js';

const waiting = new RegExp(waits.tag);

// biome-ignore lint/style/noDefaultExport: Playwright reads its configuration from the default export
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './test/support/prepare-run.ts',
  // Two that wait beside two that work.
  workers: 4,
  fullyParallel: true,
  projects: [
    // First, as some of them wait for minutes.
    { name: 'waiting', grep: waiting, workers: 2 },
    // Electron's start is bound by the processor: a third of these was measured to make two cores no faster.
    { name: 'working', grepInvert: waiting, workers: 2 },
  ],
  timeout: 45_000,
  // A test that needs its second try is named at the end of `npm test`, see docs/testing.md; it does not hide.
  retries: 1,
  // Limits, not waits: a machine that is busy otherwise must not turn a test red.
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
