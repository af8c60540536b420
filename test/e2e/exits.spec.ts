import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { ExitReport } from '../../contract/exit-entry.js';
import { killAllOn } from '../../scripts/app/kill-app.mjs';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import { test as oneAppTest } from '../support/one-app-test.js';
import { awaitExit, expect, killed, test as phoneTest } from '../support/phone-test.js';
import { waits } from '../support/waits.js';
import { buildReport } from '../unit/main/ledger/build-report.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** One run of the app after another on one profile, each gone when the test is over. */
interface Runs {
  start(env?: Record<string, string>): Promise<{ app: ElectronApplication; phone: Page }>;
}

const test = phoneTest.extend<{ runs: Runs }>({
  runs: async ({ simulator, profile }, use) => {
    const children: ChildProcess[] = [];
    await use({
      async start(env = {}) {
        // A guardian that goes on with the run before would keep the profile for a while.
        killAllOn(profile);
        const app = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile, env });
        children.push(app.process());
        await app.evaluate(({ app: electron }, folder) => electron.setPath('downloads', folder), profile);
        return { app, phone: await app.firstWindow() };
      },
    });
    for (const child of children) await killed(child);
  },
});

const ledgerOf = (profile: string): string => join(profile, 'exits.ndjson');
const signOf = (profile: string): string => join(profile, 'last-sign.json');
const writeLedger = (profile: string, records: readonly object[]): void =>
  writeFileSync(ledgerOf(profile), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
const notice = (phone: Page) => phone.locator('.notices').getByText(/^The app (did not close|ended)/);

/** Resolves when the app has written down what a kill would leave behind. */
async function noted(profile: string, status: string): Promise<void> {
  const text = () => (existsSync(signOf(profile)) ? readFileSync(signOf(profile), 'utf8') : '');
  await expect.poll(text).toContain(`"status":${JSON.stringify(status)}`);
}

/** Makes everything that was written down that much older, as if the time had passed. */
function age(profile: string, byMs: number): void {
  for (const file of [ledgerOf(profile), signOf(profile)]) {
    const text = readFileSync(file, 'utf8');
    const older = text.replaceAll(/("\w+AtMs"|"atMs"):(\d+)/g, (_all, name, atMs) => `${name}:${Number(atMs) - byMs}`);
    writeFileSync(file, older);
  }
}

/** The start sets the agent Offline first and says so; the notice stands behind. */
async function goOn(phone: Page): Promise<void> {
  const told = phone.getByRole('alertdialog', { name: /^The app did not close properly last time/ });
  await expect(told).toContainText('You have been set Offline.');
  await button(phone, 'Go on').click();
}

/** A line of the ledger for an exit in order; what a test is about is given. */
function left(endedAtMs: number, given: Partial<ExitReport> = {}): object {
  return { kind: 'left', atMs: endedAtMs, report: buildReport({ askedAtMs: endedAtMs - 420, endedAtMs, ...given }) };
}
const notConfirmed: Partial<ExitReport> = {
  what: 'SIGTERM',
  cause: 'system',
  attempts: 3,
  outcome: 'unconfirmed',
  code: 3,
};

async function openExits(phone: Page) {
  await button(phone, 'Account: Ada Agent').click();
  await phone.getByRole('menuitem', { name: 'Exits' }).click();
  return phone.getByRole('dialog', { name: 'Exits' });
}

/** The rows of the list, each cell as the agent reads it. */
async function readRows(phone: Page): Promise<readonly (readonly string[])[]> {
  await expect(phone.locator('.exits tbody tr').first()).toBeVisible();
  const rows = await phone.locator('.exits tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

async function quit(app: ElectronApplication): Promise<void> {
  const ended = awaitExit(app);
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  expect(await ended).toBe(0);
}

test.describe('an app that was killed while the agent was Available', () => {
  test('says at the next start how long the agent stayed Available, until that is read', async ({ runs, profile }) => {
    const first = await runs.start();
    await expect(button(first.phone, 'Status: Available')).toBeVisible();
    await noted(profile, 'Available');
    await killed(first.app.process());
    age(profile, 14 * minuteMs);

    const second = await runs.start();
    await goOn(second.phone);
    const told = /^The app did not close properly last time, at about \S.+\. You stayed Available for 14 min\.$/;
    await expect(notice(second.phone)).toHaveText(told);
    await second.phone.reload();
    await expect(notice(second.phone), 'a page that is loaded anew').toHaveText(told);
    await button(second.phone, 'Show exits').click();
    const [row] = await readRows(second.phone);
    expect(row?.slice(1, 5)).toEqual(['Not confirmed', 'Not recorded', 'Available', '14 min']);
    await button(second.phone, 'Close').click();
    await second.phone
      .locator('.notice', { hasText: 'did not close properly' })
      .getByRole('button', { name: 'Dismiss' })
      .click();
    await expect(notice(second.phone)).toBeHidden();
    await second.phone.reload();
    await expect(button(second.phone, 'Status: Offline')).toBeVisible();
    await expect(notice(second.phone), 'after it was read').toBeHidden();
    await quit(second.app);

    const third = await runs.start();
    await openExits(third.phone);
    expect((await readRows(third.phone)).map(([, outcome]) => outcome)).toEqual(['Confirmed', 'Not confirmed']);
    await expect(notice(third.phone), 'at the start after that').toBeHidden();
  });

  test('says nothing of an agent who was Offline', async ({ runs, profile, simulator }) => {
    simulator.control.changeStatus('Offline');
    const first = await runs.start();
    await noted(profile, 'Offline');
    await killed(first.app.process());
    const { phone } = await runs.start();
    await openExits(phone);
    expect((await readRows(phone))[0]?.slice(1, 5)).toEqual(['Nothing to confirm', 'Not recorded', 'Offline', '–']);
    await expect(notice(phone)).toBeHidden();
  });
});

test(
  'a signal that could not be confirmed is told, and what is saved holds no person and no number',
  waits,
  async ({ runs, profile, simulator }) => {
    const first = await runs.start();
    await expect(button(first.phone, 'Status: Available')).toBeVisible();
    const call = simulator.control.ring({ phoneNumber: '+442079460123', attributes: { account: 'DE-4471' } });
    await button(first.phone, 'Answer').click();
    await expect(button(first.phone, 'Hang up')).toBeVisible();
    simulator.control.setFault({ op: 'PutAgentState', kind: 'hang' });
    const ended = awaitExit(first.app);
    first.app.process().kill('SIGTERM');
    expect(await ended).toBe(3);
    simulator.control.clearFaults();
    simulator.control.hangUp(call);
    age(profile, 2 * 60 * minuteMs);

    const { phone } = await runs.start();
    await goOn(phone);
    await expect(notice(phone)).toHaveText(
      /^The app ended at .+ before Offline was confirmed\. You stayed Available for 2 hr\.$/,
    );
    await button(phone, 'Show exits').click();
    const [row] = await readRows(phone);
    expect(row?.slice(1)).toEqual([
      'Not confirmed (no answer)',
      'Signal',
      'Available',
      '2 hr',
      '–',
      '1',
      expect.any(String),
    ]);
    expect(Number(row?.at(-1)), 'attempts').toBeGreaterThan(0);
    const saved = await save(phone, profile);
    expect(saved.rows).toHaveLength(1);
    expect(saved.rows[0]).toMatchObject({
      outcome: 'unconfirmed',
      cause: 'system',
      what: 'SIGTERM',
      contactsBefore: '1',
    });
    for (const secret of ['Ada', '2079460123', '4471', simulator.ccpUrl]) expect(saved.text).not.toContain(secret);
  },
);

/** Saves the list both ways; resolves with its rows, of which both hold the same. */
async function save(phone: Page, profile: string) {
  const [csvFile, jsonFile] = ['csv', 'json'].map((ending) => join(profile, `switchhook-exits.${ending}`));
  if (csvFile === undefined || jsonFile === undefined) throw new Error('No names');
  await button(phone, 'Save as CSV').click();
  await expect(phone.getByText('switchhook-exits.csv')).toBeVisible();
  await button(phone, 'Save as JSON').click();
  await expect(phone.getByText('switchhook-exits.json')).toBeVisible();
  const csv = readFileSync(csvFile, 'utf8');
  const json = readFileSync(jsonFile, 'utf8');
  const [heads = [], ...cells] = csv.trimEnd().split('\r\n').map(splitLine);
  const rows = cells.map((line) => Object.fromEntries(heads.map((head, place) => [head, line[place] ?? ''])));
  const same = (JSON.parse(json) as Record<string, unknown>[]).map((entry) =>
    Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, String(value ?? '')])),
  );
  expect(rows).toEqual(same);
  return { rows, text: csv + json };
}

/** The cells of a line of RFC 4180. */
function splitLine(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

test('the list shows every exit with all that is known of it, in local time and in UTC, and both are saved', async ({
  runs,
  profile,
}) => {
  const at = Date.now() - dayMs;
  writeLedger(profile, [
    { kind: 'started', atMs: at - 90 * minuteMs },
    left(at - 80 * minuteMs, { ...notConfirmed, lastReason: 'refused', statusBefore: 'Lunch, "long"' }),
    { kind: 'started', atMs: at - 70 * minuteMs },
    { kind: 'ghost', atMs: at - 69 * minuteMs, ghostMs: 11 * minuteMs },
    left(at - 60 * minuteMs, { cause: 'crash', what: 'uncaught-exception', attempts: 2, code: 1 }),
    { kind: 'started', atMs: at - 50 * minuteMs },
    { kind: 'started', atMs: at - 30 * minuteMs },
    left(at, { statusBefore: 'Training' }),
  ]);
  const { phone } = await runs.start({ TZ: 'America/New_York' });
  const moment = (atMs: number, timeZone: string): string =>
    new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(atMs);
  const rowsIn = (zone: string) => [
    [moment(at, zone), 'Confirmed', 'Window closed', 'Training', '–', '0.4 sec', '0', '1'],
    [`Unknown, began ${moment(at - 50 * minuteMs, zone)}`, 'Unknown', 'Not recorded', '–', 'Not known', '–', '–', '–'],
    [moment(at - 60 * minuteMs, zone), 'Confirmed', 'Crash of the app', 'Available', '–', '0.4 sec', '0', '2'],
    [moment(at - 80 * minuteMs, zone), 'Not confirmed (refused)', 'Signal', 'Lunch, "long"', '11 min', '–', '0', '3'],
  ];
  const list = await openExits(phone);
  expect(await readRows(phone)).toEqual(rowsIn('America/New_York'));
  await list.getByRole('checkbox', { name: 'Times in UTC' }).check();
  expect(await readRows(phone)).toEqual(rowsIn('UTC'));
  const { rows } = await save(phone, profile);
  expect(rows.map(({ ended, outcome, ghostSeconds }) => [ended, outcome, ghostSeconds])).toEqual([
    [new Date(at).toISOString(), 'confirmed', ''],
    ['', 'unknown', ''],
    [new Date(at - 60 * minuteMs).toISOString(), 'confirmed', ''],
    [new Date(at - 80 * minuteMs).toISOString(), 'unconfirmed', '660'],
  ]);
  await phone.keyboard.press('Escape');
  await expect(list).toBeHidden();
});

test.describe('exits that are kept for a week', () => {
  test.use({ settingsFile: '{"exitLedgerDays": 7}' });

  test('are dropped at a start after that', async ({ runs, profile }) => {
    const now = Date.now();
    writeLedger(profile, [left(now - 8 * dayMs, { statusBefore: 'Lunch' }), left(now - 6 * dayMs)]);
    const { phone } = await runs.start();
    await openExits(phone);
    expect((await readRows(phone)).map((row) => row[3])).toEqual(['Available']);
    expect(readFileSync(ledgerOf(profile), 'utf8')).not.toContain('Lunch');
  });
});

test.describe('a ledger that', () => {
  /** Starts on a ledger and gives what the agent is told: the sentence at the start, and the outcomes in the list. */
  async function startOn(runs: Runs) {
    const { phone } = await runs.start();
    await expect(button(phone, 'Status: Available')).toBeVisible();
    const sentences = await notice(phone).allInnerTexts();
    await openExits(phone);
    return { sentences, rows: await readRows(phone) };
  }

  test('a power cut left unfinished claims nothing of its last run', async ({ runs, profile }) => {
    const now = Date.now();
    writeLedger(profile, [left(now - 9 * minuteMs, notConfirmed), { kind: 'started', atMs: now - 8 * minuteMs }]);
    const unfinished = JSON.stringify(left(now - 7 * minuteMs)).slice(0, -30);
    writeFileSync(ledgerOf(profile), readFileSync(ledgerOf(profile), 'utf8') + unfinished);
    const { sentences, rows } = await startOn(runs);
    expect(sentences).toEqual([]);
    expect(rows.map(([, outcome]) => outcome)).toEqual(['Not confirmed']);
  });

  test('a later version wrote claims nothing that is not understood', async ({ runs, profile }) => {
    const now = Date.now();
    writeLedger(profile, [
      { kind: 'started', atMs: now - 9 * minuteMs },
      left(now - 8 * minuteMs),
      { kind: 'started', atMs: now - 7 * minuteMs },
      { kind: 'beamed', atMs: now - 6 * minuteMs, whereTo: 'Enterprise' },
    ]);
    const { sentences, rows } = await startOn(runs);
    expect(sentences).toEqual([]);
    expect(rows.map(([, outcome]) => outcome)).toEqual(['Confirmed']);
  });

  test('a clock that ran ahead wrote tells neither when nor how long', async ({ runs, profile }) => {
    writeLedger(profile, [left(Date.now() + 365 * dayMs, notConfirmed)]);
    const { sentences, rows } = await startOn(runs);
    expect(sentences).toEqual(['The app ended before Offline was confirmed.']);
    expect(rows.map((row) => row[4])).toEqual(['Not known']);
  });

  test('can only be read tells of no end, as the last may be missing in it', async ({ runs, profile, simulator }) => {
    test.skip(process.getuid?.() === 0, 'nothing is read-only to root');
    writeLedger(profile, [left(Date.now() - 3 * dayMs, notConfirmed)]);
    chmodSync(ledgerOf(profile), 0o400);
    const { sentences, rows } = await startOn(runs);
    expect(sentences).toEqual([]);
    expect(
      rows.map(([, outcome]) => outcome),
      'the list shows what it has',
    ).toEqual(['Not confirmed']);
    expect(simulator.requests.some(({ operation }) => operation === 'PutAgentState')).toBe(false);
  });
});

/** Reads the explanation of the sign, layer by layer. */
async function readSign(phone: Page, title: string): Promise<Readonly<Record<string, string>>> {
  await button(phone, title).click();
  const layers = phone.locator('.protection .layers > div');
  await expect(layers.first()).toBeVisible();
  const pairs = await Promise.all(
    (await layers.all()).map(async (layer) => [
      (await layer.locator('dt').innerText()).trim(),
      await layer.locator('dd').innerText(),
    ]),
  );
  return Object.fromEntries(pairs);
}

const withoutOffline = ({ states, ...rest }: Readonly<Record<string, unknown>>) => ({
  ...rest,
  states: (states as readonly { readonly type: string }[]).filter(({ type }) => type !== 'offline'),
});

const whole = 'Protected: you go Offline before the app ends';
const partly = 'Partly protected: you may not go Offline before the app ends';
const asksFirst = 'The app waits until Amazon Connect shows you Offline.';
const anew = 'Page and panel are started anew by themselves.';

test.describe('the sign of what protects', () => {
  oneAppTest('tells each layer, and that a call pauses the recovery', async ({ phone, simulator }) => {
    await expect(button(phone, 'Status: Available')).toBeVisible();
    const idle = await readSign(phone, whole);
    expect(idle).toMatchObject({ 'When the app is left': asksFirst, 'When the panel breaks down': anew });
    expect(idle).toMatchObject({ 'When the app is killed': 'A second process sets you Offline within seconds.' });
    await button(phone, whole).click();
    simulator.control.ring();
    await button(phone, 'Answer').click();
    await expect(button(phone, 'Hang up')).toBeVisible();
    expect(await readSign(phone, whole)).toMatchObject({
      'When the app is left': asksFirst,
      'When the panel breaks down': 'Paused during your call, as a restart would end it.',
    });
  });

  test('tells that Connect cannot be asked while the panel is gone', waits, async ({ phone, simulator }) => {
    await expect(button(phone, whole)).toBeVisible();
    simulator.control.setFault({ op: 'page', kind: 'hang' });
    await phone.evaluate(() => {
      const frame = document.querySelector('iframe');
      if (frame !== null) frame.src = 'about:blank';
    });
    await expect(button(phone, partly)).toBeVisible({ timeout: 15_000 });
    expect(await readSign(phone, partly)).toMatchObject({
      'When the app is left': 'Amazon Connect cannot be reached now, so Offline may not be confirmed.',
    });
  });

  oneAppTest('tells that a list without a status of the type Offline protects nobody', async ({ simulator, phone }) => {
    await expect(button(phone, whole)).toBeVisible();
    simulator.control.setAnswerShape('GetAgentStates', withoutOffline);
    await phone.reload();
    const none = 'Not protected: the app cannot set you Offline';
    expect(await readSign(phone, none)).toMatchObject({
      'When the app is left': 'Your list has no status of the type Offline. Tell your supervisor.',
    });
  });

  oneAppTest.describe('nobody signed in', () => {
    oneAppTest.use({ simulatorOptions: { signedIn: false } });

    oneAppTest('says that it begins with the agent', async ({ phone }) => {
      const nobody = await readSign(phone, 'Protection begins when you are signed in');
      const begins = 'Begins when Amazon Connect has told who you are.';
      expect(nobody).toMatchObject({ 'When the app is left': begins, 'When the panel breaks down': begins });
    });
  });
});
