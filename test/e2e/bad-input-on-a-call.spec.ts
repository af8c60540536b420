import { readdirSync } from 'node:fs';
import type { Fixtures, Frame, Page } from '@playwright/test';
import type { Simulator } from '../../simulator/simulator.js';
import { type DesktopFixtures, test as desktopTest, noted, oneAppDesktopTest } from '../support/desktop-test.js';
import { expect, type PhoneFixtures } from '../support/phone-test.js';
import { nextPageOf } from '../support/toast-page.js';

/** A call that is connected in the simulator, and what proves that nothing has become of it. */
interface LiveCall {
  /** Throws unless panel, window and simulator still have the call, and the microphone still obeys. */
  expectAlive(): Promise<void>;
}

interface CallFixtures {
  readonly call: LiveCall;
}

type Given = Pick<PhoneFixtures & DesktopFixtures, 'simulator' | 'phone' | 'panel'>;

const fixtures: Fixtures<CallFixtures, object, Given> = {
  call: async ({ simulator, phone, panel }, use) => {
    const contactId = simulator.control.ring();
    await phone.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
    await panel.evaluate(() => Object.assign(window, { mark: 'the document that holds the call' }));
    await use({ expectAlive: () => expectAlive(simulator, phone, panel, contactId) });
  },
};

const test = oneAppDesktopTest.extend<CallFixtures>(fixtures);
const ownAppTest = desktopTest.extend<CallFixtures>(fixtures);

async function expectAlive(simulator: Simulator, phone: Page, panel: Frame, contactId: string): Promise<void> {
  expect(await panel.evaluate(() => (window as { mark?: string }).mark)).toBe('the document that holds the call');
  await phone.getByRole('button', { name: 'Mute', exact: true }).click();
  await phone.getByRole('button', { name: 'Unmute', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
  const contact = simulator.control.state().contacts.find((each) => each.contactId === contactId);
  expect(contact?.connections.map(({ state }) => state)).toEqual(['connected', 'connected']);
}

/** Leads a frame somewhere later, as the answer must leave before the page may. */
const lead = (frame: Frame, address: string) =>
  frame.evaluate((to) => {
    setTimeout(() => window.location.assign(to));
  }, address);

const frameOf = (panel: Frame, address: string) =>
  panel.evaluate((to) => {
    const frame = document.createElement('iframe');
    frame.src = to;
    document.body.append(frame);
  }, address);

test('the panel does not leave for another place, by a link or by script', async ({ call, panel, phone, serve }) => {
  let asked = 0;
  const elsewhere = await serve((_request, response) => {
    asked += 1;
    response.end('elsewhere');
  });
  const { host } = new URL(elsewhere);
  await lead(panel, `${elsewhere}/page`);
  await expect(
    phone.getByText(`The panel did not go to ${host}, as that would end a call; open it in your browser instead.`),
  ).toBeVisible();
  await lead(panel, 'http://plain.example/');
  await expect(phone.getByText('The panel did not go to plain.example, as that would', { exact: false })).toBeVisible();
  await panel.evaluate(() => {
    for (const address of ['javascript:document.write(1)', 'data:text/html,x', 'file:///etc/passwd']) {
      const link = document.createElement('a');
      link.href = address;
      link.target = '_top';
      document.body.append(link);
      link.click();
    }
  });
  await call.expectAlive();
  expect(asked).toBe(0);
});

test.describe('a session that has run out during a call', () => {
  test.use({ simulatorOptions: { identityProvider: {} } });

  test('does not take the panel to the identity provider', async ({ simulator, call, panel, phone }) => {
    const identity = new URL(simulator.identityUrl ?? '');
    simulator.control.expireSession();
    // The instance answers with a redirect to plain http at another host.
    await lead(panel, '/login');
    await expect(phone.getByText(`The panel did not go to ${identity.host}, as that`, { exact: false })).toBeVisible();
    await call.expectAlive();
  });
});

test('frames in the panel that are led round in circles or to plain http end by themselves', async ({
  call,
  panel,
  serve,
}) => {
  let rounds = 0;
  let ledToPlain = 0;
  const circle = await serve((request, response) => {
    if (request.url === '/plain') ledToPlain += 1;
    if (request.url === '/plain') return void response.writeHead(302, { location: 'http://plain.invalid/' }).end();
    rounds += 1;
    response.writeHead(302, { location: `/round/${rounds}` }).end();
  });
  await frameOf(panel, `${circle}/round/0`);
  await frameOf(panel, `${circle}/plain`);
  const failed = () => panel.childFrames().filter((frame) => frame.url().startsWith('chrome-error:')).length;
  await expect.poll(failed).toBeGreaterThan(0);
  await expect.poll(() => ledToPlain).toBe(1);
  expect(rounds).toBeGreaterThan(1);
  // Chromium's own limit.
  expect(rounds).toBeLessThanOrEqual(21);
  await call.expectAlive();
});

ownAppTest(
  'pop-ups that open pop-ups are bounded in depth and number, and tabs of the browser too',
  async ({ call, desktopApp, panel, phone }) => {
    const windows = () =>
      desktopApp.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((each) => each.isResizable()).length,
      );
    // A page of the instance that is not the panel.
    const opening = (frame: Pick<Frame, 'evaluate'>, count: number) =>
      frame.evaluate(
        (times) => Array.from({ length: times }, () => window.open('/ccp-v2/ccp.css') !== null).filter(Boolean).length,
        count,
      );
    const first = nextPageOf(desktopApp);
    expect(await opening(panel, 1)).toBe(1);
    const firstWindow = await first;
    const second = nextPageOf(desktopApp);
    expect(await opening(firstWindow, 1)).toBe(1);
    // The third in a row is one too deep.
    const deepest = await second;
    await deepest.waitForLoadState();
    expect(await opening(deepest, 1)).toBe(0);
    await expect(phone.getByText('No more windows were opened', { exact: false })).toBeVisible();
    expect(await opening(panel, 20)).toBe(2);
    await expect.poll(windows).toBe(5);

    await panel.evaluate(() => {
      for (let count = 0; count < 20; count += 1) window.open(`https://docs.example/${count}`);
    });
    expect((await noted(desktopApp)).inBrowser).toHaveLength(5);
    // Chromium hands a script on as a blank page.
    expect(await panel.evaluate(() => window.open('javascript:alert(1)') === null)).toBe(true);
    await expect(phone.getByText('about: was not opened, as only secure addresses (https) are.')).toBeVisible();
    expect(await panel.evaluate(() => window.open('http://plain.example/') === null)).toBe(true);
    await expect(phone.getByText('plain.example was not opened', { exact: false })).toBeVisible();
    await call.expectAlive();
  },
);

ownAppTest.describe('a file of 500 MB', () => {
  ownAppTest.use({ settingsFile: JSON.stringify({ maxDownloadMb: 5 }) });

  ownAppTest(
    'is not begun when it says so, and stopped at the limit when it does not',
    async ({ call, panel, phone, downloads }) => {
      await lead(panel, '/attachments/film.mp4?megabytes=500');
      await expect(
        phone.getByText('film.mp4 was not saved, as it is larger than 5 MB', { exact: false }),
      ).toBeVisible();
      await lead(panel, '/attachments/endless.mp4?megabytes=500&length=unsaid');
      await expect(phone.getByText('endless.mp4 was not saved, as it is larger', { exact: false })).toBeVisible();
      await expect.poll(() => readdirSync(downloads)).toEqual([]);
      await call.expectAlive();
    },
  );
});

test.describe('cookies that are taken away', () => {
  test.use({ simulatorOptions: { session: 'server' } });

  test('do not end the call', async ({ call, desktopApp, phone, simulator }) => {
    await desktopApp.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.isResizable())
        ?.webContents.session.clearStorageData({ storages: ['cookies'] }),
    );
    await call.expectAlive();
    await phone.getByRole('button', { name: 'Hold', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
    expect(simulator.control.state().contacts[0]?.onHold).toBe(true);
  });
});
