import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { eventNames, requestNames } from '../../contract/channels.js';
import { test } from '../support/one-app-test.js';
import { expect, test as ownAppTest } from '../support/phone-test.js';
import { pagesOf } from '../support/toast-page.js';

const preload = join(import.meta.dirname, '../../dist/preload/index.cjs');

test('the panel cannot reach the desktop side, the page or the window', async ({ phone, simulator }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  const panel = phone.frames().find((frame) => frame.url().startsWith(simulator.ccpUrl));
  const tries = await panel?.evaluate(async () => {
    const attempt = async (act: () => unknown): Promise<string> => {
      try {
        return `done: ${String(await act())}`;
      } catch (error) {
        return `refused: ${(error as Error).name}`;
      }
    };
    return {
      bridge: typeof (window as { switchhook?: unknown }).switchhook,
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      parentBridge: await attempt(() => (window.parent as unknown as { switchhook: unknown }).switchhook),
      parentDocument: await attempt(() => window.parent.document.title),
    };
  });
  expect(tries).toEqual({
    bridge: 'undefined',
    require: 'undefined',
    process: 'undefined',
    parentBridge: 'refused: SecurityError',
    parentDocument: 'refused: SecurityError',
  });
  await panel?.evaluate(() => {
    window.top?.postMessage({ channel: 'switchhook:executeCommand', command: { kind: 'goOffline' } }, '*');
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_top';
    document.body.append(link);
    link.click();
  });
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  expect(new URL(phone.url()).origin).toBe('https://switchhook.localhost');
});

test('a frame with our own preload is refused, even at our origin', async ({ app, phone, simulator }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  // The worst case: somebody gave the preload to frames. The frame then really sends, and must get a typed refusal.
  const refusal = await app.evaluate(
    async ({ BrowserWindow, session }, { preload, ccpUrl }) => {
      const own = BrowserWindow.getAllWindows().find((each) => each.isResizable());
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          preload,
          session: own?.webContents.session ?? session.defaultSession,
          nodeIntegrationInSubFrames: true,
        },
      });
      await window.loadURL(ccpUrl);
      const result = await window.webContents.executeJavaScript('window.switchhook.readStart(undefined)');
      window.destroy();
      return result;
    },
    { preload, ccpUrl: simulator.ccpUrl },
  );
  expect(refusal).toEqual({ ok: false, failure: { kind: 'notTrusted' } });
});

test('our page is refused what breaks the contract', async ({ phone }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  const ask = (name: string, input: unknown) =>
    phone.evaluate(
      ([verb, value]) =>
        (window.switchhook as unknown as Record<string, (value: unknown) => Promise<unknown>>)[verb as string]?.(value),
      [name, input] as const,
    );
  for (const [name, input] of [
    ['announceSnapshot', { agent: 'me' }],
    ['settleCommand', { commandId: -1, failure: null }],
    ['chooseLeaving', 'now'],
    ['changeAddress', { ccpUrl: 'not an address', region: '', loginUrl: '' }],
    ['answerSignIn', { questionId: 0, answer: 'yes' }],
    ['readStart', { more: true }],
  ] as const) {
    expect(await ask(name, input)).toMatchObject({ ok: false, failure: { kind: 'badInput' } });
  }
  // The agent is Available: no other address is even looked at.
  expect(await ask('changeAddress', { ccpUrl: 'http://example.com/ccp-v2/', region: '', loginUrl: '' })).toEqual({
    ok: true,
    value: 'notOffline',
  });
  // The bridge is the contract and nothing more; it is listed from the contract, so that a new verb needs no line here.
  const listeners = eventNames.map((name) => `on${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  expect(await phone.evaluate(() => Object.keys(window.switchhook).sort())).toEqual(
    [...requestNames, ...listeners].sort(),
  );
});

test('the page has our origin, its policy, and no Node', async ({ app, phone }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  expect(phone.url()).toBe('https://switchhook.localhost/');
  const response = await phone.request.get('https://switchhook.localhost/').catch(() => null);
  expect(response).toBeNull(); // nobody outside this app's Chromium finds the host
  const policy = await phone.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(
    await phone.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis)),
  ).toEqual([]);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((each) => each.isResizable())?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false });
});

test('a foreign certificate is not accepted because ours is', async ({ app, phone }) => {
  await expect(phone.getByRole('button', { name: /^Status/ })).toBeVisible();
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createServer({ cert, key }, (_request, response) => response.end('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const outcome = await app.evaluate(async ({ BrowserWindow }, address) => {
    const session = BrowserWindow.getAllWindows().find((each) => each.isResizable())?.webContents.session;
    return session?.fetch(address).then(
      () => 'loaded',
      (error: Error) => error.message,
    );
  }, `https://localhost:${port}/`);
  expect(outcome).toContain('ERR_CERT');
  server.close();
});

ownAppTest('permissions, pop-ups and navigation that are not listed are refused', async ({ app, phone, profile }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  const opened = await phone.evaluate(() => {
    const results = ['javascript:alert(1)', 'file:///etc/passwd', 'http://example.com/'].map(
      (address) => window.open(address) === null,
    );
    return results;
  });
  expect(opened).toEqual([true, true, true]);
  expect(pagesOf(app)).toHaveLength(1);
  const location = await phone.evaluate(
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          (error) => resolve(error.code),
        ),
      ),
  );
  expect(location).toBe(1); // PERMISSION_DENIED
  await phone.evaluate(() => {
    window.location.href = 'https://example.com/';
  });
  // Playwright would wait for the navigation that does not come, so the window is asked.
  const address = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.isResizable())
        ?.webContents.getURL(),
    );
  await expect.poll(() => readFileSync(join(profile, 'logs/switchhook.log'), 'utf8')).toContain('navigation-refused');
  expect(await address()).toBe('https://switchhook.localhost/');
});

ownAppTest(
  'neither log nor settings hold a token, a cookie, a number or an attribute',
  async ({ simulator, app, phone, profile }) => {
    simulator.control.ring({
      phoneNumber: '+442079460177',
      attributes: { customerName: 'Secret Person', card: '4242 4242' },
    });
    await phone.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGTERM');
    await ended;
    const log = readFileSync(join(profile, 'logs/switchhook.log'), 'utf8');
    expect(log).toMatch(/ exit .*outcome=queued/);
    const { controlToken: _notOurs, ...secrets } = simulator.secrets;
    for (const secret of [...Object.values(secrets), '442079460177', 'Secret Person', '4242'])
      expect(log).not.toContain(secret);
  },
);
