import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    include: [
      'test/unit/**/*.test.{ts,tsx}',
      'test/contract/**/*.test.ts',
      'test/guardian/**/*.test.ts',
      'test/fuzz/**/*.test.ts',
      'test/walls/**/*.test.ts',
      'test/architecture.test.ts',
    ],
    exclude: ['test/e2e/**', 'node_modules/**', 'dist/**'],
    // Nothing here waits for real time; what hangs is told soon.
    testTimeout: 10_000,
    hookTimeout: 10_000,
    unstubGlobals: true,
    restoreMocks: true,
  },
});
