import { describe, expect, it } from 'vitest';
import { shownSince } from '../../../../renderer/models/shown-since.js';
import { buildContact } from '../../contract/build-snapshot.js';

describe('the time a contact is shown with', () => {
  const timeline = [
    { state: 'connected', sinceMs: 1_000 },
    { state: 'paused', sinceMs: 7_000 },
  ] as const;

  it.each([
    ['of a talk is that of the whole talk', { state: 'connected' }, 1_000],
    ['on hold is that of the hold', { state: 'onHold', heldSinceMs: 5_000 }, 5_000],
    ['on hold, as nobody says since when, is that of the talk', { state: 'onHold' }, 1_000],
    ['of a paused task is that of the pause, though Connect goes on counting', { state: 'paused', timeline }, 7_000],
    ['of a paused task nothing is known of is what Connect says', { state: 'paused' }, 1_000],
    ['that nobody knows is none', { state: 'ended', sinceMs: null }, null],
  ] as const)('%s', (_what, change, since) => {
    expect(shownSince(buildContact(change))).toBe(since);
  });
});
