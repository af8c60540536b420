import { describe, expect, it } from 'vitest';
import { emptySnapshot } from '../../../../contract/empty-snapshot.js';
import { phoneSnapshotSchema } from '../../../../contract/snapshot.js';
import { foldReading } from '../../../../renderer/phone/fold-snapshot.js';
import { buildSnapshot, offline } from '../../contract/build-snapshot.js';
import { agentReading, contactReading } from './fake-streams.js';

const facts = {
  customerNameAttributes: [],
  clearedByUs: new Set<string>(),
  rejectedByUs: new Set<string>(),
  droppedByUs: new Set<string>(),
  microphoneMuted: false,
  nowMs: 100_000,
};
const mutedFacts = { ...facts, microphoneMuted: true };
const onCall = agentReading({ contacts: [contactReading()] });

describe('foldReading', () => {
  it('makes a snapshot of the contract that says the phone is ready', () => {
    const snapshot = foldReading(emptySnapshot, onCall, facts);
    expect(phoneSnapshotSchema.parse(snapshot)).toEqual(snapshot);
    expect(snapshot.health).toEqual({
      phase: 'ready',
      trouble: null,
      webSocketUp: true,
      otherPanel: false,
      recovery: 'none',
    });
    expect(snapshot.contacts).toHaveLength(1);
  });

  it('returns the same value for the same reading, so that nothing is announced', () => {
    const first = foldReading(emptySnapshot, onCall, facts);
    const again = agentReading({ contacts: [contactReading()] });
    expect(foldReading(first, again, { ...facts, nowMs: 200_000 })).toBe(first);
  });

  it('keeps the identity of every part that did not change', () => {
    const two = [contactReading(), contactReading({ contactId: 'c2' })];
    const first = foldReading(emptySnapshot, agentReading({ contacts: two }), facts);
    const changed = [contactReading(), contactReading({ contactId: 'c2', stateType: 'ended' })];
    const next = foldReading(first, agentReading({ contacts: changed }), facts);
    expect(next).not.toBe(first);
    expect(next.contacts[0]).toBe(first.contacts[0]);
    expect(next.contacts[1]).not.toBe(first.contacts[1]);
    expect(next.agent?.statuses).toBe(first.agent?.statuses);
    expect(next.health).toBe(first.health);
  });

  it('leaves a contact out that is not to be shown yet', () => {
    const contacts = [contactReading({ stateType: 'init' }), contactReading({ contactId: 'c2' })];
    const snapshot = foldReading(emptySnapshot, agentReading({ contacts }), facts);
    expect(snapshot.contacts.map(({ contactId }) => contactId)).toEqual(['c2']);
  });

  it('unmutes when the last live contact is over', () => {
    const muted = { ...foldReading(emptySnapshot, onCall, facts), muted: true };
    expect(foldReading(muted, onCall, mutedFacts).muted).toBe(true);
    const ended = agentReading({ contacts: [contactReading({ stateType: 'ended' })] });
    expect(foldReading(muted, ended, mutedFacts).muted).toBe(false);
  });

  // Streams opens the microphone of the next call; showing it as muted would let the agent speak unawares.
  it('unmutes when the call is over although a chat goes on', () => {
    const chat = contactReading({ contactId: 'c2', type: 'chat', connections: [] });
    const both = agentReading({ contacts: [contactReading(), chat] });
    const muted = { ...foldReading(emptySnapshot, both, facts), muted: true };
    expect(foldReading(muted, agentReading({ contacts: [chat] }), mutedFacts).muted).toBe(false);
  });

  it('unmutes when another call is there than the one that was muted', () => {
    const muted = { ...foldReading(emptySnapshot, onCall, facts), muted: true };
    const next = contactReading({ contactId: 'c2', stateType: 'connecting' });
    expect(foldReading(muted, agentReading({ contacts: [next] }), facts).muted).toBe(false);
  });

  it('drops a pending status that the agent has', () => {
    const status = {
      statusId: 'arn:available',
      name: 'Available',
      as: 'status',
      phase: 'waiting',
      failure: null,
    } as const;
    const before = buildSnapshot({ pending: { status, commands: [], lastFailure: null } });
    expect(foldReading(before, agentReading(), facts).pending.status).toBeNull();
  });

  it('keeps a missed contact worth telling, whatever happens after it', () => {
    const missed = agentReading({ contacts: [contactReading({ stateType: 'missed' })] });
    const told = foldReading(foldReading(emptySnapshot, agentReading(), facts), missed, facts);
    expect(told.notice).toMatchObject({ kind: 'missed', contactId: 'c1' });
    const later = foldReading(told, agentReading({ availability: { name: 'Lunch', startMs: null } }), facts);
    expect(later.notice).toBe(told.notice);
  });

  const wrappedUp = foldReading(
    foldReading(emptySnapshot, agentReading({ contacts: [contactReading({ stateType: 'ended' })] }), facts),
    agentReading(),
    facts,
  );

  it('keeps another notice while nothing else happens', () => {
    expect(wrappedUp.notice?.kind).toBe('clearedByConnect');
    const later = foldReading(wrappedUp, agentReading({ permissions: [] }), facts);
    expect(later).not.toBe(wrappedUp);
    expect(later.notice).toBe(wrappedUp.notice);
  });

  it.each([
    ['another status', agentReading({ availability: { name: 'Lunch', startMs: null } })],
    ['another contact', onCall],
  ])('drops another notice with %s', (_what, reading) => {
    expect(foldReading(wrappedUp, reading, facts).notice).toBeNull();
  });

  it('measures after-contact work on the clock of the server', () => {
    const ended = agentReading({
      contacts: [contactReading({ stateType: 'ended', stateMs: 90_000 })],
      serverAheadMs: 5_000,
    });
    const wrapUp = foldReading(emptySnapshot, ended, facts);
    const gone = foldReading(wrapUp, agentReading({ serverAheadMs: 5_000 }), facts);
    expect(gone.notice).toMatchObject({ kind: 'clearedByConnect', workedMs: 15_000 });
  });

  it.each([
    [0, 249, 0],
    [0, 250, -250],
    [-1_000, 1_100.4, -1_000],
    [-1_000, 2_000.4, -2_000],
    [500, 0, 0],
  ])('with a skew of %d ms and the server %d ms ahead has a skew of %d ms', (skewMs, serverAheadMs, expected) => {
    const snapshot = foldReading({ ...emptySnapshot, skewMs }, agentReading({ serverAheadMs }), facts);
    expect(snapshot.skewMs + 0).toBe(expected);
  });

  it('takes a queued Offline for the next status', () => {
    const nextState = { arn: 'arn:offline', name: 'Feierabend', type: 'offline', startMs: null };
    expect(foldReading(emptySnapshot, agentReading({ ...onCall, nextState }), facts).agent?.nextStatus).toEqual(
      offline,
    );
  });
});
