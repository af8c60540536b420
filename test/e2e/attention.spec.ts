import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { AgentEvent } from '../../simulator/agent-event.js';
import { type BusEar, hasNotificationDaemon, test } from '../support/notification-daemon.js';
import { awaitEvent, expect } from '../support/phone-test.js';
import { isToastShown, toastOf } from '../support/toast-page.js';

test.skip(!hasNotificationDaemon, 'dunst shows notifications: a set-up of Linux without a display installs it');

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inState = (contactId: string, state: string) => (event: AgentEvent) =>
  event.CurrentAgentSnapshot.Contacts.some((contact) => contact.ContactId === contactId && contact.State === state);
/** Titles and bodies of the notifications that were asked for. */
const shown = (ear: BusEar) => ear.heard('Notify').map(({ data }) => [data[3], data[4]]);

/** Resolves when somebody is signed in, all is loaded, and the window is not in front. */
async function lookAway(app: ElectronApplication, phone: Page): Promise<Page> {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  const toast = await toastOf(app);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.hide(),
  );
  return toast;
}

test.describe('without the card', () => {
  test.use({ settingsFile: '{"toastOnRing":false}' });

  test('a ring is a notification with Answer and Decline, which goes with the ring', async ({
    daemon,
    ear,
    app,
    phone,
    simulator,
  }) => {
    await lookAway(app, phone);
    const call = simulator.control.ring({ attributes: { customerName: '<b>Renata</b> & Söhne' } });
    await expect.poll(() => ear.heard('Notify')).toHaveLength(1);
    const [{ data } = { data: [] }] = ear.heard('Notify');
    expect(data[0]).toBe('Switchhook');
    expect(data[3]).toBe('Incoming call');
    expect(data[4]).toMatch(/^&lt;b&gt;Renata&lt;\/b&gt; &amp; Söhne/);
    expect(data[5]).toEqual(['default', 'Show the phone', 'accept', 'Answer', 'reject', 'Decline']);
    expect(data[6]).toMatchObject({ urgency: { data: 2 } });
    expect(data[7]).toBe(0);
    await daemon.pressButton('Answer');
    await awaitEvent(simulator, inState(call, 'CONNECTED'));
    await expect.poll(() => ear.heard('NotificationClosed')).not.toEqual([]);
    simulator.control.remove(call);
    const second = simulator.control.ring();
    await expect.poll(() => ear.heard('Notify')).toHaveLength(2);
    await daemon.pressButton('Decline');
    await awaitEvent(simulator, inState(second, 'REJECTED'));
  });

  test('a press on the notification itself shows the phone', async ({ daemon, ear, app, phone, simulator }) => {
    await lookAway(app, phone);
    simulator.control.ring();
    await expect.poll(() => ear.heard('Notify')).toHaveLength(1);
    await daemon.press();
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()
            .find((each) => each.isResizable())
            ?.isVisible(),
        ),
      )
      .toBe(true);
    await button(phone, 'Answer').click();
    await expect(button(phone, 'Hang up')).toBeVisible();
  });

  test('no daemon at all changes nothing for a call', async ({ ear, app, phone, simulator }) => {
    await lookAway(app, phone);
    const call = simulator.control.ring();
    await expect.poll(() => ear.heard('Notify')).toHaveLength(1);
    await button(phone, 'Answer').dispatchEvent('click');
    await awaitEvent(simulator, inState(call, 'CONNECTED'));
    await expect(button(phone, 'Mute')).toBeAttached();
  });

  test('a daemon that stands still does not stop the app for a moment', async ({
    daemon,
    ear,
    app,
    phone,
    simulator,
  }) => {
    await lookAway(app, phone);
    daemon.freeze(true);
    await app.evaluate(() => {
      const seen = globalThis as unknown as { longestMs: number };
      let last = performance.now();
      seen.longestMs = 0;
      setInterval(() => {
        seen.longestMs = Math.max(seen.longestMs, performance.now() - last);
        last = performance.now();
      }, 10);
    });
    const call = simulator.control.ring();
    await expect.poll(() => ear.heard('GetCapabilities').length + ear.heard('Notify').length).toBeGreaterThan(0);
    await button(phone, 'Answer').dispatchEvent('click');
    await awaitEvent(simulator, inState(call, 'CONNECTED'));
    const longestMs = await app.evaluate(() => (globalThis as unknown as { longestMs: number }).longestMs);
    expect(longestMs).toBeLessThan(2_000);
  });
});

test('with its card a ring is no notification; a missed one is, until the agent looks', async ({
  daemon: _there,
  ear,
  app,
  phone,
  simulator,
}) => {
  await lookAway(app, phone);
  const call = simulator.control.ring();
  await expect.poll(() => isToastShown(app)).toBe(true);
  expect(shown(ear)).toEqual([]);
  simulator.control.miss(call);
  await expect.poll(() => shown(ear)).toEqual([['Missed contact', 'Open the phone to see who it was.']]);
  await expect.poll(() => isToastShown(app)).toBe(false);
  expect(ear.heard('CloseNotification')).toEqual([]);
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.isResizable());
    window?.show();
    window?.focus();
  });
  await expect.poll(() => ear.heard('CloseNotification')).toHaveLength(1);
});

test('a ring whose card has died is told by a notification, and the card comes back', async ({
  daemon: _there,
  ear,
  app,
  phone,
  simulator,
}) => {
  await lookAway(app, phone);
  simulator.control.ring();
  await expect.poll(() => isToastShown(app)).toBe(true);
  const again = app.waitForEvent('window', (page) => page.url().endsWith('/toast.html'));
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => !each.isResizable())
      ?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(() => shown(ear).map(([title]) => title)).toEqual(['Incoming call']);
  await expect(button(await again, 'Answer')).toBeVisible();
  await expect.poll(() => ear.heard('CloseNotification')).toHaveLength(1);
});

test('when the phone itself dies the card stays and says so, a notification too, and both work again', async ({
  daemon: _there,
  ear,
  app,
  phone,
  simulator,
}) => {
  const toast = await lookAway(app, phone);
  const call = simulator.control.ring();
  await expect(button(toast, 'Answer')).toBeVisible();
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.webContents.forcefullyCrashRenderer(),
  );
  await expect(toast.getByText(/^The phone has stopped/)).toBeVisible();
  await expect.poll(() => shown(ear).map(([title]) => title)).toEqual(['Incoming call']);
  expect(shown(ear)[0]?.[1]).toContain('The phone has stopped');
  await expect(toast.getByText(/^The phone has stopped/)).toBeHidden();
  await button(toast, 'Answer').click();
  await awaitEvent(simulator, inState(call, 'CONNECTED'));
});

const ofGnome = test.extend<{ sessionManager: undefined }>({
  sessionManager: [
    async ({ sessionBus }, use) => {
      const script = join(import.meta.dirname, '..', 'session-manager', 'session-manager.py');
      const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: sessionBus.address };
      const child = spawn('/usr/bin/python3', [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await use(undefined);
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
    { auto: true },
  ],
  environment: async ({ sessionBus, sessionManager: _there }, use) =>
    use({ DBUS_SESSION_BUS_ADDRESS: sessionBus.address, XDG_CURRENT_DESKTOP: 'GNOME' }),
});

/** What a session manager is asked to keep from happening, by its flags. */
const sleep = 4;
const sleepAndIdleness = 12;

/** The flags of all that was asked for and not given back; the numbers that were given out count from 1. */
function held(ear: BusEar): readonly unknown[] {
  const letGo = new Set(ear.heard('Uninhibit').map(({ data }) => data[0]));
  return ear.heard('Inhibit').flatMap(({ data }, place) => (letGo.has(place + 1) ? [] : [data[3]]));
}

ofGnome(
  'the computer is kept awake while contacts may come, the screen in a call, and both are let go',
  async ({ ear, app, phone, simulator }) => {
    await lookAway(app, phone);
    await expect.poll(() => held(ear)).toEqual([sleep]);
    const call = simulator.control.ring();
    await button(phone, 'Answer').dispatchEvent('click');
    await awaitEvent(simulator, inState(call, 'CONNECTED'));
    // Chromium adds one of its own while it plays a sound.
    await expect.poll(() => held(ear)).toContain(sleepAndIdleness);
    simulator.control.hangUp(call);
    await expect.poll(() => held(ear)).not.toContain(sleepAndIdleness);
    simulator.control.remove(call);
    await expect.poll(() => held(ear)).toContain(sleep);
    simulator.control.changeStatus('Offline');
    await expect.poll(() => held(ear)).toEqual([]);
  },
);
