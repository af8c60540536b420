import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { appArguments } from '../../scripts/app/app-arguments.mjs';
import {
  exitReports,
  type FaultWorld,
  faultRow,
  isOffline,
  isQueued,
  pressShown,
  shownText,
} from '../support/fault-row.js';
import { awaitEvent, expect, test } from '../support/phone-test.js';

const available = (phone: Page) => expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
const button = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true });
const dialog = (phone: Page, name: string) => phone.getByRole('alertdialog', { name });

const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.close(),
  );
const quit = (app: ElectronApplication) => app.evaluate(({ app: electron }) => electron.quit());
const send = (app: ElectronApplication, signal: NodeJS.Signals) => app.process().kill(signal);
const crashPage = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.webContents.forcefullyCrashRenderer(),
  );
/** Makes page or panel hang, and resolves when it no longer answers. */
async function hang(app: ElectronApplication, phone: Page, which: 'page' | 'panel'): Promise<void> {
  const frame = which === 'page' ? phone.mainFrame() : panelOf(phone);
  const hanging = frame.evaluate(() => {
    for (;;);
  });
  hanging.catch(() => undefined);
  await expect.poll(() => answers(app, which)).toBe(false);
}
const answers = (app: ElectronApplication, which: 'page' | 'panel') =>
  app.evaluate(({ BrowserWindow }, which) => {
    const page = BrowserWindow.getAllWindows().find((each) => each.isResizable())?.webContents.mainFrame;
    const frame = which === 'page' ? page : page?.frames[0];
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, 300, false));
    return Promise.race([frame?.executeJavaScript('true'), late]);
  }, which);
const panelOf = (phone: Page) => {
  const [panel] = phone.mainFrame().childFrames();
  if (panel === undefined) throw new Error('The page has no panel');
  return panel;
};
const panelPid = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const frame = BrowserWindow.getAllWindows().find((each) => each.isResizable())?.webContents.mainFrame.frames[0];
    return frame?.osProcessId ?? -1;
  });
async function networkPid(app: ElectronApplication): Promise<number> {
  const pid = await app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Network Service')?.pid ?? -1,
  );
  expect(pid).toBeGreaterThan(0);
  return pid;
}
const panelLoads = ({ simulator }: Pick<FaultWorld, 'simulator'>): number =>
  simulator.requests.filter(({ operation }) => operation === 'page').length;
const statusRequests = ({ simulator }: Pick<FaultWorld, 'simulator'>): number =>
  simulator.requests.filter(({ operation }) => operation === 'PutAgentState').length;

/** Rings, answers and waits until the agent talks. */
async function talk({ simulator, phone }: FaultWorld): Promise<string> {
  await available(phone);
  const contactId = simulator.control.ring();
  await button(phone, 'Answer').click();
  await expect(button(phone, 'Hang up')).toBeVisible();
  return contactId;
}

/** How often somebody wanted to leave, by the log of the app. */
function exitWishes(profile: string): number {
  const log = readFileSync(join(profile, 'logs', 'switchhook.log'), 'utf8');
  return log.split('\n').filter((line) => line.split(' ')[1] === 'exit-asked').length;
}

/** As long as an agent waits at most. */
const leavingLimitMs = 14_000;

/** The whole of a leaving in order: Offline on the backend, then the end of the app with this code. */
async function leftOffline(world: FaultWorld, code = 0): Promise<void> {
  world.at(await world.simulator.waitForEvent(isOffline, { timeoutMs: leavingLimitMs, since: 0 }));
  expect(await world.ended('confirmed')).toBe(code);
}

const withoutOffline = ({ states, ...rest }: Readonly<Record<string, unknown>>) => ({
  ...rest,
  states: (states as readonly { readonly type: string }[]).filter(({ type }) => type !== 'offline'),
});

const untilOffline = 'Offline on the backend';

for (const [row, fault, strike] of [
  [1, 'the window is closed', closeWindow],
  [2, 'the app is quit', quit],
  [5, 'SIGTERM', (app: ElectronApplication) => send(app, 'SIGTERM')],
  [6, 'SIGINT', (app: ElectronApplication) => send(app, 'SIGINT')],
  [6, 'SIGHUP', (app: ElectronApplication) => send(app, 'SIGHUP')],
] as const) {
  faultRow({ row, fault, layer: 'L0', until: untilOffline, limitMs: 1_000 }, async (world) => {
    await available(world.phone);
    world.strike(() => strike(world.app));
    await leftOffline(world);
  });
}

faultRow({ row: 3, fault: 'quit while Offline', layer: 'L0', until: 'end of the app', limitMs: 500 }, async (world) => {
  await available(world.phone);
  world.simulator.control.changeStatus('Offline');
  await expect(world.phone.getByRole('button', { name: 'Status: Offline' })).toBeVisible();
  world.strike(() => quit(world.app));
  expect(await world.ended('confirmed')).toBe(0);
  world.now();
  expect(statusRequests(world)).toBe(0);
});

test.describe('nobody signed in', () => {
  test.use({ simulatorOptions: { signedIn: false } });
  faultRow(
    { row: 4, fault: 'quit while signed out', layer: 'L0', until: 'end of the app', limitMs: 500 },
    async (world) => {
      await expect(world.phone.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
      world.strike(() => quit(world.app));
      expect(await world.ended('nothingToConfirm')).toBe(0);
      world.now();
    },
  );
});

faultRow(
  { row: 7, fault: 'five signals in a second, slow backend', layer: 'L0', until: untilOffline, limitMs: 1_500 },
  async (world) => {
    await available(world.phone);
    world.simulator.control.setFault({ op: 'PutAgentState', kind: 'delay', ms: 900, count: 1 });
    // Signals that wait to be delivered melt into one, so each is sent when the one before it has been heard.
    const heard = expect.configure({ timeout: 1_000 });
    const signals = ['SIGTERM', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGTERM'] as const;
    world.strike(() => send(world.app, signals[0]));
    for (const [index, signal] of signals.entries()) {
      if (index > 0) send(world.app, signal);
      await heard.poll(() => exitWishes(world.profile), { intervals: [10] }).toBe(index + 1);
    }
    await leftOffline(world);
    expect(statusRequests(world)).toBe(1);
  },
);

faultRow(
  { row: 9, fault: 'SIGINT to the whole group', layer: 'L0', until: untilOffline, limitMs: 1_000 },
  async (world) => {
    await available(world.phone);
    const { pid } = world.app.process();
    if (pid === undefined) throw new Error('The app has no process');
    world.strike(() => process.kill(-pid, 'SIGINT'));
    await leftOffline(world);
  },
);

faultRow({ row: 17, fault: 'uncaught exception', layer: 'L0', until: untilOffline, limitMs: 1_500 }, async (world) => {
  await available(world.phone);
  world.strike(() =>
    world.app.evaluate(() => {
      setImmediate(() => {
        throw new Error('planted');
      });
    }),
  );
  await leftOffline(world, 1);
});

faultRow(
  { row: 18, fault: 'unhandled rejection', layer: 'L0', until: 'the app answers', limitMs: 2_000 },
  async (world) => {
    await available(world.phone);
    world.strike(() => world.app.evaluate(() => void Promise.reject(new Error('planted'))));
    await world.app.evaluate(() => new Promise((resolve) => setImmediate(resolve)));
    await available(world.phone);
    world.now();
    expect(statusRequests(world)).toBe(0);
  },
);

faultRow(
  { row: 22, fault: 'the page crashes, idle', layer: 'L1', until: 'ready again', limitMs: 5_000 },
  async (world) => {
    await available(world.phone);
    const before = panelLoads(world);
    world.strike(() => crashPage(world.app));
    await expect.poll(() => panelLoads(world)).toBeGreaterThan(before);
    await expect.poll(() => shownText(world.app)).toContain('Available');
    world.now();
    expect(statusRequests(world)).toBe(0);
  },
);

faultRow(
  { row: 23, fault: 'the page crashes at quit', layer: 'L1 in L0', until: untilOffline, limitMs: 4_000 },
  async (world) => {
    await available(world.phone);
    world.strike(() =>
      world.app.evaluate(({ app: electron, BrowserWindow }) => {
        BrowserWindow.getAllWindows()
          .find((each) => each.isResizable())
          ?.webContents.forcefullyCrashRenderer();
        electron.quit();
      }),
    );
    await leftOffline(world);
  },
);

for (const [row, what] of [
  [24, 'page'],
  [26, 'panel'],
] as const) {
  faultRow(
    { row, fault: `the ${what} hangs at quit`, layer: 'L1 in L0', until: untilOffline, limitMs: 6_000 },
    async (world) => {
      await available(world.phone);
      await hang(world.app, world.phone, what);
      world.strike(() => quit(world.app));
      await leftOffline(world);
    },
  );
}

faultRow(
  { row: 25, fault: 'the process of the panel is killed', layer: 'L1', until: 'ready again', limitMs: 10_000 },
  async (world) => {
    await available(world.phone);
    const before = panelLoads(world);
    const pid = await panelPid(world.app);
    world.strike(() => process.kill(pid, 'SIGKILL'));
    await expect.poll(() => panelLoads(world), { timeout: 12_000 }).toBeGreaterThan(before);
    await expect.poll(() => shownText(world.app)).toContain('Available');
    world.now();
    world.simulator.control.changeStatus('Lunch');
    await expect.poll(() => shownText(world.app)).toContain('Lunch');
    expect(statusRequests(world)).toBe(0);
  },
);

faultRow(
  { row: 26, fault: 'the panel hangs, idle', layer: 'L1', until: 'ready again', limitMs: 12_000 },
  async (world) => {
    await available(world.phone);
    const before = panelLoads(world);
    world.strike(() => undefined);
    await hang(world.app, world.phone, 'panel');
    await expect.poll(() => panelLoads(world), { timeout: 14_000 }).toBeGreaterThan(before);
    await expect.poll(() => shownText(world.app)).toContain('Available');
    world.now();
    world.simulator.control.changeStatus('Lunch');
    await expect.poll(() => shownText(world.app)).toContain('Lunch');
    expect(statusRequests(world)).toBe(0);
  },
);

faultRow(
  { row: 27, fault: 'the panel no longer loads, SIGTERM', layer: 'L0', until: 'end of the app', limitMs: 5_000 },
  async (world) => {
    await available(world.phone);
    world.simulator.control.setFault({ op: 'page', kind: 'hang' });
    // The page has not finished loading before its frame has.
    await world.phone.reload({ waitUntil: 'domcontentloaded' });
    await expect(world.phone.getByText('Connecting to Amazon Connect')).toBeVisible();
    world.strike(() => send(world.app, 'SIGTERM'));
    expect(await world.ended('unconfirmed')).toBe(3);
    world.now();
  },
);

faultRow(
  { row: 28, fault: 'the third crash in ten minutes', layer: 'L1', until: untilOffline, limitMs: 15_000 },
  async (world) => {
    const isAvailable = () => expect.poll(() => shownText(world.app)).toContain('Available');
    for (const _crash of [1, 2]) {
      await isAvailable();
      const before = panelLoads(world);
      await crashPage(world.app);
      await expect.poll(() => panelLoads(world)).toBeGreaterThan(before);
    }
    await isAvailable();
    world.strike(() => crashPage(world.app));
    world.at(await world.simulator.waitForEvent(isOffline, { timeoutMs: 15_000, since: 0 }));
    await expect.poll(() => shownText(world.app)).toContain('Set Offline after repeated failures');
    expect(exitReports(world.profile)).toMatchObject([{ goal: 'rest', outcome: 'confirmed' }]);
    const after = panelLoads(world);
    await pressShown(world.app, 'Restart panel');
    await expect.poll(() => panelLoads(world)).toBeGreaterThan(after);
    await expect.poll(() => shownText(world.app)).toContain('Offline');
    expect(await shownText(world.app)).not.toContain('repeated failures');
  },
);

faultRow(
  { row: 29, fault: 'the network service is killed, idle', layer: 'L1', until: 'ready again', limitMs: 5_000 },
  async (world) => {
    await available(world.phone);
    const before = panelLoads(world);
    const pid = await networkPid(world.app);
    world.strike(() => process.kill(pid, 'SIGKILL'));
    await expect.poll(() => panelLoads(world)).toBeGreaterThan(before);
    await expect.poll(() => shownText(world.app)).toContain('Available');
    world.now();
    world.simulator.control.changeStatus('Lunch');
    await expect.poll(() => shownText(world.app)).toContain('Lunch');
    expect(statusRequests(world)).toBe(0);
  },
);

faultRow(
  { row: 29, fault: 'the network service is killed at quit', layer: 'L0', until: untilOffline, limitMs: 3_000 },
  async (world) => {
    await available(world.phone);
    const pid = await networkPid(world.app);
    world.strike(() => {
      process.kill(pid, 'SIGKILL');
      return quit(world.app);
    });
    await leftOffline(world);
  },
);

faultRow(
  { row: 30, fault: '500 twice, then in order', layer: 'L0', until: untilOffline, limitMs: 2_000 },
  async (world) => {
    await available(world.phone);
    world.simulator.control.setFault({ op: 'PutAgentState', kind: 'status', status: 500, count: 2 });
    world.strike(() => closeWindow(world.app));
    await leftOffline(world);
    expect(statusRequests(world)).toBe(3);
  },
);

faultRow(
  { row: 31, fault: '500 for ever', layer: 'L0', until: 'the agent is told', limitMs: 13_000 },
  async (world) => {
    await available(world.phone);
    world.simulator.control.setFault({ op: 'PutAgentState', kind: 'status', status: 500 });
    world.strike(() => closeWindow(world.app));
    const told = dialog(world.phone, 'Could not set you Offline');
    await expect(told).toBeVisible({ timeout: leavingLimitMs });
    world.now();
    await button(world.phone, 'Quit anyway')
      .click()
      .catch(() => undefined);
    expect(await world.ended('chosen')).toBe(4);
  },
);

faultRow(
  { row: 32, fault: '429 for two attempts', layer: 'L0', until: untilOffline, limitMs: 5_000 },
  async (world) => {
    await available(world.phone);
    // Streams repeats a throttled request three times by itself, so two attempts of ours are eight requests.
    world.simulator.control.setFault({
      op: 'PutAgentState',
      kind: 'status',
      status: 429,
      type: 'ThrottlingException',
      count: 8,
    });
    world.strike(() => closeWindow(world.app));
    await leftOffline(world);
  },
);

faultRow(
  { row: 33, fault: 'no answer, then in order again', layer: 'L0', until: 'the agent is told', limitMs: 13_000 },
  async (world) => {
    await available(world.phone);
    world.simulator.control.setFault({ op: 'PutAgentState', kind: 'hang' });
    world.strike(() => closeWindow(world.app));
    await expect(dialog(world.phone, 'Setting you Offline in Amazon Connect')).toBeVisible();
    const told = dialog(world.phone, 'Could not set you Offline');
    await expect(told).toBeVisible({ timeout: leavingLimitMs });
    world.now();
    await expect(told).toContainText('did not confirm (no answer). You may still receive contacts.');
    expect(world.simulator.events.some(isOffline)).toBe(false);
    world.simulator.control.clearFaults();
    await button(world.phone, 'Try again').click();
    await awaitEvent(world.simulator, isOffline);
    expect(await world.ended('confirmed')).toBe(0);
  },
);

faultRow(
  { row: 33, fault: 'no answer, SIGTERM', layer: 'L0', until: 'end of the app', limitMs: 5_000 },
  async (world) => {
    await available(world.phone);
    world.simulator.control.setFault({ op: 'PutAgentState', kind: 'hang' });
    world.strike(() => send(world.app, 'SIGTERM'));
    expect(await world.ended('unconfirmed')).toBe(3);
    world.now();
  },
);

faultRow({ row: 35, fault: '401 at quit', layer: 'L0', until: 'the agent is told', limitMs: 4_000 }, async (world) => {
  await available(world.phone);
  world.simulator.control.expireSession();
  world.strike(() => closeWindow(world.app));
  const told = dialog(world.phone, 'Could not set you Offline');
  await expect(told).toBeVisible();
  world.now();
  await expect(told).toContainText('not signed in');
  await expect(told.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

faultRow({ row: 36, fault: '403 at quit', layer: 'L0', until: 'the agent is told', limitMs: 13_000 }, async (world) => {
  await available(world.phone);
  world.simulator.control.setFault({ op: 'PutAgentState', kind: 'status', status: 403 });
  world.strike(() => closeWindow(world.app));
  await expect(dialog(world.phone, 'Could not set you Offline')).toBeVisible({ timeout: leavingLimitMs });
  world.now();
});

faultRow(
  { row: 37, fault: 'a success that changes nothing', layer: 'L0', until: 'the agent is told', limitMs: 13_000 },
  async (world) => {
    await available(world.phone);
    world.simulator.control.setFault({ op: 'PutAgentState', kind: 'status', status: 200 });
    world.strike(() => closeWindow(world.app));
    await expect(dialog(world.phone, 'Could not set you Offline')).toBeVisible({ timeout: leavingLimitMs });
    world.now();
    expect(world.simulator.events.some(isOffline)).toBe(false);
    expect(statusRequests(world)).toBeGreaterThan(1);
  },
);

faultRow(
  { row: 38, fault: 'quit after this contact', layer: 'L0', until: 'Offline queued', limitMs: 1_000 },
  async (world) => {
    const call = await talk(world);
    await closeWindow(world.app);
    await expect(dialog(world.phone, 'You are on a contact')).toContainText('is still open.');
    world.strike(() => button(world.phone, 'Quit after this contact').click());
    world.at(await awaitEvent(world.simulator, isQueued));
    await expect(world.phone.getByText(/The app quits after this contact/)).toBeVisible();
    world.simulator.control.hangUp(call);
    await expect(button(world.phone, 'Clear contact')).toBeVisible();
    expect(world.app.process().exitCode).toBeNull();
    await button(world.phone, 'Clear contact').click();
    await awaitEvent(world.simulator, isOffline);
    expect(await world.ended('confirmed')).toBe(0);
  },
);

faultRow(
  { row: 39, fault: 'end the call and quit', layer: 'L0', until: untilOffline, limitMs: 8_000 },
  async (world) => {
    await talk(world);
    await closeWindow(world.app);
    await button(world.phone, 'End contact and quit').click();
    await expect(dialog(world.phone, 'End the call with the customer now?')).toBeVisible();
    world.strike(() => button(world.phone, 'End call and quit').click());
    await leftOffline(world);
  },
);

faultRow(
  { row: 40, fault: 'SIGTERM on a call', layer: 'L0', until: 'Offline queued', limitMs: 1_000 },
  async (world) => {
    await talk(world);
    world.strike(() => send(world.app, 'SIGTERM'));
    world.at(await awaitEvent(world.simulator, isQueued));
    expect(await world.ended('queued')).toBe(3);
  },
);

faultRow({ row: 41, fault: 'quit while it rings', layer: 'L0', until: untilOffline, limitMs: 3_000 }, async (world) => {
  await available(world.phone);
  world.simulator.control.ring();
  await expect(button(world.phone, 'Answer')).toBeVisible();
  world.strike(() => closeWindow(world.app));
  await leftOffline(world);
});

for (const [fault, strike] of [
  ['quit in after-contact work', closeWindow],
  ['SIGTERM in after-contact work', (app: ElectronApplication) => send(app, 'SIGTERM')],
] as const) {
  faultRow({ row: 42, fault, layer: 'L0', until: untilOffline, limitMs: 3_000 }, async (world) => {
    const call = await talk(world);
    world.simulator.control.hangUp(call);
    await expect(button(world.phone, 'Clear contact')).toBeVisible();
    world.strike(() => strike(world.app));
    await leftOffline(world);
    const last = world.simulator.events.findLast(({ EventType }) => EventType === 'STATE_CHANGE');
    expect(last?.CurrentAgentSnapshot).toMatchObject({ AgentStatus: { Type: 'OFFLINE' }, Contacts: [] });
  });
}

faultRow(
  { row: 42, fault: 'quit after a missed call', layer: 'L0', until: untilOffline, limitMs: 3_000 },
  async (world) => {
    await available(world.phone);
    const call = world.simulator.control.ring();
    await expect(button(world.phone, 'Answer')).toBeVisible();
    world.simulator.control.miss(call);
    await expect(button(world.phone, 'Clear contact')).toBeVisible();
    world.strike(() => closeWindow(world.app));
    await leftOffline(world);
  },
);

faultRow(
  { row: 43, fault: 'the page objects to unloading', layer: 'L0', until: untilOffline, limitMs: 1_000 },
  async (world) => {
    await available(world.phone);
    await world.phone.evaluate(() => {
      window.addEventListener('beforeunload', (event) => event.preventDefault());
    });
    world.strike(() => quit(world.app));
    await leftOffline(world);
  },
);

faultRow(
  { row: 44, fault: 'a quit that is called off, then another', layer: 'L0', until: untilOffline, limitMs: 3_000 },
  async (world) => {
    const call = await talk(world);
    await closeWindow(world.app);
    await button(world.phone, 'Stay in the app').click();
    await expect(dialog(world.phone, 'You are on a contact')).toBeHidden();
    await expect(button(world.phone, 'Hang up')).toBeVisible();
    expect(statusRequests(world)).toBe(0);
    world.simulator.control.hangUp(call);
    await button(world.phone, 'Clear contact').click();
    await available(world.phone);
    world.strike(() => closeWindow(world.app));
    await leftOffline(world);
  },
);

faultRow(
  { row: 56, fault: '--quit by a second instance', layer: 'L0', until: untilOffline, limitMs: 2_000 },
  async (world) => {
    await available(world.phone);
    const args = appArguments({ ccpUrl: '', userDataDir: world.profile, extra: ['--quit'] });
    const second = new Promise<number | null>((resolve) => {
      world.strike(() => {
        const [electron = ''] = world.app.process().spawnargs;
        spawn(electron, args, { stdio: 'ignore' }).once('exit', resolve);
      });
    });
    await leftOffline(world);
    expect(await second).toBe(0);
  },
);

test.describe('statuses with other names', () => {
  test.use({
    simulatorOptions: {
      agent: { initialStatus: 'Offline für Pause' },
      statuses: [
        { name: 'Offline für Pause', type: 'not_routable' },
        { name: 'Verfügbar', type: 'routable' },
        { name: 'Feierabend', type: 'offline' },
      ],
    },
  });
  faultRow(
    { row: 57, fault: 'translated names, one that misleads', layer: 'L0', until: untilOffline, limitMs: 1_000 },
    async (world) => {
      world.simulator.control.changeStatus('Verfügbar');
      await expect(button(world.phone, 'Status: Verfügbar')).toBeVisible();
      world.strike(() => closeWindow(world.app));
      await leftOffline(world);
    },
  );
});

faultRow(
  { row: 58, fault: 'a list without any Offline status', layer: 'L0', until: 'the agent is told', limitMs: 13_000 },
  async (world) => {
    await available(world.phone);
    world.simulator.control.setAnswerShape('GetAgentStates', withoutOffline);
    const before = panelLoads(world);
    await world.phone.reload();
    await expect.poll(() => panelLoads(world)).toBeGreaterThan(before);
    await available(world.phone);
    world.strike(() => closeWindow(world.app));
    const told = dialog(world.phone, 'Could not set you Offline');
    await expect(told).toBeVisible({ timeout: leavingLimitMs });
    world.now();
    await expect(told).toContainText('no Offline status in your list');
    expect(statusRequests(world)).toBe(0);
  },
);
