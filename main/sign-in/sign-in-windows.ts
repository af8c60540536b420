import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import type { PanelRefusal } from '../../contract/panel-refusal.js';
import type { SignInAnswer, SignInQuestion } from '../../contract/sign-in.js';
import { createRateLimit } from '../app/rate-limit.js';
import { answerCredentials } from './credentials.js';
import { hostOf, isPanelPage, judgePopUp, judgeStep, type SignInPlaces } from './judge-address.js';
import { guardSignInSession, type OpenVisit } from './session-rules.js';
import { createVisit, type Visit } from './visit.js';

export interface SignInDeps {
  openInBrowser(address: string): void;
  /** A window was wished for and not opened. */
  refused(refusal: PanelRefusal): void;
  ask(question: SignInQuestion, withdrawn?: AbortSignal): Promise<SignInAnswer>;
  /** The agent has allowed a host for an instance. */
  allowHost(ccpUrl: string, host: string): Promise<void>;
  /** The title of a window that shows a page of this host. */
  titleOf(host: string): string;
}

/** The sign-in windows of all instances. */
export interface SignInWindows {
  /** Lets a phone window open sign-in windows for its instance; `signedIn` is called when one has reached the panel. */
  guard(contents: WebContents, session: Session, places: SignInPlaces, signedIn: () => void): void;
  closeAll(): void;
}

/** A page that may open sign-in windows, which share its session. */
interface Opener {
  readonly contents: WebContents;
  readonly session: Session;
}

const size = { width: 480, height: 720 } as const;
/** A sign-in needs one window, and rarely a second; a page that asks without end gets no more. */
const maxWindows = 4;
/** Tabs of the default browser for links in the panel; nobody reads more at once. */
const maxTabs = 5;
const tabsWindowMs = 10_000;

/** Makes the keeper of the sign-in windows. They get no preload and the same sandbox. */
export function createSignInWindows(deps: SignInDeps): SignInWindows {
  const open = new Map<number, OpenVisit & { readonly window: BrowserWindow }>();
  /** What lifts the rules of a session that has a sign-in window. */
  const guarded = new Map<Session, () => void>();
  const chosenCertificates = new Map<string, string>();
  const tabsLeft = createRateLimit(maxTabs, tabsWindowMs);

  function guardSession(session: Session): void {
    if (guarded.has(session)) return;
    guarded.set(
      session,
      guardSignInSession(session, (id) => (id === undefined ? undefined : open.get(id))),
    );
  }

  function liftRules(): void {
    for (const lift of guarded.values()) lift();
    guarded.clear();
  }

  function guardPopUps(opener: Opener, places: SignInPlaces, depth: number, signedIn: () => void): void {
    const { contents, session } = opener;
    answerCredentials(contents, {
      ask: (question) => deps.ask(question),
      mayAsk: (address) => judgeStep(address, places) === 'goOn',
      chosen: chosenCertificates,
    });
    contents.setWindowOpenHandler(({ url }) => {
      const verdict = judgePopUp(url, places, depth + 1);
      const isSafe = judgeStep(url, places) !== 'refused';
      if (!isSafe) deps.refused({ kind: 'unsafeWindow', host: hostOf(url) });
      else if (
        verdict === 'refused' ||
        (verdict === 'signInWindow' ? open.size >= maxWindows : tabsLeft.take(Date.now()) === null)
      )
        deps.refused({ kind: 'tooManyWindows' });
      else if (verdict === 'defaultBrowser') deps.openInBrowser(url);
      else {
        // Before the window is there, which asks for its first page at once.
        guardSession(session);
        return { action: 'allow', overrideBrowserWindowOptions: windowOptions(deps.titleOf(hostOf(url))) };
      }
      return { action: 'deny' };
    });
    contents.on('did-create-window', (window) => {
      follow(window, places, signedIn);
      guardPopUps({ contents: window.webContents, session }, places, depth + 1, signedIn);
    });
  }

  function follow(window: BrowserWindow, places: SignInPlaces, signedIn: () => void): void {
    const { webContents: contents } = window;
    const { id } = contents;
    const visit = createVisit({
      places,
      ask: deps.ask,
      allow: (host) => deps.allowHost(places.ccpUrl, host),
      focus: () => window.focus(),
      close: () => window.destroy(),
      closeIfBlank() {
        if (contents.getURL() === '') window.destroy();
      },
      startAgain: () => void contents.loadURL(places.loginUrl || places.ccpUrl).catch(() => undefined),
    });
    open.set(id, { visit, window, instanceOrigin: new URL(places.ccpUrl).origin });
    window.once('closed', () => {
      open.delete(id);
      visit.closed();
      if (open.size === 0) liftRules();
    });
    // A page must not name itself: the title says whose it is.
    window.on('page-title-updated', (event) => event.preventDefault());
    contents.on('did-navigate', (_event, address) => {
      visit.arrived();
      window.setTitle(deps.titleOf(hostOf(address)));
      if (!isPanelPage(address, places.ccpUrl)) return;
      // Left open it would be a second panel, which may take the microphone of the first.
      window.destroy();
      signedIn();
    });
    watchVisit(contents, visit, places);
  }

  return {
    guard(contents, session, places, signedIn) {
      guardPopUps({ contents, session }, places, 0, signedIn);
    },
    closeAll() {
      for (const { window } of [...open.values()]) window.destroy();
    },
  };
}

const windowOptions = (title: string): BrowserWindowConstructorOptions => ({
  ...size,
  title,
  autoHideMenuBar: true,
  webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
});

/** Tells a visit what happens in its window. */
function watchVisit(contents: WebContents, visit: Visit, places: SignInPlaces): void {
  const failed = (_event: unknown, errorCode: number, _text: string, address: string, isMainFrame: boolean): void => {
    if (isMainFrame) visit.failed(errorCode, address);
  };
  contents.on('did-fail-load', failed);
  contents.on('did-fail-provisional-load', failed);
  // What is never shown is refused here already: a request that is refused leaves an error page behind.
  const refuse = (event: Electron.Event<{ readonly url: string; readonly isMainFrame: boolean }>): void => {
    if (!event.isMainFrame || judgeStep(event.url, places) !== 'refused') return;
    event.preventDefault();
    visit.refuse(event.url);
  };
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('input-event', (_event, { type }) => {
    if (type === 'mouseDown' || type === 'rawKeyDown' || type === 'keyDown') visit.touched();
  });
}
