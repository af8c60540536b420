import { describe, expect, it } from 'vitest';
import type { Agent } from '../../../../contract/agent.js';
import type { Contact } from '../../../../contract/contact.js';
import { deriveNotice } from '../../../../renderer/phone/derive-notice.js';
import {
  agentLeg,
  buildAgent,
  buildConnection,
  buildContact,
  chose,
  customerLeg,
  lunch,
  offline,
} from '../../contract/build-snapshot.js';

const by = (...contactIds: string[]) => ({ clearedByUs: new Set(contactIds), droppedByUs: new Set<string>() });
const nobody = by();
const at = (contacts: readonly Contact[], change: Partial<Agent> = {}) => ({ agent: buildAgent(change), contacts });

const ringing = buildContact({ state: 'connecting' });
const missed = buildContact({ state: 'missed', ending: 'missed', customerName: 'Ada' });
const ended = buildContact({ state: 'ended', sinceMs: 10_000 });

describe('deriveNotice', () => {
  it('says nothing when nothing happened', () => {
    expect(deriveNotice(at([ringing]), at([ringing]), nobody, 0)).toBeNull();
    expect(deriveNotice({ agent: null, contacts: [] }, at([]), nobody, 0)).toBeNull();
  });

  it('tells of a missed contact by name, else by number, once', () => {
    expect(deriveNotice(at([ringing]), at([missed]), nobody, 0)).toEqual({
      kind: 'missed',
      who: 'Ada',
      contactId: 'c1',
    });
    const unnamed = { ...missed, customerName: null };
    expect(deriveNotice(at([]), at([unnamed]), nobody, 0)).toMatchObject({ who: '+14155550100' });
    expect(deriveNotice(at([missed]), at([missed]), nobody, 0)).toBeNull();
  });

  it('tells who nobody knows as nobody', () => {
    const unknown = { ...missed, customerName: null, phoneNumber: null };
    expect(deriveNotice(at([]), at([unknown]), nobody, 0)).toMatchObject({ kind: 'missed', who: null });
  });

  it.each([
    ['clearedByConnect', nobody],
    ['clearedByConnect', by('another')],
    ['clearedByAgent', by('c1')],
  ] as const)('tells that after-contact work was %s, and how long it was', (kind, clearedByUs) => {
    expect(deriveNotice(at([ended]), at([]), clearedByUs, 25_000)).toEqual({
      kind,
      who: '+14155550100',
      workedMs: 15_000,
    });
  });

  it('never tells of work that was shorter than nothing', () => {
    expect(deriveNotice(at([ended]), at([]), nobody, 9_000)).toMatchObject({ workedMs: 0 });
  });

  it('keeps silent about a contact that left without after-contact work or without a time', () => {
    expect(deriveNotice(at([missed]), at([]), nobody, 0)).toBeNull();
    expect(deriveNotice(at([{ ...ended, sinceMs: null }]), at([]), nobody, 0)).toBeNull();
  });

  it('tells that a next status was taken, or cleared', () => {
    const queued = at([ended], { nextStatus: lunch });
    const taken = at([ended], { availability: chose(lunch) });
    expect(deriveNotice(queued, taken, nobody, 0)).toEqual({ kind: 'nextStatusTaken', name: 'Lunch' });
    expect(deriveNotice(queued, at([ended]), nobody, 0)).toEqual({ kind: 'nextStatusCleared', name: 'Lunch' });
  });

  it('keeps silent while a next status is only replaced', () => {
    const after = at([ended], { nextStatus: offline });
    expect(deriveNotice(at([ended], { nextStatus: lunch }), after, nobody, 0)).toBeNull();
  });

  it('tells the less expected of a cleared contact and a next status taken with it', () => {
    const queued = at([ended], { nextStatus: lunch });
    const taken = at([], { availability: chose(lunch) });
    expect(deriveNotice(queued, taken, by('c1'), 25_000)?.kind).toBe('nextStatusTaken');
    expect(deriveNotice(queued, taken, nobody, 25_000)?.kind).toBe('clearedByConnect');
  });

  it('tells of a missed contact before everything else', () => {
    const another = { ...missed, contactId: 'c2' };
    expect(deriveNotice(at([ended]), at([another]), nobody, 25_000)?.kind).toBe('missed');
  });

  describe('of somebody who was called in', () => {
    const dialled = buildConnection({ state: 'connecting', name: 'Billing', phoneNumber: '+1' });
    const held = { ...customerLeg, state: 'onHold' as const };
    const call = (...connections: Contact['connections']) => at([buildContact({ connections })]);
    const before = call(agentLeg, held, dialled);

    it('tells that they never came, by name, else by number', () => {
      const after = call(agentLeg, held);
      const notice = { kind: 'partyDidNotAnswer', who: 'Billing', contactId: 'c1' };
      expect(deriveNotice(before, after, nobody, 0)).toEqual(notice);
      const unnamed = call(agentLeg, held, { ...dialled, name: ' ' });
      expect(deriveNotice(unnamed, after, nobody, 0)).toMatchObject({ who: '+1' });
    });

    it.each([
      ['who was on the call', call(agentLeg, held, { ...dialled, state: 'connected' }), call(agentLeg, held), nobody],
      ['who came', before, call(agentLeg, held, { ...dialled, state: 'connected' }), nobody],
      [
        'whom this phone removed',
        before,
        call(agentLeg, held),
        { clearedByUs: new Set<string>(), droppedByUs: new Set(['third-1']) },
      ],
      ['of a call that is over', before, at([buildContact({ state: 'ended', connections: [] })]), nobody],
      ['of a call that has just appeared', at([]), call(agentLeg, held), nobody],
    ] as const)('says nothing of one %s', (_what, was, is, ours) => {
      expect(deriveNotice(was, is, ours, 0)).toBeNull();
    });
  });
});
