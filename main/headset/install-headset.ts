import type { BrowserWindow, HIDDevice, Session, WebFrameMain } from 'electron';
import type { HeadsetIdentity } from '../../contract/headset.js';
import type { Announcer } from '../ipc/announce.js';
import type { PhoneLink } from '../phone/phone-link.js';
import type { SettingsKeeper } from '../settings/settings-keeper.js';
import { createHeadsetAccess } from './headset-access.js';
import { createHeadsetChooser } from './headset-chooser.js';

export interface HeadsetDeps {
  readonly pageOrigin: string;
  readonly announcer: Pick<Announcer, 'announce'>;
  readonly link: Pick<PhoneLink, 'snapshot'>;
  readonly settings: Pick<SettingsKeeper, 'values' | 'change'>;
}

/** What is done about headsets on the desktop side: who may speak with which. The speaking itself is the page's. */
export interface HeadsetDesk {
  /** For each phone window, before its page loads. */
  windowOpened(window: Pick<BrowserWindow, 'webContents'>): void;
  /** The page that asked for a headset is gone. */
  pageLeft(): void;
  /** Answers the event `headsetsOffered`; null for none of them. */
  choose(candidateId: number | null): void;
  forget(headset: HeadsetIdentity): void;
  /** Has the page turn off what headsets show, as the app ends; resolves when it says so, null when nothing is shown. */
  darken(): Promise<void> | null;
  /** Answers the event `darkenHeadsets`. */
  areDark(): void;
}

/** Gives our page, and no other, the headsets that the agent has chosen, and no other device. */
export function installHeadset({ pageOrigin, announcer, link, settings }: HeadsetDeps): HeadsetDesk {
  const access = createHeadsetAccess({
    pageOrigin,
    remembered: () => settings.values().headsets,
    store(headsets) {
      // Taken for this run before the disk has answered; a disk that refuses is one of the settings' problems.
      void settings.change({ headsets });
    },
  });
  const chooser = createHeadsetChooser({
    show: (candidates) => announcer.announce('headsetsOffered', candidates),
    admit: access.admit,
  });
  const isOurPage = (frame: WebFrameMain | null): boolean =>
    frame !== null && frame.parent === null && frame.origin === pageOrigin;
  const guarded = new WeakSet<Session>();
  let dark = (): void => undefined;

  function guard(session: Session): void {
    session.setDevicePermissionHandler(({ deviceType, origin, device }) =>
      access.mayOpen(origin, deviceType, device as HIDDevice),
    );
    session.on('select-hid-device', (event, { deviceList, frame }, answer) => {
      event.preventDefault();
      if (isOurPage(frame)) chooser.offer(deviceList, answer);
      else answer('');
    });
    session.on('hid-device-added', (_event, { device }) => chooser.added(device));
    session.on('hid-device-removed', (_event, { device }) => chooser.removed(device.deviceId));
  }

  return {
    windowOpened({ webContents: { session } }) {
      if (guarded.has(session)) return;
      guarded.add(session);
      guard(session);
    },
    pageLeft() {
      chooser.choose(null);
      dark();
    },
    choose: chooser.choose,
    forget: access.forget,
    darken() {
      // A headset shows nothing but calls and rings.
      if (settings.values().headsets.length === 0 || link.snapshot().contacts.length === 0) return null;
      const darkened = new Promise<void>((resolve) => {
        dark = resolve;
      });
      announcer.announce('darkenHeadsets', undefined);
      return darkened;
    },
    areDark: () => dark(),
  };
}
