import { expect, test } from './host-test.js';

test('the panel is worked by keyboard: a contact, a fault, a scenario', async ({ host, simulator }) => {
  const { page } = host;
  await page.goto(simulator.controlUrl);
  await page.getByRole('radio', { name: 'Call', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Chat' })).toBeChecked();
  await page.getByRole('searchbox', { name: 'Find a customer' }).focus();
  await page.keyboard.type('suzuki');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Chat · api · Technical support')).toBeVisible();
  expect(simulator.control.state().contacts).toMatchObject([{ channel: 'chat', customerName: 'Hana Suzuki' }]);

  const stall = page.getByRole('switch', { name: 'Snapshots stall' });
  await stall.focus();
  await page.keyboard.press('Space');
  await expect(stall).toBeChecked();
  expect(simulator.control.state().faults).toMatchObject([{ op: 'GetAgentSnapshot', kind: 'hang' }]);
  await page.keyboard.press('Space');
  await expect(stall).not.toBeChecked();
  expect(simulator.control.state().faults).toEqual([]);

  await page.getByRole('combobox', { name: 'Scenario to play' }).selectOption('A second call');
  await page.getByRole('button', { name: 'Play' }).press('Enter');
  await expect(page.getByText(/^A second call: 0 of 4 steps done/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(page.getByText('A second call is stopped.')).toBeVisible();
});

test('the panel plays the customer of a call, and says what is refused', async ({ host, simulator }) => {
  const { page } = host;
  await page.goto(simulator.controlUrl);
  await page.getByRole('button', { name: 'Somebody from the list' }).click();
  await expect(page.getByText('PendingBusy')).toBeVisible();
  await page.getByRole('button', { name: 'Somebody from the list' }).click();
  await expect(page.getByRole('status')).toHaveText('The agent already has a voice contact; clear it first');
  await page.getByRole('button', { name: 'Ring runs out' }).click();
  await expect(page.getByText('Available, VOICE MISSED')).toBeVisible();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Nobody is waiting.')).toBeVisible();
});

test('the panel sets how the centre behaves, and whom it lets in', async ({ host, simulator }) => {
  const { page } = host;
  await page.goto(simulator.controlUrl);
  await page.getByRole('heading', { name: 'Habits of the centre' }).click();
  const ring = page.getByRole('spinbutton', { name: 'A ring runs out after' });
  await ring.fill('7');
  await ring.press('Enter');
  await expect.poll(() => simulator.control.state().habits.ringTimeoutMs).toBe(7_000);
  await ring.fill('');
  await ring.press('Enter');
  await expect.poll(() => simulator.control.state().habits.ringTimeoutMs).toBeNull();
  await page.getByRole('combobox', { name: 'An accepted callback' }).selectOption('waits for you to dial');
  await expect.poll(() => simulator.control.state().habits.acceptedCallbackIs).toBe('pending');
  await page.getByRole('switch', { name: 'Chats are accepted for the agent' }).click();
  await expect.poll(() => simulator.control.state().autoAccept).toEqual(['chat']);

  await page.getByRole('combobox', { name: 'Set the agent’s status' }).selectOption('Lunch');
  await expect.poll(() => simulator.control.state().status.name).toBe('Lunch');
  await page.getByRole('heading', { name: 'Sign-in' }).click();
  await expect(page.getByText(/Start the simulator with --identity-provider/)).toBeVisible();
  await page.getByRole('switch', { name: 'The agent is signed in on the server' }).click();
  await expect(page.getByText('Signed out', { exact: true })).toBeVisible();
});

test.describe('with an identity provider', () => {
  test.use({ simulatorOptions: { identityProvider: {} } });
  test('the panel sets how it behaves', async ({ host, simulator }) => {
    const { page } = host;
    await page.goto(simulator.controlUrl);
    await page.getByRole('heading', { name: 'Sign-in' }).click();
    await page.getByRole('switch', { name: 'It asks a second time, in a pop-up' }).click();
    const hops = page.getByRole('spinbutton', { name: 'It redirects before its form' });
    await hops.fill('3');
    await hops.press('Enter');
    await expect.poll(() => simulator.control.state().identityProvider).toMatchObject({ popUp: true, hops: 3 });
  });
});

for (const width of [800, 1_280]) {
  test(`the panel fits ${width} pixels`, async ({ host, simulator }) => {
    const { page } = host;
    await page.setViewportSize({ width, height: 800 });
    await page.goto(simulator.controlUrl);
    simulator.control.ring({ customer: 'Katharina Müller-Lüdenscheidt' });
    await expect(page.getByRole('button', { name: 'Ring runs out' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
