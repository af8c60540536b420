import { openDesk, partyId } from '../support/call-journey.js';
import { test } from '../support/one-app-test.js';
import { awaitEvent, expect } from '../support/phone-test.js';

test.use({ recordsStreams: true });

const refusal = { kind: 'status', status: 400, type: 'InvalidStateException', count: 1 } as const;

test.describe('a call', () => {
  test('is transferred to an agent who was asked first', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const contactId = await desk.talk();
    await desk.callIn('Grace Hopper');
    await expect(phone.getByText(/^It rings there\./)).toBeVisible();
    desk.answers(contactId, 'Grace Hopper');
    await expect(phone.getByText(/^You talk to one while the other is on hold\./)).toBeVisible();
    await desk.press('Swap');
    await expect(desk.party('Renata Oyelaran')).toContainText('Talking');
    await desk.press('Join all');
    await expect(phone.getByText(/^All hear each other\./)).toBeVisible();
    await desk.press('Leave call');
    await desk.inState(contactId, 'ENDED');
    const times = phone.getByLabel('Timeline');
    for (const state of ['Ringing', 'Connected', 'On hold', 'After-contact work']) {
      await expect(times.getByText(state, { exact: true })).toBeVisible();
    }
    await desk.press('Clear contact');
    await expect(phone.getByText('Ready for the next contact')).toBeVisible();
  });

  test('is transferred to a queue before anybody answers', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const contactId = await desk.talk();
    await desk.callIn('Billing');
    await desk.press('Leave call');
    await desk.inState(contactId, 'ENDED');
    await desk.sees('Clear contact');
  });

  test('takes a dialled number in', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const contactId = await desk.talk();
    await desk.press('Transfer or add');
    const field = phone.getByRole('combobox', { name: 'Name or number' });
    for (const [typed, sentence] of [
      ['112', '112 cannot be called with Amazon Connect. Use another telephone now.'],
      ['+1 415 555', 'This number is too short.'],
      ['+850 2 381 2321', 'You may not call North Korea.'],
    ] as const) {
      await field.fill(typed);
      await field.press('Enter');
      await expect(phone.getByRole('alert')).toContainText(sentence);
    }
    await field.fill('sip:+442079460123@sip.example');
    await expect(phone.getByRole('option').first()).toContainText('Call sip:+442079460123@sip.example');
    await field.press('Enter');
    await expect(desk.party('+44 20 7946 0123')).toContainText('Ringing');
    desk.answers(contactId, '+442079460123');
    await expect(desk.party('+44 20 7946 0123')).toContainText('Talking');
  });

  test('has six on it, each with name, hold and mute, and no seventh', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const contactId = await desk.talk();
    for (const name of ['Grace Hopper', 'Billing', 'Supervisor', 'Warehouse']) {
      await desk.callIn(name);
      desk.answers(contactId, name);
      await expect(desk.party(name)).toContainText('Talking');
      await desk.press('Join all');
      await expect(desk.party('Renata Oyelaran')).toContainText('Talking');
    }
    await expect(phone.getByRole('region', { name: 'On this call' }).getByRole('listitem')).toHaveCount(5);
    await expect(phone.getByRole('button', { name: 'Transfer or add' })).toBeHidden();
    await desk.press('Mute Billing');
    await expect(desk.party('Billing')).toContainText('Muted');
    await desk.press('Hold Warehouse');
    await expect(desk.party('Warehouse')).toContainText('On hold');
    await desk.press('Hold all');
    await expect(desk.party('Grace Hopper')).toContainText('On hold');
    await expect(desk.party('Renata Oyelaran')).toContainText('On hold');
    await desk.press('Join all');
    await desk.press('Remove Supervisor');
    await expect(desk.party('Supervisor')).toBeHidden();
    await desk.sees('Transfer or add');
    await desk.press('Leave call');
    await desk.inState(contactId, 'ENDED');
  });

  test('goes on with the third party when the customer leaves', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const contactId = await desk.talk();
    await desk.callIn('Grace Hopper');
    desk.answers(contactId, 'Grace Hopper');
    simulator.control.hangUp(contactId);
    await desk.sees('Hang up');
    await desk.press('Hold');
    await desk.press('Resume');
    await desk.press('Hang up');
    await desk.inState(contactId, 'ENDED');
  });

  test('waits on hold while the agent takes a second one, and is gone back to', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const first = await desk.talk('Renata Oyelaran');
    const second = simulator.control.ring({
      customer: 'Ikaika Nāmaka',
      attributes: { customerName: 'Ikaika Nāmaka' },
      interrupts: true,
    });
    await desk.press('Answer');
    await desk.inState(second, 'CONNECTED');
    await desk.inState(first, 'CONNECTED_ONHOLD');
    await desk.press('Show contact with Renata Oyelaran');
    await desk.press('Resume');
    await desk.inState(second, 'CONNECTED_ONHOLD');
    await desk.sees('Hold');
    await desk.press('Hang up');
    await desk.inState(first, 'ENDED');
  });

  test('sends digits that are pressed, typed and pasted, in their order', async ({ app, phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    await desk.talk();
    await desk.press('Keypad');
    const field = phone.getByRole('textbox', { name: 'Digits' });
    await expect(field).toBeFocused();
    await phone.keyboard.type('12#');
    await desk.press('Star');
    await app.evaluate(({ clipboard }) => clipboard.writeText(' 34-56,,(7) '));
    await field.press('Control+V');
    await app.evaluate(({ clipboard }) => clipboard.writeText('PIN 4711'));
    await field.press('Control+V');
    await expect(phone.getByRole('alert')).toContainText('Only digits, * and #');
    const sent = () =>
      simulator.requests
        .filter(({ operation }) => operation === 'SendDigits')
        .map(({ body }) => (body as { readonly digits: string }).digits)
        .join('');
    await expect.poll(sent).toBe('12#*3456,,7');
    await phone.keyboard.press('Escape');
    await expect(field).toBeHidden();
    await expect(phone.getByRole('button', { name: 'Keypad', exact: true })).toBeFocused();
    await desk.press('Hold');
    await desk.sees('Resume');
    await desk.press('Keypad');
    await desk.press('9');
    await expect.poll(sent).toBe('12#*3456,,79');
  });
});

test.describe('supervision', () => {
  test('is told to the agent while the supervisor is heard', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const contactId = await desk.talk();
    const sentence = phone.getByText('A supervisor is on this call and can be heard.');
    simulator.control.supervise(contactId, { mode: 'BARGE', supervisor: 'Ingrid Solberg' });
    await expect(sentence).toBeVisible();
    await expect(desk.party('Ingrid Solberg')).toBeVisible();
    await desk.press('Hold Renata Oyelaran');
    await desk.inState(contactId, 'CONNECTED_ONHOLD');
    simulator.control.endSupervision(contactId);
    await expect(sentence).toBeHidden();
  });

  test('of somebody else changes nothing on the call but who is heard', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    simulator.control.monitorCall({ customer: 'Renata Oyelaran', agent: 'Tomasz Wójcik' });
    await expect(phone.getByText('You are listening. Nobody on the call hears you.')).toBeVisible();
    await expect(desk.party('Tomasz Wójcik')).toContainText('Agent');
    for (const name of ['Hold', 'Mute', 'Transfer or add', 'Keypad']) {
      await expect(phone.getByRole('button', { name, exact: true })).toBeHidden();
    }
    await desk.press('Speak');
    await desk.press('Only listen');
    await desk.sees('Speak');
    await desk.press('Hang up');
    await desk.sees('Clear contact');
  });
});

test.describe('a contact', () => {
  for (const [how, ends, title, advice] of [
    ['missed', 'miss', 'Missed', 'It was not answered in time. Clear it to get contacts again.'],
    [
      'given up by the caller',
      'abandon',
      'Not taken',
      'The caller hung up before you answered, or it was declined in the panel.',
    ],
    ['broken', 'fail', 'Failed', 'Your side of the call could not be connected. Check your network, then try again.'],
  ] as const) {
    test(`that is ${how} says so`, async ({ phone, simulator }) => {
      const desk = openDesk(phone, simulator);
      const contactId = ends === 'fail' ? await desk.talk() : simulator.control.ring();
      if (ends !== 'fail') await desk.sees('Answer');
      simulator.control[ends](contactId);
      await expect(phone.locator('.contact-time')).toContainText(title);
      await expect(phone.getByText(advice)).toBeVisible();
    });
  }

  test('that arrives already missed appears', async ({ phone, simulator }) => {
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    simulator.control.setFault({ op: 'GetAgentSnapshot', kind: 'delay', ms: 1_000, count: 1 });
    const contactId = simulator.control.ring({ attributes: { customerName: 'Renata Oyelaran' } });
    simulator.control.miss(contactId);
    await expect(phone.locator('.contact-time')).toContainText('Missed');
    await expect(phone.getByRole('heading', { name: 'Renata Oyelaran' })).toBeVisible();
  });

  test('is looked at in window and panel together', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const chat = simulator.control.offer({ channel: 'chat', customer: 'Wanjiru Kamau' });
    const task = simulator.control.offer({ channel: 'task', customer: 'Renata Oyelaran' });
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
    // What any page of the instance says to all others, as the panel does when the agent turns to a contact.
    const turnTo = (contactId: string) =>
      phone.evaluate(
        (id) => connect.core.getEventBus().trigger(connect.ContactEvents.VIEW, { contactId: id }),
        contactId,
      );
    await turnTo(chat);
    await expect(phone.getByRole('heading', { name: 'Wanjiru Kamau' })).toBeVisible();
    await turnTo(task);
    await expect(phone.getByRole('heading', { name: 'Renata Oyelaran' })).toBeVisible();
    await desk.press('Show contact with Wanjiru Kamau');
    await expect(phone.getByRole('heading', { name: 'Wanjiru Kamau' })).toBeVisible();
  });
});

test.describe('what somebody else did first', () => {
  test('in the panel is no failure', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const contactId = await desk.talk();
    simulator.control.setFault({ op: 'HoldConnection', ...refusal });
    await phone.getByRole('button', { name: 'Hold', exact: true }).click();
    // The panel's own hold comes through although ours was refused.
    const agent = simulator.control.state().contacts[0];
    await phone.evaluate(
      ([id, connection]) => {
        const contact = new connect.Agent().getContacts().find((each) => each.getContactId() === id);
        contact
          ?.getConnections()
          .find((each) => each.getConnectionId() === connection)
          ?.hold({});
      },
      [contactId, agent?.customerConnectionId],
    );
    await desk.inState(contactId, 'CONNECTED_ONHOLD');
    await desk.sees('Resume');
    await expect(phone.getByRole('alert')).toHaveCount(0);
  });

  test('to a party is no failure either', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const contactId = await desk.talk();
    await desk.callIn('Grace Hopper');
    desk.answers(contactId, 'Grace Hopper');
    await expect(desk.party('Grace Hopper')).toContainText('Talking');
    simulator.control.setFault({ op: 'DestroyConnection', kind: 'delay', ms: 400, count: 1 });
    await desk.press('Remove Grace Hopper');
    simulator.control.hangUpParty(contactId, partyId(simulator, contactId, 'Grace Hopper'));
    await expect(phone.getByRole('region', { name: 'On this call' })).toBeHidden();
    await simulator.waitForRequest(({ operation }) => operation === 'DestroyConnection', { timeoutMs: 5_000 });
    await expect(phone.getByRole('alert')).toHaveCount(0);
    await desk.sees('Hang up');
  });

  test('is told in a sentence when it stays undone, and the call goes on', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const contactId = await desk.talk();
    simulator.control.setFault({ op: 'CreateAdditionalConnection', ...refusal });
    await desk.press('Transfer or add');
    await phone.getByRole('combobox', { name: 'Name or number' }).fill('Billing');
    await phone.getByRole('option').first().click();
    await expect(phone.getByRole('alert')).toContainText(
      'Nobody was called into the call: Amazon Connect refused (InvalidStateException).',
    );
    await desk.inState(contactId, 'CONNECTED');
    await desk.sees('Transfer or add');
  });
});

test.describe('quick connects', () => {
  test('that are odd are told apart all the same', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    const long = `${'W'.repeat(990)} the end`;
    simulator.control.setAnswerShape('GetEndpoints', (answer) => ({
      ...answer,
      endpoints: [
        { endpointARN: 'arn:1', type: 'agent', name: '' },
        { endpointARN: 'arn:2', type: 'phone_number', name: long, phoneNumber: '+442079460991' },
        { endpointARN: 'arn:3', type: 'phone_number', name: 'Taxi', phoneNumber: '+12025550191' },
        { endpointARN: 'arn:4', type: 'phone_number', name: 'Taxi', phoneNumber: '+12025550192' },
        { endpointARN: 'arn:4', type: 'phone_number', name: 'Taxi', phoneNumber: '+12025550192' },
      ],
    }));
    await desk.talk();
    await desk.press('Transfer or add');
    const options = phone.getByRole('option');
    await expect(options).toHaveCount(4);
    await expect(options.nth(0)).toContainText('Without a name');
    await expect(options.nth(1)).toContainText('+1 202 555 0191');
    await expect(options.nth(2)).toContainText('+1 202 555 0192');
    await expect(options.nth(3)).toContainText('the end');
    await phone.getByRole('combobox', { name: 'Name or number' }).fill('taxi 5550192');
    await expect(options).toHaveCount(1);
    await phone.keyboard.press('Escape');
    await expect(phone.getByRole('button', { name: 'Transfer or add', exact: true })).toBeFocused();
  });

  test('that cannot be read are asked for again, and a number is called all the same', async ({ phone, simulator }) => {
    const desk = openDesk(phone, simulator);
    await desk.talk();
    simulator.control.setFault({ op: 'GetEndpoints', ...refusal });
    await desk.press('Transfer or add');
    await expect(phone.getByText(/^The quick connects could not be read\./)).toBeVisible();
    await desk.press('Try again');
    await expect(phone.getByRole('option')).toHaveCount(4);
  });

  test.describe('by the thousand', () => {
    test.use({ simulatorOptions: { quickConnects: 5_000 } });
    test('are searched and chosen by the keyboard alone', async ({ phone, simulator }) => {
      const desk = openDesk(phone, simulator);
      await desk.talk();
      await desk.press('Transfer or add');
      await expect(phone.getByText('5000 quick connects')).toBeVisible();
      await phone.keyboard.type('agent 49');
      for (let presses = 0; presses < 12; presses += 1) await phone.keyboard.press('ArrowDown');
      const chosen = phone.getByRole('option', { selected: true });
      await expect(chosen).toHaveAttribute('aria-posinset', '13');
      await expect(chosen).toBeInViewport();
      await phone.keyboard.press('Enter');
      await expect(phone.getByRole('region', { name: 'On this call' })).toBeVisible();
      await awaitEvent(simulator, (event) => event.CurrentAgentSnapshot.Contacts[0]?.State === 'CONNECTED_ONHOLD');
    });
  });
});
