import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../../contract/settings.js';
import { english } from '../../../../contract/words/english.js';
import { createDeskNotices } from '../../../../main/attention/desk-notices.js';
import { asksForAttention, awakeFor, type DeskState } from '../../../../main/attention/desk-state.js';
import { createElectronNoticeBoard } from '../../../../main/attention/electron-notice-board.js';
import { createIconFlash } from '../../../../main/attention/icon-flash.js';
import { createKeepAwake } from '../../../../main/attention/keep-awake.js';
import type { NoticeAnswer, NoticeText } from '../../../../main/attention/notice-board.js';
import { buildAgent, buildContact, buildSnapshot, chose, lunch, offline } from '../../contract/build-snapshot.js';

const ring = buildContact({ contactId: 'ring', state: 'incoming', customerName: '<b>Renata</b> & Söhne' });
const call = buildContact();
const missed = 2;

const buildState = (change: Partial<DeskState> = {}): DeskState => ({
  snapshot: buildSnapshot(),
  missed: 0,
  inFront: false,
  phoneThere: true,
  settings: settingsSchema.parse({}),
  ...change,
});
const ringing = buildState({ snapshot: buildSnapshot({ contacts: [ring] }) });

describe('what is kept awake', () => {
  const ofAgent = (
    agent: ReturnType<typeof buildAgent> | null,
    ...contacts: readonly ReturnType<typeof buildContact>[]
  ) => awakeFor(buildSnapshot({ agent, contacts }));

  it('is the computer while contacts may come, and the screen too while a call is up', () => {
    expect(ofAgent(null)).toEqual({ display: false, app: false });
    expect(ofAgent(buildAgent())).toEqual({ display: false, app: true });
    expect(ofAgent(buildAgent({ availability: chose(lunch) }))).toEqual({ display: false, app: true });
    expect(ofAgent(buildAgent({ availability: chose(offline) }))).toEqual({ display: false, app: false });
    expect(ofAgent(buildAgent({ availability: chose(offline) }), call)).toEqual({ display: true, app: true });
    expect(ofAgent(buildAgent(), { ...call, state: 'onHold' })).toEqual({ display: true, app: true });
    expect(ofAgent(buildAgent(), ring)).toEqual({ display: false, app: true });
    expect(ofAgent(buildAgent(), buildContact({ channel: 'chat' }))).toEqual({ display: false, app: true });
  });

  it('is asked for once and given back once', () => {
    const asked: string[] = [];
    const awake = createKeepAwake({
      start: (type: string) => asked.push(type),
      stop: (id: number) => asked.push(`stop ${id}`) > 0,
    });
    for (const wanted of [
      { display: false, app: true },
      { display: true, app: true },
      { display: true, app: true },
      { display: false, app: true },
      { display: false, app: false },
      { display: false, app: false },
    ])
      awake.draw(wanted);
    expect(asked).toEqual(['prevent-app-suspension', 'prevent-display-sleep', 'stop 2', 'stop 1']);
  });
});

describe("the app's icon", () => {
  it('asks for attention while something rings or was missed, and the agent is elsewhere', () => {
    expect(asksForAttention(ringing)).toBe(true);
    expect(asksForAttention({ ...ringing, inFront: true })).toBe(false);
    expect(asksForAttention(buildState({ missed }))).toBe(true);
    expect(asksForAttention(buildState({ snapshot: buildSnapshot({ contacts: [call] }) }))).toBe(false);
  });

  it('is touched only when that changes', () => {
    const done: boolean[] = [];
    const icon = createIconFlash((on) => void done.push(on));
    for (const state of [buildState(), ringing, ringing, buildState({ missed }), buildState({ inFront: true })])
      icon.draw(state);
    expect(done).toEqual([true, false]);
  });
});

function openNotices() {
  const done: unknown[] = [];
  const answers = new Map<string, (answer: NoticeAnswer) => void>();
  const texts = new Map<string, NoticeText>();
  const notices = createDeskNotices({
    board: {
      show(name, text, answered) {
        done.push(`show ${name}`);
        texts.set(name, text);
        answers.set(name, answered);
      },
      withdraw: (name) => void done.push(`withdraw ${name}`),
    },
    words: english,
    formatNumber: (number) => number,
    execute: (command) => void done.push(command),
    showPhone: () => void done.push('showPhone'),
  });
  return { notices, done, answers, texts };
}

describe('notifications', () => {
  it('tell of a ring only where its card cannot be seen', () => {
    const { notices, done, texts } = openNotices();
    notices.draw(ringing, true);
    notices.draw({ ...ringing, inFront: true }, false);
    expect(done).toEqual([]);
    notices.draw(ringing, false);
    notices.draw(ringing, false);
    expect(done).toEqual(['show ring']);
    expect(texts.get('ring')).toEqual({
      title: 'Incoming call',
      body: '<b>Renata</b> & Söhne · Support',
      actions: [
        { id: 'accept', label: 'Answer' },
        { id: 'reject', label: 'Decline' },
      ],
      isUrgent: true,
    });
    notices.draw(buildState(), false);
    expect(done).toEqual(['show ring', 'withdraw ring']);
  });

  it('tell of a ring that the phone cannot take at the moment, with nothing to press', () => {
    const { notices, texts, done } = openNotices();
    notices.draw({ ...ringing, phoneThere: false, inFront: true }, true);
    expect(texts.get('ring')).toMatchObject({ actions: [], body: expect.stringContaining(english.desk.phoneGone) });
    notices.draw(ringing, true);
    expect(done).toEqual(['show ring', 'withdraw ring']);
  });

  it('answer and decline the contact they name, whatever rings by then', () => {
    const { notices, done, answers } = openNotices();
    notices.draw(ringing, false);
    answers.get('ring')?.({ kind: 'action', id: 'accept' });
    answers.get('ring')?.({ kind: 'action', id: 'reject' });
    answers.get('ring')?.({ kind: 'action', id: 'hangUp' });
    answers.get('ring')?.({ kind: 'open' });
    expect(done.slice(1)).toEqual([
      { kind: 'accept', contactId: 'ring' },
      { kind: 'reject', contactId: 'ring' },
      'showPhone',
    ]);
  });

  it('tell of missed contacts until the agent has looked, and count them in one', () => {
    const { notices, done, texts } = openNotices();
    notices.draw(buildState({ missed: 1 }), false);
    expect(texts.get('missed')).toMatchObject({ title: 'Missed contact', isUrgent: false });
    notices.draw(buildState({ missed }), false);
    expect(texts.get('missed')?.title).toBe('2 missed contacts');
    notices.draw(buildState({ inFront: true }), false);
    expect(done).toEqual(['show missed', 'show missed', 'withdraw missed']);
  });

  it('are off when the agent wants none', () => {
    const { notices, done } = openNotices();
    notices.draw({ ...ringing, missed, settings: settingsSchema.parse({ notifications: false }) }, false);
    expect(done).toEqual([]);
  });
});

describe('notifications of Windows and macOS', () => {
  it('replace the one of the same name, and say which button was pressed', () => {
    const done: unknown[] = [];
    const listeners = new Map<string, (...given: never[]) => void>();
    const board = createElectronNoticeBoard((options) => ({
      show: () => void done.push(['show', options.title, options.silent, options.actions]),
      close: () => void done.push(['close', options.title]),
      on(event: string, listener: (...given: never[]) => void) {
        listeners.set(event, listener);
        return this as never;
      },
    }));
    const text = { body: '', actions: [{ id: 'accept', label: 'Answer' }], isUrgent: true };
    board.show('ring', { ...text, title: 'one' }, (answer) => done.push(answer));
    board.show('ring', { ...text, title: 'two' }, (answer) => done.push(answer));
    (listeners.get('action') as (event: null, index: number) => void)(null, 0);
    (listeners.get('action') as (event: null, index: number) => void)(null, 7);
    (listeners.get('click') as () => void)();
    board.withdraw('ring');
    board.withdraw('ring');
    const actions = [{ type: 'button', text: 'Answer' }];
    expect(done).toEqual([
      ['show', 'one', true, actions],
      ['close', 'one'],
      ['show', 'two', true, actions],
      { kind: 'action', id: 'accept' },
      { kind: 'open' },
      ['close', 'two'],
    ]);
  });
});
