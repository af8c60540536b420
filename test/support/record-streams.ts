import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { recordFolder } from '../../scripts/features/record.mjs';
import type { Simulator } from '../../simulator/simulator.js';

/** The bundle of our page, which holds Streams. */
const isOurPage = (url: string): boolean => /\/index\.js(\?|$)/.test(url);

async function readCoverage(phone: Page) {
  const session = await phone.context().newCDPSession(phone);
  await session.send('Profiler.enable');
  const { result } = await session.send('Profiler.getBestEffortCoverage');
  await session.detach();
  return result;
}

/**
 * Notes what a test has seen: the functions that ran in our page by the names V8 gives them, which keep the member's name
 * even in the bundle as it ships (`n.core.viewContact`, `e.getEndpoints`), and the operations that were answered. The
 * coverage is V8's own and costs nothing until it is asked for.
 */
export async function recordStreams(phone: Page, { requests }: Simulator, testId: string): Promise<void> {
  if (phone.isClosed()) return;
  const scripts = await readCoverage(phone).catch((error: Error) => {
    // A test may leave an app that is about to end.
    if (/has been closed/.test(error.message)) return null;
    throw error;
  });
  if (scripts === null) return;
  const members = scripts
    .filter(({ url }) => isOurPage(url))
    .flatMap(({ functions }) => functions)
    .filter(({ functionName, ranges }) => functionName.includes('.') && (ranges[0]?.count ?? 0) > 0)
    .map(({ functionName }) => functionName.slice(functionName.lastIndexOf('.') + 1));
  const operations = requests.flatMap(({ operation, status }) =>
    status === 200 && operation !== null ? operation : [],
  );
  mkdirSync(recordFolder, { recursive: true });
  const seen = { members: [...new Set(members)].sort(), operations: [...new Set(operations)].sort() };
  writeFileSync(join(recordFolder, `${testId}.json`), JSON.stringify(seen));
}
