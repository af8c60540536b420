import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runLate } from '../../../../renderer/models/run-late.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs what a frame leaves behind when that is done, in its order, by one timer', () => {
  const done: string[] = [];
  runLate(() => done.push('first'));
  runLate(() => done.push('second'));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(16);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['first', 'second']);
});

it('does not run what was forgotten before', () => {
  const done: string[] = [];
  const forget = runLate(() => done.push('forgotten'));
  runLate(() => done.push('kept'));
  forget();
  vi.runAllTimers();
  expect(done).toEqual(['kept']);
});

it('leaves to the next time what comes while it runs', () => {
  const done: string[] = [];
  runLate(() => void runLate(() => done.push('next')));
  vi.advanceTimersByTime(17);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(17);
  expect(done).toEqual(['next']);
});
