import { defineConfig } from '@playwright/test';

// biome-ignore lint/style/noDefaultExport: Playwright reads its configuration from the default export
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './test/support/prepare-run.ts',
  // Electron's start is bound by the processor: more workers than this are slower on two cores.
  workers: 2,
  fullyParallel: true,
  timeout: 45_000,
  // Limits, not waits: a machine that is busy otherwise must not turn a test red.
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
