import { BrowserWindow, type Rectangle, type Session, session as sessions, webFrameMain } from 'electron';
import type { PanelTrouble } from '../../contract/health.js';
import type { PanelRefusal } from '../../contract/panel-refusal.js';
import type { Log } from '../app/log.js';
import { isTrustedSender, type Sender } from '../ipc/trusted-sender.js';
import type { PageOrigin } from '../origin/start-origin.js';
import { guardNavigation, type NavigationStep } from '../security/navigation.js';
import { installPermissions } from '../security/permissions.js';
import { hostOf, type SignInPlaces } from '../sign-in/judge-address.js';
import type { SignInWindows } from '../sign-in/sign-in-windows.js';
import { askLogOut, clearSession, holdLogOut } from '../sign-in/sign-out.js';
import { type TakenCookies, watchTakenCookies } from '../sign-in/taken-cookies.js';
import { partitionOf } from './instance-partition.js';
import { watchPanel } from './watch-panel.js';
import type { WindowPlace } from './window-place.js';

export interface PhoneWindowDeps {
  readonly origin: PageOrigin;
  readonly preload: string;
  readonly dark: boolean;
  readonly place: WindowPlace;
  readonly log: Log;
  readonly signIn: SignInWindows;
  /** Where an instance is signed in to. */
  placesOf(ccpUrl: string): SignInPlaces;
  /** Called for each window before its page loads, so that no exit of it is unguarded. */
  opened(window: BrowserWindow): void;
  /** Whether the page already has an agent. */
  agentKnown(): boolean;
  /** Whether somebody may be other than Offline. */
  holds(): boolean;
  /** Whether a customer is there. */
  onContact(): boolean;
  /** Whether the panel's own log-out is held, because the gate does it or nobody. */
  holdsLogOut(): boolean;
  refused(refusal: PanelRefusal): void;
  /** The agent's session has ended and nothing of it is left in the window; the page comes anew. */
  agentLeft(): void;
  /** The page went away: closed, navigated, reloaded or crashed. */
  pageLeft(): void;
  panelLoaded(trouble: PanelTrouble | null): void;
}

/** The one window of the phone, on one instance at a time. */
export interface PhoneWindow {
  /** Shows the phone on an instance, in a window and a session of its own; '' shows it without one. */
  open(ccpUrl: string): void;
  /** Sends to the page; false when there is none. */
  send(channel: string, payload: unknown): boolean;
  isTrusted(sender: Sender): boolean;
  /** Brings the window to the front. */
  focus(): void;
  /** Ends the session at the instance, empties its partition and loads the page anew. */
  signOut(): Promise<void>;
}

const size = { width: 1080, height: 720, minWidth: 320, minHeight: 512 } as const;
/** The ground colours of the page, so that the window does not flash before the first paint. */
const ground = { light: '#f4f5f7', dark: '#14171c' } as const;

export function createPhoneWindow(deps: PhoneWindowDeps): PhoneWindow {
  let window: BrowserWindow | null = null;
  let instance = '';
  /** What the instance has taken back since its panel was loaded. */
  let taken: TakenCookies | null = null;
  let clearing = false;
  /** A sign-in window has reached the panel, and the panel's frame has not yet. */
  let justSignedIn = false;

  function open(ccpUrl: string): void {
    const panelOrigin = ccpUrl === '' ? null : new URL(ccpUrl).origin;
    const session = sessions.fromPartition(partitionOf(panelOrigin));
    deps.origin.admit(session, panelOrigin);
    installPermissions(session, { page: deps.origin.origin, panel: panelOrigin });
    instance = ccpUrl;
    taken?.stop();
    taken = ccpUrl === '' ? null : watchTakenCookies(session.cookies, ccpUrl);
    justSignedIn = false;
    const former = window;
    window = makeWindow(session, deps, former?.getBounds());
    deps.origin.vouch(window.webContents);
    guardNavigation(window.webContents, { pageOrigin: deps.origin.origin, panelOrigin }, navigationRefused);
    if (ccpUrl !== '') {
      deps.signIn.guard(window.webContents, session, deps.placesOf(ccpUrl), hasSignedIn);
      holdLogOut(window.webContents, ccpUrl, deps.holdsLogOut);
    }
    watchPanel(window.webContents, ccpUrl, isNestedFrame, panelLoaded);
    watchPage(window, deps);
    deps.opened(window);
    loadPage(window);
    deps.signIn.closeAll();
    former?.destroy();
  }

  function loadPage(into: BrowserWindow): void {
    // What fails is told by `did-fail-load`, of a reload as well.
    void into.loadURL(deps.origin.origin).catch(() => undefined);
  }

  function navigationRefused({ frame, address, isRedirect }: NavigationStep): void {
    deps.log.write('navigation-refused', { frame, isRedirect });
    if (frame !== 'panel') return;
    // An instance leads somebody it does not know to where the company signs in; the panel of somebody it knows has links.
    const leadsToSignIn = (isRedirect || !deps.agentKnown()) && !deps.onContact();
    if (leadsToSignIn) panelLoaded('signedOut');
    else deps.refused({ kind: 'leaving', host: hostOf(address) });
  }

  function panelLoaded(trouble: PanelTrouble | null): void {
    const isUnknown = trouble === 'signedOut' && justSignedIn && !deps.agentKnown();
    if (trouble === null) {
      justSignedIn = false;
      taken?.forget();
    }
    deps.panelLoaded(isUnknown ? 'cookiesRefused' : trouble);
    // The agent has logged out in the panel, or the session of somebody Offline has ended: both leave nothing behind.
    if (trouble === 'signedOut' && deps.agentKnown() && (taken?.any() || !deps.holds())) void leave(false);
  }

  /** The page goes first: what runs in it would write again what is cleared. */
  async function leave(atInstance: boolean): Promise<void> {
    if (window === null || clearing || instance === '') return;
    clearing = true;
    const left = window;
    const { session } = left.webContents;
    try {
      const answered = atInstance && (await askLogOut(session, instance));
      deps.log.write('signing-out', { atInstance, answered });
      deps.signIn.closeAll();
      await left.loadURL('about:blank').catch(() => undefined);
      await clearSession(session);
    } catch (error) {
      deps.log.write('sign-out-failed', { error: (error as Error).message });
    }
    clearing = false;
    taken?.forget();
    justSignedIn = false;
    if (left.isDestroyed()) return;
    deps.agentLeft();
    loadPage(left);
  }

  /** The panel tries again by itself for a while only; a page that has an agent must not be reloaded, it may hold a call. */
  function hasSignedIn(): void {
    if (deps.agentKnown()) return;
    justSignedIn = true;
    window?.webContents.reload();
  }

  return {
    open,
    send(channel, payload) {
      if (window === null || window.isDestroyed() || window.webContents.isCrashed()) return false;
      window.webContents.send(channel, payload);
      return true;
    },
    focus() {
      if (window?.isMinimized() === true) window.restore();
      if (window?.isVisible() === false) window.show();
      window?.focus();
    },
    signOut: () => leave(true),
    isTrusted: (sender) => isTrustedSender(sender, window?.webContents.id ?? null, deps.origin.origin),
  };
}

function makeWindow(session: Session, deps: PhoneWindowDeps, bounds: Rectangle | undefined): BrowserWindow {
  const window = new BrowserWindow({
    ...size,
    ...(bounds ?? deps.place.bounds({ width: size.minWidth, height: size.minHeight })),
    show: false,
    title: 'Switchhook',
    autoHideMenuBar: true,
    backgroundColor: deps.dark ? ground.dark : ground.light,
    webPreferences: {
      session,
      preload: deps.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // A ring must be handled while the window is covered or minimised.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  const maximized = deps.place.maximized();
  window.once('ready-to-show', () => (maximized ? window.maximize() : window.show()));
  deps.place.follow(window);
  return window;
}

/** Tells when the page goes. */
function watchPage(window: BrowserWindow, deps: PhoneWindowDeps): void {
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) deps.pageLeft();
  });
  window.webContents.on('did-fail-load', (_event, code, error, _address, isMainFrame) => {
    if (isMainFrame) deps.log.write('page-failed', { code, error });
  });
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    deps.log.write('page-gone', { reason, exitCode });
    deps.pageLeft();
  });
}

const isNestedFrame = (processId: number, routingId: number): boolean =>
  webFrameMain.fromId(processId, routingId)?.parent?.parent != null;
