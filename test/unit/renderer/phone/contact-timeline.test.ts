import { describe, expect, it } from 'vitest';
import type { ContactPhase } from '../../../../contract/contact.js';
import { followTimeline } from '../../../../renderer/phone/contact-timeline.js';

const rang: readonly ContactPhase[] = [{ state: 'connecting', sinceMs: 1_000 }];

describe('followTimeline', () => {
  it('begins with the time Connect says, or with the moment it was seen', () => {
    expect(followTimeline([], { state: 'connecting', sinceMs: 1_000, nowMs: 1_300 })).toEqual(rang);
    expect(followTimeline([], { state: 'missed', sinceMs: null, nowMs: 1_300 })).toEqual([
      { state: 'missed', sinceMs: 1_300 },
    ]);
  });

  it('stays the same value in the same state, whatever the time', () => {
    expect(followTimeline(rang, { state: 'connecting', sinceMs: 9_000, nowMs: 9_000 })).toBe(rang);
  });

  it('adds each state that follows', () => {
    const talked = followTimeline(rang, { state: 'connected', sinceMs: 4_000, nowMs: 4_100 });
    expect(followTimeline(talked, { state: 'onHold', sinceMs: 6_000, nowMs: 6_100 })).toEqual([
      ...rang,
      { state: 'connected', sinceMs: 4_000 },
      { state: 'onHold', sinceMs: 6_000 },
    ]);
  });

  it.each([4_000, 6_000])('does not believe a beginning at %i that is not after the last one', (sinceMs) => {
    const held: readonly ContactPhase[] = [...rang, { state: 'onHold', sinceMs: 6_000 }];
    expect(followTimeline(held, { state: 'connected', sinceMs, nowMs: 8_000 }).at(-1)?.sinceMs).toBe(8_000);
  });

  it('keeps the latest hundred', () => {
    let timeline: readonly ContactPhase[] = [];
    for (let at = 0; at < 250; at += 1) {
      timeline = followTimeline(timeline, { state: at % 2 ? 'onHold' : 'connected', sinceMs: at, nowMs: at });
    }
    expect(timeline).toHaveLength(100);
    expect(timeline.at(-1)).toEqual({ state: 'onHold', sinceMs: 249 });
  });
});
