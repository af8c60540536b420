import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { firstDueMs, staleAfterMs, watchFreshness } from '../../../../renderer/phone/freshness.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch() {
  const told: string[] = [];
  const freshness = watchFreshness(
    () => told.push('overdue'),
    () => told.push('fresh'),
  );
  return { freshness, told };
}

it('tells when the first snapshot does not come', () => {
  const { freshness, told } = watch();
  freshness.started();
  vi.advanceTimersByTime(firstDueMs - 1);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['overdue']);
});

it('waits anew from each newer snapshot, and tells of none for as long as they come', () => {
  const { freshness, told } = watch();
  freshness.started();
  for (let snapshotMs = 1; snapshotMs < 20; snapshotMs += 1) {
    freshness.seen(snapshotMs);
    vi.advanceTimersByTime(staleAfterMs - 1);
  }
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['overdue']);
});

it('takes a repeated snapshot for no news', () => {
  const { freshness, told } = watch();
  freshness.seen(7);
  vi.advanceTimersByTime(staleAfterMs / 2);
  freshness.seen(7);
  vi.advanceTimersByTime(staleAfterMs / 2);
  expect(told).toEqual(['overdue']);
});

it('tells once that none comes, and once that one has come again', () => {
  const { freshness, told } = watch();
  freshness.seen(1);
  vi.advanceTimersByTime(3 * staleAfterMs);
  freshness.seen(2);
  freshness.seen(3);
  expect(told).toEqual(['overdue', 'fresh']);
  vi.advanceTimersByTime(staleAfterMs);
  expect(told).toEqual(['overdue', 'fresh', 'overdue']);
});

it('expects the first snapshot of a panel that begins anew as soon as that of the first', () => {
  const { freshness, told } = watch();
  freshness.seen(1);
  freshness.started();
  vi.advanceTimersByTime(firstDueMs);
  expect(told).toEqual(['overdue']);
});

it('tells nothing any more when it is stopped', () => {
  const { freshness, told } = watch();
  freshness.started();
  freshness.stop();
  vi.advanceTimersByTime(2 * staleAfterMs);
  expect(told).toEqual([]);
});
