import type { WireObject } from '../../simulator/snapshot.js';
import { openDesk, partyId } from '../support/call-journey.js';
import { test } from '../support/one-app-test.js';
import { awaitEvent, awaitExit, expect, test as ownAppTest } from '../support/phone-test.js';

test.use({ recordsStreams: true });

const kindsOf = (operations: readonly (string | null)[], wanted: string): number =>
  operations.filter((operation) => operation === wanted).length;

test('somebody who was called in and does not come is told of, and the customer is gone back to', async ({
  phone,
  simulator,
}) => {
  const desk = openDesk(phone, simulator);
  const contactId = await desk.talk();
  await desk.callIn('Grace Hopper');
  simulator.control.hangUpParty(contactId, partyId(simulator, contactId, 'Grace Hopper'));
  const sentence = /^Grace Hopper did not come onto the call\. Go on with the customer, or call somebody else\.$/;
  await expect(phone.getByText(sentence)).toBeVisible();
  await desk.press('Resume');
  await desk.inState(contactId, 'CONNECTED');
  await desk.sees('Hold');
  // Whom the agent removes is no news.
  await desk.callIn('Billing');
  await desk.press('Remove Billing');
  await expect(phone.getByRole('region', { name: 'On this call' })).toBeHidden();
  await expect(phone.getByText('Billing did not come onto the call.', { exact: false })).toBeHidden();
});

test('all on hold, some on hold and nobody on hold have each their sentence', async ({ phone, simulator }) => {
  const desk = openDesk(phone, simulator);
  const contactId = await desk.talk();
  await desk.callIn('Grace Hopper');
  desk.answers(contactId, 'Grace Hopper');
  await desk.press('Hold all');
  await expect(phone.getByText(/^All are on hold\./)).toBeVisible();
  await desk.press('Join all');
  await expect(phone.getByText(/^All hear each other\./)).toBeVisible();
  await desk.callIn('Billing');
  desk.answers(contactId, 'Billing');
  await expect(phone.getByText(/^Some are on hold\./)).toBeVisible();
});

test('two commands at once end in what the later one wants, and nothing is said', async ({ phone, simulator }) => {
  const desk = openDesk(phone, simulator);
  const contactId = await desk.talk();
  simulator.control.setFault({ op: 'HoldConnection', kind: 'delay', ms: 300, count: 1 });
  // In one turn of the page, so that neither has heard of the other.
  await phone.evaluate(() => {
    for (const name of ['Hold', 'Hang up']) {
      const found = [...document.querySelectorAll('.actions button')].find((each) => each.textContent === name);
      (found as HTMLElement).click();
    }
  });
  await desk.inState(contactId, 'ENDED');
  await desk.sees('Clear contact');
  await simulator.waitForRequest(({ operation }) => operation === 'HoldConnection', { timeoutMs: 5_000 });
  await expect(phone.getByRole('alert')).toHaveCount(0);
});

test('a party that is pressed twice is asked for once', async ({ phone, simulator }) => {
  const desk = openDesk(phone, simulator);
  const contactId = await desk.talk();
  await desk.callIn('Grace Hopper');
  desk.answers(contactId, 'Grace Hopper');
  await desk.press('Join all');
  simulator.control.setFault({ op: 'HoldConnection', kind: 'delay', ms: 500, count: 1 });
  const before = kindsOf(
    simulator.requests.map(({ operation }) => operation),
    'HoldConnection',
  );
  const button = phone.getByRole('button', { name: 'Hold Grace Hopper', exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.dispatchEvent('click');
  await expect(desk.party('Grace Hopper')).toContainText('On hold');
  await desk.sees('Resume Grace Hopper');
  const after = simulator.requests.map(({ operation }) => operation);
  expect(kindsOf(after, 'HoldConnection')).toBe(before + 1);
  expect(kindsOf(after, 'ResumeConnection')).toBe(0);
});

test('a party that leaves while it is put on hold is said to have left, and the call goes on', async ({
  phone,
  simulator,
}) => {
  const desk = openDesk(phone, simulator);
  const contactId = await desk.talk();
  await desk.callIn('Grace Hopper');
  desk.answers(contactId, 'Grace Hopper');
  await desk.press('Join all');
  simulator.control.setFault({ op: 'HoldConnection', kind: 'delay', ms: 400, count: 1 });
  await desk.press('Hold Grace Hopper');
  simulator.control.hangUpParty(contactId, partyId(simulator, contactId, 'Grace Hopper'));
  await expect(phone.getByRole('alert')).toContainText('The party was not put on hold: this party has left the call.');
  await desk.sees('Hang up');
  await desk.inState(contactId, 'CONNECTED');
});

test('whom a supervisor has muted is told so and offered no unmuting', async ({ phone, simulator }) => {
  const desk = openDesk(phone, simulator);
  const contactId = await desk.talk();
  simulator.control.supervise(contactId, { mode: 'BARGE', supervisor: 'Ingrid Solberg' });
  await expect(desk.party('Ingrid Solberg')).toBeVisible();
  simulator.control.setSnapshotShape((snapshot) => ({
    ...snapshot,
    contacts: (snapshot.contacts as readonly WireObject[]).map((contact) => ({
      ...contact,
      connections: (contact.connections as readonly WireObject[]).map((each) =>
        each.type === 'agent' ? { ...each, mute: true, forcedMute: true } : each,
      ),
    })),
  }));
  simulator.control.setAttributes(contactId, { muted: 'yes' });
  await expect(
    phone.getByText('A supervisor has muted you. Only the supervisor can unmute you.', { exact: true }),
  ).toBeVisible();
  await expect(phone.getByRole('button', { name: /^(Unmute|Mute)$/ })).toHaveCount(0);
  await desk.sees('Hold');
});

test('a supervisor whom Connect lets only listen is offered nothing else', async ({ phone, simulator }) => {
  simulator.control.setSnapshotShape((snapshot) => ({
    ...snapshot,
    contacts: (snapshot.contacts as readonly WireObject[]).map((contact) => ({
      ...contact,
      connections: (contact.connections as readonly WireObject[]).map((each) =>
        each.type === 'monitoring' ? { ...each, monitorCapabilities: ['SILENT_MONITOR'] } : each,
      ),
    })),
  }));
  simulator.control.monitorCall({ customer: 'Renata Oyelaran' });
  await expect(phone.getByText('You are listening. Nobody on the call hears you.')).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Speak', exact: true })).toBeHidden();
  await openDesk(phone, simulator).sees('Hang up');
});

ownAppTest('a quit from a conference leaves it to the others', async ({ app, phone, simulator }) => {
  const desk = openDesk(phone, simulator);
  const contactId = await desk.talk();
  await desk.callIn('Grace Hopper');
  desk.answers(contactId, 'Grace Hopper');
  await desk.press('Join all');
  await expect(desk.party('Renata Oyelaran')).toContainText('Talking');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.close(),
  );
  await desk.press('Leave call and quit');
  await expect(phone.getByText('The others talk on without you', { exact: false })).toBeVisible();
  const ended = awaitExit(app);
  await desk.press('Leave call and quit');
  await awaitEvent(
    simulator,
    ({ CurrentAgentSnapshot: { AgentStatus, Contacts } }) => AgentStatus.Type === 'OFFLINE' && Contacts.length === 0,
  );
  expect(await ended).toBe(0);
  const destroyed = simulator.requests.filter(({ operation }) => operation === 'DestroyConnection');
  // The agent's own leg alone: nobody else was put off the line.
  expect(destroyed).toHaveLength(1);
});
