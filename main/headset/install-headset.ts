import type { BrowserWindow, HIDDevice, Session, WebFrameMain } from 'electron';
import type { HeadsetIdentity } from '../../contract/headset.js';
import type { Settings } from '../../contract/settings.js';
import type { Announcer } from '../ipc/announce.js';
import { createHeadsetAccess } from './headset-access.js';
import { createHeadsetChooser } from './headset-chooser.js';

export interface HeadsetDeps {
  readonly pageOrigin: string;
  readonly announcer: Pick<Announcer, 'announce'>;
  settings(): Pick<Settings, 'headsets'>;
  changeSettings(change: Pick<Settings, 'headsets'>): Promise<boolean>;
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
}

/** Gives our page, and no other, the headsets that the agent has chosen, and no other device. */
export function installHeadset({ pageOrigin, announcer, settings, changeSettings }: HeadsetDeps): HeadsetDesk {
  const access = createHeadsetAccess({
    pageOrigin,
    remembered: () => settings().headsets,
    store(headsets) {
      // Taken for this run before the disk has answered; a disk that refuses is one of the settings' problems.
      void changeSettings({ headsets });
    },
  });
  const chooser = createHeadsetChooser({
    show: (candidates) => announcer.announce('headsetsOffered', candidates),
    admit: access.admit,
  });
  const isOurPage = (frame: WebFrameMain | null): boolean =>
    frame !== null && frame.parent === null && frame.origin === pageOrigin;
  const guarded = new WeakSet<Session>();

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
    pageLeft: () => chooser.choose(null),
    choose: chooser.choose,
    forget: access.forget,
  };
}
