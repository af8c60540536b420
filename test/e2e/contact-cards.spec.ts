import type { WireObject } from '../../simulator/snapshot.js';
import { openDesk } from '../support/call-journey.js';
import { test } from '../support/one-app-test.js';
import { expect } from '../support/phone-test.js';

test.use({ recordsStreams: true });

/** The same snapshot with these members in each of its contacts. */
const withMembers = (members: WireObject) => (snapshot: WireObject) => ({
  ...snapshot,
  contacts: (snapshot.contacts as readonly WireObject[]).map((contact) => ({ ...contact, ...members })),
});

test('a queued callback shows each of its states, and the time it was in each', async ({ phone, simulator }) => {
  const desk = openDesk(phone, simulator);
  const state = phone.locator('.contact-time');
  simulator.control.setHabits({ acceptedCallbackIs: 'pending' });
  const contactId = simulator.control.offer({ channel: 'queue_callback', customer: 'Renata Oyelaran' });
  await desk.inState(contactId, 'INCOMING');
  await expect(state).toContainText('Incoming');
  await desk.press('Answer');
  await desk.inState(contactId, 'PENDING');
  await expect(state).toContainText('Pending');
  simulator.control.dial(contactId);
  await desk.inState(contactId, 'CONNECTING');
  await expect(state).toContainText('Dialling');
  simulator.control.answerOutbound(contactId);
  await desk.inState(contactId, 'CONNECTED');
  await expect(state).toContainText('Connected');
  await desk.press('Hold');
  await desk.inState(contactId, 'CONNECTED_ONHOLD');
  await expect(state).toContainText('On hold');
  await desk.press('Hang up');
  await desk.inState(contactId, 'ENDED');
  await expect(state).toContainText('After-contact work');
  const times = phone.getByLabel('Timeline');
  for (const each of ['Incoming', 'Pending', 'Dialling', 'Connected', 'On hold', 'After-contact work', 'In all']) {
    await expect(times.getByText(each, { exact: true })).toBeVisible();
  }
  await expect(times.getByRole('definition')).toHaveText(Array.from({ length: 7 }, () => /^\d+:\d\d$/));
});

test('a preview says what it is, and is shown in the panel, where it is dialled', async ({ phone, simulator }) => {
  const desk = openDesk(phone, simulator);
  simulator.control.setSnapshotShape(
    withMembers({ initiationMethod: 'campaign_preview', state: { type: 'incoming', timestamp: Date.now() / 1_000 } }),
  );
  simulator.control.ring({ attributes: { customerName: 'Renata Oyelaran' } });
  await expect(phone.getByText(/^A preview: read about the customer/)).toBeVisible();
  await desk.sees('Answer');
  await desk.sees('Show in panel');
});

test('a second call says that the first goes on hold when it is answered', async ({ phone, simulator }) => {
  const desk = openDesk(phone, simulator);
  const first = await desk.talk('Renata Oyelaran');
  const second = simulator.control.ring({ attributes: { customerName: 'Ikaika Nāmaka' }, interrupts: true });
  await expect(
    phone.getByText('A second call. When you answer, the call with Renata Oyelaran goes on hold.'),
  ).toBeVisible();
  await desk.press('Answer');
  await desk.inState(second, 'CONNECTED');
  await desk.inState(first, 'CONNECTED_ONHOLD');
  await expect(phone.getByText(/^A second call\./)).toBeHidden();
});

for (const [channel, inPanel] of [
  ['chat', 'The chat itself is in the panel.'],
  ['task', 'The text of the task is in the panel.'],
  ['email', 'The email itself is in the panel.'],
] as const) {
  test(`a contact of the channel ${channel} is declined, or taken and cleared, from its card`, async ({
    phone,
    simulator,
  }) => {
    const desk = openDesk(phone, simulator);
    const declined = simulator.control.offer({ channel, customer: 'Wanjiru Kamau' });
    await desk.press('Decline');
    await desk.inState(declined, 'REJECTED');
    await desk.press('Clear contact');
    await expect(phone.getByText('Ready for the next contact')).toBeVisible();
    const taken = simulator.control.offer({ channel, customer: 'Wanjiru Kamau' });
    await desk.press('Answer');
    await desk.inState(taken, 'CONNECTED');
    await expect(phone.getByText(inPanel)).toBeVisible();
    simulator.control.hangUp(taken);
    await desk.press('Clear contact');
    await expect(phone.getByText('Ready for the next contact')).toBeVisible();
  });
}

test('a task is timed anew while it is paused, although Connect does not', async ({ phone, simulator }) => {
  const desk = openDesk(phone, simulator);
  const anHourAgo = Date.now() / 1_000 - 3_600;
  simulator.control.setSnapshotShape((snapshot) => ({
    ...snapshot,
    contacts: (snapshot.contacts as readonly WireObject[]).map((contact) => ({
      ...contact,
      state: { ...(contact.state as WireObject), timestamp: anHourAgo },
    })),
  }));
  simulator.control.offer({ channel: 'task', customer: 'Wanjiru Kamau' });
  await desk.press('Answer');
  const time = phone.locator('.contact-time');
  await expect(time).toContainText('Connected');
  await expect(time).toContainText('1:00:');
  await desk.press('Pause');
  await expect(time).toContainText('Paused');
  await expect(time).toContainText(/^0:0\d/);
});

test('a contact tells which one it continues and which one it came from', async ({ app, phone, simulator }) => {
  simulator.control.setSnapshotShape(withMembers({ initialContactId: 'first-contact', relatedContactId: 'the-call' }));
  simulator.control.ring();
  await expect(phone.getByText('Continues an earlier contact')).toBeVisible();
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  for (const [sentence, contactId] of [
    ['Continues an earlier contact', 'first-contact'],
    ['Comes from another contact', 'the-call'],
  ]) {
    await phone.getByRole('button', { name: `Copy its id: ${sentence}` }).click();
    await expect.poll(copied).toBe(contactId);
  }
});

test('a call that could not be made says why, as Connect names it', async ({ phone, simulator }) => {
  const desk = openDesk(phone, simulator);
  await phone.getByRole('textbox', { name: 'Telephone number' }).fill('+44 20 7946 0123');
  await desk.press('Dial');
  await expect(phone.locator('.contact-time')).toContainText('Dialling');
  const [contact] = simulator.control.state().contacts;
  simulator.control.fail(contact?.contactId ?? '');
  await expect(phone.locator('.contact-time')).toContainText('Failed');
  await expect(phone.getByText('The other side could not be connected. Try again later.')).toBeVisible();
});
