/**
 * For a test that mostly waits for a clock, of Streams, of the app or of Chromium, and hardly uses the processor:
 * `test('…', waits, async () => …)`. It runs beside those that work, see playwright.config.ts.
 */
export const waits = { tag: '@waits' } as const;
