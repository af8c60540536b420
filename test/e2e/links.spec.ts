import type { ElectronApplication, Page } from '@playwright/test';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import type { Simulator } from '../../simulator/simulator.js';
import { expect, killed, test } from '../support/phone-test.js';
import { startBeside } from '../support/second-start.js';
import { signInAs } from '../support/sign-in.js';

const button = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true });
const working = (phone: Page) => expect(button(phone, 'Status: Available')).toBeVisible();
const asked = (phone: Page, number: string) => phone.getByRole('alertdialog', { name: `Call ${number}?` });
const calls = (simulator: Simulator) =>
  simulator.requests.filter(({ operation }) => operation === 'CreateOutboundContact').length;
const called = (simulator: Simulator) =>
  simulator.waitForRequest(({ operation }) => operation === 'CreateOutboundContact', { timeoutMs: 5_000 });

/** As macOS tells of a link; the other systems start the app once more. */
const open = (app: ElectronApplication, links: readonly string[]) =>
  app.evaluate(({ app: electron }, given) => {
    for (const link of given) electron.emit('open-url', { preventDefault: () => undefined }, link);
  }, links);

test.describe('a link that starts the app', () => {
  test.use({ simulatorOptions: { signedIn: false } });
  test('waits until somebody has signed in, and is then asked for', async ({ simulator, profile }) => {
    const app = await launchApp({
      ccpUrl: simulator.ccpUrl,
      userDataDir: profile,
      extra: ['--', 'tel:+1-202-555-0142'],
    });
    try {
      const phone = await app.firstWindow();
      await expect(phone.getByText('You are not signed in')).toBeVisible();
      await expect(asked(phone, '+1 202 555 0142')).toBeHidden();
      expect(await startBeside(profile, ['--', 'tel:+12025550143'])).toMatchObject({ code: 0 });
      await signInAs(app, phone, 'ada');
      await expect(asked(phone, '+1 202 555 0142')).toBeVisible();
      expect(calls(simulator)).toBe(0);
      await button(phone, 'Call').click();
      const { body } = await called(simulator);
      expect(JSON.stringify(body)).toContain('+12025550142');
    } finally {
      await killed(app.process());
    }
  });
});

test('a link to a phone that works is asked for, and let go by Escape', async ({ simulator, phone, profile, app }) => {
  await working(phone);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.minimize(),
  );
  await startBeside(profile, ['--', 'callto:+44%2020%207946%200123']);
  await expect(asked(phone, '+44 20 7946 0123')).toBeVisible();
  expect(
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.isResizable())
        ?.isMinimized(),
    ),
  ).toBe(false);
  await phone.keyboard.press('Escape');
  await expect(phone.getByRole('alertdialog')).toBeHidden();
  await open(app, ['sip:+12025550142@voice.example']);
  await expect(asked(phone, '+1 202 555 0142')).toBeVisible();
  await button(phone, 'Cancel').click();
  await expect(phone.getByRole('alertdialog')).toBeHidden();
  expect(calls(simulator)).toBe(0);
});

test.describe('without a question', () => {
  test.use({ settingsFile: '{"confirmLinks":false}' });
  test('a link calls at once, and a status is set at once', async ({ simulator, phone, profile, app: _runs }) => {
    await working(phone);
    expect(await startBeside(profile, ['switchhook:status?name=lunch'])).toMatchObject({ code: 0 });
    await expect(button(phone, 'Status: Lunch')).toBeVisible();
    await startBeside(profile, ['--', 'switchhook:dial?number=+12025550142']);
    await called(simulator);
    await expect(button(phone, 'Hang up')).toBeVisible();
  });
});

test('a status by a link is asked for', async ({ phone, app }) => {
  await working(phone);
  await open(app, ['switchhook://status/?name=LUNCH']);
  await expect(phone.getByRole('alertdialog', { name: 'Set your status to Lunch?' })).toBeVisible();
  await button(phone, 'Set').click();
  await expect(button(phone, 'Status: Lunch')).toBeVisible();
});

test('a status by a link stands beside a contact and not before it', async ({ simulator, phone, app }) => {
  await working(phone);
  simulator.control.ring();
  await button(phone, 'Answer').click();
  await expect(button(phone, 'Hang up')).toBeVisible();
  await open(app, ['switchhook:next?name=lunch']);
  await expect(phone.locator('.notice').getByText(/^Set Lunch as next status\?/)).toBeVisible();
  await expect(phone.getByRole('alertdialog')).toHaveCount(0);
  await button(phone, 'Set').click();
  await expect(phone.getByRole('button', { name: 'Next: Lunch' })).toBeVisible();
  await expect(phone.locator('.notice')).toHaveCount(0);
});

test('a number that cannot be called is said with its reason, and can be mended', async ({ simulator, phone, app }) => {
  await working(phone);
  await open(app, ['tel:112']);
  const dialog = phone.getByRole('alertdialog', { name: '112 cannot be called' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(phone.getByRole('textbox', { name: 'Telephone number' })).toHaveValue('112');
  expect(calls(simulator)).toBe(0);
});

test('a thousand links at once are one question and one sentence', async ({ simulator, phone, app }) => {
  await working(phone);
  await open(
    app,
    Array.from({ length: 1_000 }, (_none, place) => `tel:+1202555${String(place).padStart(4, '0')}`),
  );
  await expect(asked(phone, '+1 202 555 0000')).toBeVisible();
  await expect(phone.getByRole('alertdialog')).toHaveCount(1);
  await expect(phone.locator('.notice')).toHaveCount(1);
  await expect(phone.locator('.notice')).toContainText('only the first counts, the rest was dropped');
  await button(phone, 'Cancel').click();
  await expect(phone.getByRole('alertdialog')).toBeHidden();
  expect(calls(simulator)).toBe(0);
});

test('a link during a call is one sentence, and the call is untouched', async ({ simulator, phone, app }) => {
  await working(phone);
  simulator.control.ring();
  await button(phone, 'Answer').click();
  await expect(button(phone, 'Hang up')).toBeVisible();
  const before = simulator.events.length;
  await open(app, ['tel:+12025550142', 'switchhook:quit']);
  await expect(phone.getByText('Nobody was called, as you are on a call; end it and try again.')).toBeVisible();
  await expect(
    phone.getByText('A link was not followed, as it asked for something that no link may do.'),
  ).toBeVisible();
  await expect(phone.getByRole('alertdialog')).toHaveCount(0);
  await expect(button(phone, 'Mute')).toBeVisible();
  expect([calls(simulator), simulator.events.length]).toEqual([0, before]);
});

test('a ring takes the place of a question', async ({ simulator, phone, app }) => {
  await working(phone);
  await open(app, ['tel:+12025550142']);
  await expect(asked(phone, '+1 202 555 0142')).toBeVisible();
  simulator.control.ring();
  await expect(phone.getByRole('alertdialog')).toHaveCount(0);
  await button(phone, 'Answer').click();
  await expect(button(phone, 'Hang up')).toBeVisible();
});

test('links that are none do nothing but say so', async ({ simulator, phone, app, profile }) => {
  await working(phone);
  const before = simulator.events.length;
  const bad = ['javascript:alert(1)', 'tel:$(reboot)', `tel:${'1'.repeat(300)}`, 'tel:1" --quit "', 'tel:12\u202e34'];
  await open(app, bad.slice(0, 3));
  const sentence = phone.getByText(
    'A link was not followed, as there is no telephone number in it that can be called.',
  );
  await expect(sentence).toHaveCount(1);
  for (const link of bad.slice(3)) expect(await startBeside(profile, [link])).toMatchObject({ code: 0 });
  // What stands behind a link may be its own text.
  expect(await startBeside(profile, ['--', 'tel:alice', '--quit'])).toMatchObject({ code: 0 });
  await expect(phone.getByRole('alertdialog')).toHaveCount(0);
  await working(phone);
  expect([calls(simulator), simulator.events.length]).toEqual([0, before]);
});
