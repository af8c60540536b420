import { getEventListeners } from 'node:events';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awaitGone, setLogClocks } from '../../../../scripts/bench/page-watch.mjs';

interface Page extends EventTarget {
  hidden: boolean;
  body: { textContent: string };
}

let page: Page;
let frames: (() => void)[];

beforeEach(() => {
  page = Object.assign(new EventTarget(), { hidden: false, body: { textContent: 'nothing' } });
  frames = [];
  vi.stubGlobal('document', page);
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const drawFrame = (): void => {
  for (const draw of frames.splice(0)) draw();
};

it.each([
  ['two frames', () => [drawFrame(), drawFrame()]],
  ['a window that is hidden meanwhile', () => page.dispatchEvent(new Event('visibilitychange'))],
])('a wait for a text to go ends with %s and leaves no listener', async (_what, end) => {
  const gone = awaitGone('soak1x', 1_000);
  expect(getEventListeners(page, 'visibilitychange')).toHaveLength(1);
  end();
  await gone;
  expect(getEventListeners(page, 'visibilitychange')).toHaveLength(0);
});

it('a wait in a hidden page ends at once and leaves no listener', async () => {
  page.hidden = true;
  await awaitGone('soak1x', 1_000);
  expect(getEventListeners(page, 'visibilitychange')).toHaveLength(0);
});

/** What the library has of its log besides what its types say. */
interface Log {
  info(text: string): void;
  readonly _logs: readonly { readonly text: string }[];
  readonly _rolledLogs: readonly { readonly text: string }[];
  readonly _logRollInterval: number;
  pushClientSideLogsDownstream(): void;
}

it("sets the clocks of Streams' own log", () => {
  vi.useFakeTimers();
  vi.spyOn(console, 'info').mockReturnValue();
  const parts = {
    window: globalThis,
    navigator: { userAgent: 'Chrome', mediaDevices: {} },
    location: { href: 'https://switchhook.localhost/' },
    addEventListener: () => undefined,
  };
  for (const [name, value] of Object.entries(parts)) vi.stubGlobal(name, value);
  createRequire(import.meta.url)('amazon-connect-streams');
  const log = connect.getLog() as unknown as Log;
  expect(log._logRollInterval).toBe(1_800_000);
  const push = vi.spyOn(log, 'pushClientSideLogsDownstream').mockReturnValue();

  setLogClocks(30_000, 100);
  log.info('soak1x');
  const kept = (): boolean => [...log._rolledLogs, ...log._logs].some(({ text }) => text === 'soak1x');
  vi.advanceTimersByTime(59_000);
  expect(kept()).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(kept()).toBe(false);
  expect(push).toHaveBeenCalledTimes(600);
});
