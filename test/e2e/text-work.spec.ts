import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import {
  choose,
  noted,
  test as ownAppTest,
  put,
  shownMenu,
  oneAppDesktopTest as test,
} from '../support/desktop-test.js';
import { awaitExit, expect, killed } from '../support/phone-test.js';
import { nextPageOf, pagesOf } from '../support/toast-page.js';

const status = { name: 'Status: Available' } as const;

test('a right click in the panel offers what applies there, and does it', async ({ desktopApp, panel }) => {
  await put(
    panel,
    '<input id="field" value="Order 4711"><div id="rich" contenteditable="true" style="height: 2em"></div><p id="plain">x</p>',
  );
  const field = panel.locator('#field');
  // Chromium offers to paste only while there is something to paste.
  await desktopApp.evaluate(({ clipboard }) => clipboard.writeText('before'));
  await field.selectText();
  await field.click({ button: 'right' });
  await expect.poll(() => shownMenu(desktopApp)).toEqual(['Cut', 'Copy', 'Paste', 'Select all']);
  await choose(desktopApp, 'Cut');
  await expect(field).toHaveValue('');
  expect(await desktopApp.evaluate(({ clipboard }) => clipboard.readText())).toBe('Order 4711');

  await desktopApp.evaluate(({ clipboard }) => clipboard.writeText('plain'));
  await panel.locator('#rich').click({ button: 'right' });
  await choose(desktopApp, 'Paste as plain text');
  await expect(panel.locator('#rich')).toHaveText('plain');
});

test('a link in the panel is copied or opened in the default browser', async ({ desktopApp, panel }) => {
  await put(
    panel,
    '<a id="safe" href="https://docs.example/a">help</a> <a id="risky" href="ms-settings:a">program</a>',
  );
  const safe = panel.locator('#safe');
  await safe.click({ button: 'right' });
  await choose(desktopApp, 'Copy link');
  expect(await desktopApp.evaluate(({ clipboard }) => clipboard.readText())).toBe('https://docs.example/a');
  await panel.locator('#risky').click({ button: 'right' });
  await safe.click({ button: 'right' });
  await choose(desktopApp, 'Open link in browser');
  expect((await noted(desktopApp)).inBrowser).toEqual(['https://docs.example/a']);
});

test('our own page and sign-in windows have the menu too', async ({ desktopApp, panel: _loaded, phone, simulator }) => {
  await expect(phone.getByRole('button', status)).toBeVisible();
  const number = phone.getByRole('textbox', { name: 'Telephone number' });
  await number.fill('+44');
  await number.click({ button: 'right' });
  await choose(desktopApp, 'Select all');

  const opened = nextPageOf(desktopApp);
  await phone.evaluate((address) => void window.open(address), new URL('/ccp-v2/ccp.css', simulator.ccpUrl).href);
  const signIn = await opened;
  await put(signIn, '<input id="field" value="ada">');
  await signIn.locator('#field').click({ button: 'right' });
  await expect.poll(() => shownMenu(desktopApp)).toContain('Select all');
  await signIn.close();
});

ownAppTest('no shortcut reloads the page, as it holds the call; the others work', async ({ app, phone }) => {
  await expect(phone.getByRole('button', status)).toBeVisible();
  await phone.evaluate(() => Object.assign(window, { mark: 'the same page' }));
  const press = (keyCode: string, ...modifiers: ('control' | 'shift')[]) =>
    app.evaluate(
      ({ BrowserWindow }, [keyCode, modifiers]) => {
        const contents = BrowserWindow.getAllWindows().find((each) => each.isResizable())?.webContents;
        contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
        contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
      },
      [keyCode, modifiers] as const,
    );
  await press('R', 'control');
  await press('R', 'control', 'shift');
  await press('F5');
  await press('F5', 'control');
  await press('-', 'control');
  // Keys arrive in order: when the last one has been taken, the others have been too.
  const zoom = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.isResizable())
        ?.webContents.getZoomLevel(),
    );
  await expect.poll(zoom).toBeLessThan(0);
  expect(await phone.evaluate(() => (window as { mark?: string }).mark)).toBe('the same page');
});

test('the menu bar stays hidden and has neither reload nor quit by accident', async ({ app, phone }) => {
  await expect(phone.getByRole('button', status)).toBeVisible();
  const columns = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  await expect.poll(columns).toEqual(['Phone', 'Edit', 'View', 'Window', 'Help']);
  const seen = await app.evaluate(({ BrowserWindow, Menu }) => ({
    visible: BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.isMenuBarVisible(),
    roles: Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items.map(({ role }) => role) ?? []),
  }));
  expect(seen.visible).toBe(false);
  expect(seen.roles?.filter((role) => /reload|quit|close/i.test(role ?? ''))).toEqual([]);
});

test('links of the panel go to the default browser, and what is no web page goes nowhere', async ({
  desktopApp,
  panel,
}) => {
  await put(panel, '<a id="blank" target="_blank" href="https://docs.example/blank">help</a>');
  await panel.locator('#blank').click();
  await panel.evaluate(() => {
    window.open('file:///etc/passwd');
    window.open('ms-settings:a');
    window.open('https://docs.example/opened');
  });
  await expect
    .poll(async () => (await noted(desktopApp)).inBrowser)
    .toEqual(['https://docs.example/blank', 'https://docs.example/opened']);
  expect(pagesOf(desktopApp)).toHaveLength(1);
});

test('a file or link that is dropped on the window leads nowhere', async ({ panel, phone, profile }) => {
  await expect(phone.getByRole('button', status)).toBeVisible();
  await panel.evaluate(() => {
    document.addEventListener('dragover', () => Object.assign(window, { reached: true }));
  });
  const before = phone.frames().map((frame) => frame.url());
  const devtools = await phone.context().newCDPSession(phone);
  const box = await phone.locator('iframe').first().boundingBox();
  if (box === null) throw new Error('The panel is not on the screen');
  const data = {
    items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }],
    files: [join(profile, 'settings.json')],
    dragOperationsMask: 1,
  };
  for (const x of [box.x + box.width / 2, box.x + box.width + 100]) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x, y: box.y + box.height / 2, data });
    }
  }
  // A page that went away would answer neither of these.
  await expect(phone.getByRole('button', status)).toBeVisible();
  expect(await panel.evaluate(() => 'reached' in window)).toBe(true);
  expect(phone.frames().map((frame) => frame.url())).toEqual(before);
});

test('the panel may notify while it is folded, except on Linux, and no other origin may', async ({
  app,
  panel,
  phone,
  serve,
}) => {
  await phone.getByRole('button', { name: 'Hide the panel' }).click();
  // There a desktop that does not answer would hold up the whole app.
  const mayNotify = process.platform !== 'linux';
  expect(await panel.evaluate(() => Notification.requestPermission())).toBe(mayNotify ? 'granted' : 'denied');
  if (mayNotify) expect(await panel.evaluate(() => new Notification('A chat').title)).toBe('A chat');
  const stranger = await serve((_request, response) => response.setHeader('content-type', 'text/html').end('hello'));
  const answer = await app.evaluate(async ({ BrowserWindow }, address) => {
    const session = BrowserWindow.getAllWindows().find((each) => each.isResizable())?.webContents.session;
    const window = new BrowserWindow({ show: false, webPreferences: session === undefined ? {} : { session } });
    await window.loadURL(address);
    const answer: unknown = await window.webContents.executeJavaScript('Notification.requestPermission()');
    window.destroy();
    return answer;
  }, stranger);
  expect(answer).toBe('denied');
});

test('the frame of the panel has its grants before its page loads', async ({ panel, phone }) => {
  const allow = (await phone.locator('iframe').first().getAttribute('allow')) ?? '';
  expect(allow.split('; ')).toEqual(expect.arrayContaining(['microphone', 'loopback-network', 'display-capture']));
  const allowed = await panel.evaluate(() =>
    (document as unknown as { featurePolicy: { allowedFeatures(): string[] } }).featurePolicy.allowedFeatures(),
  );
  expect(allowed).toContain('display-capture');
});

ownAppTest('the panel takes no screen, neither by asking for one nor by naming one', async ({ simulator, profile }) => {
  // Without Chromium's stand-in for media, which gives a screen without asking anybody.
  const app = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile, fakeMicrophone: false });
  try {
    const phone = await app.firstWindow();
    await expect(phone.getByRole('button', status)).toBeVisible();
    const asked = (wish: string) =>
      app.evaluate(
        ({ BrowserWindow }, script) =>
          BrowserWindow.getAllWindows()
            .find((each) => each.isResizable())
            ?.webContents.mainFrame.frames[0]?.executeJavaScript(script, true),
        `navigator.mediaDevices.${wish}.then(() => 'given', (error) => error.name)`,
      );
    expect(await asked('getDisplayMedia({ video: true })')).toMatch(/^(?:NotAllowedError|NotSupportedError)$/);
    const screen = "{ video: { mandatory: { chromeMediaSource: 'desktop', chromeMediaSourceId: 'screen:0:0' } } }";
    expect(await asked(`getUserMedia(${screen})`)).toBe('NotAllowedError');
  } finally {
    await killed(app.process());
  }
});

test('printing from the panel does nothing, as its dialog would stop the phone', async ({ panel, phone }) => {
  await expect(phone.getByRole('button', status)).toBeVisible();
  expect(await panel.evaluate(() => window.print())).toBeUndefined();
  await phone.getByRole('button', status).click();
  await expect(phone.getByRole('menuitemradio', { name: 'Lunch' })).toBeVisible();
});

ownAppTest.describe('the spelling', () => {
  ownAppTest('downloads no dictionary', async ({ simulator, profile }) => {
    const log = join(profile, 'network.json');
    const app = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile, extra: [`--log-net-log=${log}`] });
    const phone = await app.firstWindow();
    await expect(phone.getByRole('button', status)).toBeVisible();
    await put(phone.mainFrame().childFrames()[0] ?? phone, '<textarea id="field" spellcheck="true"></textarea>');
    const enabled = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.isResizable())
        ?.webContents.session.isSpellCheckerEnabled(),
    );
    expect(enabled).toBe(false);
    const ended = awaitExit(app);
    app.process().kill('SIGTERM');
    await ended;
    const asked = new Set(readFileSync(log, 'utf8').match(/(?<="url":")[^"?]*/g));
    // Chromium's record holds the cookies it sent, which nothing else on the disk may.
    rmSync(log);
    expect([...asked]).toContain(simulator.ccpUrl);
    expect([...asked].filter((address) => /bdic|gvt1|dictionaries/.test(address))).toEqual([]);
  });

  ownAppTest('asks for dictionaries where IT keeps them', async ({ serve, simulator, profile }) => {
    let heard = (_path: string): void => undefined;
    const asked = new Promise<string>((resolve) => {
      heard = resolve;
    });
    const origin = await serve((request, response) => {
      heard(request.url ?? '');
      response.writeHead(404).end();
    });
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ spellCheckDictionaryUrl: `${origin}/words` }));
    const app = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile });
    expect(await asked).toMatch(/^\/words\/en-us-.*\.bdic$/);
    await killed(app.process());
  });
});
