import { BrowserWindow, session as sessions } from 'electron';
import type { PanelTrouble } from '../../contract/health.js';
import type { CarriedCookie } from '../guardian/cookie-jar.js';
import type { PageOrigin } from '../origin/start-origin.js';
import { guardNavigation } from '../security/navigation.js';
import { partitionOf } from '../windows/instance-partition.js';
import { watchPanel } from '../windows/watch-panel.js';

export interface RescueWindowDeps {
  readonly origin: PageOrigin;
  readonly preload: string;
  readonly ccpUrl: string;
  /** Of the run before, which Chromium had not written yet when it died. */
  readonly cookies: readonly CarriedCookie[];
  panelLoaded(trouble: PanelTrouble | null): void;
}

/** The page of a rescue run in a window that is never shown: nothing is asked, heard, opened or left. */
export interface RescueWindow {
  readonly id: number;
  send(channel: string, payload: unknown): boolean;
}

/** What may be over in a moment. */
const notReached: ReadonlySet<PanelTrouble> = new Set(['noNetwork', 'unreachable', 'badAnswer']);
const loadAgainMs = 2_000;

export async function openRescueWindow(deps: RescueWindowDeps): Promise<RescueWindow> {
  const { origin, preload, ccpUrl, cookies, panelLoaded } = deps;
  const panelOrigin = new URL(ccpUrl).origin;
  const session = sessions.fromPartition(partitionOf(panelOrigin));
  origin.admit(session, panelOrigin);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  // One that Chromium does not take must not cost the others.
  await Promise.all(cookies.map((cookie) => session.cookies.set(cookie).catch(() => undefined)));
  const window = new BrowserWindow({
    show: false,
    skipTaskbar: true,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      backgroundThrottling: false,
    },
  });
  const { webContents } = window;
  origin.vouch(webContents);
  webContents.setAudioMuted(true);
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  guardNavigation(webContents, { pageOrigin: origin.origin, panelOrigin }, ({ frame }) => {
    // Where an instance leads somebody it does not know.
    if (frame === 'panel') panelLoaded('signedOut');
  });
  watchPanel(
    webContents,
    ccpUrl,
    () => false,
    (trouble) => {
      panelLoaded(trouble);
      if (trouble !== null && notReached.has(trouble)) setTimeout(loadAgain, loadAgainMs);
    },
  );
  const load = (): void => void window.loadURL(`${origin.origin}/rescue.html`).catch(() => undefined);
  function loadAgain(): void {
    if (!window.isDestroyed()) load();
  }
  load();
  return {
    id: webContents.id,
    send(channel, payload) {
      if (window.isDestroyed() || webContents.isCrashed()) return false;
      webContents.send(channel, payload);
      return true;
    },
  };
}
