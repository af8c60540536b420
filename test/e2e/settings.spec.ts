import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../support/one-app-test.js';
import { expect, test as ownAppTest } from '../support/phone-test.js';

async function openSettings(phone: Page) {
  await phone.getByRole('button', { name: /^Account/ }).click();
  await phone.getByRole('menuitem', { name: 'Settings', exact: true }).click();
  return phone.getByRole('dialog', { name: 'Settings' });
}

const looksDark = (phone: Page) => phone.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);

ownAppTest.describe('a choice on the settings page', () => {
  ownAppTest.use({ settingsFile: '{"theme":"light"}' });

  ownAppTest('counts at once, is stored, and is what the page shows the next time', async ({ phone, profile }) => {
    expect(await looksDark(phone)).toBe(false);
    const dialog = await openSettings(phone);
    await dialog.getByLabel('Colours').selectOption('Dark');
    await expect.poll(() => looksDark(phone)).toBe(true);
    await expect
      .poll(() => JSON.parse(readFileSync(join(profile, 'settings.json'), 'utf8')) as unknown)
      .toMatchObject({ theme: 'dark' });
    await phone.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect((await openSettings(phone)).getByLabel('Colours')).toHaveValue('dark');
  });
});

test('the parts of the page are one stop of the keyboard, and the arrows choose among them', async ({ phone }) => {
  const dialog = await openSettings(phone);
  const [general, hotkeys] = [
    dialog.getByRole('tab', { name: 'General' }),
    dialog.getByRole('tab', { name: 'Hotkeys' }),
  ];
  await expect(general).toHaveAttribute('aria-selected', 'true');
  await general.focus();
  await phone.keyboard.press('End');
  await expect(hotkeys).toBeFocused();
  await expect(hotkeys).toHaveAttribute('aria-selected', 'true');
  await expect(dialog.getByRole('tabpanel', { name: 'Hotkeys' }).getByRole('listitem')).toHaveCount(9);
  await phone.keyboard.press('Home');
  await expect(general).toBeFocused();
});

test('a ring closes the page, so that nothing stands before the button that answers', async ({ phone, simulator }) => {
  const dialog = await openSettings(phone);
  simulator.control.ring();
  await expect(dialog).toBeHidden();
  await expect(phone.getByRole('button', { name: 'Answer', exact: true })).toBeVisible();
});
