import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { emptySnapshot } from '../../../../contract/empty-snapshot.js';
import type { HeadsetIdentity } from '../../../../contract/headset.js';
import { settingsSchema } from '../../../../contract/settings.js';
import { installHeadset } from '../../../../main/headset/install-headset.js';
import { buildContact } from '../../contract/build-snapshot.js';

const page = 'https://switchhook.localhost';
const jabra = { deviceId: 'jabra', vendorId: 1, productId: 2, name: 'Jabra', collections: [{ usagePage: 0x0b }] };
const poly = { ...jabra, deviceId: 'poly', productId: 3, name: 'Poly' };
const ourFrame = { parent: null, origin: page };

type MayOpen = (details: object) => boolean;

class FakeSession extends EventEmitter {
  mayOpen: MayOpen = () => false;
  setDevicePermissionHandler(mayOpen: MayOpen): void {
    this.mayOpen = mayOpen;
  }
}

function start({ onContact = false, first = [] as readonly HeadsetIdentity[] } = {}) {
  let headsets = first;
  const announced: (readonly [string, unknown])[] = [];
  const desk = installHeadset({
    pageOrigin: page,
    announcer: {
      announce(name, payload) {
        announced.push([name, payload]);
        return () => undefined;
      },
    },
    link: { snapshot: () => ({ ...emptySnapshot, contacts: onContact ? [buildContact()] : [] }) },
    settings: {
      values: () => ({ ...settingsSchema.parse({}), headsets }),
      async change({ headsets: changed }) {
        headsets = changed ?? headsets;
        return true;
      },
    },
  });
  const session = new FakeSession();
  const open = (): void => desk.windowOpened({ webContents: { session } } as unknown as BrowserWindow);
  open();
  return {
    ...desk,
    open,
    announced,
    session,
    ask(frame: object | null, ...deviceList: readonly object[]) {
      const answers: string[] = [];
      let prevented = 0;
      const preventDefault = (): void => {
        prevented += 1;
      };
      session.emit('select-hid-device', { preventDefault }, { frame, deviceList }, (id: string) => answers.push(id));
      expect(prevented, 'Electron does not choose by itself').toBeGreaterThan(0);
      return answers;
    },
    mayOpen: (device: object, origin = page) => session.mayOpen({ deviceType: 'hid', origin, device }),
  };
}

describe('a wish for a headset', () => {
  it('of our page is granted, and from then on the device may be opened', () => {
    const { ask, mayOpen } = start();
    expect(mayOpen(jabra)).toBe(false);
    expect(ask(ourFrame, jabra)).toEqual(['jabra']);
    expect(mayOpen(jabra)).toBe(true);
    expect(mayOpen(jabra, 'https://example.my.connect.aws')).toBe(false);
    expect(mayOpen(poly)).toBe(false);
  });

  it.each([
    ['a frame in our page', { parent: {}, origin: page }],
    ['another origin', { parent: null, origin: 'https://example.my.connect.aws' }],
    ['a frame that is gone', null],
  ])('of %s is refused', (_who, frame) => {
    const { ask, mayOpen } = start();
    expect(ask(frame, jabra)).toEqual(['']);
    expect(mayOpen(jabra)).toBe(false);
  });

  it('is answered once by a session that is shown in a second window', () => {
    const { open, ask } = start();
    open();
    expect(ask(ourFrame, jabra)).toEqual(['jabra']);
  });

  it('follows what is plugged in and pulled out while the agent chooses, and ends with the page', () => {
    const { ask, session, announced, pageLeft } = start();
    const answers = ask(ourFrame, jabra, poly);
    session.emit('hid-device-added', {}, { device: { ...jabra, deviceId: 'third' } });
    session.emit('hid-device-removed', {}, { device: poly });
    expect(announced.map(([, candidates]) => (candidates as readonly unknown[]).length)).toEqual([2, 3, 2]);
    pageLeft();
    expect(answers).toEqual(['']);
    expect(announced.at(-1)).toEqual(['headsetsOffered', null]);
  });
});

describe('at the end of the app', () => {
  const { deviceId: _id, collections: _none, ...kind } = jabra;
  const first = [{ ...kind, serial: null }];

  it('nothing is waited for without a headset or without a contact', () => {
    expect(start({ onContact: true }).darken()).toBeNull();
    expect(start({ first }).darken()).toBeNull();
  });

  it.each(['areDark', 'pageLeft'] as const)('the page turns the lamps off, until %s', async (ends) => {
    const desk = start({ onContact: true, first });
    let isDark = false;
    const darkened = desk.darken()?.then(() => {
      isDark = true;
    });
    await Promise.resolve();
    expect(desk.announced).toEqual([['darkenHeadsets', undefined]]);
    expect(isDark).toBe(false);
    desk[ends]();
    await darkened;
    expect(isDark).toBe(true);
  });
});
