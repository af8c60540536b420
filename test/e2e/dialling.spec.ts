import { openDesk } from '../support/call-journey.js';
import { test } from '../support/one-app-test.js';
import { expect } from '../support/phone-test.js';
import { waits } from '../support/waits.js';

test.use({ recordsStreams: true });

test('a number is formatted while it is typed, by the country that is chosen from those allowed', async ({
  phone,
  simulator,
}) => {
  const country = phone.getByRole('combobox', { name: 'Country' });
  await country.focus();
  await expect(country.getByRole('option')).toHaveCount(14);
  await expect(country.getByRole('option', { name: 'Germany +49' })).toBeAttached();
  await expect(country.getByRole('option', { name: /North Korea/ })).toHaveCount(0);
  const field = phone.getByRole('textbox', { name: 'Telephone number' });
  await field.pressSequentially('4155550100');
  await expect(field).toHaveValue('(415) 555-0100');
  await field.fill('');
  await country.selectOption('DE');
  await field.pressSequentially('030901820');
  await expect(field).toHaveValue('030 901820');
  await openDesk(phone, simulator).press('Dial');
  const request = await simulator.waitForRequest(({ operation }) => operation === 'CreateOutboundContact', {
    timeoutMs: 5_000,
  });
  expect(request.body).toMatchObject({ endpoint: { phoneNumber: '+4930901820' } });
});

test.describe('without the permission to call', () => {
  test('there is no field to dial from', async ({ phone, simulator }) => {
    await expect(phone.getByRole('textbox', { name: 'Telephone number' })).toBeVisible();
    simulator.control.setAnswerShape('GetAgentPermissions', (answer) => ({ ...answer, permissions: ['chat'] }));
    await phone.reload();
    await expect(phone.getByText('Ready for the next contact')).toBeVisible();
    await expect(phone.getByRole('textbox', { name: 'Telephone number' })).toBeHidden();
  });
});

test('a number that is sent twice at once is dialled once', async ({ phone, simulator }) => {
  const field = phone.getByRole('textbox', { name: 'Telephone number' });
  await field.fill('+44 20 7946 0123');
  await field.evaluate((input: HTMLInputElement) => {
    input.form?.requestSubmit();
    input.form?.requestSubmit();
  });
  await expect(phone.locator('.contact-time')).toContainText('Dialling');
  await openDesk(phone, simulator).press('Hang up');
  await expect(phone.locator('.contact-time')).not.toContainText('Dialling');
  expect(simulator.requests.filter(({ operation }) => operation === 'CreateOutboundContact')).toHaveLength(1);
  await expect(phone.getByRole('alert').filter({ hasText: 'not dialled' })).toHaveCount(0);
});

test(
  'a call that Connect does not answer for is told of, and the number stays',
  waits,
  async ({ phone, simulator }) => {
    const field = phone.getByRole('textbox', { name: 'Telephone number' });
    await field.fill('+44 20 7946 0123');
    simulator.control.setFault({ op: 'CreateOutboundContact', kind: 'hang', count: 10 });
    await openDesk(phone, simulator).press('Dial');
    await expect(phone.getByRole('alert').filter({ hasText: 'The number was not dialled' })).toContainText(
      'Amazon Connect did not answer. Try again, or use the panel.',
      { timeout: 15_000 },
    );
    await expect(field).toHaveValue('+44 20 7946 0123');
    await expect(phone.getByRole('button', { name: 'Dial', exact: true })).toHaveAttribute('aria-disabled', 'false');
  },
);

test.describe('more quick connects than one page holds', () => {
  test.use({ simulatorOptions: { quickConnects: 1_200 } });

  test('are read page by page, for all queues at once', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    await desk.talk();
    await desk.press('Transfer or add');
    await expect(phone.getByText('1200 quick connects')).toBeVisible();
    const asked = simulator.requests.filter(({ operation }) => operation === 'GetEndpoints');
    const bodies = asked.map(({ body }) => body as { readonly queueARNs: string[]; readonly nextToken?: string });
    expect(bodies.map(({ nextToken }) => nextToken)).toEqual([undefined, '500', '1000']);
    const queues = bodies[0]?.queueARNs ?? [];
    expect(queues.length).toBeGreaterThan(1);
    expect(new Set(queues).size).toBe(queues.length);
  });
});
