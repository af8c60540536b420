import { type CommandKind, commandSchema } from '../../contract/command.js';
import { type Desk, openDesk, partyId } from '../support/call-journey.js';
import { test } from '../support/one-app-test.js';
import { awaitEvent, expect, test as ownAppTest, type PhoneFixtures } from '../support/phone-test.js';

test.use({ recordsStreams: true });

type Journey = (desk: Desk) => Promise<void>;

const chooseStatus = async ({ phone }: Desk, button: RegExp | string, status: string): Promise<void> => {
  await phone.getByRole('button', { name: button }).click();
  await phone.getByRole('menuitemradio', { name: status, exact: true }).click();
};

/** Renata is on hold while the agent talks to Grace Hopper. */
async function consult(desk: Desk): Promise<string> {
  const contactId = await desk.talk();
  await desk.callIn('Grace Hopper');
  desk.answers(contactId, 'Grace Hopper');
  await expect(desk.party('Grace Hopper')).toContainText('Talking');
  return contactId;
}

/** All three hear each other. */
async function conference(desk: Desk): Promise<string> {
  const contactId = await consult(desk);
  await desk.press('Join all');
  await expect(desk.party('Renata Oyelaran')).toContainText('Talking');
  return contactId;
}

/** A task the agent has accepted. */
async function task(desk: Desk): Promise<string> {
  const contactId = desk.simulator.control.offer({ channel: 'task', customer: 'Renata Oyelaran' });
  await desk.press('Answer');
  await desk.inState(contactId, 'CONNECTED');
  return contactId;
}

/** The agent listens to a call of Grace Hopper's. */
async function listen(desk: Desk): Promise<void> {
  desk.simulator.control.monitorCall({ customer: 'Renata Oyelaran' });
  await desk.sees('Speak');
}

/** One journey for each command, through the window as an agent would; what it does is seen at the centre and in the window. */
const JOURNEYS: { readonly [Kind in CommandKind]: Journey } = {
  async setStatus(desk) {
    await chooseStatus(desk, /^Status/, 'Lunch');
    await desk.sees('Status: Lunch');
  },
  async queueStatus(desk) {
    await desk.talk();
    await chooseStatus(desk, 'Next status', 'Lunch');
    await awaitEvent(desk.simulator, (event) => event.CurrentAgentSnapshot.NextAgentStatus?.Name === 'Lunch');
    await expect(desk.phone.getByText('Next: Lunch', { exact: true })).toBeVisible();
  },
  async clearNextStatus(desk) {
    await desk.talk();
    await chooseStatus(desk, 'Next status', 'Lunch');
    await desk.press('Clear next status');
    await expect(desk.phone.getByText('The next status Lunch was cleared.')).toBeVisible();
    expect(desk.simulator.control.state().nextStatus).toBeNull();
  },
  async goOffline({ phone, simulator }) {
    await phone.getByRole('button', { name: /^Account/ }).click();
    await phone.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
    await awaitEvent(simulator, (event) => event.CurrentAgentSnapshot.AgentStatus.Type === 'OFFLINE');
  },
  async accept(desk) {
    await desk.talk();
    await desk.asked('AcceptContact');
  },
  async reject(desk) {
    const contactId = desk.simulator.control.ring();
    await desk.press('Decline');
    await desk.inState(contactId, 'REJECTED');
    await expect(desk.phone.getByText('You declined it.')).toBeVisible();
  },
  async hangUp(desk) {
    const contactId = await desk.talk();
    await desk.press('Hang up');
    await desk.inState(contactId, 'ENDED');
    await desk.sees('Clear contact');
  },
  async hold(desk) {
    const contactId = await desk.talk();
    await desk.press('Hold');
    await desk.inState(contactId, 'CONNECTED_ONHOLD');
    await desk.sees('Resume');
  },
  async resume(desk) {
    await desk.talk();
    await desk.press('Hold');
    await desk.press('Resume');
    await desk.asked('ResumeConnection');
    await desk.sees('Hold');
  },
  async pause(desk) {
    const contactId = await task(desk);
    await desk.press('Pause');
    await desk.inState(contactId, 'PAUSED');
    await desk.press('Resume');
    await desk.asked('ResumeContact');
    await desk.sees('Pause');
  },
  async clear(desk) {
    const contactId = await desk.talk();
    desk.simulator.control.hangUp(contactId);
    await desk.press('Clear contact');
    await awaitEvent(
      desk.simulator,
      (event) => event.CurrentAgentSnapshot.Contacts.length === 0,
      desk.simulator.events.length - 1,
    );
    await expect(desk.phone.getByText('Ready for the next contact')).toBeVisible();
  },
  async view(desk) {
    const { phone } = desk;
    await phone.evaluate(() => {
      connect.core.onViewContact(({ contactId }) => document.documentElement.setAttribute('data-viewed', contactId));
    });
    const contactId = await task(desk);
    await desk.press('Show in panel');
    await expect(phone.locator('html')).toHaveAttribute('data-viewed', contactId);
  },
  async addParty(desk) {
    const contactId = await desk.talk();
    await desk.callIn('Billing');
    await desk.asked('CreateAdditionalConnection');
    await desk.inState(contactId, 'CONNECTED_ONHOLD');
    await expect(desk.party('Renata Oyelaran')).toContainText('On hold');
  },
  async join(desk) {
    const contactId = await conference(desk);
    await desk.asked('ConferenceConnections');
    await desk.inState(contactId, 'CONNECTED');
  },
  async swap(desk) {
    await consult(desk);
    await desk.press('Swap');
    await desk.asked('ToggleActiveConnections');
    await expect(desk.party('Renata Oyelaran')).toContainText('Talking');
    await expect(desk.party('Grace Hopper')).toContainText('On hold');
  },
  async leave(desk) {
    const contactId = await consult(desk);
    await desk.press('Leave call');
    await desk.inState(contactId, 'ENDED');
    await desk.sees('Clear contact');
  },
  async sendDigits(desk) {
    await desk.talk();
    await desk.press('Keypad');
    await desk.press('1');
    await desk.phone.getByRole('textbox', { name: 'Digits' }).press('#');
    const digits = () =>
      desk.simulator.requests
        .filter(({ operation }) => operation === 'SendDigits')
        .map(({ body }) => (body as { readonly digits: string }).digits);
    await expect.poll(digits).toEqual(['1', '#']);
    await expect(desk.phone.getByRole('textbox', { name: 'Digits' })).toHaveValue('1#');
  },
  async bargeIn(desk) {
    await listen(desk);
    await desk.press('Speak');
    await desk.asked('UpdateMonitorParticipantState');
    await expect(desk.phone.getByText('You are on this call as a supervisor. Everybody hears you.')).toBeVisible();
  },
  async listen(desk) {
    await listen(desk);
    await expect(desk.phone.getByText('You are listening. Nobody on the call hears you.')).toBeVisible();
    await desk.press('Speak');
    await desk.press('Only listen');
    await desk.sees('Speak');
  },
  async dropParty(desk) {
    const contactId = await conference(desk);
    const graceId = partyId(desk.simulator, contactId, 'Grace Hopper');
    await desk.press('Remove Grace Hopper');
    await desk.asked('DestroyConnection');
    await desk.sees('Hang up');
    const contact = desk.simulator.control.state().contacts[0];
    expect(contact?.connections.find(({ id }) => id === graceId)?.state).toBe('disconnected');
  },
  async holdParty(desk) {
    await conference(desk);
    await desk.press('Hold Grace Hopper');
    await expect(desk.party('Grace Hopper')).toContainText('On hold');
    await expect(desk.party('Renata Oyelaran')).toContainText('Talking');
  },
  async resumeParty(desk) {
    await conference(desk);
    await desk.press('Hold Grace Hopper');
    await desk.press('Resume Grace Hopper');
    await expect(desk.party('Grace Hopper')).toContainText('Talking');
  },
  async muteParty(desk) {
    await conference(desk);
    await desk.press('Mute Grace Hopper');
    await desk.asked('MuteParticipant');
    await expect(desk.party('Grace Hopper')).toContainText('Muted');
  },
  async unmuteParty(desk) {
    await conference(desk);
    await desk.press('Mute Grace Hopper');
    await desk.press('Unmute Grace Hopper');
    await desk.asked('UnmuteParticipant');
    await expect(desk.party('Grace Hopper')).not.toContainText('Muted');
  },
  async mute(desk) {
    await desk.talk();
    await desk.press('Mute');
    await desk.sees('Unmute');
  },
  async unmute(desk) {
    await conference(desk);
    await desk.press('Mute');
    await desk.asked('MuteParticipant');
    await desk.press('Unmute');
    await desk.asked('UnmuteParticipant');
    await desk.sees('Mute');
  },
  async dial(desk) {
    await desk.phone.getByRole('textbox', { name: 'Telephone number' }).fill('+44 20 7946 0123');
    await desk.press('Dial');
    await desk.asked('CreateOutboundContact');
    await expect(desk.phone.locator('.contact-time')).toContainText('Dialling');
  },
};

for (const { shape } of commandSchema.options.map((option) => option.unwrap())) {
  const kind = shape.kind.value;
  const act = async ({ phone, simulator }: Pick<PhoneFixtures, 'phone' | 'simulator'>): Promise<void> => {
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    await JOURNEYS[kind](openDesk(phone, simulator));
  };
  const title = `the command ${kind}`;
  // The app remembers who signs out.
  if (kind === 'goOffline') ownAppTest(title, ({ phone, simulator }) => act({ phone, simulator }));
  else test(title, ({ phone, simulator }) => act({ phone, simulator }));
}
