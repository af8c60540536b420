import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import type { PanelRefusal } from '../../../../contract/panel-refusal.js';
import type { SignInQuestion } from '../../../../contract/sign-in.js';
import { createSignInWindows } from '../../../../main/sign-in/sign-in-windows.js';

const panel = 'https://example.my.connect.aws';

type Answer = {
  readonly action: string;
  readonly overrideBrowserWindowOptions?: { readonly title: string; readonly webPreferences: object };
};
type Request = {
  readonly webContentsId: number;
  readonly url: string;
  readonly requestHeaders?: Record<string, string>;
};
type Rule = (request: Request, proceed: (response: Record<string, unknown>) => void) => void;

let lastId = 0;

/** The contents of a page as far as signing in goes. */
function fakeContents() {
  lastId += 1;
  return Object.assign(new EventEmitter(), {
    id: lastId,
    open: (_url: string): Answer => ({ action: 'unguarded' }),
    setWindowOpenHandler(opener: (details: { readonly url: string }) => Answer) {
      this.open = (url) => opener({ url });
    },
    getURL: () => '',
    loadURL: async () => undefined,
  });
}

/** A window that a guarded page has opened. */
function fakeWindow() {
  const titles: string[] = [];
  const window = Object.assign(new EventEmitter(), {
    webContents: fakeContents(),
    destroyed: false,
    destroy() {
      window.destroyed = true;
      window.emit('closed');
    },
    focus: () => undefined,
    setTitle: (title: string) => titles.push(title),
  });
  return { window, titles };
}

function start() {
  const opened: string[] = [];
  const refusals: PanelRefusal[] = [];
  const asked: SignInQuestion[] = [];
  let signedIn = 0;
  const rules: { before?: Rule | null; headers?: Rule | null } = {};
  const session = Object.assign(new EventEmitter(), {
    webRequest: {
      onBeforeRequest: (...given: readonly unknown[]) => Object.assign(rules, { before: given.at(-1) }),
      onBeforeSendHeaders: (...given: readonly unknown[]) => Object.assign(rules, { headers: given.at(-1) }),
    },
  });
  const contents = fakeContents();
  const windows = createSignInWindows({
    openInBrowser: (address) => opened.push(address),
    refused: (refusal) => refusals.push(refusal),
    async ask(question) {
      asked.push(question);
      return { kind: 'no' };
    },
    allowHost: async () => undefined,
    titleOf: (host) => `${host} - sign-in`,
  });
  const places = {
    ccpUrl: `${panel}/ccp-v2/?visualRefresh=true`,
    loginUrl: 'https://login.example/start',
    mayBeLocal: false,
    allowedHosts: () => [],
  };
  windows.guard(contents as unknown as WebContents, session as unknown as Session, places, () => {
    signedIn += 1;
  });
  return {
    windows,
    contents,
    session,
    opened,
    refusals,
    asked,
    signedIn: () => signedIn,
    request: (id: number, url: string) =>
      new Promise<unknown>((resolve) => {
        if (rules.before) rules.before({ webContentsId: id, url }, resolve);
        else resolve({});
      }),
    headers(id: number, url: string) {
      const sent: Record<string, unknown>[] = [];
      const requestHeaders = { 'User-Agent': 'Chrome/130 Electron/33', Accept: '*/*' };
      rules.headers?.({ webContentsId: id, url, requestHeaders }, (response) => sent.push(response));
      return sent;
    },
    rules,
    openWindow() {
      contents.open(`${panel}/login`);
      const made = fakeWindow();
      contents.emit('did-create-window', made.window);
      return made;
    },
  };
}

function preventable(details: object = {}) {
  const event = {
    ...details,
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
  };
  return event;
}

describe('a sign-in window', () => {
  it('has no preload, the full sandbox and the host in its title', () => {
    const answer = start().contents.open(`${panel}/login`);
    expect(answer.action).toBe('allow');
    expect(answer.overrideBrowserWindowOptions?.title).toBe('example.my.connect.aws - sign-in');
    expect(answer.overrideBrowserWindowOptions?.webPreferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
  });

  it('is for the instance and its sign-on only; links go to the default browser and the rest nowhere', () => {
    const { contents, opened } = start();
    expect(contents.open('https://login.example/start').action).toBe('allow');
    expect(contents.open('https://docs.example/')).toEqual({ action: 'deny' });
    expect(contents.open('file:///etc/passwd')).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://docs.example/']);
  });

  it('opens one window more, and that one none', () => {
    const { window } = start().openWindow();
    expect(window.webContents.open(`${panel}/login`).action).toBe('allow');
    const second = fakeWindow();
    window.webContents.emit('did-create-window', second.window);
    expect(second.window.webContents.open(`${panel}/login`)).toEqual({ action: 'deny' });
  });

  it('is one of four at most, and tabs of the browser are five in ten seconds', () => {
    const { contents, openWindow, opened, refusals } = start();
    for (let count = 0; count < 4; count += 1) {
      expect(contents.open(`${panel}/login`).action).toBe('allow');
      openWindow();
    }
    expect(contents.open(`${panel}/login`).action).toBe('deny');
    for (let count = 0; count < 8; count += 1) contents.open(`https://docs.example/${count}`);
    expect(opened).toHaveLength(5);
    contents.open('javascript:alert(1)');
    expect(refusals.map(({ kind }) => kind)).toEqual([...Array(4).fill('tooManyWindows'), 'unsafeWindow']);
    expect(refusals.at(-1)).toEqual({ kind: 'unsafeWindow', host: 'javascript:' });
  });

  it('shows whose page it is, whatever the page calls itself', () => {
    const { window, titles } = start().openWindow();
    const renamed = preventable();
    window.emit('page-title-updated', renamed, 'your-bank.example');
    expect(renamed.prevented).toBe(true);
    window.webContents.emit('did-navigate', {}, 'https://xn--pple-43d.example/login');
    expect(titles).toEqual(['xn--pple-43d.example - sign-in']);
  });

  it('is closed as soon as it shows the panel, so that there is no second one', () => {
    const { openWindow, signedIn } = start();
    const { window } = openWindow();
    window.webContents.emit('did-navigate', {}, 'https://idp.example/authorize');
    window.webContents.emit('did-navigate', {}, `${panel}/login`);
    expect([window.destroyed, signedIn()]).toEqual([false, 0]);
    window.webContents.emit('did-navigate', {}, `${panel}/ccp-v2`);
    expect([window.destroyed, signedIn()]).toEqual([true, 1]);
  });

  it('keeps the page it has when it is led to an address that is never shown', () => {
    const { openWindow, asked } = start();
    const { window } = openWindow();
    const toHttp = preventable({ isMainFrame: true, url: 'http://idp.example/' });
    window.webContents.emit('will-redirect', toHttp);
    const toProgram = preventable({ isMainFrame: true, url: 'ms-calculator:' });
    window.webContents.emit('will-frame-navigate', toProgram);
    const inFrame = preventable({ isMainFrame: false, url: 'http://idp.example/' });
    window.webContents.emit('will-frame-navigate', inFrame);
    expect([toHttp.prevented, toProgram.prevented, inFrame.prevented]).toEqual([true, true, false]);
    expect(asked.map(({ kind, host }) => `${kind} ${host}`)).toEqual(['refused idp.example', 'refused ms-calculator:']);
  });

  it('brings rules for its session along, which go with the last one', () => {
    const { windows, openWindow, contents, session, rules } = start();
    const isGuarded = () => [Boolean(rules.before), Boolean(rules.headers), session.listenerCount('will-download')];
    expect(isGuarded()).toEqual([false, false, 0]);
    contents.open(`${panel}/login`);
    expect(isGuarded()).toEqual([true, true, 1]);
    const [first, second] = [openWindow(), openWindow()];
    first.window.destroy();
    expect(isGuarded()).toEqual([true, true, 1]);
    second.window.destroy();
    expect(isGuarded()).toEqual([false, false, 0]);
    openWindow();
    expect(isGuarded()).toEqual([true, true, 1]);
    windows.closeAll();
    expect(isGuarded()).toEqual([false, false, 0]);
  });

  it('asks for no page that is not allowed; other windows of the session are left alone', async () => {
    const { openWindow, contents, request, asked } = start();
    const { window } = openWindow();
    expect(await request(window.webContents.id, `${panel}/login`)).toEqual({ cancel: false });
    expect(await request(window.webContents.id, 'https://idp.example/')).toEqual({ cancel: true });
    expect(asked).toEqual([{ kind: 'allowHost', host: 'idp.example' }]);
    expect(await request(contents.id, 'https://switchhook.localhost/')).toEqual({});
  });

  it('names neither Electron nor this app to other hosts', () => {
    const { openWindow, contents, headers } = start();
    const { id } = openWindow().window.webContents;
    expect(headers(id, 'https://idp.example/')).toEqual([
      { requestHeaders: { 'User-Agent': 'Chrome/130', Accept: '*/*' } },
    ]);
    expect(headers(id, `${panel}/login`)).toEqual([{}]);
    expect(headers(contents.id, 'https://idp.example/')).toEqual([{}]);
  });

  it('takes no downloads', () => {
    const { openWindow, session, contents } = start();
    const { webContents } = openWindow().window;
    const [fromSignIn, fromPhone] = [preventable(), preventable()];
    session.emit('will-download', fromSignIn, {}, webContents);
    session.emit('will-download', fromPhone, {}, contents);
    expect([fromSignIn.prevented, fromPhone.prevented]).toEqual([true, false]);
  });

  it('answers for a password only where it may go', async () => {
    const { openWindow, asked } = start();
    const { webContents } = openWindow().window;
    const [own, foreign, proxy] = [preventable(), preventable(), preventable()];
    const server = { isProxy: false, host: 'login.example', port: 443 };
    webContents.emit('login', own, { url: 'https://login.example/' }, server, () => undefined);
    webContents.emit('login', foreign, { url: 'https://evil.example/' }, server, () => undefined);
    const viaProxy = { isProxy: true, host: 'proxy.example', port: 8080 };
    webContents.emit('login', proxy, { url: 'https://evil.example/' }, viaProxy, () => undefined);
    expect([own.prevented, foreign.prevented, proxy.prevented]).toEqual([true, false, true]);
    expect(asked.map(({ host }) => host)).toEqual(['login.example:443', 'proxy.example:8080']);
  });

  it('goes with the agent', () => {
    const { windows, openWindow } = start();
    const { window } = openWindow();
    windows.closeAll();
    expect(window.destroyed).toBe(true);
  });
});
