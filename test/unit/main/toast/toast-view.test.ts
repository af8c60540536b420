import { describe, expect, it } from 'vitest';
import { maxToastTextLength, toastViewSchema } from '../../../../contract/toast-view.js';
import { english } from '../../../../contract/words/english.js';
import { german } from '../../../../contract/words/german.js';
import { type ToastFacts, toastView } from '../../../../main/toast/toast-view.js';
import { agentLeg, buildConnection, buildContact, buildSnapshot, customerLeg } from '../../contract/build-snapshot.js';

const ring = buildContact({ contactId: 'ring', state: 'incoming', customerName: 'Renata Oyelaran' });
const call = buildContact({ contactId: 'call' });

function view(change: Partial<ToastFacts> = {}) {
  return toastView({
    snapshot: buildSnapshot({ contacts: [ring] }),
    wants: { ring: true, call: true },
    attributes: [],
    phoneThere: true,
    trouble: null,
    words: english,
    formatNumber: (number) => `(${number})`,
    ...change,
  });
}
const of = (...contacts: readonly ReturnType<typeof buildContact>[]) => ({ snapshot: buildSnapshot({ contacts }) });
const labels = (shown: ReturnType<typeof view>) => shown?.buttons.map(({ label }) => label);

describe('the card of a ring', () => {
  it('says who, where from and what can be done', () => {
    expect(view()).toEqual({
      kind: 'ring',
      language: 'en',
      contactId: 'ring',
      title: 'Incoming call',
      who: 'Renata Oyelaran',
      facts: ['(+14155550100)', 'Support'],
      attributes: [],
      others: null,
      channel: 'voice',
      tone: 'available',
      sinceMs: 1_000,
      note: null,
      buttons: [
        { command: { kind: 'accept', contactId: 'ring' }, label: 'Answer', busy: false },
        { command: { kind: 'reject', contactId: 'ring' }, label: 'Decline', busy: false },
      ],
      showPhone: 'Show the phone',
    });
  });

  it('names the number where there is no name, and says when neither is known', () => {
    expect(view(of({ ...ring, customerName: null }))).toMatchObject({ who: '(+14155550100)', facts: ['Support'] });
    expect(view(of({ ...ring, customerName: null, phoneNumber: null }))?.who).toBe('Unknown customer');
  });

  it('comes before the strip of a call, and a call that rings before anything else that does', () => {
    const chat = buildContact({ contactId: 'chat', channel: 'chat', state: 'incoming' });
    expect(view(of(call, chat))).toMatchObject({
      title: 'Incoming chat',
      contactId: 'chat',
      others: { count: 1, text: '+ 1 more' },
    });
    expect(view(of(call, chat, ring))).toMatchObject({ contactId: 'ring', others: { count: 2, text: '+ 2 more' } });
  });

  it('shows the attributes that were chosen, in that order, and no others', () => {
    const attributes = ['Tier', 'Reason', 'Note', 'A', 'B', 'C'].map((name) => ({ name, value: `${name}!` }));
    const contact = { ...ring, attributes: [...attributes, { name: 'Empty', value: '  ' }] };
    const shown = view({ ...of(contact), attributes: ['Reason', 'Empty', 'Missing', 'Tier'] });
    expect(shown?.attributes).toEqual([
      { name: 'Reason', value: 'Reason!' },
      { name: 'Tier', value: 'Tier!' },
    ]);
    expect(view({ ...of(contact), attributes: ['A', 'B', 'C', 'Note', 'Tier'] })?.attributes).toHaveLength(4);
  });

  it('cuts what nobody could read, never within a character', () => {
    const value = `${'x'.repeat(maxToastTextLength - 1)}💥${'y'.repeat(10_000)}`;
    const contact = { ...ring, customerName: value, attributes: [{ name: value, value }] };
    const shown = view({ ...of(contact), attributes: [value] });
    expect(toastViewSchema.safeParse(shown).success).toBe(true);
    expect(shown?.who).toBe(`${'x'.repeat(maxToastTextLength - 1)}…`);
  });

  it('keeps its buttons from being pressed twice, and while there is no phone', () => {
    const snapshot = buildSnapshot({ contacts: [ring] });
    const pending = { ...snapshot.pending, commands: [{ kind: 'accept' as const, contactId: 'ring' }] };
    expect(view({ snapshot: { ...snapshot, pending } })?.buttons.map(({ busy }) => busy)).toEqual([true, false]);
    const gone = view({ phoneThere: false, trouble: 'Something else.' });
    expect(gone?.buttons.map(({ busy }) => busy)).toEqual([true, true]);
    expect(gone?.note).toBe(english.desk.phoneGone);
  });

  it('says what went wrong with what was pressed', () => {
    expect(view({ trouble: 'The contact was not answered.' })?.note).toBe('The contact was not answered.');
  });

  it('is not there when it is not wanted, when nothing rings, and when nobody is signed in', () => {
    expect(view({ wants: { ring: false, call: true } })).toBeNull();
    expect(view(of({ ...ring, state: 'missed' }))).toBeNull();
    expect(view({ snapshot: buildSnapshot({ agent: null, contacts: [ring] }) })?.buttons).toEqual([]);
  });

  it('speaks German', () => {
    expect(view({ words: german })).toMatchObject({ title: 'Eingehender Anruf', language: 'de' });
  });
});

describe('the strip of a call', () => {
  it('has mute, hold and hang up', () => {
    expect(labels(view(of(call)))).toEqual(['Mute', 'Hold', 'Hang up']);
    expect(view(of(call))).toMatchObject({ kind: 'call', title: 'Connected', tone: 'contact', attributes: [] });
  });

  it('turns them into what takes them back', () => {
    const held = { ...call, state: 'onHold' as const, heldSinceMs: 5_000 };
    const shown = view({ snapshot: buildSnapshot({ contacts: [held], muted: true, skewMs: 10 }) });
    expect(labels(shown)).toEqual(['Unmute', 'Resume', 'Hang up']);
    expect(shown).toMatchObject({ title: 'On hold · Muted', tone: 'bad', sinceMs: 5_010 });
    expect(view({ snapshot: buildSnapshot({ contacts: [call], muted: true }) })?.title).toBe('Muted');
    expect(view(of(held))?.tone).toBe('waiting');
  });

  it('leaves a call that others are on, and holds all of them', () => {
    const shared = { ...call, connections: [agentLeg, customerLeg, buildConnection()] };
    expect(labels(view(of(shared)))).toEqual(['Mute', 'Hold all', 'Leave call']);
  });

  it('shows the call that is talked on, of several', () => {
    const held = buildContact({ contactId: 'held', state: 'onHold' });
    expect(view(of(held, call))).toMatchObject({ contactId: 'call', others: { count: 1, text: '+ 1 more' } });
  });

  it('is there while a number is dialled, with a way to stop it', () => {
    const dialled = { ...call, state: 'connecting' as const, direction: 'outbound' as const };
    expect(view(of(dialled))).toMatchObject({ kind: 'call' });
    expect(labels(view(of(dialled)))).toEqual(['Hang up']);
  });

  it('is gone with the call, for chats, and when it is not wanted', () => {
    expect(view(of({ ...call, state: 'ended' }))).toBeNull();
    expect(view(of(buildContact({ channel: 'chat' })))).toBeNull();
    expect(view({ ...of(call), wants: { ring: true, call: false } })).toBeNull();
  });
});
