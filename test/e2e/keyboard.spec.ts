import type { Page } from '@playwright/test';
import { test } from '../support/one-app-test.js';
import { expect } from '../support/phone-test.js';

const button = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true });

/** More stops than the window has ever had. */
const mostStops = 200;
const panel = 'the panel';

/** What Tab alone reaches, in its order, from the status once round; the panel, whose own stops are the customer's, is one. */
async function tabRound(phone: Page): Promise<readonly string[]> {
  const stops: string[] = [];
  for (let presses = 0; presses < mostStops; presses += 1) {
    await phone.keyboard.press('Tab');
    const stop = await phone.evaluate((panelName) => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return null;
      if (focused instanceof HTMLIFrameElement) return panelName;
      const label =
        focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement
          ? focused.labels?.[0]?.textContent
          : null;
      return (
        label ?? focused.getAttribute('aria-label') ?? (focused.querySelector('.only-read-out') ?? focused).textContent
      );
    }, panel);
    if (stop === null || stop === stops.at(-1)) continue;
    if (stops.length > 1 && stop === stops[0]) {
      const start = stops.findIndex((each) => each.startsWith('Status: '));
      return [...stops.slice(start), ...stops.slice(0, start)];
    }
    stops.push(stop);
  }
  throw new Error(`Tab does not come round: ${stops.join(', ')}`);
}

/** Every control that is shown and not the panel's, whether Tab reaches it or not; a card that waits for its contact is not. */
function countControls(phone: Page): Promise<number> {
  return phone.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('button:enabled, input:enabled, a[href], select, textarea')].filter(
        (each) => each.checkVisibility() && each.closest('[inert], [aria-hidden="true"]') === null,
      ).length,
  );
}

test('Tab alone reaches everything in the order of the screen, idle, ringing and connected', async ({
  simulator,
  phone,
}) => {
  const protection = 'Protected: you go Offline before the app ends';
  const ends = ['Account: Ada Agent', 'Connected to Amazon Connect', protection, 'Hide the panel', panel];
  const copies = ['Copy account', 'Copy tier'];
  const isRound = async (stops: readonly string[]): Promise<void> => {
    expect(await tabRound(phone)).toEqual(stops);
    expect(stops.filter((stop) => stop !== panel)).toHaveLength(await countControls(phone));
  };
  await expect(button(phone, 'Status: Available')).toBeVisible();
  await isRound(['Status: Available', ...ends, 'Country', 'Telephone number', 'Dial']);
  simulator.control.ring({ attributes: { account: 'DE-4471', tier: 'Platinum' } });
  await expect(button(phone, 'Answer')).toBeVisible();
  await isRound(['Status: Available', 'Next status', ...ends, 'Answer', 'Decline', ...copies]);
  await button(phone, 'Answer').click();
  await expect(button(phone, 'Hang up')).toBeVisible();
  await isRound([
    'Status: Available',
    'Next status',
    ...ends,
    'Mute',
    'Hold',
    'Keypad',
    'Transfer or add',
    'Hang up',
    ...copies,
  ]);
});

test('a ring neither takes what is being typed for an answer nor loses it', async ({ simulator, phone }) => {
  const field = phone.getByRole('textbox', { name: 'Telephone number' });
  await field.focus();
  await phone.keyboard.type('+44 20 7946');
  const call = simulator.control.ring();
  await expect(button(phone, 'Answer')).toBeVisible();
  // Whoever types on does not see the ring yet: these would press whatever had the focus. The digits go on.
  for (const key of ['0', '1', 'Space', 'Enter', 'Escape']) await phone.keyboard.press(key);
  await expect(phone.locator('button:focus')).toHaveCount(0);
  const answers = /^(AcceptContact|RejectContact|CreateOutboundContact)$/;
  expect(simulator.requests.filter(({ operation }) => answers.test(operation ?? ''))).toEqual([]);
  const typed = '+44 20 7946 01';
  await expect(field).toHaveValue(typed);
  await expect(button(phone, 'Answer')).toBeEnabled();
  simulator.control.abandon(call);
  await expect(button(phone, 'Clear contact')).toBeVisible();
  await button(phone, 'Clear contact').click();
  await expect(field).toHaveValue(typed);
});

test('a failure is announced at once', async ({ simulator, phone }) => {
  simulator.control.ring();
  await button(phone, 'Answer').click();
  simulator.control.setFault({ op: 'HoldConnection', kind: 'status', status: 500 });
  await button(phone, 'Hold').click();
  await expect(phone.getByRole('alert')).toContainText('The customer was not put on hold');
});

test('a button that disappears leaves the keyboard in its card', async ({ simulator, phone }) => {
  const call = simulator.control.ring({ attributes: { tier: 'Gold' } });
  await button(phone, 'Answer').focus();
  await phone.keyboard.press('Enter');
  await expect(button(phone, 'Hold')).toBeVisible();
  await expect(phone.locator('.contact-card')).toBeFocused();
  // An attribute that goes has nobody but the window to give the keyboard to.
  await phone.getByRole('button', { name: 'Copy tier', exact: true }).focus();
  simulator.control.setAttributes(call, { tier: '' });
  await expect(phone.getByRole('button', { name: 'Copy tier', exact: true })).toBeHidden();
  await expect(phone.locator('body')).not.toBeFocused();
});
