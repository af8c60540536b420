import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { exitAfter, joinWords, lastWordsMs } from '../../../../main/presence/exit-after.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('ends at once where nothing is left to say', () => {
  const exit = vi.fn();
  exitAfter(null, exit);
  expect(exit).toHaveBeenCalledOnce();
});

it.each([
  ['said', () => Promise.resolve()],
  ['lost', () => Promise.reject(new Error('lost'))],
])('ends once, as soon as the last words are %s', async (_how, words) => {
  const exit = vi.fn();
  exitAfter(words(), exit);
  expect(exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(0);
  expect(exit).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(10 * lastWordsMs);
  expect(exit).toHaveBeenCalledOnce();
});

it('waits for nobody who does not answer', async () => {
  const exit = vi.fn();
  exitAfter(new Promise(() => undefined), exit);
  await vi.advanceTimersByTimeAsync(lastWordsMs - 1);
  expect(exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(exit).toHaveBeenCalledOnce();
});

it('joins what several have to say, of whom one may fail', async () => {
  expect(joinWords(null, null)).toBeNull();
  let say = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    say = resolve;
  });
  const exit = vi.fn();
  exitAfter(joinWords(null, Promise.reject(new Error('lost')), late), exit);
  await vi.advanceTimersByTimeAsync(lastWordsMs - 1);
  expect(exit).not.toHaveBeenCalled();
  say();
  await vi.advanceTimersByTimeAsync(0);
  expect(exit).toHaveBeenCalledOnce();
});
