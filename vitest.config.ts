import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that wait for a real clock, so that they wait while the others work. */
const waitsForClock = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/guardian/');

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(waitsForClock), ...sorted.filter((file) => !waitsForClock(file))];
  }
}

/** With fewer than this, those that wait would leave nobody to work. */
const fewestWorkers = 3;

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
    // Hardly anything here waits for real time; what hangs is told soon.
    testTimeout: 10_000,
    hookTimeout: 10_000,
    maxWorkers: Math.max(fewestWorkers, availableParallelism() - 1),
    sequence: { sequencer: WaitingFirst },
    unstubGlobals: true,
    restoreMocks: true,
  },
});
