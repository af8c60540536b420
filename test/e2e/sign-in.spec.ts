import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ElectronApplication, Frame, Page } from '@playwright/test';
import { answerLimitMs } from '../../main/sign-in/visit.js';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import type { Simulator } from '../../simulator/simulator.js';
import { awaitEvent, awaitExit, test as base, expect, killed } from '../support/phone-test.js';
import { nextPageOf, pagesOf } from '../support/toast-page.js';

/** A company's sign-on: two small servers on this machine, under different names of it. */
interface Company {
  /** Where signing in begins. */
  readonly portal: string;
  /** Host of the identity provider the portal leads to. */
  readonly host: string;
  /** What was asked of both, in order, with its user agent. */
  readonly asked: { readonly path: string; readonly userAgent: string }[];
  /** A third host, which takes what the provider has signed, as SAML does. */
  readonly taker: { readonly host: string; readonly taken: string[] };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const listen = (answer: Answer): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(answer).listen(0, '127.0.0.1', () => resolve(server));
  });
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const lead = (response: ServerResponse, location: string): void => void response.writeHead(302, { location }).end();

const test = base.extend<{ readonly company: Company; readonly start: () => Promise<Started> }>({
  company: async ({ simulator }, use) => {
    const asked: Company['asked'] = [];
    const note = (request: IncomingMessage): void => {
      asked.push({ path: request.url ?? '', userAgent: request.headers['user-agent'] ?? '' });
    };
    const instance = new URL(simulator.ccpUrl).origin;
    const taken: string[] = [];
    const taker = await listen(async (request, response) => {
      for await (const part of request) taken.push(String(part));
      lead(response, `${instance}/login`);
    });
    const provider = await listen((request, response) => {
      note(request);
      const round = /^\/round\/(\d+)/.exec(request.url ?? '');
      if (round !== null) return lead(response, `/round/${Number(round[1]) + 1}`);
      if (request.url === '/silent') return;
      if (request.url === '/plain') return lead(response, 'http://plain.example/');
      if (request.url === '/secret' && request.headers.authorization === undefined) {
        return void response.writeHead(401, { 'www-authenticate': 'Basic realm="staff"' }).end();
      }
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<title>your-bank.example</title><form method="post" action="${instance}/login">
        <input name="username" value="ada"><button>Go to work</button></form>
        <form method="post" action="http://127.0.0.1:${portOf(taker)}/acs">
        <input type="hidden" name="SAMLResponse" value="signed"><button>Assert</button></form>
        <a href="/file.bin" download>Download</a><a href="/plain">Plain</a><a href="/round/1">Round</a>
        <a href="/secret">Secret</a><a href="/silent">Silent</a>
        <a href="http://ada:word@localhost:${portOf(provider)}/">Credentials</a>
        <a href="https://\u0430mazon.example/">Look-alike</a>`);
    });
    const portal = await listen((request, response) => {
      note(request);
      lead(response, `http://localhost:${portOf(provider)}/authorize?code=secret-code`);
    });
    await use({
      portal: `http://127.0.0.1:${portOf(portal)}/start`,
      host: `localhost:${portOf(provider)}`,
      asked,
      taker: { host: `127.0.0.1:${portOf(taker)}`, taken },
    });
    for (const server of [portal, provider, taker]) {
      server.close();
      server.closeAllConnections();
    }
  },
  start: async ({ simulator, profile, company }, use) => {
    const processes: ChildProcess[] = [];
    const file = join(profile, 'settings.json');
    writeFileSync(file, JSON.stringify({ ccpUrl: simulator.ccpUrl, loginUrl: company.portal }));
    await use(async () => {
      const app = await launchApp({ ccpUrl: '', userDataDir: profile });
      processes.push(app.process());
      return { app, phone: await app.firstWindow() };
    });
    for (const process of processes) await killed(process);
  },
});

interface Started {
  readonly app: ElectronApplication;
  readonly phone: Page;
}

const allow = (phone: Page) => phone.getByRole('button', { name: 'Allow', exact: true });
const available = (phone: Page) => phone.getByRole('button', { name: 'Status: Available' });

/**
 * Presses "Sign in". The window is told of when its first page comes, which is after the question of its host: hence a
 * promise in an object, that is waited for later.
 */
async function openSignIn({ app, phone }: Started): Promise<{ readonly window: Promise<Page> }> {
  const window = nextPageOf(app);
  // A test that closes it before its first page never asks for it.
  window.catch(() => undefined);
  await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
  return { window };
}

/** Follows a link without waiting for its page, which never comes. */
const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name }).evaluate((link) => {
    setTimeout(() => (link as HTMLElement).click());
  });

const windowCount = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((each) => each.isResizable()).length);

/** Titles of the windows as the desktop shows them, which a page's own title is not. */
const titles = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((each) => each.isResizable())
      .map((window) => window.getTitle()),
  );

test.describe('signing in at the company', () => {
  test.use({ simulatorOptions: { signedIn: false } });

  test('asks once for a host, shows it in the title, and remembers it over a restart', async ({
    simulator,
    company,
    start,
    profile,
  }) => {
    const first = await start();
    const opened = await openSignIn(first);
    const question = first.phone.getByRole('alertdialog', {
      name: `Your company signs in at ${company.host}. Allow?`,
    });
    await expect(question).toBeVisible();
    // Held: nothing has reached the host yet.
    expect(company.asked.map(({ path }) => path)).toEqual(['/start']);
    await allow(first.phone).click();
    const signIn = await opened.window;
    await expect(signIn.getByRole('button', { name: 'Go to work' })).toBeVisible();
    expect(await titles(first.app)).toContain(`${company.host} - sign-in for Switchhook`);
    for (const { userAgent } of company.asked) {
      expect(userAgent).toContain('Chrome/');
      expect(userAgent).not.toMatch(/electron|switchhook/i);
    }
    await signIn.getByRole('button', { name: 'Go to work' }).click();
    await expect(available(first.phone)).toBeVisible({ timeout: 15_000 });
    await expect.poll(() => pagesOf(first.app).length).toBe(1);
    const exited = awaitExit(first.app);
    first.app.process().kill('SIGTERM');
    expect(await exited).toBe(0);

    simulator.control.setSession({ signedIn: false });
    const second = await start();
    const again = await (await openSignIn(second)).window;
    await expect(again.getByRole('button', { name: 'Go to work' })).toBeVisible();
    await expect(second.phone.getByRole('alertdialog')).toHaveCount(0);
    const log = readFileSync(join(profile, 'logs/switchhook.log'), 'utf8');
    const { controlToken: _notOurs, ...secrets } = simulator.secrets;
    for (const secret of [...Object.values(secrets), 'secret-code']) expect(log).not.toContain(secret);
  });

  test('closes the window when the host is not allowed', async ({ company, start }) => {
    const started = await start();
    await openSignIn(started);
    await started.phone.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect.poll(() => windowCount(started.app)).toBe(1);
    expect(company.asked.map(({ path }) => path)).toEqual(['/start']);
  });

  test('holds a form that is posted to a new host, and sends it whole when that is allowed', async ({
    company,
    start,
  }) => {
    const started = await start();
    const { phone } = started;
    const opened = await openSignIn(started);
    await allow(phone).click();
    const signIn = await opened.window;
    const clicked = signIn.getByRole('button', { name: 'Assert' }).click();
    const { host, taken } = company.taker;
    await expect(phone.getByText(`Your company signs in at ${host}. Allow?`)).toBeVisible();
    expect(taken).toEqual([]);
    await allow(phone).click();
    await clicked;
    await expect(signIn).toHaveURL(/\/login$/);
    expect(taken).toEqual(['SAMLResponse=signed']);
  });

  test('shows a look-alike host as what it is, and refuses an address with a password in it', async ({
    company,
    start,
  }) => {
    const started = await start();
    const { app, phone } = started;
    const opened = await openSignIn(started);
    await allow(phone).click();
    const signIn = await opened.window;
    await follow(signIn, 'Look-alike');
    await expect(phone.getByText('Your company signs in at xn--mazon-3ve.example. Allow?')).toBeVisible();
    await phone.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect.poll(() => windowCount(app)).toBe(1);
    const again = await (await openSignIn(started)).window;
    await follow(again, 'Credentials');
    await expect(phone.getByText(`The sign-in wanted to open ${company.host}, which is not safe`)).toBeVisible();
  });

  test('says that an identity provider does not answer when its time is over', async ({ company, start }) => {
    const started = await start();
    const { app, phone } = started;
    const opened = await openSignIn(started);
    await allow(phone).click();
    const signIn = await opened.window;
    await expect(signIn.getByRole('link', { name: 'Silent' })).toBeVisible();
    const ring = await holdTimers(app, answerLimitMs);
    await follow(signIn, 'Silent');
    await expect.poll(() => company.asked.at(-1)?.path).toBe('/silent');
    await expect(phone.getByRole('alertdialog')).toHaveCount(0);
    await ring();
    await expect(phone.getByText(`${company.host} does not answer`)).toBeVisible();
    await phone.getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(() => windowCount(app)).toBe(1);
  });

  test('refuses plain http, downloads and windows without end, and ends a circle', async ({ company, start }) => {
    const started = await start();
    const { app, phone } = started;
    const opened = await openSignIn(started);
    await allow(phone).click();
    const signIn = await opened.window;
    await signIn.getByRole('link', { name: 'Plain' }).click();
    await expect(phone.getByText('The sign-in wanted to open plain.example, which is not safe')).toBeVisible();
    await phone.getByRole('button', { name: 'OK', exact: true }).click();

    const downloads = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<boolean>((resolve) => {
          const session = BrowserWindow.getAllWindows().find((each) => each.isResizable())?.webContents.session;
          session?.once('will-download', (event) => resolve(event.defaultPrevented));
        }),
    );
    await signIn.getByRole('link', { name: 'Download' }).click();
    expect(await downloads).toBe(true);

    const [second] = await Promise.all([nextPageOf(app), signIn.evaluate(() => void window.open('/two'))]);
    await expect(second.getByRole('link', { name: 'Secret' })).toBeVisible();
    expect(await second.evaluate(() => window.open('/three') === null)).toBe(true);
    // The click is over when the page has come, which is after the question.
    const clicked = second.getByRole('link', { name: 'Secret' }).click();
    await phone.getByRole('textbox', { name: 'User name' }).fill('ada');
    await phone.getByRole('textbox', { name: 'Password' }).fill('word');
    await phone.getByRole('button', { name: 'Sign in', exact: true }).last().click();
    await clicked;
    await expect(second).toHaveURL(/\/secret$/);
    await second.close();

    await signIn.getByRole('link', { name: 'Round' }).click();
    await expect(phone.getByText(`The sign-in goes round in circles at ${company.host}`)).toBeVisible();
    expect(company.asked.filter(({ path }) => path.startsWith('/round')).length).toBeLessThan(23);
    await phone.getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(() => pagesOf(app).length).toBe(1);
  });
});

/**
 * Takes the desktop side's timers of one length into the test's hands, from now on; returns what lets the last one ring.
 * A minute of waiting proves no more than that.
 */
async function holdTimers(app: ElectronApplication, heldMs: number): Promise<() => Promise<void>> {
  await app.evaluate((_electron, heldMs) => {
    const { setTimeout: set } = globalThis;
    const patched = (call: () => void, ms?: number, ...rest: unknown[]): unknown => {
      if (ms !== heldMs) return set(call, ms, ...rest);
      Object.assign(globalThis, { heldTimer: call });
      return set(() => undefined, ms);
    };
    Object.assign(globalThis, { setTimeout: patched });
  }, heldMs);
  return () => app.evaluate(() => (globalThis as unknown as { heldTimer(): void }).heldTimer());
}

/** Every file of a folder that holds a text. */
function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(folder, name);
    // Chromium takes its own files away while they are listed.
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true && readFileSync(file).includes(text);
  });
}

async function chooseAccount(phone: Page, agentName: string, item: string): Promise<void> {
  await phone.getByRole('button', { name: `Account: ${agentName}` }).click();
  await phone.getByRole('menuitem', { name: item }).click();
}

const cookiesOf = (app: ElectronApplication): Promise<number> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const cookies = await BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.webContents.session.cookies.get({});
    return cookies?.length ?? -1;
  });

function requestTime(simulator: Simulator, path: string): number {
  const found = simulator.requests.find((request) => request.path === path);
  return found === undefined ? Number.NaN : Date.parse(found.time);
}

base.describe('signing out', () => {
  base.use({ simulatorOptions: { agent: { name: 'Marked Person', initialStatus: 'Available' } } });

  base('goes Offline, ends the session and leaves nothing of the agent', async ({ simulator, app, phone, profile }) => {
    await expect(available(phone)).toBeVisible();
    expect(await cookiesOf(app)).toBeGreaterThan(0);
    const panel = phone.frames().find((frame) => frame.url().startsWith(simulator.ccpUrl));
    await panel?.evaluate(() => localStorage.setItem('last-agent', 'Marked-Storage'));
    simulator.control.ring({ attributes: { customerName: 'Marked Customer' } });
    await phone.getByRole('button', { name: 'Answer', exact: true }).click();
    await phone.getByRole('button', { name: 'Hang up', exact: true }).click();
    await phone.getByRole('button', { name: 'Clear contact', exact: true }).click();
    await expect(available(phone)).toBeVisible();
    await expect(phone.getByRole('button', { name: 'Clear contact', exact: true })).toHaveCount(0);
    await chooseAccount(phone, 'Marked Person', 'Sign out');
    await expect(phone.getByRole('heading', { name: 'You are signed out' })).toBeVisible({ timeout: 15_000 });
    await expect(phone.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();

    const offline = await awaitEvent(simulator, (event) => event.CurrentAgentSnapshot.AgentStatus.Type === 'OFFLINE');
    expect(Date.parse(offline.EventTimestamp)).toBeLessThanOrEqual(requestTime(simulator, '/logout'));
    await awaitEvent(simulator, (event) => event.EventType === 'LOGOUT');
    expect(await cookiesOf(app)).toBe(0);
    await expect(phone.getByText(/Marked/)).toHaveCount(0);
    expect(await phone.title()).not.toContain('Marked');
    for (const mark of ['Marked Person', 'Marked Customer', simulator.secrets.accessToken])
      expect(filesWith(profile, mark), mark).toEqual([]);
    const kept = filesWith(profile, 'Marked-Storage');
    // Chromium overwrites its storage when it likes; what the page can read of it is empty.
    expect(kept.every((name) => name.includes('Local Storage'))).toBe(true);

    const [signIn] = await Promise.all([
      nextPageOf(app),
      phone.getByRole('button', { name: 'Sign in', exact: true }).click(),
    ]);
    await signIn.getByRole('button').first().click();
    await expect(phone.getByRole('button', { name: 'Status: Offline' })).toBeVisible({ timeout: 15_000 });
    const next = phone.frames().find((frame) => frame.url().startsWith(simulator.ccpUrl));
    expect(await next?.evaluate(() => localStorage.getItem('last-agent'))).toBeNull();
    await expect(phone.getByText('Marked Customer')).toHaveCount(0);
    const log = readFileSync(join(profile, 'logs/switchhook.log'), 'utf8');
    const { controlToken: _notOurs, ...secrets } = simulator.secrets;
    for (const secret of Object.values(secrets)) expect(log).not.toContain(secret);
  });

  base('waits for the end of a contact', async ({ simulator, phone }) => {
    await expect(available(phone)).toBeVisible();
    simulator.control.ring({ attributes: { customerName: 'Caller' } });
    await phone.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
    await chooseAccount(phone, 'Marked Person', 'Sign out');
    await expect(phone.getByRole('alertdialog', { name: 'You are on a contact' })).toBeVisible();
    expect(simulator.requests.some(({ path }) => path === '/logout')).toBe(false);
  });

  base('in the panel leads to the same clean state', async ({ simulator, app, phone }) => {
    await expect(available(phone)).toBeVisible();
    await phone.getByRole('button', { name: 'Status: Available' }).click();
    await phone.getByRole('menuitemradio', { name: 'Offline' }).click();
    await expect(phone.getByRole('button', { name: 'Status: Offline' })).toBeVisible();
    const panel = phone.frames().find((frame) => frame.url().startsWith(simulator.ccpUrl));
    await panel?.evaluate(() => {
      setTimeout(() => window.location.assign('/logout'));
    });
    await expect(phone.getByRole('heading', { name: 'You are signed out' })).toBeVisible({ timeout: 15_000 });
    await expect(phone.getByText('Marked Person')).toHaveCount(0);
    expect(await cookiesOf(app)).toBe(0);
  });

  const logOutInPanel = (panel: Frame | undefined) =>
    panel?.evaluate(() => {
      // Later, as the answer must leave before the page may.
      setTimeout(() => document.querySelector<HTMLElement>('a[href="/logout"]')?.click());
    });

  base('in the panel while Available goes Offline first', async ({ simulator, app, phone }) => {
    await expect(available(phone)).toBeVisible();
    await logOutInPanel(phone.frames().find((frame) => frame.url().startsWith(simulator.ccpUrl)));
    await expect(phone.getByRole('heading', { name: 'You are signed out', exact: true })).toBeVisible({
      timeout: 15_000,
    });
    const offline = await awaitEvent(simulator, (event) => event.CurrentAgentSnapshot.AgentStatus.Type === 'OFFLINE');
    expect(Date.parse(offline.EventTimestamp)).toBeLessThanOrEqual(requestTime(simulator, '/logout'));
    expect(await cookiesOf(app)).toBe(0);
  });

  base('in the panel on a contact does nothing but say why', async ({ simulator, phone }) => {
    simulator.control.ring();
    await phone.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
    await logOutInPanel(phone.frames().find((frame) => frame.url().startsWith(simulator.ccpUrl)));
    await expect(phone.getByText('You were not signed out, as you are on a contact', { exact: false })).toBeVisible();
    await phone.getByRole('button', { name: 'Hold', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
    expect(simulator.requests.some(({ path }) => path === '/logout')).toBe(false);
  });

  base(
    'that passes the gate by says in which status Connect was left, and the gate still holds it',
    async ({ simulator, app, phone }) => {
      await expect(available(phone)).toBeVisible();
      const panel = phone.frames().find((frame) => frame.url().startsWith(simulator.ccpUrl));
      // As a panel would that ends the session by a call of its own.
      await panel?.evaluate(async () => {
        await fetch('/logout');
        setTimeout(() => window.location.assign('/login'));
      });
      const heading = 'You are signed out, but still Available in Amazon Connect';
      await expect(phone.getByRole('heading', { name: heading })).toBeVisible({ timeout: 15_000 });
      await expect(phone.getByText('Sign in again and choose Offline', { exact: false })).toBeVisible();
      await expect(phone.getByText('Marked Person')).toHaveCount(0);
      expect(await cookiesOf(app)).toBe(0);
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((each) => each.isResizable())
          ?.close(),
      );
      const question = phone.getByRole('alertdialog', { name: 'Could not set you Offline' });
      await expect(question).toContainText('Amazon Connect did not confirm (not signed in).');
      await question.getByRole('button', { name: 'Stay in the app' }).click();

      const signIn = await (await openSignIn({ app, phone })).window;
      await signIn.getByRole('button').first().click();
      await expect(available(phone)).toBeVisible({ timeout: 15_000 });
      const exited = awaitExit(app);
      app.process().kill('SIGTERM');
      expect(await exited).toBe(0);
      await awaitEvent(simulator, (event) => event.CurrentAgentSnapshot.AgentStatus.Type === 'OFFLINE');
    },
  );

  base('an address is changed when Offline, and not before', async ({ phone }) => {
    await expect(available(phone)).toBeVisible();
    await chooseAccount(phone, 'Marked Person', 'Change address');
    await expect(phone.getByRole('alertdialog', { name: 'You are not Offline' })).toBeVisible();
    await phone.getByRole('button', { name: 'OK', exact: true }).click();
    await phone.getByRole('button', { name: 'Status: Available' }).click();
    await phone.getByRole('menuitemradio', { name: 'Offline' }).click();
    await expect(phone.getByRole('button', { name: 'Status: Offline' })).toBeVisible();
    await chooseAccount(phone, 'Marked Person', 'Change address');
    const field = phone.getByRole('textbox', { name: 'Address of the Contact Control Panel' });
    await field.fill('https://acme.my.connect.aws/ccp#');
    await expect(phone.getByText(/older panel, CCPv1/)).toBeVisible();
    await field.fill('http://acme.my.connect.aws/');
    await phone.getByRole('button', { name: 'Continue' }).click();
    await expect(phone.getByText(/as any other could be read on its way/)).toBeVisible();
    await expect(phone.getByText('https://switchhook.localhost', { exact: true })).toBeVisible();
    await phone.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(phone.getByRole('textbox', { name: 'Telephone number' })).toBeVisible();
  });
});
