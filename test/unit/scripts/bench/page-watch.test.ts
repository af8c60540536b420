import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awaitGone } from '../../../../scripts/bench/page-watch.mjs';

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
  vi.unstubAllGlobals();
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
