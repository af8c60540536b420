import { describe, expect, it } from 'vitest';
import { emptySnapshot } from '../../../contract/empty-snapshot.js';
import type { Announcer } from '../../../main/ipc/announce.js';
import { createHandlers } from '../../../main/ipc/handlers.js';
import type { PhoneLink } from '../../../main/phone/phone-link.js';
import { resolveSettings } from '../../../main/settings/resolve-settings.js';

const headset = { vendorId: 1, productId: 2, serial: null, name: 'Headset' };

/** Handlers on neighbours that note who was called. */
function start({ holds = false, changeTaken = true } = {}) {
  const calls: unknown[] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
    };
  const handlers = createHandlers({
    announcer: { pageListens: note('pageListens') } as unknown as Announcer,
    link: {
      snapshotAnnounced: note('snapshotAnnounced'),
      commandSettled: note('commandSettled'),
    } as unknown as PhoneLink,
    gate: {
      askExit: note('askExit'),
      choose: note('choose'),
      holds: () => holds,
      askSignOut: () => 'onContact',
      forget: note('forget'),
      askUpdate: () => 'onContact',
      askRest: note('askRest'),
      askRecover: note('askRecover'),
      askSleep: note('askSleep'),
      leaving: () => false,
      showAgain: note('gate.showAgain'),
      passes: () => false,
    },
    startInfo: () => ({
      version: '1',
      settings: resolveSettings({}, false).values,
      settingsProblems: [],
      locale: 'en',
      signedOut: null,
      simulator: null,
      uncleanEnd: null,
      recovering: false,
      guard: 'nobody',
      restartsBlockedUntilMs: null,
    }),
    async changeSettings(change) {
      calls.push(['changeSettings', change]);
      return changeTaken;
    },
    openInstance: note('openInstance'),
    restartPanel: () => true,
    simulator: { begin: async () => 'opened', info: () => null },
    questions: {
      ask: async () => ({ kind: 'no' }),
      answer: note('answerSignIn'),
      showAgain: note('showAgain'),
    },
    showDownload: note('showDownload'),
    desk: { closingAnswered: note('closingAnswered') },
    exits: { entries: () => [], dismissUncleanEnd: note('dismissUncleanEnd') },
    saveText: note('saveText'),
    hotkeys: {
      list: () => [],
      async change(...given) {
        note('changeHotkey')(...given);
        return [];
      },
      pause: note('pauseHotkeys'),
    },
    links: { read: async () => [], take: async () => [{ scheme: 'tel', owner: { kind: 'ours' } }] },
    errands: { settle: note('settleErrand'), showAgain: note('errands.showAgain') },
    headset: { choose: note('chooseHeadset'), forget: note('forgetHeadset'), areDark: note('headsetsDark') },
  });
  return { handlers, calls };
}

describe('the handlers', () => {
  it('change no address while somebody is signed in, as that window is left by the gate alone', async () => {
    const { handlers, calls } = start({ holds: true });
    expect(await handlers.changeAddress({ ccpUrl: 'https://a.example/', region: '', loginUrl: '' })).toBe('notOffline');
    expect(calls).toEqual([]);
  });

  it('lead each request to its owner', async () => {
    const { handlers, calls } = start();
    await handlers.listen(undefined);
    await handlers.announceSnapshot(emptySnapshot);
    await handlers.settleCommand({ commandId: 4, failure: null });
    await handlers.chooseLeaving('stay');
    await handlers.answerClosing('tray');
    await handlers.answerSignIn({ questionId: 2, answer: { kind: 'yes' } });
    expect(await handlers.signOut(undefined)).toBe('onContact');
    expect(await handlers.trySimulator(undefined)).toBe('opened');
    await handlers.showDownload({ downloadId: 2 });
    expect(await handlers.readExits(undefined)).toEqual([]);
    await handlers.dismissUncleanEnd(undefined);
    await handlers.exportExits({ format: 'json' });
    expect(await handlers.readHotkeys(undefined)).toEqual([]);
    await handlers.changeHotkey({ action: 'mute', accelerator: 'Ctrl+F1' });
    await handlers.pauseHotkeys(true);
    await handlers.choose({ name: 'theme', value: 'dark' });
    await handlers.chooseHeadset({ candidateId: 3 });
    await handlers.headsetsDark(undefined);
    await handlers.forgetHeadset(headset);
    await handlers.settleErrand({ errandId: 3 });
    expect(calls).toEqual([
      ['pauseHotkeys', false],
      ['pageListens'],
      ['showAgain'],
      ['gate.showAgain'],
      ['errands.showAgain'],
      ['snapshotAnnounced', emptySnapshot],
      ['commandSettled', 4, null],
      ['choose', 'stay'],
      ['closingAnswered', 'tray'],
      ['answerSignIn', 2, { kind: 'yes' }],
      ['showDownload', 2],
      ['dismissUncleanEnd', undefined],
      ['saveText', 'switchhook-exits.json', '[]\n'],
      ['changeHotkey', 'mute', 'Ctrl+F1'],
      ['pauseHotkeys', true],
      ['changeSettings', { theme: 'dark' }],
      ['chooseHeadset', 3],
      ['headsetsDark', undefined],
      ['forgetHeadset', headset],
      ['settleErrand', 3],
    ]);
    expect(await handlers.readStart(undefined)).toMatchObject({ version: '1', locale: 'en' });
  });

  it('store another address before they open it', async () => {
    const { handlers, calls } = start();
    const ccpUrl = 'https://example.my.connect.aws/ccp-v2';
    const change = { ccpUrl, region: 'eu-west-2', loginUrl: 'https://login.example/' };
    expect(await handlers.changeAddress(change)).toBe('changed');
    expect(calls).toEqual([
      ['changeSettings', change],
      ['openInstance', ccpUrl],
    ]);
  });

  it('open nothing that the settings do not take', async () => {
    const { handlers, calls } = start({ changeTaken: false });
    const change = { ccpUrl: 'http://example.my.connect.aws/', region: '', loginUrl: '' };
    expect(await handlers.changeAddress(change)).toBe('badAddress');
    expect(calls).toEqual([['changeSettings', change]]);
  });
});
