import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { appArguments } from '../../scripts/app/app-arguments.mjs';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import { findElectron } from '../../scripts/setup/find-electron.mjs';
import type { Simulator } from '../../simulator/simulator.js';
import { isOffline, pressShown, shownText } from '../support/fault-row.js';
import { awaitEvent, awaitExit, expect, killed, test } from '../support/phone-test.js';
import { waits } from '../support/waits.js';

const button = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true });

/** A whole call, then the end of the app, with Offline before it. */
async function workAndLeave(simulator: Simulator, app: ElectronApplication, phone: Page): Promise<void> {
  await expect(button(phone, 'Status: Available')).toBeVisible();
  const call = simulator.control.ring();
  await button(phone, 'Answer').click();
  await expect(button(phone, 'Hang up')).toBeVisible();
  simulator.control.hangUp(call);
  await button(phone, 'Clear contact').click();
  await expect(phone.getByText('Ready for the next contact')).toBeVisible();
  const ended = awaitExit(app);
  await app.evaluate(({ app: electron }) => electron.quit());
  await awaitEvent(simulator, isOffline);
  expect(await ended).toBe(0);
}

test('a disk that takes nothing costs settings and records, never the call', async ({ simulator, profile }) => {
  // What the log appends to is full; in the place of the other files is what cannot be written over.
  mkdirSync(join(profile, 'logs'));
  if (existsSync('/dev/full')) symlinkSync('/dev/full', join(profile, 'logs/switchhook.log'));
  else mkdirSync(join(profile, 'logs/switchhook.log'));
  for (const name of ['settings.json', 'exits.ndjson']) mkdirSync(join(profile, name, 'full'), { recursive: true });
  const app = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile });
  const child = app.process();
  try {
    const phone = await app.firstWindow();
    await expect(phone.getByText(/^The settings file could not be read/)).toBeVisible();
    await workAndLeave(simulator, app, phone);
  } finally {
    await killed(child);
  }
});

test.describe('a profile that is read-only', () => {
  test('is said in one sentence, and the app ends', async ({ simulator, profile }) => {
    test.skip(process.platform === 'win32', 'Windows has no folders that are read-only to their owner');
    test.skip(process.getuid?.() === 0, 'nothing is read-only to root');
    chmodSync(profile, 0o555);
    try {
      const { code, said } = await startBeside(simulator.ccpUrl, profile);
      expect(said).toContain(`Switchhook cannot write to ${profile}`);
      expect(code).toBe(1);
    } finally {
      chmodSync(profile, 0o755);
    }
  });
});

test('a second start brings the first window forward and ends with 0', async ({ simulator, app, phone, profile }) => {
  await expect(button(phone, 'Status: Available')).toBeVisible();
  simulator.control.ring();
  await button(phone, 'Answer').click();
  await expect(button(phone, 'Hang up')).toBeVisible();
  const loads = simulator.requests.filter(({ operation }) => operation === 'page').length;
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.isResizable());
    globalThis.broughtForward = new Promise((resolve) => {
      electron.once('second-instance', () => setImmediate(() => resolve(window?.isFocused() === true)));
    });
    window?.blur();
  });
  expect((await startBeside(simulator.ccpUrl, profile)).code).toBe(0);
  expect(await app.evaluate(() => globalThis.broughtForward)).toBe(true);
  await expect(button(phone, 'Hang up')).toBeVisible();
  expect(simulator.requests.filter(({ operation }) => operation === 'page')).toHaveLength(loads);
});

declare global {
  var broughtForward: Promise<boolean>;
  interface Window {
    moveClock(ms: number): void;
    longestFrameMs: number;
    flooded: number;
  }
}

const hourMs = 3_600_000;

test('times stay sensible when the clock jumps', async ({ simulator, phone }) => {
  await expect(button(phone, 'Status: Available')).toBeVisible();
  simulator.control.ring();
  await button(phone, 'Answer').click();
  const time = phone.locator('.contact-time').getByRole('timer');
  await expect(time).toHaveText(/^0:\d\d$/);
  await phone.evaluate(() => {
    const trueNow = Date.now;
    window.moveClock = (ms) => {
      Date.now = () => trueNow() + ms;
    };
  });
  let formerMs = 0;
  for (const ms of [-5 * hourMs, 3 * hourMs, -hourMs, 0]) {
    // Off by the jump until Connect says the time again, and never below zero.
    const hours = Math.max(0, ms - formerMs) / hourMs;
    formerMs = ms;
    const shown = hours === 0 ? /^0:00$/ : new RegExp(`^${hours}:0\\d:\\d\\d$`);
    await phone.evaluate((by) => window.moveClock(by), ms);
    await expect(time).toHaveText(shown);
    // What the panel's worker works out from the answer when its clock, too, has moved.
    simulator.control.setSnapshotShape((snapshot) => ({
      ...snapshot,
      snapshotTimestamp: (snapshot['snapshotTimestamp'] as number) - ms / 1_000,
    }));
    simulator.control.changeStatus('Lunch');
    await expect(time).toHaveText(/^0:\d\d$/);
    await expect(button(phone, 'Hold')).toBeEnabled();
  }
});

const flood = { snapshots: 500, everyMs: 10, attributes: 200 };
/** What a person takes for a window that hangs. */
const hangMs = 500;

test('a snapshot every 10 ms leaves the window at hand, and a ring is answered in it', async ({ simulator, phone }) => {
  await expect(button(phone, 'Status: Available')).toBeVisible();
  // The panel asks Connect ten times a second at most, so that its last word is repeated faster than it would say it.
  await phone.evaluate(({ snapshots, everyMs, attributes }) => {
    let latest: MessageEvent | null = null;
    window.addEventListener('message', (event) => {
      if (event.isTrusted && event.data?.event === 'agent::update') latest = event;
    });
    window.longestFrameMs = 0;
    let lastMs = performance.now();
    const frame = (nowMs: number): void => {
      window.longestFrameMs = Math.max(window.longestFrameMs, nowMs - lastMs);
      lastMs = nowMs;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    window.flooded = 0;
    const timer = setInterval(() => {
      const data = structuredClone(latest?.data);
      const contact = data?.data.snapshot.contacts[0];
      if (latest === null || contact === undefined) return;
      window.flooded += 1;
      const names = Array.from({ length: attributes }, (_none, place) => `name ${place}`);
      contact.attributes = Object.fromEntries(names.map((name) => [name, { name, value: 'the same' }]));
      contact.attributes['name 0'].value = `turn ${window.flooded}`;
      const { origin, source } = latest;
      window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
      if (window.flooded === snapshots) clearInterval(timer);
    }, everyMs);
  }, flood);
  simulator.control.ring();
  await button(phone, 'Answer').click();
  await expect(button(phone, 'Hang up')).toBeVisible();
  expect(await phone.evaluate(() => window.flooded), 'answered while it goes on').toBeLessThan(flood.snapshots);
  await phone.waitForFunction((snapshots) => window.flooded === snapshots, flood.snapshots);
  await expect(phone.getByText(`turn ${flood.snapshots}`, { exact: true })).toBeVisible();
  await expect(phone.locator('.attributes dt')).toHaveCount(flood.attributes);
  const longestFrameMs = await phone.evaluate(() => window.longestFrameMs);
  test.info().annotations.push({ type: 'longest frame', description: `${Math.round(longestFrameMs)} ms` });
  expect(longestFrameMs).toBeLessThan(hangMs);
});

const crashes = 10;
const restartsByItself = 3;

test(
  'a page that dies ten times is restarted three times by itself, then only by the agent',
  waits,
  async ({ simulator, app, phone }) => {
    test.setTimeout(90_000);
    await expect(button(phone, 'Status: Available')).toBeVisible();
    const loads = () => simulator.requests.filter(({ operation }) => operation === 'page').length;
    await app.evaluate(({ dialog }) => {
      globalThis.asked = [];
      // In the place of a dialog of the system, which no test can press.
      dialog.showMessageBox = ((options: Electron.MessageBoxOptions) => {
        globalThis.asked.push(options.message);
        return new Promise((resolve) => {
          globalThis.pressRestart = () => resolve({ response: 0, checkboxChecked: false });
        });
      }) as typeof dialog.showMessageBox;
    });
    const asked = () => app.evaluate(() => globalThis.asked);
    for (let crash = 1; crash <= crashes; crash += 1) {
      const before = loads();
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((each) => each.isResizable())
          ?.webContents.forcefullyCrashRenderer(),
      );
      if (crash > restartsByItself) {
        await expect.poll(asked).toHaveLength(crash - restartsByItself);
        expect(loads(), 'nothing comes back by itself').toBe(before);
        await app.evaluate(() => globalThis.pressRestart());
      }
      await expect.poll(loads).toBe(before + 1);
      if (crash === restartsByItself) {
        await awaitEvent(simulator, isOffline);
        await expect.poll(() => shownText(app)).toContain('Set Offline after repeated failures');
        await pressShown(app, 'Stay in the app');
      }
      await expect.poll(() => shownText(app)).toContain(crash < restartsByItself ? 'Available' : 'Offline');
    }
    expect(new Set(await asked())).toEqual(new Set(['The phone has stopped working again']));
    const ended = awaitExit(app);
    await app.evaluate(({ app: electron }) => electron.quit());
    expect(await ended).toBe(0);
  },
);

declare global {
  var asked: string[];
  var pressRestart: () => void;
}

/** Starts the app once more; resolves with its exit code and what it said when it has ended. */
async function startBeside(ccpUrl: string, profile: string): Promise<{ code: number | null; said: string }> {
  const electron = findElectron();
  if (!electron.ok) throw new Error(electron.message);
  const child = spawn(electron.path, appArguments({ ccpUrl, userDataDir: profile }), {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}
