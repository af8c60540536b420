import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Simulator } from '../../simulator/simulator.js';
import { awaitExit, expect, test } from '../support/phone-test.js';

/** Every token, cookie, code and state of the simulator; its control's token is none of them. */
const token = /sim-[a-z]+-[0-9a-f]{8,}/;
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

/** Chromium's own jar, the one place of a cookie. */
const jar: ReadonlySet<string> = new Set(['Cookies', 'Cookies-journal']);

/** `file: mark` for everything a folder holds that it must not, also as Chromium spells text in two bytes a letter. */
function leaksOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = join(folder, name);
    if (jar.has(basename(name)) || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return [];
    const bytes = readFileSync(file);
    const text = bytes.toString('latin1');
    return marksIn(`${text}\n${text.replaceAll('\0', '')}`).map((mark) => `${name}: ${mark}`);
  });
}

/** Proves the search on files that hold everything. */
function expectToFind(folder: string, { secrets }: Simulator): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'a'), `${secrets.refreshToken} ${customer} ${attribute}`);
  writeFileSync(join(folder, 'b'), Buffer.from(`+${digits} ${secrets.sessionCookie}`, 'utf16le'));
  expect(leaksOf(folder)).toEqual(['a: token', 'a: customer', 'a: attribute', 'b: token', 'b: number']);
  rmSync(folder, { recursive: true });
}

/** Command line and environment of a process and of all it has started; Linux only. */
function processTexts(root: number): readonly string[] {
  const parents = new Map<number, number>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = readOrEmpty(`/proc/${pid}/stat`);
    parents.set(Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isOurs = (pid: number): boolean => {
    if (pid === root) return true;
    const parent = parents.get(pid);
    return parent !== undefined && parent > 1 && isOurs(parent);
  };
  const pids = [...parents.keys()].filter(isOurs);
  return pids.map((pid) => readOrEmpty(`/proc/${pid}/cmdline`) + readOrEmpty(`/proc/${pid}/environ`));
}

/** A process may be gone between two looks. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
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
  const opened = app.waitForEvent('window');
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
