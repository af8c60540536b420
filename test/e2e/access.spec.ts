import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { test } from '../support/one-app-test.js';
import { expect, test as ownAppTest } from '../support/phone-test.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong in our page; the panel's frame is the customer's. */
async function findViolations(page: Page): Promise<readonly string[]> {
  // Our policy lets no script text into the page; the debugger is not bound by it.
  const client = await page.context().newCDPSession(page);
  await client.send('Runtime.evaluate', { expression: axeSource });
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ exclude: [['iframe']] }, { iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a call from ring to after-contact work, ${colorScheme}`, async ({ simulator, phone }) => {
    await phone.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(phone.getByText('Ready for the next contact')).toBeVisible();
    expect(await findViolations(phone)).toEqual([]);
    simulator.control.ring();
    await expect(phone.getByRole('button', { name: 'Answer', exact: true })).toBeVisible();
    expect(await findViolations(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Answer', exact: true }).click();
    await phone.getByRole('button', { name: /^Status/ }).click();
    await expect(phone.getByRole('menu')).toBeVisible();
    expect(await findViolations(phone)).toEqual([]);
    await phone.getByRole('menuitemradio', { name: 'Lunch', exact: true }).click();
    await phone.getByRole('button', { name: 'Hold', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
    expect(await findViolations(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Hang up', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Clear contact', exact: true })).toBeVisible();
    expect(await findViolations(phone)).toEqual([]);
  });
}

test('a call is worked by keyboard alone', async ({ simulator, phone }) => {
  await expect(phone.getByText('Ready for the next contact')).toBeVisible();
  simulator.control.ring();
  const answer = phone.getByRole('button', { name: 'Answer', exact: true });
  await answer.focus();
  await phone.keyboard.press('Enter');
  await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
  await phone.getByRole('button', { name: /^Status/ }).focus();
  await phone.keyboard.press('Enter');
  await phone.keyboard.press('l');
  await expect(phone.getByRole('menuitemradio', { name: 'Lunch', exact: true })).toBeFocused();
  await phone.keyboard.press('Enter');
  await expect(phone.getByText('Next: Lunch', { exact: true })).toBeVisible();
  await expect(phone.getByRole('button', { name: /^Status/ })).toBeFocused();
});

test('a ring never takes the keyboard from what is being typed', async ({ simulator, phone }) => {
  const field = phone.getByRole('textbox', { name: 'Telephone number' });
  await field.focus();
  await phone.keyboard.type('+44 20');
  simulator.control.addReadOnlyContact({ channel: 'chat' });
  await expect(phone.getByRole('region', { name: /^Contact with/ })).toBeVisible();
  await expect(field).toBeFocused();
  await phone.keyboard.type('7');
  await expect(field).toHaveValue(/7$/);
});

test('ring, answer, hold and mute are announced', async ({ simulator, phone }) => {
  const announced = phone.locator('p.only-read-out');
  simulator.control.ring({ customer: 'Renata Oyelaran', attributes: { customerName: 'Renata Oyelaran' } });
  await expect(announced).toHaveText('Call from Renata Oyelaran');
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(announced).toHaveText('Connected with Renata Oyelaran');
  await phone.getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(announced).toHaveText('Your microphone is muted');
  await phone.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(announced).toHaveText('The customer is on hold');
});

ownAppTest('the panel folds away and stays loaded, and 320 px are enough', async ({ simulator, phone }) => {
  await expect(phone.getByText('Ready for the next contact')).toBeVisible();
  const pages = () => simulator.requests.filter((request) => request.operation === 'page').length;
  const before = pages();
  await phone.getByRole('button', { name: 'Hide the panel' }).click();
  await phone.getByRole('button', { name: 'Show the panel' }).click();
  await phone.setViewportSize({ width: 320, height: 600 });
  simulator.control.ring();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(pages()).toBe(before);
});

for (const [theme, ground] of [
  ['dark', 'rgb(20, 23, 28)'],
  ['light', 'rgb(244, 245, 247)'],
] as const) {
  ownAppTest.describe(`the theme ${theme}`, () => {
    ownAppTest.use({ settingsFile: JSON.stringify({ theme }) });
    ownAppTest('is used whatever the system has', async ({ phone }) => {
      await expect(phone.getByRole('button', { name: /^Status/ })).toBeVisible();
      await expect(phone.locator('body')).toHaveCSS('background-color', ground);
    });
  });
}
