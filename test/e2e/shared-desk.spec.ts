import type { ElectronApplication, Page } from '@playwright/test';
import type { Simulator } from '../../simulator/simulator.js';
import { awaitEvent, expect, test } from '../support/phone-test.js';
import { signInAs } from '../support/sign-in.js';

test.use({
  simulatorOptions: {
    session: 'cookie',
    agent: { name: 'Marked Person', username: 'ada', initialStatus: 'Available' },
    colleagues: [{ name: 'Grace Hopper', username: 'grace', initialStatus: 'Lunch' }],
  },
});

const panelOf = (phone: Page, { ccpUrl }: Simulator) =>
  phone.frames().find((frame) => frame.url().startsWith(ccpUrl)) ?? phone.mainFrame();

/** What the session keeps that pages can get at, in the panel and in our page. */
async function kept(app: ElectronApplication, phone: Page, simulator: Simulator): Promise<readonly unknown[]> {
  const cookies = await app.evaluate(async ({ BrowserWindow }) =>
    (
      await BrowserWindow.getAllWindows()
        .find((each) => each.isResizable())
        ?.webContents.session.cookies.get({})
    )?.map(({ name }) => name),
  );
  const inFrames = await Promise.all(
    [phone.mainFrame(), panelOf(phone, simulator)].map((frame) =>
      frame.evaluate(async () => [
        Object.keys(localStorage).filter((key) => key.startsWith('mark')),
        Object.keys(sessionStorage).filter((key) => key.startsWith('mark')),
        (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith('mark')),
        (await caches.keys()).filter((key) => key.startsWith('mark')),
      ]),
    ),
  );
  return [cookies, ...inFrames];
}

const nothing = [[], [], [], []];
const everything = [['mark'], ['mark'], ['mark'], ['mark']];

test('the next agent at the same computer sees nothing of the last one', async ({ simulator, app, phone }) => {
  await signInAs(app, phone, 'ada');
  await expect(phone.getByRole('button', { name: 'Account: Marked Person' })).toBeVisible({ timeout: 15_000 });
  expect(simulator.control.state()).toMatchObject({ username: 'ada', signedIn: true });
  simulator.control.ring({
    phoneNumber: '+442079460177',
    attributes: { customerName: 'Marked Customer', card: 'Marked 4242' },
  });
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await phone.getByRole('button', { name: 'Hang up', exact: true }).click();
  await phone.getByRole('button', { name: 'Clear contact', exact: true }).click();
  await phone.getByRole('textbox', { name: 'Telephone number' }).fill('+442079460178');
  for (const frame of [phone.mainFrame(), panelOf(phone, simulator)]) {
    await frame.evaluate(async () => {
      localStorage.setItem('mark', 'Marked Storage');
      sessionStorage.setItem('mark', 'Marked Storage');
      await caches.open('mark');
      await new Promise((resolve) => {
        indexedDB.open('mark').onsuccess = resolve;
      });
    });
  }
  expect(await kept(app, phone, simulator)).toEqual([['lily-session'], everything, everything]);

  await phone.getByRole('button', { name: 'Account: Marked Person' }).click();
  await phone.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(phone.getByRole('heading', { name: 'You are signed out', exact: true })).toBeVisible({
    timeout: 15_000,
  });
  await awaitEvent(simulator, (event) => event.EventType === 'LOGOUT');
  expect((await kept(app, phone, simulator)).slice(0, 2)).toEqual([[], nothing]);

  await signInAs(app, phone, 'grace');
  await expect(phone.getByRole('button', { name: 'Account: Grace Hopper' })).toBeVisible({ timeout: 15_000 });
  await expect(phone.getByRole('button', { name: 'Status: Lunch' })).toBeVisible();
  expect(simulator.control.state()).toMatchObject({ username: 'grace', signedIn: true });
  await expect(phone.getByRole('textbox', { name: 'Telephone number' })).toHaveValue('');
  expect(await kept(app, phone, simulator)).toEqual([['lily-session'], nothing, nothing]);
  for (const frame of phone.frames()) {
    const markup = await frame.evaluate(() => document.documentElement.outerHTML);
    expect(markup).not.toMatch(/Marked|20\s?7946\s?017/);
  }
  expect(await phone.title()).not.toContain('Marked');
  expect(JSON.stringify(await phone.evaluate(() => window.switchhook.readStart(undefined)))).not.toMatch(/Marked|ada/i);
});
