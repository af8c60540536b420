import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { AgentEvent } from '../../simulator/agent-event.js';
import { awaitEvent, expect } from '../support/phone-test.js';
import { clickOnDisplay, dragOnDisplay, isToastShown, toastOf, toastWindow } from '../support/toast-page.js';
import {
  activeWindow,
  hasWindowManager,
  test as ownAppTest,
  oneAppDeskTest as test,
} from '../support/window-manager.js';

test.skip(
  !hasWindowManager,
  'openbox gives and takes the keyboard and xterm is who works there: a set-up of Linux without a display installs both',
);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inState = (contactId: string, state: string) => (event: AgentEvent) =>
  event.CurrentAgentSnapshot.Contacts.some((contact) => contact.ContactId === contactId && contact.State === state);

/** Resolves with the small window's page when somebody is signed in and works in another program. */
async function workElsewhere(app: ElectronApplication, phone: Page, other: { activate(): void }): Promise<Page> {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  const toast = await toastOf(app);
  other.activate();
  return toast;
}

test('a ring shows its card above a full-screen program, and neither the ring nor a click on it takes the keyboard', async ({
  app,
  phone,
  simulator,
  other,
}) => {
  const toast = await workElsewhere(app, phone, other);
  other.fillScreen();
  const call = simulator.control.ring({ attributes: { customerName: 'Renata Oyelaran' } });
  await expect(toast.getByRole('main', { name: 'Incoming call: Renata Oyelaran' })).toBeVisible();
  await expect.poll(() => isToastShown(app)).toBe(true);
  expect(activeWindow()).toBe(other.windowId());
  other.type('while it rings');
  await clickOnDisplay(app, button(toast, 'Answer'));
  await awaitEvent(simulator, inState(call, 'CONNECTED'));
  await expect(button(toast, 'Mute')).toBeVisible();
  other.type('in the call');
  await expect.poll(() => other.lines()).toEqual(['while it rings', 'in the call']);
});

test('a call is muted, held and ended in the mini window', async ({ app, phone, simulator, other }) => {
  const toast = await workElsewhere(app, phone, other);
  const call = simulator.control.ring();
  await clickOnDisplay(app, button(toast, 'Answer'));
  await awaitEvent(simulator, inState(call, 'CONNECTED'));
  await expect(toast.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
  await clickOnDisplay(app, button(toast, 'Mute'));
  await expect(button(toast, 'Unmute')).toBeVisible();
  await expect(phone.getByText('Muted', { exact: true })).toBeVisible();
  await clickOnDisplay(app, button(toast, 'Unmute'));
  await expect(button(toast, 'Mute')).toBeVisible();
  await clickOnDisplay(app, button(toast, 'Hold'));
  await awaitEvent(simulator, inState(call, 'CONNECTED_ONHOLD'));
  const since = simulator.events.length;
  await clickOnDisplay(app, button(toast, 'Resume'));
  await awaitEvent(simulator, inState(call, 'CONNECTED'), since);
  expect(await toastWindow(app)).toMatchObject({ visible: true, bounds: { width: 320, height: 64 } });
  await clickOnDisplay(app, button(toast, 'Hang up'));
  await awaitEvent(simulator, inState(call, 'ENDED'));
  await expect.poll(() => isToastShown(app)).toBe(false);
  await expect(toast.locator('body')).toBeEmpty();
});

test('a ring is declined on its card, and leaves nothing behind', async ({ app, phone, simulator, other }) => {
  const toast = await workElsewhere(app, phone, other);
  const call = simulator.control.ring();
  await clickOnDisplay(app, button(toast, 'Decline'));
  await awaitEvent(simulator, inState(call, 'REJECTED'));
  await expect.poll(() => isToastShown(app)).toBe(false);
});

test('rings that end at once, and many of them, leave no card behind', async ({ app, phone, simulator, other }) => {
  await workElsewhere(app, phone, other);
  for (let count = 0; count < 20; count += 1) simulator.control.remove(simulator.control.ring());
  const last = simulator.control.ring();
  await expect.poll(() => isToastShown(app)).toBe(true);
  simulator.control.remove(last);
  await expect.poll(() => isToastShown(app)).toBe(false);
  await expect(button(phone, 'Answer')).toBeHidden();
});

ownAppTest(
  'the card goes where it was dragged to, and the next one comes there',
  async ({ app, phone, simulator, other, profile }) => {
    const toast = await workElsewhere(app, phone, other);
    const first = simulator.control.ring();
    await expect.poll(() => isToastShown(app)).toBe(true);
    const before = (await toastWindow(app))?.bounds;
    await dragOnDisplay(app, toast.getByRole('heading'), -300, 240);
    await expect.poll(async () => (await toastWindow(app))?.bounds.y).toBe((before?.y ?? 0) + 240);
    const file = join(profile, 'settings.json');
    await expect.poll(() => (existsSync(file) ? readFileSync(file, 'utf8') : '')).toContain('toastPlace');
    simulator.control.remove(first);
    await expect.poll(() => isToastShown(app)).toBe(false);
    simulator.control.ring();
    await expect.poll(() => isToastShown(app)).toBe(true);
    expect((await toastWindow(app))?.bounds).toMatchObject({ x: (before?.x ?? 0) - 300, y: (before?.y ?? 0) + 240 });
  },
);

test('the phone comes to the front from the card, which is not needed then', async ({
  app,
  phone,
  simulator,
  other,
}) => {
  const toast = await workElsewhere(app, phone, other);
  simulator.control.ring();
  await clickOnDisplay(app, button(toast, 'Show the phone'));
  await expect.poll(() => isToastShown(app)).toBe(false);
  expect(activeWindow()).not.toBe(other.windowId());
  other.activate();
  await expect.poll(() => isToastShown(app)).toBe(true);
});

ownAppTest(
  'card and mini window are turned off on the settings page, each by itself',
  async ({ app, phone, simulator, other }) => {
    const toast = await workElsewhere(app, phone, other);
    await phone.getByRole('button', { name: /^Account/ }).click();
    await phone.getByRole('menuitem', { name: 'Settings', exact: true }).click();
    await phone.getByRole('tab', { name: 'Outside this window', exact: true }).click();
    await phone.getByRole('switch', { name: 'Card on top when it rings' }).click();
    await phone.getByRole('button', { name: 'Close', exact: true }).click();
    const call = simulator.control.ring();
    await button(phone, 'Answer').click();
    await awaitEvent(simulator, inState(call, 'CONNECTED'));
    await expect(button(toast, 'Mute')).toBeVisible();
    await expect(button(toast, 'Answer')).toBeHidden();
  },
);

ownAppTest.describe('a settings file somebody edited', () => {
  ownAppTest.use({
    settingsFile: JSON.stringify({
      toastPlace: { horizontal: 'left', fromSide: 19_000, vertical: 'bottom', fromEnd: 19_000 },
      toastAttributes: ['note', 'markup', 'missing'],
    }),
  });

  ownAppTest(
    'puts the card on the screen all the same; what callers bring is text and is cut',
    async ({ app, phone, simulator, other }) => {
      const toast = await workElsewhere(app, phone, other);
      const markup = '<img src=x onerror=alert(1)><b>bold</b>';
      simulator.control.ring({ attributes: { customerName: markup, markup, note: 'n'.repeat(10_000) } });
      await expect.poll(() => isToastShown(app)).toBe(true);
      expect((await toastWindow(app))?.bounds).toMatchObject({ x: 1280 - 360, y: 0 });
      await expect(toast.getByRole('heading', { name: markup, exact: true })).toBeVisible();
      await expect(toast.getByRole('definition').filter({ hasText: markup })).toBeVisible();
      expect((await toast.locator('dd').first().textContent())?.length).toBeLessThan(200);
      expect(await toast.locator('img, b').count()).toBe(0);
    },
  );
});

test('the page of the small window can do nothing but its own', async ({ app, phone, other }) => {
  const toast = await workElsewhere(app, phone, other);
  const reach = await toast.evaluate(() => ({
    bridges: ['switchhook', 'require', 'process'].filter((name) => name in window),
    toast: Object.keys((window as unknown as { toast: object }).toast).sort(),
    opener: window.opener,
    cookies: document.cookie,
    opened: window.open('https://example.com'),
  }));
  expect(reach).toEqual({
    bridges: [],
    toast: ['act', 'drag', 'listen', 'onShow', 'showPhone'],
    opener: null,
    cookies: '',
    opened: null,
  });
  expect(await phone.evaluate(() => 'toast' in window)).toBe(false);
  const refused = await toast.evaluate(async () => {
    const { toast: bridge } = window as unknown as { toast: Record<string, (input: unknown) => Promise<unknown>> };
    return [await bridge['act']?.({ kind: 'goOffline' }), await bridge['drag']?.('everywhere')];
  });
  expect(refused).toMatchObject([
    { ok: false, failure: { kind: 'badInput' } },
    { ok: false, failure: { kind: 'badInput' } },
  ]);
});
