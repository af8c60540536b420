import type { Page } from '@playwright/test';
import type { AgentEvent } from '../../simulator/agent-event.js';
import { isOffline } from '../support/fault-row.js';
import { test } from '../support/one-app-test.js';
import { awaitEvent, awaitExit, expect, test as ownAppTest } from '../support/phone-test.js';
import { startBeside } from '../support/second-start.js';

const button = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true });
const working = (phone: Page) => expect(button(phone, 'Status: Available')).toBeVisible();
const inStatus = (name: string) => (event: AgentEvent) => event.CurrentAgentSnapshot.AgentStatus.Name === name;
const isNext = (name: string) => (event: AgentEvent) => event.CurrentAgentSnapshot.NextAgentStatus?.Name === name;

test('one line of JSON tells another program how the phone is', async ({ simulator, phone, profile, app: _runs }) => {
  await working(phone);
  const idle = await startBeside(profile, ['--print-status']);
  expect(idle.code).toBe(0);
  expect(idle.stdout.split('\n')).toHaveLength(2);
  expect(JSON.parse(idle.stdout)).toMatchObject({
    version: 1,
    signedIn: true,
    status: 'Available',
    statusType: 'routable',
    next: null,
    activity: 'idle',
    contacts: [],
    connected: true,
  });
  simulator.control.ring();
  await button(phone, 'Answer').click();
  await expect(button(phone, 'Hang up')).toBeVisible();
  const onCall = JSON.parse((await startBeside(profile, ['--print-status'])).stdout);
  expect(onCall).toMatchObject({ activity: 'onContact', contacts: [{ channel: 'voice', state: 'connected' }] });
  const persona = await phone.locator('.contact-card h1').textContent();
  expect(JSON.stringify(onCall)).not.toContain(String(persona));
});

test('a status and a next status are set by their names', async ({ simulator, phone, profile, app: _runs }) => {
  await working(phone);
  expect(await startBeside(profile, ['--status', 'lUNCH'])).toMatchObject({ code: 0, stdout: 'Status: Lunch\n' });
  await awaitEvent(simulator, inStatus('Lunch'));
  const none = await startBeside(profile, ['--status', 'Siesta']);
  expect([none.code, none.stdout]).toEqual([1, '']);
  expect(none.stderr).toMatch(/There is no status Siesta; choose one of these: .*Available.*Lunch/);
  const early = await startBeside(profile, ['--next', 'Available']);
  expect(early.code).toBe(1);
  expect(early.stderr).toContain('There is no contact after which a next status could begin');
  await startBeside(profile, ['--status', 'Available']);
  await awaitEvent(simulator, inStatus('Available'), simulator.events.length - 1);
  await working(phone);
  simulator.control.ring();
  await button(phone, 'Answer').click();
  await expect(button(phone, 'Hang up')).toBeVisible();
  expect(await startBeside(profile, ['--next=lunch'])).toMatchObject({ code: 0, stdout: 'Next: Lunch\n' });
  await awaitEvent(simulator, isNext('Lunch'));
  await expect(button(phone, 'Hang up')).toBeVisible();
});

ownAppTest('a number is asked for before it is called', async ({ simulator, phone, profile, app: _runs }) => {
  await working(phone);
  const asked = await startBeside(profile, ['--dial', '(202) 555-0142']);
  expect(asked).toMatchObject({ code: 0, stdout: 'The window asks whether to go on.\n' });
  await expect(phone.getByRole('alertdialog', { name: 'Call +1 202 555 0142?' })).toBeVisible();
  await button(phone, 'Call').click();
  await simulator.waitForRequest(({ operation }) => operation === 'CreateOutboundContact', { timeoutMs: 5_000 });
  await expect(button(phone, 'Hang up')).toBeVisible();
  const onCall = await startBeside(profile, ['--dial', '+12025550143']);
  expect([onCall.code, onCall.stderr]).toEqual([1, expect.stringContaining('Nobody was called, as you are on a call')]);
  await expect(button(phone, 'Hang up')).toBeVisible();
  expect(simulator.requests.filter(({ operation }) => operation === 'CreateOutboundContact')).toHaveLength(1);
});

ownAppTest(
  '--quit goes by the gate: a contact is asked about, and Offline is confirmed before the end',
  async ({ simulator, app, phone, profile }) => {
    await working(phone);
    const call = simulator.control.ring();
    await button(phone, 'Answer').click();
    await expect(button(phone, 'Hang up')).toBeVisible();
    expect(await startBeside(profile, ['--quit'])).toMatchObject({ code: 0 });
    await expect(phone.getByRole('alertdialog', { name: 'You are on a contact' })).toBeVisible();
    await button(phone, 'Stay in the app').click();
    simulator.control.hangUp(call);
    await button(phone, 'Clear contact').click();
    await expect(phone.getByText('Ready for the next contact')).toBeVisible();
    const ended = awaitExit(app);
    const { code, stdout } = await startBeside(profile, ['--quit']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Switchhook sets the agent Offline and ends/)]);
    await awaitEvent(simulator, isOffline);
    expect(await ended).toBe(0);
  },
);

ownAppTest('where nobody runs it is said, and nothing is started', async ({ profile }) => {
  for (const args of [['--print-status'], ['--quit'], ['--status', 'Lunch'], ['--next', 'Lunch']]) {
    const { code, stdout, stderr } = await startBeside(profile, args);
    expect([code, stdout]).toEqual([69, '']);
    expect(stderr).toContain('Switchhook does not run. Start it and try again.');
  }
  expect(await startBeside(profile, ['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' });
  const misused = await startBeside(profile, ['--dial']);
  expect([misused.code, misused.stderr]).toEqual([64, expect.stringContaining('The value is missing')]);
});

test('ten second starts in a second are one window and one answer each', async ({ app, phone, profile, simulator }) => {
  await working(phone);
  const loads = simulator.requests.filter(({ operation }) => operation === 'page').length;
  const starts = Array.from({ length: 10 }, (_none, place) =>
    startBeside(profile, place % 2 === 0 ? ['--print-status'] : []),
  );
  const ended = await Promise.all(starts);
  expect(ended.map(({ code }) => code)).toEqual(Array(10).fill(0));
  expect(ended.map(({ stdout }) => stdout !== '')).toEqual(
    Array.from({ length: 10 }, (_none, place) => place % 2 === 0),
  );
  for (const { stdout } of ended) if (stdout !== '') expect(JSON.parse(stdout)).toMatchObject({ status: 'Available' });
  expect(
    await app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((each) => each.isResizable()).length,
    ),
  ).toBe(1);
  expect(simulator.requests.filter(({ operation }) => operation === 'page')).toHaveLength(loads);
});
