import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import { startSimulator } from '../../simulator/simulator.js';
import { type CompanyNetwork, instanceHost, knowAuthority, startCompanyNetwork } from '../support/company-network.js';
import { test as desktop, noted } from '../support/desktop-test.js';
import { awaitExit, expect, killed, test as phoneTest } from '../support/phone-test.js';
import { startTap, type Tap } from '../support/tap.js';
import { nextPageOf, pagesOf } from '../support/toast-page.js';
import { waits } from '../support/waits.js';

// A new user: an empty profile, no address from outside, and nothing to go by but what the screen says.

const button = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true });
const sentence = (phone: Page, name: string) => phone.getByRole('heading', { name, exact: true });
const field = (phone: Page, name: string) => phone.getByRole('textbox', { name });
const addressField = 'Address of the Contact Control Panel';

/** The panel tries again by itself in rounds of seconds. */
const available = (phone: Page) => expect(button(phone, 'Status: Available')).toBeVisible({ timeout: 20_000 });

/** Presses what starts the phone anew in a window of its own; resolves with that. */
async function openBy(app: ElectronApplication, phone: Page, name: string): Promise<Page> {
  const opened = nextPageOf(app);
  await button(phone, name).click();
  return opened;
}

/** Pastes an address on the first screen; resolves with the window that opens on it. */
async function begin(app: ElectronApplication, phone: Page, pasted: string): Promise<Page> {
  await expect(sentence(phone, 'Welcome to Switchhook')).toBeVisible();
  await field(phone, addressField).fill(pasted);
  return openBy(app, phone, 'Continue');
}

/** Presses "Try again" and resolves when the page has come anew, so that what it says next is new. */
async function tryAgain(phone: Page): Promise<void> {
  const loaded = phone.waitForEvent('domcontentloaded');
  await button(phone, 'Try again').click();
  await loaded;
}

/** Resolves when the panel next says that it is there, as it does every few seconds. */
const panelAnswers = (phone: Page): Promise<void> =>
  phone.evaluate(
    () =>
      new Promise((resolve) => {
        window.addEventListener('message', ({ data }) => {
          if (data.event === 'acknowledge') resolve();
        });
      }),
  );

const test = phoneTest.extend<{ readonly network: CompanyNetwork }>({
  ccpUrl: '',
  network: async ({ simulator }, use) => {
    const network = await startCompanyNetwork(Number(new URL(simulator.ccpUrl).port));
    await use(network);
    await network.stop();
  },
  extraArguments: async ({ network }, use) => use([network.proxySwitch]),
});

test.describe('a new user is led to Available', () => {
  test('when the instance does not know the origin', async ({ simulator, app, phone }) => {
    simulator.control.setApprovedOrigins(['https://other.example']);
    const user = await begin(app, phone, simulator.ccpUrl);
    await expect(sentence(user, 'Your Amazon Connect instance does not know this app yet')).toBeVisible();
    await expect(user.getByText(/add https:\/\/switchhook\.localhost to the approved origins/)).toBeVisible();
    await button(user, 'Copy origin').click();
    await expect(button(user, 'Copied')).toBeVisible();
    simulator.control.setApprovedOrigins([await app.evaluate(({ clipboard }) => clipboard.readText())]);
    await tryAgain(user);
    await available(user);
  });

  test('when nobody is signed in', async ({ simulator, app, phone }) => {
    simulator.control.setSession({ signedIn: false });
    const user = await begin(app, phone, simulator.ccpUrl);
    await expect(sentence(user, 'You are not signed in')).toBeVisible();
    await button(await openBy(app, user, 'Sign in'), 'Sign in').click();
    await available(user);
    await expect.poll(() => pagesOf(app).length).toBe(1);
  });

  test('when there is no network', waits, async ({ simulator, app, phone }) => {
    // Nobody can pull the cable here: the error is Chromium's for that, given in place of any http request.
    await app.evaluate(
      ({ session }, partition) => {
        const { protocol } = session.fromPartition(partition);
        const internetDisconnected = -106;
        protocol.interceptStringProtocol('http', (_request, answer) => answer({ error: internetDisconnected }));
      },
      `persist:instance-${new URL(simulator.ccpUrl).host.replace(':', '_')}`,
    );
    const user = await begin(app, phone, simulator.ccpUrl);
    await expect(sentence(user, 'This computer has no network')).toBeVisible();
    await expect(user.getByText('The phone connects by itself when the network is back.')).toBeVisible();
    await app.evaluate(
      ({ session }, partition) => {
        session.fromPartition(partition).protocol.uninterceptProtocol('http');
      },
      `persist:instance-${new URL(simulator.ccpUrl).host.replace(':', '_')}`,
    );
    await available(user);
  });

  test('when a proxy refuses the instance, and then reads along', async ({ app, phone, network }) => {
    await knowAuthority(app, network.knownCertificates);
    network.setWay('refused');
    const user = await begin(app, phone, `https://${instanceHost}/home`);
    const said = sentence(user, 'A proxy or security program stands between you and Amazon Connect');
    await expect(said).toBeVisible();
    network.setWay('inspected');
    await tryAgain(user);
    await expect(said).toBeVisible();
    network.setWay('open');
    await tryAgain(user);
    await available(user);
  });

  test('when the clock is wrong', async ({ app, phone, network }) => {
    await knowAuthority(app, network.knownCertificates);
    network.setWay('early');
    const user = await begin(app, phone, instanceHost);
    await expect(sentence(user, 'The clock of this computer is wrong')).toBeVisible();
    // Setting the clock is not a test's to do: instead the certificate becomes one that fits it.
    network.setWay('open');
    await tryAgain(user);
    await available(user);
  });

  test('when the security profile gives no panel, or one that may ask for nothing', async ({
    simulator,
    app,
    phone,
  }) => {
    const said = (user: Page) => expect(sentence(user, 'Amazon Connect refuses access')).toBeVisible();
    const refuse = (op: string) => simulator.control.setFault({ op, kind: 'status', status: 403 });
    refuse('*');
    const user = await begin(app, phone, simulator.ccpUrl);
    await said(user);
    // The panel answers all the same, which says nothing of what Connect refuses.
    await panelAnswers(user);
    await said(user);
    refuse('page');
    await tryAgain(user);
    await said(user);
    simulator.control.clearFaults();
    await tryAgain(user);
    await available(user);
  });
});

desktop.describe('what is entered on the first screen', () => {
  desktop.use({ ccpUrl: '', simulatorOptions: { signedIn: false } });

  desktop(
    'is used at the next start: address, region and sign-in',
    async ({ app, phone, simulator, profile, serve }) => {
      const asked: (string | undefined)[] = [];
      const portal = await serve((request, response) => {
        asked.push(request.url);
        response.writeHead(302, { location: new URL('/login', simulator.ccpUrl).href }).end();
      });
      await field(phone, addressField).fill('nonsense');
      await button(phone, 'Continue').click();
      await expect(phone.getByText(/Enter an address that begins with https/)).toBeVisible();
      await phone.getByText('More', { exact: true }).click();
      await field(phone, 'AWS region (optional)').fill('eu-west-2');
      await field(phone, 'Sign-in address of your company (optional)').fill(`${portal}/start`);
      const first = await begin(app, phone, simulator.ccpUrl);
      await expect(sentence(first, 'You are not signed in')).toBeVisible();
      const ended = awaitExit(app);
      app.process().kill('SIGTERM');
      expect(await ended).toBe(0);

      const again = await launchApp({ ccpUrl: '', userDataDir: profile });
      try {
        const user = await again.firstWindow();
        await expect(sentence(user, 'You are not signed in')).toBeVisible();
        await button(user, 'Change address').click();
        await expect(field(user, 'AWS region (optional)')).toHaveValue('eu-west-2');
        await button(user, 'Cancel').click();
        expect(asked).toEqual([]);
        await button(await openBy(again, user, 'Sign in'), 'Sign in').click();
        await available(user);
        expect(asked).toEqual(['/start']);
      } finally {
        await killed(again.process());
      }
    },
  );
});

async function choose(phone: Page, opener: string, role: 'menuitem' | 'menuitemradio', name: string): Promise<void> {
  await button(phone, opener).click();
  await phone.getByRole(role, { name, exact: true }).click();
}

phoneTest.describe('another instance', () => {
  phoneTest.use({ ccpUrl: '', simulatorOptions: { session: 'cookie', agent: { initialStatus: 'Offline' } } });

  phoneTest('is changed to and back without a restart, when Offline', async ({ simulator, app, phone }) => {
    const other = await startSimulator({
      assetsDir: join(import.meta.dirname, '../../dist/simulator/page'),
      session: 'cookie',
    });
    const [here, there] = await Promise.all(
      [simulator, other].map(({ ccpUrl }) => startTap(Number(new URL(ccpUrl).port))),
    );
    const addressOf = (tap: Tap | undefined): string => `http://127.0.0.1:${tap?.port}/ccp-v2/`;
    try {
      const first = await begin(app, phone, addressOf(here));
      await button(await openBy(app, first, 'Sign in'), 'Sign in').click();
      await expect(button(first, 'Status: Offline')).toBeVisible({ timeout: 20_000 });
      await choose(first, 'Account: Ada Agent', 'menuitem', 'Change address');
      await field(first, addressField).fill(addressOf(there));
      simulator.control.changeStatus('Available');
      await expect(button(first, 'Status: Available')).toBeVisible();
      await button(first, 'Continue').click();
      await expect(first.getByText('Choose Offline first, then change the address.')).toBeVisible();
      expect(there?.cookies()).toBe('');
      await choose(first, 'Status: Available', 'menuitemradio', 'Offline');
      await expect(button(first, 'Status: Offline')).toBeVisible();
      const second = await openBy(app, first, 'Continue');
      await expect(sentence(second, 'You are not signed in')).toBeVisible();
      await button(await openBy(app, second, 'Sign in'), 'Sign in').click();
      await expect(button(second, 'Status: Offline')).toBeVisible({ timeout: 20_000 });

      await choose(second, 'Account: Ada Agent', 'menuitem', 'Change address');
      await field(second, addressField).fill(addressOf(here));
      const back = await openBy(app, second, 'Continue');
      await expect(button(back, 'Status: Offline')).toBeVisible({ timeout: 20_000 });
      const [mine, theirs] = [simulator, other].map(({ secrets }) => secrets.sessionCookie);
      expect(here?.cookies()).toContain(mine);
      expect(here?.cookies()).not.toContain(theirs);
      expect(there?.cookies()).toContain(theirs);
      expect(there?.cookies()).not.toContain(mine);
    } finally {
      await Promise.all([here?.stop(), there?.stop(), other.stop()]);
    }
  });
});

desktop.describe('the simulator of a checkout', () => {
  desktop.use({ ccpUrl: '' });

  desktop('is tried from the first screen, and nothing of it stays', async ({ desktopApp: app, phone, profile }) => {
    const trial = await openBy(app, phone, 'Try it with the simulator');
    await expect(trial.getByText(/This is the simulator, not Amazon Connect/)).toBeVisible();
    await choose(trial, 'Status: Offline', 'menuitemradio', 'Available');
    await expect(button(trial, 'Status: Available')).toBeVisible();
    const [panel] = (await noted(app)).inBrowser;
    expect(panel).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]+\/$/);
    await fetch(`${panel}contacts`, { method: 'POST', body: '{}' });
    await button(trial, 'Decline').click();
    await button(trial, 'Clear contact').click();
    await expect(button(trial, 'Clear contact')).toBeHidden();
    const ended = awaitExit(app);
    // A Ctrl+C in the terminal reaches every process of the app.
    process.kill(-(app.process().pid ?? Number.NaN), 'SIGINT');
    // Offline was confirmed, so the simulator has outlived the way out, and no longer.
    expect(await ended).toBe(0);
    await expect.poll(() => isAnswered(panel)).toBe(false);

    const again = await launchApp({ ccpUrl: '', userDataDir: profile });
    try {
      await expect(sentence(await again.firstWindow(), 'Welcome to Switchhook')).toBeVisible();
    } finally {
      await killed(again.process());
    }
  });

  desktop('ends with an app that is killed', async ({ desktopApp: app, phone }) => {
    const trial = await openBy(app, phone, 'Try it with the simulator');
    await button(trial, 'Copy address').click();
    await expect(button(trial, 'Copied')).toBeVisible();
    const panel = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect((await noted(app)).inBrowser).toEqual([panel]);
    expect(await isAnswered(panel)).toBe(true);
    await killed(app.process());
    await expect.poll(() => isAnswered(panel)).toBe(false);
  });
});

const isAnswered = (address: string | undefined): Promise<boolean> =>
  fetch(address ?? '').then(
    ({ ok }) => ok,
    () => false,
  );
