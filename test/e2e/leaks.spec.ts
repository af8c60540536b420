import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Simulator } from '../../simulator/simulator.js';
import { awaitExit, expect, test } from '../support/phone-test.js';
import { processTexts, searchFolder, token } from '../support/secrets.js';
import { nextPageOf } from '../support/toast-page.js';

const customer = 'Marked Customer';
const attribute = 'Marked 4242';
const digits = '442079460177';
const shownDigits = /20.?7946.?0177/;

const marks: readonly (readonly [name: string, says: RegExp])[] = [
  ['token', token],
  ['customer', new RegExp(customer)],
  ['attribute', new RegExp(attribute)],
  ['number', new RegExp(`${digits}|${shownDigits.source}`)],
];

/** The names of what a text holds that it must not. */
const marksIn = (text: string): readonly string[] => marks.filter(([, says]) => says.test(text)).map(([name]) => name);

/** `file: mark` for everything a folder holds that it must not. */
const leaksOf = (folder: string): readonly string[] => searchFolder(folder, marksIn);

/** Proves the search on files that hold everything. */
function expectToFind(folder: string, { secrets }: Simulator): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'a'), `${secrets.refreshToken} ${customer} ${attribute}`);
  writeFileSync(join(folder, 'b'), Buffer.from(`+${digits} ${secrets.sessionCookie}`, 'utf16le'));
  expect(leaksOf(folder)).toEqual(['a: token', 'a: customer', 'a: attribute', 'b: token', 'b: number']);
  rmSync(folder, { recursive: true });
}

/** All that a screenshot could show. */
async function visibleTexts(phone: Page): Promise<readonly string[]> {
  const texts = await Promise.all(phone.frames().map((frame) => frame.evaluate(() => document.body.innerText)));
  return [...texts, await phone.title()];
}

test.use({
  simulatorOptions: {
    session: 'cookie',
    identityProvider: {},
    agent: { name: 'Marked Person', initialStatus: 'Available' },
  },
});

async function signIn(app: ElectronApplication, phone: Page): Promise<void> {
  const opened = nextPageOf(app);
  await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
  await phone.getByRole('button', { name: 'Allow', exact: true }).click();
  const window = await opened;
  expect(marksIn(await window.locator('body').innerText())).toEqual([]);
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible({ timeout: 15_000 });
}

/** A call, a next status, and something that fails: whatever a day may write down. */
async function work(simulator: Simulator, phone: Page): Promise<void> {
  simulator.control.ring({ phoneNumber: `+${digits}`, attributes: { customerName: customer, card: attribute } });
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.getByText(attribute, { exact: true })).toBeVisible();
  simulator.control.setFault({ op: 'HoldConnection', kind: 'status', status: 400, message: `${customer} +${digits}` });
  await phone.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(phone.getByText('The customer was not put on hold', { exact: false })).toBeVisible();
  simulator.control.clearFaults();
  await phone.getByRole('button', { name: 'Next status', exact: true }).click();
  await phone.getByRole('menuitemradio', { name: 'Lunch' }).click();
  await expect(phone.getByText('Next: Lunch').first()).toBeVisible();
}

test('a day leaves no token, cookie, number or attribute in files, logs, processes or on the screen', async ({
  simulator,
  app,
  phone,
  profile,
}) => {
  const printed: string[] = [];
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk) => printed.push(String(chunk)));
  }
  const pid = app.process().pid ?? 0;
  await expect(phone.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
  await signIn(app, phone);
  await work(simulator, phone);
  // The search finds what is there: on the screen, and in any file.
  expect(marksIn((await visibleTexts(phone)).join('\n'))).toEqual(['customer', 'attribute', 'number']);
  expectToFind(join(profile, 'planted'), simulator);
  const processes = process.platform === 'linux' ? processTexts(pid) : [];
  if (process.platform === 'linux') expect(processes.length).toBeGreaterThan(3);
  expect(processes.flatMap(marksIn)).toEqual([]);
  expect(leaksOf(profile)).toEqual([]);

  await phone.getByRole('button', { name: 'Hang up', exact: true }).click();
  await phone.getByRole('button', { name: 'Clear contact', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Status: Lunch' })).toBeVisible();
  await phone.getByRole('button', { name: 'Account: Marked Person' }).click();
  await phone.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(phone.getByRole('heading', { name: 'You are signed out', exact: true })).toBeVisible({
    timeout: 15_000,
  });
  expect(marksIn((await visibleTexts(phone)).join('\n'))).toEqual([]);
  const exited = awaitExit(app);
  app.process().kill('SIGTERM');
  expect(await exited).toBe(0);
  expect(leaksOf(profile)).toEqual([]);
  expect(marksIn(printed.join(''))).toEqual([]);
  expect(readFileSync(join(profile, 'logs/switchhook.log'), 'utf8')).toMatch(/ exit .*code=0/);
});
