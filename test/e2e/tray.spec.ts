import type { ElectronApplication, Page } from '@playwright/test';
import type { AgentEvent } from '../../simulator/agent-event.js';
import { awaitEvent, awaitExit, expect } from '../support/phone-test.js';
import type { TrayHostRig } from '../support/tray-host.js';
import { hasTrayRig, noTrayRig } from '../support/tray-rig.js';
import { awaitToolTip, labelsOf, test } from '../support/tray-test.js';
import { waits } from '../support/waits.js';

test.skip(!hasTrayRig, noTrayRig);

const time = String.raw`\d{1,2}:\d{2}\s[AP]M`;
const available = new RegExp(`^Available since ${time}$`, 'u');
const isVisible = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.isResizable())
        ?.isVisible() === true,
  );
const close = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.close(),
  );
const inState = (contactId: string, state: string) => (event: AgentEvent) =>
  event.CurrentAgentSnapshot.Contacts.some((contact) => contact.ContactId === contactId && contact.State === state);
const inStatus = (name: string) => (event: AgentEvent) => event.CurrentAgentSnapshot.AgentStatus.Name === name;
const signedIn = (phone: Page): Promise<void> =>
  expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();

/** Resolves when everything is there that waits for the first paint; the menu bar is the last of it. */
async function deskDrawn(app: ElectronApplication): Promise<void> {
  const columns = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  await expect.poll(columns).toContain('Phone');
}

/** Presses a line of the menu as soon as it is there. */
async function press(host: TrayHostRig, ...path: readonly string[]): Promise<void> {
  await expect.poll(() => host.press(...path), { timeout: 10_000 }).toBe(true);
}

test('the icon says the status and since when, and its menu what can be done', async ({
  app: _app,
  phone,
  trayHost,
}) => {
  await signedIn(phone);
  const icon = await awaitToolTip(trayHost, available);
  expect(icon.icon).toMatchObject({ width: 48, height: 48 });
  expect(labelsOf(icon.menu)).toEqual([icon.toolTip[0], '-', 'Status', '-', 'Open Switchhook', 'Quit Switchhook']);
  const statuses = icon.menu.find(({ label }) => label === 'Status')?.children ?? [];
  expect(statuses.every(({ toggle }) => toggle === 'radio')).toBe(true);
  expect(statuses.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Available']);
});

const hide = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.hide(),
  );

test('a status, a call and its end are chosen in the menu of a hidden window', async ({
  simulator,
  app,
  phone,
  trayHost,
}) => {
  await signedIn(phone);
  await awaitToolTip(trayHost, available);
  await hide(app);
  await press(trayHost, 'Status', 'Lunch');
  await awaitEvent(simulator, inStatus('Lunch'));
  await awaitToolTip(trayHost, /^Lunch since /);
  await press(trayHost, 'Status', 'Available');
  await awaitToolTip(trayHost, available);
  const call = simulator.control.ring();
  await awaitToolTip(trayHost, /, ringing$/);
  await press(trayHost, 'Answer');
  await awaitEvent(simulator, inState(call, 'CONNECTED'));
  await press(trayHost, 'Mute');
  await expect(phone.getByRole('button', { name: 'Unmute', exact: true, includeHidden: true })).toBeAttached();
  await press(trayHost, 'Unmute');
  await press(trayHost, 'Next status', 'Lunch');
  await awaitToolTip(trayHost, /, on contact, next: Lunch$/);
  await press(trayHost, 'Next status', 'None');
  await awaitToolTip(trayHost, /, on contact$/);
  await press(trayHost, 'Hang up');
  await awaitEvent(simulator, inState(call, 'ENDED'));
  await press(trayHost, 'Clear contact');
  await awaitEvent(simulator, (event) => event.CurrentAgentSnapshot.Contacts.length === 0);
  expect(await isVisible(app)).toBe(false);
});

test('the menu bar has the same lines, and they do the same', async ({ simulator, app, phone }) => {
  await signedIn(phone);
  const choose = (...path: readonly string[]): Promise<boolean> =>
    app.evaluate(({ Menu }, labels) => {
      let items = Menu.getApplicationMenu()?.items ?? [];
      for (const label of labels.slice(0, -1)) items = items.find((item) => item.label === label)?.submenu?.items ?? [];
      const chosen = items.find((item) => item.label === labels.at(-1));
      chosen?.click();
      return chosen !== undefined;
    }, path);
  await expect.poll(() => choose('Phone', 'Status', 'Lunch')).toBe(true);
  await awaitEvent(simulator, inStatus('Lunch'));
  const call = simulator.control.ring();
  await expect.poll(() => choose('Phone', 'Answer')).toBe(true);
  await awaitEvent(simulator, inState(call, 'CONNECTED'));
});

test('each status and activity has a picture of its own', async ({ simulator, phone, trayHost }) => {
  await signedIn(phone);
  const pictures = new Map<string, string>();
  const note = async (state: string, says: RegExp): Promise<void> => {
    const seen = async (): Promise<string | undefined> => {
      const icon = await trayHost.read();
      return says.test(icon?.toolTip[0] ?? '') ? icon?.icon?.sha256 : undefined;
    };
    await expect.poll(async () => ![undefined, ...pictures.values()].includes(await seen()), state).toBe(true);
    pictures.set(state, (await seen()) ?? '');
  };
  await note('available', available);
  simulator.control.changeStatus('Lunch');
  await note('not routable', /^Lunch since /);
  simulator.control.changeStatus('Offline');
  await note('offline', /^Offline since /);
  simulator.control.changeStatus('Available');
  await awaitToolTip(trayHost, available);
  const call = simulator.control.ring();
  await note('ringing', /ringing$/);
  await press(trayHost, 'Answer');
  await note('on contact', /on contact$/);
  await press(trayHost, 'Mute');
  await note('muted', /on contact$/);
  simulator.control.hangUp(call);
  await note('after-contact work', /after-contact work$/);
  expect(new Set(pictures.values()).size).toBe(7);
});

test('nothing is drawn while a call goes on', waits, async ({ simulator, phone, trayHost }) => {
  await signedIn(phone);
  simulator.control.ring();
  await press(trayHost, 'Answer');
  await awaitToolTip(trayHost, /on contact$/);
  await expect(phone.getByText('0:02', { exact: true }).first()).toBeVisible();
  const drawn = trayHost.changes().length;
  expect(drawn).toBeGreaterThan(0);
  // The timer of the window ticks on, and snapshots keep coming.
  await expect(phone.getByText('0:06', { exact: true }).first()).toBeVisible({ timeout: 15_000 });
  expect(trayHost.changes().slice(drawn)).toEqual([]);
});

test('a page that dies offers nothing but the window and the way out, until it is back', async ({
  app,
  phone,
  trayHost,
}) => {
  await signedIn(phone);
  await awaitToolTip(trayHost, available);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.webContents.forcefullyCrashRenderer(),
  );
  const lost = await awaitToolTip(trayHost, /no connection|nobody/);
  expect(labelsOf(lost.menu).slice(1)).toEqual(['-', 'Open Switchhook', 'Quit Switchhook']);
  await awaitToolTip(trayHost, available);
});

test('a missed contact stands at the icon until the window is looked at', async ({
  simulator,
  app,
  phone,
  trayHost,
}) => {
  await signedIn(phone);
  const before = await awaitToolTip(trayHost, available);
  await hide(app);
  const call = simulator.control.ring();
  await awaitToolTip(trayHost, /ringing$/);
  simulator.control.miss(call);
  const missed = await awaitToolTip(trayHost, /, 1 missed contact$/);
  expect(missed.icon?.sha256).not.toBe(before.icon?.sha256);
  await press(trayHost, 'Open Switchhook');
  await awaitToolTip(trayHost, /^(?!.*missed)/);
});

test.describe('closing the window', () => {
  test('asks once, and then keeps the app in the tray', async ({ app, phone, trayHost }) => {
    await signedIn(phone);
    await awaitToolTip(trayHost, available);
    await close(app);
    const question = phone.getByRole('alertdialog', { name: 'Keep Switchhook in the tray?' });
    await question.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(question).toBeHidden();
    expect(await isVisible(app)).toBe(true);
    await close(app);
    await question.getByRole('button', { name: 'Keep in the tray', exact: true }).click();
    await expect.poll(() => isVisible(app)).toBe(false);
    await trayHost.activate();
    await expect.poll(() => isVisible(app)).toBe(true);
    await close(app);
    await expect.poll(() => isVisible(app)).toBe(false);
    await press(trayHost, 'Open Switchhook');
    await expect.poll(() => isVisible(app)).toBe(true);
    await expect(question).toBeHidden();
  });

  test('quits when the agent chose so, through the gate', async ({ simulator, app, phone, trayHost }) => {
    await signedIn(phone);
    await awaitToolTip(trayHost, available);
    const exit = awaitExit(app);
    await close(app);
    await phone.getByRole('alertdialog').getByRole('button', { name: 'Quit', exact: true }).click();
    await awaitEvent(simulator, inStatus('Offline'));
    expect(await exit).toBe(0);
  });

  test('a second time while it is asked quits as well', async ({ simulator, app, phone, trayHost }) => {
    await signedIn(phone);
    await awaitToolTip(trayHost, available);
    const exit = awaitExit(app);
    await close(app);
    await expect(phone.getByRole('alertdialog')).toBeVisible();
    await close(app);
    await awaitEvent(simulator, inStatus('Offline'));
    expect(await exit).toBe(0);
  });
});

test.describe('of an app that stays in the tray', () => {
  test.use({ settingsFile: '{"whenClosed": "tray"}' });

  test('Quit asks the gate, and the window comes forward with what it asks', async ({
    simulator,
    app,
    phone,
    trayHost,
  }) => {
    await signedIn(phone);
    const call = simulator.control.ring();
    await press(trayHost, 'Answer');
    await awaitEvent(simulator, inState(call, 'CONNECTED'));
    await awaitToolTip(trayHost, /on contact$/);
    await close(app);
    await expect.poll(() => isVisible(app)).toBe(false);
    await press(trayHost, 'Quit Switchhook');
    await expect.poll(() => isVisible(app)).toBe(true);
    await phone.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click();
    simulator.control.hangUp(call);
    await press(trayHost, 'Clear contact');
    await awaitToolTip(trayHost, available);
    const exit = awaitExit(app);
    await press(trayHost, 'Quit Switchhook');
    await awaitEvent(simulator, inStatus('Offline'));
    expect(await exit).toBe(0);
  });

  test('the window comes back when the tray goes, and the icon when the tray comes back', async ({
    app,
    phone,
    trayHost,
  }) => {
    await signedIn(phone);
    await awaitToolTip(trayHost, available);
    await close(app);
    await expect.poll(() => isVisible(app)).toBe(false);
    await trayHost.vanish();
    await expect.poll(() => isVisible(app)).toBe(true);
    await trayHost.appear();
    await awaitToolTip(trayHost, available);
    await close(app);
    await expect.poll(() => isVisible(app)).toBe(false);
    await trayHost.hosts(false);
    await expect.poll(() => isVisible(app)).toBe(true);
  });

  test.describe('on a desktop whose tray comes late', () => {
    test.use({ showsIcons: false });

    test('the icon is shown as soon as somebody shows it, and closing then hides', async ({ app, phone, trayHost }) => {
      await signedIn(phone);
      await deskDrawn(app);
      await trayHost.appear(true);
      await trayHost.hosts(true);
      const icon = await awaitToolTip(trayHost, available);
      expect(labelsOf(icon.menu)).toContain('Status');
      await close(app);
      await expect.poll(() => isVisible(app)).toBe(false);
    });

    test('closing quits while nobody shows icons, also when somebody takes them', async ({
      simulator,
      app,
      phone,
      trayHost,
    }) => {
      await trayHost.appear(true);
      await signedIn(phone);
      await deskDrawn(app);
      expect(trayHost.registrations()).toBe(0);
      const exit = awaitExit(app);
      await close(app);
      await awaitEvent(simulator, inStatus('Offline'));
      expect(await exit).toBe(0);
    });
  });
});

test.describe('with sixty statuses of every kind', () => {
  const names = [
    'R&D_team',
    '<b>Bold</b>',
    '\u05d0\u05e8\u05d5\u05d7\u05ea \u05e6\u05d4\u05e8\u05d9\u05d9\u05dd',
    `${'Long '.repeat(40)}end`,
  ];
  const strange = names.map((name) => ({ name, type: 'not_routable' as const }));
  const many = Array.from({ length: 54 }, (_none, index) => ({
    name: `Project ${index}`,
    type: 'not_routable' as const,
  }));
  test.use({
    simulatorOptions: {
      statuses: [{ name: 'Available', type: 'routable' }, { name: 'Offline', type: 'offline' }, ...strange, ...many],
    },
  });

  test('each is shown as it is called, and chosen', async ({ simulator, phone, trayHost }) => {
    await signedIn(phone);
    const { menu } = await awaitToolTip(trayHost, available);
    const labels = labelsOf(menu.find(({ label }) => label === 'Status')?.children ?? []);
    expect(labels).toHaveLength(60);
    expect(labels).toContain('R&D__team');
    expect(labels).toContain('\u2039b\u203aBold\u2039/b\u203a');
    expect(labels).toContain(`\u2068${names[2]}\u2069`);
    expect(labels.every((label) => label.length <= 50)).toBe(true);
    await press(trayHost, 'Status', 'R&D__team');
    await awaitEvent(simulator, inStatus('R&D_team'));
    await awaitToolTip(trayHost, /^R&D_team since /);
  });
});
