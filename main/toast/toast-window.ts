import { BrowserWindow, type Rectangle, session as sessions } from 'electron';
import { toastChannelOf } from '../../contract/toast-bridge.js';
import type { ToastView } from '../../contract/toast-view.js';
import type { Log } from '../app/log.js';
import { isTrustedSender, type Sender } from '../ipc/trusted-sender.js';
import type { PageOrigin } from '../origin/start-origin.js';
import { createRestartLimit } from '../recovery/restart-limit.js';
import { guardNavigation } from '../security/navigation.js';
import { refusePermissions } from '../security/permissions.js';

export interface ToastWindowDeps {
  readonly origin: Pick<PageOrigin, 'origin' | 'trust' | 'vouch'>;
  readonly preload: string;
  readonly log: Log;
  dark(): boolean;
  /** The page is gone, by itself or with its process, and its window with it. */
  gone(): void;
}

/** The small window above all others, with one page of ours that is shown and hidden and never loaded twice. */
export interface ToastWindow {
  /** Makes the window and loads its page, both hidden, unless they are there or have died too often of late. */
  prepare(): void;
  /** Whether the page has said that it listens. */
  isThere(): boolean;
  /** The page listens. */
  listens(): void;
  /** Says to the page what to show, null for nothing. */
  send(view: ToastView | null): void;
  /** Puts the window somewhere and shows it, without taking the keyboard from whoever has it. */
  showAt(bounds: Rectangle): void;
  moveTo(bounds: Rectangle): void;
  hide(): void;
  bounds(): Rectangle | null;
  isTrusted(sender: Sender): boolean;
}

/** Kept in memory only: the page has no cookie, and nothing of it stays. */
const partition = 'toast';
const ground = { light: '#ffffff', dark: '#1c2027' } as const;

export function createToastWindow(deps: ToastWindowDeps): ToastWindow {
  let window: BrowserWindow | null = null;
  let listening = false;
  const restarts = createRestartLimit();

  function drop(made: BrowserWindow): void {
    if (window !== made) return;
    window = null;
    listening = false;
    restarts.take(Date.now());
    if (!made.isDestroyed()) made.destroy();
    deps.gone();
  }

  return {
    prepare() {
      if (window !== null || restarts.blockedUntilMs(Date.now()) !== null) return;
      const made = makeWindow(deps);
      window = made;
      const { webContents } = made;
      webContents.on('render-process-gone', (_event, { reason }) => {
        deps.log.write('toast-gone', { reason });
        // Chromium still speaks of it in this turn.
        setImmediate(() => drop(made));
      });
      webContents.on('did-fail-load', (_event, code, error) => {
        deps.log.write('toast-failed', { code, error });
        setImmediate(() => drop(made));
      });
      made.on('closed', () => drop(made));
      // What fails is told by `did-fail-load`.
      void webContents.loadURL(`${deps.origin.origin}/toast.html`).catch(() => undefined);
    },
    isThere: () => listening,
    listens() {
      listening = window !== null;
    },
    send(view) {
      if (listening) window?.webContents.send(toastChannelOf('show'), view);
    },
    showAt(bounds) {
      if (window === null) return;
      window.setBounds(bounds);
      window.showInactive();
      // Above full-screen programs; a system forgets it for windows that were hidden.
      window.setAlwaysOnTop(true, 'screen-saver');
    },
    moveTo: (bounds) => window?.setBounds(bounds),
    hide: () => window?.hide(),
    bounds: () => window?.getBounds() ?? null,
    isTrusted: (sender) => isTrustedSender(sender, window?.webContents.id ?? null, deps.origin.origin),
  };
}

function makeWindow({ origin, preload, dark }: ToastWindowDeps): BrowserWindow {
  const session = sessions.fromPartition(partition);
  origin.trust(session);
  refusePermissions(session);
  const isMac = process.platform === 'darwin';
  const window = new BrowserWindow({
    width: 360,
    height: 148,
    show: false,
    title: 'Switchhook',
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    // A panel of macOS takes clicks without the program; elsewhere the window must not be able to take the keyboard.
    ...(isMac ? { type: 'panel' } : { focusable: false }),
    backgroundColor: dark() ? ground.dark : ground.light,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  origin.vouch(window.webContents);
  guardNavigation(window.webContents, { pageOrigin: origin.origin, panelOrigin: null }, () => undefined);
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  return window;
}
