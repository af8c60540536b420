import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptySnapshot } from '../../../contract/empty-snapshot.js';
import type { PhoneSnapshot } from '../../../contract/snapshot.js';
import { collectOld, settleHeap } from '../../../main/app/settle-heap.js';
import { buildAgent, buildContact, buildSnapshot } from '../contract/build-snapshot.js';

const idle = buildSnapshot({ agent: buildAgent({}), contacts: [] });
const busy = buildSnapshot({ agent: buildAgent({}), contacts: [buildContact({})] });

describe('when the heap is settled', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function start() {
    const collect = vi.fn(async () => undefined);
    const listeners = new Set<(snapshot: PhoneSnapshot) => void>();
    let now = emptySnapshot;
    const onShown = (listener: (snapshot: PhoneSnapshot) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };
    settleHeap({ snapshot: () => now, onShown }, collect);
    return {
      collect,
      listeners,
      show(snapshot: PhoneSnapshot) {
        now = snapshot;
        for (const listener of listeners) listener(snapshot);
      },
    };
  }

  it('is half a minute after the agent came, once', () => {
    const { collect, show, listeners } = start();
    show(emptySnapshot);
    vi.advanceTimersByTime(60_000);
    expect(collect).not.toHaveBeenCalled();
    show(idle);
    vi.advanceTimersByTime(29_999);
    show(idle);
    expect(collect).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(collect).toHaveBeenCalledOnce();
    show(idle);
    vi.advanceTimersByTime(60_000);
    expect(collect).toHaveBeenCalledOnce();
    expect(listeners.size).toBe(0);
  });

  it.each([
    ['a contact is there', busy],
    ['nobody is signed in', emptySnapshot],
  ])('is not while %s, but as soon as that is over', (_what, snapshot) => {
    const { collect, show } = start();
    show(idle);
    show(snapshot);
    vi.advanceTimersByTime(60_000);
    expect(collect).not.toHaveBeenCalled();
    show(idle);
    expect(collect).toHaveBeenCalledOnce();
  });
});

it('collects what is garbage', async () => {
  let garbage: number[][] | null = Array.from({ length: 200 }, () => Array.from({ length: 10_000 }, Math.random));
  const fullBytes = process.memoryUsage().heapUsed;
  expect(garbage).toHaveLength(200);
  garbage = null;
  await collectOld();
  expect(fullBytes - process.memoryUsage().heapUsed).toBeGreaterThan(12e6);
});
