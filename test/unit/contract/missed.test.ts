import { describe, expect, it } from 'vitest';
import { followMissed, noMissedContacts, seeMissed } from '../../../contract/missed.js';
import { buildContact } from './build-snapshot.js';

const missed = (contactId: string) => buildContact({ contactId, state: 'missed', ending: 'missed' });

describe('missed contacts', () => {
  it('are counted once each, oldest first', () => {
    const one = followMissed(noMissedContacts, [missed('c1')], false);
    const two = followMissed(one, [missed('c1'), missed('c2')], false);
    expect(two.unseen).toEqual(['c1', 'c2']);
    expect(followMissed(two, [missed('c1'), missed('c2')], false)).toBe(two);
  });

  it('stay until they are seen, also when Connect has cleared them', () => {
    const one = followMissed(noMissedContacts, [missed('c1')], false);
    const cleared = followMissed(one, [], false);
    expect(cleared.unseen).toEqual(['c1']);
    expect(seeMissed(cleared).unseen).toEqual([]);
  });

  it('that are seen are not counted again while they are there', () => {
    const seen = seeMissed(followMissed(noMissedContacts, [missed('c1')], false));
    expect(followMissed(seen, [missed('c1')], false).unseen).toEqual([]);
  });

  it('are not counted while the agent looks', () => {
    expect(followMissed(noMissedContacts, [missed('c1')], true).unseen).toEqual([]);
  });

  it('are those that rang in vain, not what was declined, given up or broken', () => {
    for (const ending of ['declined', 'abandoned', 'failed', null] as const) {
      expect(followMissed(noMissedContacts, [buildContact({ state: 'rejected', ending })], false).unseen).toEqual([]);
    }
  });

  it('that come back after they were gone are counted once', () => {
    const gone = followMissed(followMissed(noMissedContacts, [missed('c1')], false), [], false);
    expect(followMissed(gone, [missed('c1')], false).unseen).toEqual(['c1']);
  });
});
