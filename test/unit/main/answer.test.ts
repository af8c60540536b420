import type { IpcMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { channelOf, requestNames } from '../../../contract/channels.js';
import { emptySnapshot } from '../../../contract/empty-snapshot.js';
import type { RequestName } from '../../../contract/requests.js';
import { answer, answerRequests, type RequestHandlers } from '../../../main/ipc/answer.js';
import type { Sender } from '../../../main/ipc/trusted-sender.js';
import { resolveSettings } from '../../../main/settings/resolve-settings.js';

const startInfo = {
  version: '1.2.3',
  settings: resolveSettings({}, false).values,
  settingsProblems: [],
  signedOut: null,
  simulator: null,
  uncleanEnd: null,
  recovering: false,
  guard: 'nobody' as const,
  restartsBlockedUntilMs: null,
  locale: 'en-GB',
};

/** Handlers that note what reached them. */
function noteHandlers(change: Partial<RequestHandlers> = {}) {
  const reached: (readonly [RequestName, unknown])[] = [];
  const note = (name: RequestName) => (input: unknown) => {
    reached.push([name, input]);
  };
  const handlers: RequestHandlers = {
    readStart: () => startInfo,
    listen: note('listen'),
    announceSnapshot: note('announceSnapshot'),
    settleCommand: note('settleCommand'),
    chooseLeaving: note('chooseLeaving'),
    answerClosing: note('answerClosing'),
    restartPanel: () => true,
    showDownload: note('showDownload'),
    changeAddress: () => 'changed',
    trySimulator: () => 'opened',
    answerSignIn: note('answerSignIn'),
    signOut: () => 'started',
    readExits: () => [],
    dismissUncleanEnd: note('dismissUncleanEnd'),
    exportExits: note('exportExits'),
    readHotkeys: () => [],
    changeHotkey: () => [],
    pauseHotkeys: note('pauseHotkeys'),
    choose: note('choose'),
    chooseHeadset: note('chooseHeadset'),
    headsetsDark: note('headsetsDark'),
    forgetHeadset: note('forgetHeadset'),
    settleErrand: note('settleErrand'),
    readLinks: () => [],
    takeLinks: () => [],
    ...change,
  };
  return { handlers, reached };
}

/** What requests that answer something answer here. */
const outputs: { readonly [Name in RequestName]?: unknown } = {
  readStart: startInfo,
  restartPanel: true,
  changeAddress: 'changed',
  trySimulator: 'opened',
  signOut: 'started',
  readExits: [],
  readHotkeys: [],
  readLinks: [],
  takeLinks: [],
  changeHotkey: [],
};

/** Every request with an input that it must take and some that it must not. */
const inputs: { readonly [Name in RequestName]: { readonly good: unknown; readonly bad: readonly unknown[] } } = {
  readStart: { good: undefined, bad: [null, {}, 'now'] },
  listen: { good: undefined, bad: [null, 1] },
  trySimulator: { good: undefined, bad: [null, 'node', ['--port=1']] },
  announceSnapshot: { good: emptySnapshot, bad: [undefined, null, {}, { ...emptySnapshot, skewMs: 'late' }] },
  settleCommand: {
    good: { commandId: 3, failure: { reason: 'noAnswer', detail: null } },
    bad: [
      { commandId: -1, failure: null },
      { commandId: 1.5, failure: null },
      { commandId: 1 },
      { commandId: 1, failure: { reason: 'bored', detail: null } },
      { commandId: 1, failure: { reason: 'refused', detail: 'x'.repeat(257) } },
    ],
  },
  chooseLeaving: { good: 'tryAgain', bad: ['leave', '', null, { choice: 'stay' }] },
  answerClosing: { good: 'tray', bad: ['ask', '', null, { answer: 'tray' }] },
  restartPanel: { good: undefined, bad: [null, true] },
  showDownload: {
    good: { downloadId: 0 },
    bad: [undefined, { downloadId: -1 }, { downloadId: '0' }, { path: '/etc' }],
  },
  changeAddress: {
    good: { ccpUrl: 'https://example.my.connect.aws/ccp-v2', region: '', loginUrl: 'https://login.example/start' },
    bad: [
      { ccpUrl: '', region: '', loginUrl: '' },
      { ccpUrl: 'nowhere', region: '', loginUrl: '' },
      { ccpUrl: 7, region: '', loginUrl: '' },
      { ccpUrl: `https://a.example/${'x'.repeat(2048)}`, region: '', loginUrl: '' },
      { ccpUrl: 'https://a.example/', region: 'x'.repeat(33), loginUrl: '' },
      { ccpUrl: 'https://a.example/', region: '', loginUrl: 'somewhere' },
      { ccpUrl: 'https://a.example/' },
      'https://a.example/',
    ],
  },
  answerSignIn: {
    good: { questionId: 0, answer: { kind: 'password', user: 'ada', password: 'x' } },
    bad: [
      { questionId: -1, answer: { kind: 'yes' } },
      { questionId: 0, answer: 'yes' },
      { questionId: 0, answer: { kind: 'password', user: 'ada' } },
      { questionId: 0, answer: { kind: 'password', user: 'ada', password: 'x'.repeat(1025) } },
      { questionId: 0, answer: { kind: 'certificate', index: -1 } },
    ],
  },
  signOut: { good: undefined, bad: [null, true] },
  readExits: { good: undefined, bad: [null, 1] },
  dismissUncleanEnd: { good: undefined, bad: [null, 'all'] },
  readHotkeys: { good: undefined, bad: [null, 1] },
  changeHotkey: {
    good: { action: 'mute', accelerator: 'Ctrl+F1' },
    bad: [
      undefined,
      { action: 'eject', accelerator: '' },
      { action: 'mute', accelerator: 'Foo+A' },
      { action: 'mute' },
    ],
  },
  pauseHotkeys: { good: true, bad: [undefined, null, 1] },
  choose: {
    good: { name: 'theme', value: 'dark' },
    bad: [
      undefined,
      { name: 'theme' },
      { name: 'theme', value: 7 },
      { name: 'theme', value: 'x'.repeat(65) },
      { name: 'ccpUrl', value: 'https://a.example/' },
      { name: 'guardian', value: false },
    ],
  },
  chooseHeadset: { good: { candidateId: null }, bad: [undefined, {}, { candidateId: -1 }, { candidateId: 'all' }] },
  headsetsDark: { good: undefined, bad: [null, true] },
  forgetHeadset: {
    good: { vendorId: 0x0b0e, productId: 0x24c9, serial: null, name: 'Jabra Link 380' },
    bad: [
      undefined,
      { vendorId: 0x1_0000, productId: 1, serial: null, name: '' },
      { vendorId: 1, productId: 1, serial: '', name: '' },
      { vendorId: 1, productId: 1, serial: null, name: 'x'.repeat(127) },
      [],
    ],
  },
  readLinks: { good: undefined, bad: [null, 'tel'] },
  takeLinks: { good: undefined, bad: [null, { scheme: 'tel' }] },
  settleErrand: { good: { errandId: 0 }, bad: [undefined, {}, { errandId: -1 }, { errandId: '1' }] },
  exportExits: { good: { format: 'csv' }, bad: [undefined, { format: 'exe' }, { path: '/etc' }] },
};

describe.each(requestNames)('the request %s', (name) => {
  it('hands a good input to its handler', async () => {
    const { handlers, reached } = noteHandlers();
    const result = await answer(name, inputs[name].good, handlers);
    expect(result).toEqual({ ok: true, value: outputs[name] });
    expect(reached).toEqual(name in outputs ? [] : [[name, inputs[name].good]]);
  });

  it('refuses bad inputs before its handler sees them', async () => {
    const { handlers, reached } = noteHandlers({
      readStart() {
        throw new Error('reached');
      },
    });
    for (const bad of inputs[name].bad) {
      expect(await answer(name, bad, handlers)).toMatchObject({ ok: false, failure: { kind: 'badInput' } });
    }
    expect(reached).toEqual([]);
  });
});

describe('answer', () => {
  it('says where an input is wrong and how, but never what it was', async () => {
    const { handlers } = noteHandlers();
    const result = await answer('settleCommand', { commandId: '+14155550100', failure: null }, handlers);
    expect(result).toEqual({ ok: false, failure: { kind: 'badInput', detail: 'commandId: invalid_type' } });
  });

  it('drops what the contract does not name', async () => {
    const { handlers, reached } = noteHandlers();
    await answer('settleCommand', { commandId: 1, failure: null, extra: 'x' }, handlers);
    expect(reached).toEqual([['settleCommand', { commandId: 1, failure: null }]]);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('disk full')), 'disk full'],
    ['throws a bare word', () => Promise.reject('lost'), 'lost'],
  ])('makes a refusal of a handler that %s', async (_what, changeAddress, detail) => {
    const { handlers } = noteHandlers({ changeAddress });
    const result = await answer('changeAddress', inputs.changeAddress.good, handlers);
    expect(result).toEqual({ ok: false, failure: { kind: 'failed', detail } });
  });

  it('makes a refusal of a handler that throws at once', async () => {
    const { handlers } = noteHandlers({
      listen() {
        throw new Error('no page');
      },
    });
    expect(await answer('listen', undefined, handlers)).toMatchObject({ ok: false, failure: { kind: 'failed' } });
  });

  it('does not send an output that breaks the contract', async () => {
    const { handlers } = noteHandlers({ readStart: () => ({ ...startInfo, locale: 7 }) as never });
    const result = await answer('readStart', undefined, handlers);
    expect(result).toEqual({ ok: false, failure: { kind: 'failed', detail: 'locale: invalid_type' } });
  });
});

describe('answerRequests', () => {
  function start(isTrusted: (sender: Sender) => boolean) {
    const channels = new Map<string, (event: unknown, input: unknown) => Promise<unknown>>();
    const { handlers, reached } = noteHandlers();
    const refusals: unknown[] = [];
    const ipcMain: Pick<IpcMain, 'handle'> = {
      handle: (channel, listener) => channels.set(channel, listener as never),
    };
    answerRequests(ipcMain, isTrusted, handlers, (name, refusal) => refusals.push([name, refusal.kind]));
    return { channels, reached, refusals };
  }

  it('answers exactly the requests of the contract', () => {
    const { channels } = start(() => true);
    expect([...channels.keys()]).toEqual(requestNames.map(channelOf));
  });

  it('answers a trusted sender', async () => {
    const { channels, reached, refusals } = start(() => true);
    const result = await channels.get(channelOf('chooseLeaving'))?.({}, 'stay');
    expect(result).toEqual({ ok: true, value: undefined });
    expect(reached).toEqual([['chooseLeaving', 'stay']]);
    expect(refusals).toEqual([]);
  });

  it.each(requestNames)('refuses %s to whoever is not trusted and runs nothing', async (name) => {
    const { channels, reached, refusals } = start(() => false);
    const result = await channels.get(channelOf(name))?.({}, inputs[name].good);
    expect(result).toEqual({ ok: false, failure: { kind: 'notTrusted' } });
    expect(reached).toEqual([]);
    expect(refusals).toEqual([[name, 'notTrusted']]);
  });

  it('judges the event it was given', async () => {
    const judged: unknown[] = [];
    const { channels } = start((sender) => judged.push(sender) > 0);
    const event = { sender: { id: 1 }, senderFrame: null };
    await channels.get(channelOf('listen'))?.(event, undefined);
    expect(judged).toEqual([event]);
  });
});
