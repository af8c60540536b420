import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { findElectron } from '../../scripts/setup/find-electron.mjs';
import type { AgentEvent } from '../../simulator/agent-event.js';
import { hasKeyboard, holdKeys, pressKeys } from '../support/keyboard.js';
import { awaitEvent, expect, test } from '../support/phone-test.js';
import { waits } from '../support/waits.js';

test.skip(!hasKeyboard, 'Keys of the whole display are pressed with xdotool, which Linux has');

/** A second press within a second would be taken for a held key that repeats. */
const pressPauseMs = 1_100;

const button = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true });
const inState = (contactId: string, state: string) => (event: AgentEvent) =>
  event.CurrentAgentSnapshot.Contacts.some((contact) => contact.ContactId === contactId && contact.State === state);

/** Resolves when the app has taken its keys, which it does once somebody is signed in. */
async function keysTaken(app: ElectronApplication, phone: Page, key = 'Ctrl+Shift+F12'): Promise<void> {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  await expect.poll(() => app.evaluate(({ globalShortcut }, it) => globalShortcut.isRegistered(it), key)).toBe(true);
}

async function openHotkeys(phone: Page) {
  await phone.getByRole('button', { name: /^Account/ }).click();
  await phone.getByRole('menuitem', { name: 'Settings', exact: true }).click();
  await phone.getByRole('tab', { name: 'Hotkeys', exact: true }).click();
  const dialog = phone.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByRole('listitem')).toHaveCount(9);
  return dialog;
}

/** Another program of the same display that holds a key; ends with the test. */
const withHolder = test.extend<{ holder: undefined }>({
  holder: [
    async ({ display: _drawnOn }, use) => {
      const electron = findElectron();
      if (!electron.ok) throw new Error(electron.message);
      const folder = mkdtempSync(join(tmpdir(), 'key-holder-'));
      const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const holder = join(import.meta.dirname, '..', 'support', 'key-holder');
      const child = spawn(electron.path, [...root, holder, 'Ctrl+Shift+F8', `--user-data-dir=${folder}`]);
      const [said] = await once(child.stdout, 'data');
      expect(String(said)).toBe('holds\n');
      await use(undefined);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
    { auto: true },
  ],
});

test('a call is taken, muted, held, ended and cleared by keys while the window is hidden', async ({
  simulator,
  app,
  phone,
}) => {
  await keysTaken(app, phone);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.hide(),
  );
  const call = simulator.control.ring();
  await expect(phone.getByRole('button', { name: 'Answer', exact: true, includeHidden: true })).toBeAttached();
  pressKeys('ctrl+shift+F5');
  await awaitEvent(simulator, inState(call, 'CONNECTED'));
  await expect(phone.getByRole('button', { name: 'Mute', exact: true, includeHidden: true })).toBeAttached();
  pressKeys('ctrl+shift+F8');
  await expect(phone.getByRole('button', { name: 'Unmute', exact: true, includeHidden: true })).toBeAttached();
  pressKeys('ctrl+shift+F9');
  await awaitEvent(simulator, inState(call, 'CONNECTED_ONHOLD'));
  await expect(phone.getByRole('button', { name: 'Resume', exact: true, includeHidden: true })).toBeAttached();
  pressKeys('ctrl+shift+F7');
  await awaitEvent(simulator, inState(call, 'ENDED'));
  await expect(phone.getByRole('button', { name: 'Clear contact', exact: true, includeHidden: true })).toBeAttached();
  pressKeys('ctrl+shift+F11');
  await awaitEvent(simulator, (event) => event.CurrentAgentSnapshot.Contacts.length === 0);
});

test('a ring is declined by a key', async ({ simulator, app, phone }) => {
  await keysTaken(app, phone);
  const call = simulator.control.ring();
  await expect(button(phone, 'Decline')).toBeVisible();
  pressKeys('ctrl+shift+F6');
  await awaitEvent(simulator, inState(call, 'REJECTED'));
});

for (const repeat of [
  { delayMs: 660, perSecond: 40 },
  { delayMs: 250, perSecond: 30 },
]) {
  test(
    `a key held 3 s mutes once, repeating after ${repeat.delayMs} ms and ${repeat.perSecond} times a second`,
    waits,
    async ({ simulator, app, phone }) => {
      await keysTaken(app, phone);
      simulator.control.ring();
      await button(phone, 'Answer').click();
      await expect(button(phone, 'Mute')).toBeVisible();
      let toggles = 0;
      await phone.exposeFunction('noteToggle', () => {
        toggles += 1;
      });
      await phone.evaluate(() => {
        connect.core.getEventBus().subscribe(connect.AgentEvents.MUTE_TOGGLE, () => {
          (window as unknown as { noteToggle(): void }).noteToggle();
        });
      });
      await holdKeys('ctrl+shift+F8', repeat, async () => {
        await expect(button(phone, 'Unmute')).toBeVisible();
        // It is the time the key is held that is tested.
        await phone.waitForTimeout(3_000);
      });
      await expect(button(phone, 'Unmute')).toBeVisible();
      expect(toggles).toBe(1);
      await phone.waitForTimeout(pressPauseMs);
      pressKeys('ctrl+shift+F8');
      await expect(button(phone, 'Mute')).toBeVisible();
    },
  );
}

test('a key opens the menu of statuses in front, and one brings the window back', async ({ app, phone, simulator }) => {
  await keysTaken(app, phone);
  const isVisible = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.isResizable())
        ?.isVisible(),
    );
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.hide(),
  );
  pressKeys('ctrl+shift+F10');
  await expect.poll(isVisible).toBe(true);
  await phone.getByRole('menuitemradio', { name: 'Lunch', exact: true }).click();
  await awaitEvent(simulator, (event) => event.CurrentAgentSnapshot.AgentStatus.Name === 'Lunch');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.hide(),
  );
  pressKeys('ctrl+shift+F12');
  await expect.poll(isVisible).toBe(true);
});

test('another key is set by pressing it, works at once and is stored', async ({ app, phone, simulator, profile }) => {
  await keysTaken(app, phone);
  const dialog = await openHotkeys(phone);
  await dialog.getByRole('button', { name: /^Change the key: Answer/ }).click();
  await expect(dialog.getByRole('status')).toHaveText('Press the keys. Escape cancels.');
  await phone.keyboard.press('a');
  await expect(dialog.getByRole('status')).toHaveText(/^Press it together with Ctrl or Alt/);
  // One of the app's own keys reaches the page meanwhile.
  pressKeys('ctrl+shift+F8');
  await expect(dialog.getByText('This key is set twice. Choose another one.')).toBeVisible();
  await dialog.getByRole('button', { name: /^Change the key: Answer/ }).click();
  await expect(dialog.getByRole('status')).toHaveText('Press the keys. Escape cancels.');
  await phone.keyboard.press('Control+Alt+k');
  await expect(dialog.getByText('This key is set twice.')).toBeHidden();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  const call = simulator.control.ring();
  await expect(button(phone, 'Answer')).toBeVisible();
  pressKeys('ctrl+alt+k');
  await awaitEvent(simulator, inState(call, 'CONNECTED'));
  const { readFileSync } = await import('node:fs');
  await expect.poll(() => readFileSync(join(profile, 'settings.json'), 'utf8')).toContain('"Ctrl+Alt+K"');
});

test('keys that the system dropped in its sleep work again afterwards', async ({ app, phone }) => {
  await keysTaken(app, phone);
  const window = await app.browserWindow(phone);
  await window.evaluate((it) => it.hide());
  await app.evaluate(({ globalShortcut, powerMonitor }) => {
    globalShortcut.unregisterAll();
    powerMonitor.emit('resume');
  });
  pressKeys('ctrl+shift+F12');
  await expect.poll(() => window.evaluate((it) => it.isVisible())).toBe(true);
});

test('what was copied is put where it is dialled', async ({ app, phone }) => {
  await keysTaken(app, phone);
  const dialog = await openHotkeys(phone);
  await dialog.getByRole('button', { name: /^Change the key: Dial what was copied/ }).click();
  await phone.keyboard.press('Control+Alt+d');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await app.evaluate(({ clipboard }) => clipboard.writeText('  +44 20 7946 0123\n'));
  pressKeys('ctrl+alt+d');
  await expect(phone.getByRole('textbox', { name: 'Telephone number' })).toHaveValue(/^\+44 20 7946 0123$/);
});

test.describe('a settings file somebody edited', () => {
  test.use({ settingsFile: '{"hotkeyMute":"Foo+A","hotkeyHold":"A","hotkeyAnswer":"alt+f4"}' });
  test('takes no letter from the system, says which lines are wrong and keeps the defaults', async ({ app, phone }) => {
    await keysTaken(app, phone);
    const taken = await app.evaluate(({ globalShortcut }) =>
      ['A', 'Alt+F4', 'Ctrl+Shift+F8', 'Ctrl+Shift+F9'].map((key) => globalShortcut.isRegistered(key)),
    );
    expect(taken).toEqual([false, false, true, true]);
    for (const name of ['hotkeyMute', 'hotkeyHold', 'hotkeyAnswer']) {
      await expect(phone.locator('.notices').getByText(name)).toBeVisible();
    }
  });
});

withHolder('a key that another program has is told, and another one can be chosen', async ({ app, phone }) => {
  await keysTaken(app, phone);
  await phone.getByRole('button', { name: 'Choose others', exact: true }).click();
  const dialog = phone.getByRole('dialog', { name: 'Settings' });
  const trouble = dialog.getByText('Another program has this key. Choose another one.');
  await expect(trouble).toHaveCount(1);
  await dialog.getByRole('button', { name: /^Change the key: Mute/ }).click();
  await phone.keyboard.press('Control+Alt+m');
  await expect(trouble).toHaveCount(0);
  await expect.poll(() => app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Ctrl+Alt+M'))).toBe(true);
});
