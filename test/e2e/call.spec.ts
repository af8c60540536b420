import type { AgentEvent } from '../../simulator/agent-event.js';
import { test } from '../support/one-app-test.js';
import { awaitEvent, expect } from '../support/phone-test.js';

test.use({ recordsStreams: true });

/** What Streams' log has, and its types do not. */
interface StreamsLog {
  readonly _serverBoundInternalLogs: readonly unknown[];
  getLoggerId(): string;
  sendInternalLogEntryToServer(line: { readonly loggerId: string }): void;
}

const inState = (contactId: string, state: string) => (event: AgentEvent) =>
  event.CurrentAgentSnapshot.Contacts.some((contact) => contact.ContactId === contactId && contact.State === state);
const withoutContact = (event: AgentEvent): boolean => event.CurrentAgentSnapshot.Contacts.length === 0;
const inStatus = (name: string) => (event: AgentEvent) => event.CurrentAgentSnapshot.AgentStatus.Name === name;

test('an inbound call goes from ring to the next status', async ({ simulator, phone }) => {
  const press = (name: string) => phone.getByRole('button', { name, exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();

  const call = simulator.control.ring({
    customer: 'Renata Oyelaran',
    attributes: { customerName: 'Renata Oyelaran', tier: 'Platinum' },
  });
  await expect(phone.getByRole('heading', { name: 'Renata Oyelaran' })).toBeVisible();
  const attributes = phone.getByRole('region', { name: 'Contact attributes' });
  await expect(attributes.getByRole('term').filter({ hasText: 'tier' })).toBeVisible();
  await expect(attributes.getByRole('definition').filter({ hasText: 'Platinum' })).toBeVisible();

  await press('Answer');
  await awaitEvent(simulator, inState(call, 'CONNECTED'));
  simulator.control.setAttributes(call, { tier: 'Gold' });
  await expect(attributes.getByRole('definition').filter({ hasText: 'Gold' })).toBeVisible();

  await phone.getByRole('button', { name: /^Status/ }).click();
  await phone.getByRole('menuitemradio', { name: 'Lunch', exact: true }).click();
  await awaitEvent(simulator, (event) => event.CurrentAgentSnapshot.NextAgentStatus?.Name === 'Lunch');
  await expect(phone.getByText('Next: Lunch', { exact: true })).toBeVisible();
  await expect(phone).toHaveTitle(/Available - Next: Lunch/);

  await press('Mute');
  await expect(phone.getByRole('button', { name: 'Unmute', exact: true })).toBeVisible();
  await press('Unmute');
  await expect(phone.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();

  await press('Hold');
  await awaitEvent(simulator, inState(call, 'CONNECTED_ONHOLD'));
  const since = simulator.events.length;
  await press('Resume');
  await awaitEvent(simulator, inState(call, 'CONNECTED'), since);

  await press('Hang up');
  await awaitEvent(simulator, inState(call, 'ENDED'));
  await expect(phone.getByText('then Lunch', { exact: true })).toBeVisible();
  await press('Clear contact');
  await awaitEvent(simulator, (event) => withoutContact(event) && inStatus('Lunch')(event));
  await expect(phone.getByRole('button', { name: 'Status: Lunch' })).toBeVisible();
  await expect(phone.getByText('Your status is now Lunch.')).toBeVisible();
});

test('a ring changes all it shows in one frame, and so does its end', async ({ simulator, phone }) => {
  /** What changes from the first change on, frame by frame. */
  const watchFrames = () =>
    phone.evaluateHandle((frames) => {
      const changes: string[][] = [[]];
      const isClock = (node: Node) =>
        (node instanceof Element ? node : node.parentElement)?.closest('[role="timer"]') != null;
      const watched = new Promise<string[][]>((resolve) => {
        const observer = new MutationObserver((records) => {
          const shown = records.filter(({ target }) => !isClock(target));
          if (changes.length === 1 && changes[0]?.length === 0 && shown.length > 0) requestAnimationFrame(next);
          changes.at(-1)?.push(...shown.map(({ attributeName, target }) => attributeName ?? target.textContent ?? ''));
        });
        const next = () => {
          if (changes.length > frames) {
            observer.disconnect();
            resolve(changes);
            return;
          }
          changes.push([]);
          requestAnimationFrame(next);
        };
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      return { watched };
    }, framesAfter);
  const changesOf = async (act: () => void): Promise<string[][]> => {
    const handle = await watchFrames();
    act();
    return handle.evaluate(({ watched }) => watched);
  };
  // Far longer than what waits for the frame to be done.
  const framesAfter = 15;
  const nothingLater = Array.from({ length: framesAfter }, () => []);
  // What formats numbers is loaded while the page has nothing else to do.
  const first = simulator.control.ring({ phoneNumber: '+12025550123' });
  await expect(phone.getByText('+1 202 555 0123', { exact: true })).toBeVisible();
  simulator.control.remove(first);
  await expect(phone.getByText('+1 202 555 0123', { exact: true })).toBeHidden();
  for (const tier of ['Platinum', 'Gold']) {
    let call = '';
    const [shown, ...after] = await changesOf(() => {
      call = simulator.control.ring({ attributes: { tier } });
    });
    expect(shown).toContain(tier);
    expect(after).toEqual(nothingLater);
    await expect(phone.getByRole('button', { name: 'Answer', exact: true })).toBeVisible();
    const [, ...afterEnd] = await changesOf(() => simulator.control.remove(call));
    expect(afterEnd).toEqual(nothingLater);
  }
});

test('the border of a ringing card breathes, and not in the call', async ({ simulator, phone }) => {
  const breaths = () =>
    phone.evaluate(
      () =>
        document
          .getAnimations()
          .filter(({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations === Infinity)
          .length,
    );
  simulator.control.ring();
  await expect(phone.getByRole('button', { name: 'Answer', exact: true })).toBeVisible();
  await expect.poll(breaths).toBe(1);
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Hold', exact: true })).toBeVisible();
  await expect.poll(breaths).toBe(0);
});

test('what Streams writes for Connect goes to the panel and is not kept in our page', async ({ simulator, phone }) => {
  const panel = phone.frames().find((frame) => frame.url().startsWith(simulator.ccpUrl));
  const page = await phone.evaluate(() => (connect.getLog() as unknown as StreamsLog).getLoggerId());
  await panel?.evaluate((id) => {
    const log = connect.getLog() as unknown as StreamsLog;
    const send = log.sendInternalLogEntryToServer;
    log.sendInternalLogEntryToServer = function (line) {
      if (line.loggerId === id) document.documentElement.dataset['lines'] = 'come';
      send.call(this, line);
    };
  }, page);
  simulator.control.ring();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Hold', exact: true })).toBeVisible();
  await expect.poll(() => panel?.evaluate(() => document.documentElement.dataset['lines'])).toBe('come');
  expect(await phone.evaluate(() => (connect.getLog() as unknown as StreamsLog)._serverBoundInternalLogs.length)).toBe(
    0,
  );
});

test('every status is sent so that it becomes the next one on a contact', async ({ simulator, phone }) => {
  simulator.control.ring();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await phone.getByRole('button', { name: 'Next status', exact: true }).click();
  await phone.getByRole('menuitemradio', { name: 'Lunch', exact: true }).click();
  const request = await simulator.waitForRequest((each) => each.operation === 'PutAgentState', { timeoutMs: 5_000 });
  expect(request).toMatchObject({ status: 200, body: { enqueueNextState: true } });
});

test('a next status can be cleared, which is told apart from being taken', async ({ simulator, phone }) => {
  simulator.control.ring();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await phone.getByRole('button', { name: /^Status/ }).click();
  await phone.getByRole('menuitemradio', { name: 'Lunch', exact: true }).click();
  await phone.getByRole('button', { name: 'Clear next status' }).click();
  await expect(phone.getByText('The next status Lunch was cleared.')).toBeVisible();
  await expect(phone.getByText('Next: Lunch')).toBeHidden();
  expect(simulator.control.state().nextStatus).toBeNull();
});

test('a call is declined', async ({ simulator, phone }) => {
  const call = simulator.control.ring();
  await phone.getByRole('button', { name: 'Decline', exact: true }).click();
  await awaitEvent(simulator, inState(call, 'REJECTED'));
});

test('a number is dialled, and hung up before it is answered', async ({ simulator, phone }) => {
  await phone.getByRole('textbox', { name: 'Telephone number' }).fill('+44 20 7946 0123');
  await phone.getByRole('button', { name: 'Dial', exact: true }).click();
  const request = await simulator.waitForRequest((each) => each.operation === 'CreateOutboundContact', {
    timeoutMs: 5_000,
  });
  expect(request.body).toMatchObject({ endpoint: { phoneNumber: '+442079460123' } });
  const state = phone.locator('.contact-time');
  await expect(state).toContainText('Dialling');
  await phone.getByRole('button', { name: 'Hang up', exact: true }).click();
  await expect(state).not.toContainText('Dialling');
});

test('a number that cannot be one is not sent', async ({ simulator, phone }) => {
  const sentences = {
    '': 'Enter a telephone number.',
    abc: 'This is not a telephone number.',
    '+0 123': 'This is not a telephone number.',
    'sip:alice@example': 'This is not a telephone number.',
    '12': 'Short numbers cannot be called',
    '9-1-1': '9-1-1 cannot be called with Amazon Connect. Use another telephone now.',
    '+1 415 555': 'This number is too short.',
    '1234567890123456': 'This number is too long.',
    '+1 415 555 0100 x12': 'An extension cannot be dialled',
    '+850 2 381 2321': 'You may not call North Korea.',
  };
  for (const [typed, sentence] of Object.entries(sentences)) {
    await phone.getByRole('textbox', { name: 'Telephone number' }).fill(typed);
    await phone.getByRole('button', { name: 'Dial', exact: true }).click();
    await expect(phone.getByRole('alert')).toContainText(sentence);
  }
  expect(simulator.requests.some((request) => request.operation === 'CreateOutboundContact')).toBe(false);
});

for (const missEndsAs of ['missed', 'error'] as const) {
  test(`a missed call is shown and cleared when Connect calls it ${missEndsAs}`, async ({ simulator, phone }) => {
    const call = simulator.control.ring();
    await expect(phone.getByRole('button', { name: 'Answer', exact: true })).toBeVisible();
    simulator.control.miss(call, { endsAs: missEndsAs });
    await expect(phone.locator('.contact-time')).toContainText('Missed');
    await phone.getByRole('button', { name: 'Clear contact', exact: true }).click();
    await awaitEvent(simulator, withoutContact, simulator.events.length - 1);
    await expect(phone.getByText('Ready for the next contact')).toBeVisible();
  });
}

test('after-contact work that Connect ends is told as such', async ({ simulator, phone }) => {
  const call = simulator.control.ring();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await awaitEvent(simulator, inState(call, 'CONNECTED'));
  await simulator.waitForDelivery({ timeoutMs: 5_000 });
  simulator.control.hangUp(call);
  await expect(phone.getByText('After-contact work', { exact: true }).first()).toBeVisible();
  simulator.control.autoClear(call);
  await expect(phone.getByText(/Amazon Connect ended your after-contact work after 0:\d\d\./)).toBeVisible();
});

test('a status is pending until Connect shows it, and a refusal offers another try', async ({ simulator, phone }) => {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  simulator.control.setFault({ op: 'PutAgentState', kind: 'delay', ms: 700, count: 1 });
  await phone.getByRole('button', { name: /^Status/ }).click();
  await phone.getByRole('menuitemradio', { name: 'Lunch', exact: true }).click();
  await expect(phone.getByText('Setting Lunch')).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Status: Lunch' })).toBeVisible();
  await expect(phone.getByText('Setting Lunch')).toBeHidden();

  simulator.control.setFault({
    op: 'PutAgentState',
    kind: 'status',
    status: 400,
    type: 'InvalidStateException',
    count: 1,
  });
  await phone.getByRole('button', { name: /^Status/ }).click();
  await phone.getByRole('menuitemradio', { name: 'Meeting', exact: true }).click();
  await expect(
    phone.getByText(/Your status was not changed: Amazon Connect refused \(InvalidStateException\)/),
  ).toBeVisible();
  await phone.getByRole('button', { name: 'Retry' }).click();
  await expect(phone.getByRole('button', { name: 'Status: Meeting' })).toBeVisible();
});

test('contacts of other channels are on cards, whose content is in the panel', async ({ simulator, phone }) => {
  for (const channel of ['chat', 'task', 'email'] as const) {
    simulator.control.addReadOnlyContact({ channel, customer: `Customer of ${channel}` });
    await expect(phone.getByText(`Customer of ${channel}`, { exact: true }).first()).toBeVisible();
  }
  for (const [channel, sentence] of [
    ['task', 'The text of the task is in the panel.'],
    ['email', 'The email itself is in the panel.'],
    ['chat', 'The chat itself is in the panel.'],
  ]) {
    await phone.getByRole('button', { name: `Show contact with Customer of ${channel}` }).click();
    await expect(phone.getByText(sentence as string)).toBeVisible();
    await expect(phone.getByRole('button', { name: 'Show in panel', exact: true })).toBeVisible();
  }
});

test('a call and a chat share the window, and the call is the one that is open', async ({ simulator, phone }) => {
  simulator.control.addReadOnlyContact({ channel: 'chat', customer: 'Writing Customer' });
  const call = simulator.control.ring({ attributes: { customerName: 'Calling Customer' } });
  await expect(phone.getByRole('heading', { name: 'Calling Customer' })).toBeVisible();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await awaitEvent(simulator, inState(call, 'CONNECTED'));
  await expect(phone.getByText('Writing Customer', { exact: true })).toBeVisible();
});

test('the window follows what the agent does in the panel', async ({ simulator, phone }) => {
  simulator.control.ring();
  await phone.frameLocator('iframe').getByRole('button', { name: 'Accept' }).click();
  await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
});

test('a menu that was left open does not come back with the next contact', async ({ simulator, phone }) => {
  const button = (name: string) => phone.getByRole('button', { name, exact: true });
  const call = simulator.control.ring();
  await button('Answer').click();
  await expect(button('Hang up')).toBeVisible();
  await button('Next status').click();
  await expect(phone.getByRole('menu')).toBeVisible();
  simulator.control.remove(call);
  await expect(button('Dial')).toBeVisible();
  simulator.control.ring();
  await expect(button('Answer')).toBeVisible();
  await expect(button('Next status')).toBeVisible();
  await expect(phone.getByRole('menu')).toHaveCount(0);
});
