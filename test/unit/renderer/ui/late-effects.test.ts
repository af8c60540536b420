import { options } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { delayEffects } from '../../../../renderer/ui/late-effects.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  delete options.requestAnimationFrame;
});

it('effects wait until the frame they follow is done, in a window that draws none too', () => {
  delayEffects();
  const flush = vi.fn();
  options.requestAnimationFrame?.(flush);
  vi.advanceTimersByTime(33);
  expect(flush).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(flush).toHaveBeenCalledOnce();
});
