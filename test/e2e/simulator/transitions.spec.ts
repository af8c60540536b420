import { expect, test } from './host-test.js';

// What the protocol says a host is told at each step of a contact, and in which order. Names are the callbacks of Streams;
// refreshes are left out unless they are the point.

test('an inbound call from ring to cleared', async ({ host, simulator }) => {
  await host.openReady();
  let since = await host.mark();
  const id = simulator.control.ring();
  await host.hear('contact.onConnecting', { since });
  expect(await host.callbacks(since)).toEqual(['agent.onStateChange', 'connect.contact', 'contact.onConnecting']);

  await host.settle();
  since = await host.mark();
  expect(await host.call('contact.accept')).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onConnected', { since });
  await host.hear('contact.onAccepted', { since });
  expect((await host.callbacks(since)).filter((what) => what !== 'contact.onAccepted')).toEqual([
    'agent.onStateChange',
    'contact.onConnected',
  ]);

  await host.settle();
  since = await host.mark();
  expect(await host.call('connection.hold', 1)).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onRefresh', { since });
  expect(await host.callbacks(since)).toEqual([]);
  expect(await host.call('connection.resume', 1)).toMatchObject({ kind: 'ok' });

  await host.settle();
  since = await host.mark();
  simulator.control.hangUp(id);
  await host.hear('contact.onEnded', { since });
  expect(await host.callbacks(since)).toEqual([
    'agent.onStateChange',
    'agent.onAfterCallWork',
    'contact.onACW',
    'contact.onEnded',
  ]);

  await host.settle();
  since = await host.mark();
  expect(await host.call('contact.clear')).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onDestroy', { since });
  expect(await host.callbacks(since)).toEqual(['agent.onRoutable', 'agent.onStateChange', 'contact.onDestroy']);
});

for (const [how, endsAs, expected] of [
  ['missed', 'missed', ['contact.onEnded', 'contact.onMissed']],
  ['missed', 'error', ['contact.onError', 'contact.onMissed', 'contact.onEnded']],
  ['rejected', 'rejected', ['contact.onEnded', 'contact.onMissed']],
  ['rejected', 'error', ['contact.onError', 'contact.onMissed', 'contact.onEnded']],
  ['broken', 'error', ['contact.onError', 'contact.onMissed', 'contact.onEnded']],
] as const) {
  test(`a call that is ${how}, called ${endsAs}`, async ({ host, simulator }) => {
    simulator.control.setHabits({ rejectEndsAs: endsAs === 'error' ? 'error' : 'rejected' });
    await host.openReady();
    const id = simulator.control.ring();
    await host.hear('contact.onConnecting');
    await host.settle();
    const since = await host.mark();
    if (how === 'rejected') await host.call('contact.reject');
    else if (how === 'broken') simulator.control.fail(id);
    else simulator.control.miss(id, { endsAs: endsAs === 'error' ? 'error' : 'missed' });
    await host.hear('contact.onMissed', { since });
    await host.hear('contact.onEnded', { since });
    const told = await host.callbacks(since);
    expect(told).toEqual(['agent.onStateChange', 'agent.onError', ...expected]);
    // Gone only when it is cleared.
    expect(simulator.control.state().contacts).toHaveLength(1);
    await host.call('contact.clear');
    await host.hear('contact.onDestroy', { since });
  });
}

test('a contact that vanishes while it rings', async ({ host, simulator }) => {
  await host.openReady();
  const id = simulator.control.ring();
  await host.hear('contact.onConnecting');
  await host.settle();
  const since = await host.mark();
  simulator.control.remove(id);
  await host.hear('contact.onDestroy', { since });
  const told = (await host.told(since)).filter(({ what }) => /^contact\.on(Ended|Destroy)$/.test(what));
  expect(told.map(({ what, state }) => [what, state])).toEqual([
    ['contact.onEnded', 'connecting'],
    ['contact.onDestroy', 'connecting'],
  ]);
});

test('a contact that came and went between two polls is missed without a word', async ({ host, simulator }) => {
  await host.openReady();
  const since = await host.mark();
  simulator.control.setAttributes(simulator.control.ring(), {});
  simulator.control.miss(String(simulator.control.state().contacts[0]?.contactId));
  expect(await host.hear('connect.contact', { since })).toMatchObject({ state: 'missed' });
  await host.hear('contact.onRefresh', { since });
  expect((await host.callbacks(since)).filter((what) => what.startsWith('contact.'))).toEqual([]);
});

test('a callback is offered, dialled, and answered', async ({ host, simulator }) => {
  await host.openReady();
  const since = await host.mark();
  const id = simulator.control.ring({ channel: 'queue_callback' });
  await host.hear('contact.onIncoming', { since });
  await host.settle();
  expect(await host.call('contact.accept')).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onConnecting', { since });
  await host.settle();
  simulator.control.answerOutbound(id);
  await host.hear('contact.onConnected', { since });
  expect((await host.callbacks(since)).filter((what) => /on(Incoming|Connecting|Connected)$/.test(what))).toEqual([
    'contact.onIncoming',
    'contact.onConnecting',
    'contact.onConnected',
  ]);
  expect(simulator.events.map(({ CurrentAgentSnapshot }) => CurrentAgentSnapshot.Contacts[0]?.State)).toEqual([
    ...[undefined, 'INCOMING', 'CONNECTING', 'CONNECTED'],
  ]);
});

test('a callback may pend first', async ({ host, simulator }) => {
  simulator.control.setHabits({ acceptedCallbackIs: 'pending' });
  await host.openReady();
  const id = simulator.control.ring({ channel: 'queue_callback' });
  await host.hear('contact.onIncoming');
  await host.call('contact.accept');
  await host.hear('contact.onPending');
  await host.settle();
  simulator.control.dial(id);
  await host.hear('contact.onConnecting');
  expect(simulator.events.at(-1)?.CurrentAgentSnapshot.Contacts[0]?.State).toBe('CONNECTING');
});

test('an outbound call', async ({ host, simulator }) => {
  await host.openReady();
  const since = await host.mark();
  const endpoint = { type: 'phone_number', phoneNumber: '+442079460123', endpointARN: null, name: null };
  expect(await host.call('agent.connect', endpoint)).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onConnecting', { since });
  await host.settle();
  expect(await host.callbacks(since)).toEqual(['agent.onStateChange', 'connect.contact', 'contact.onConnecting']);
  expect(await host.hear('agent.onStateChange', { since })).toMatchObject({ state: 'Available->CallingCustomer' });
  simulator.control.answerOutbound(String(simulator.control.state().contacts[0]?.contactId));
  await host.hear('contact.onConnected', { since });
});

test('a next status is told when it is chosen and when it is taken', async ({ host, simulator }) => {
  await host.openReady();
  const id = await host.talk();
  await host.settle();
  let since = await host.mark();
  expect(await host.call('agent.setState', 'Lunch', true)).toMatchObject({ kind: 'ok' });
  expect(await host.hear('agent.onEnqueuedNextState', { since })).toMatchObject({ state: 'Lunch' });
  expect(await host.call('agent.setState', 'Break')).toMatchObject({ kind: 'failed' });
  simulator.control.hangUp(id);
  await host.hear('contact.onACW', { since });
  await host.settle();
  since = await host.mark();
  await host.call('contact.clear');
  await host.hear('contact.onDestroy', { since });
  expect(await host.callbacks(since)).toEqual([
    'agent.onNotRoutable',
    'agent.onStateChange',
    'agent.onClearedNextState',
    'contact.onDestroy',
  ]);
});

test('a next status is taken back by choosing Available', async ({ host, simulator }) => {
  await host.openReady();
  await host.talk();
  await host.call('agent.setState', 'Lunch', true);
  await host.hear('agent.onEnqueuedNextState');
  await host.settle();
  await host.call('agent.setState', 'Available', true);
  expect(await host.hear('agent.onClearedNextState')).toMatchObject({ state: 'Busy' });
  expect(simulator.control.state().nextStatus).toBeNull();
});

test('hold is also said on the channel of the newer SDK, which answers questions', async ({ host }) => {
  await host.openReady();
  await host.talk();
  const isPreview = await host.page.evaluate(() => {
    // In the library, not in its types.
    const contact = new connect.Agent().getContacts()[0] as unknown as { isPreviewMode(): Promise<boolean> };
    return contact.isPreviewMode();
  });
  expect(isPreview).toBe(false);
  const heard = host.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const leg = new connect.Agent().getContacts()[0]?.getInitialConnection() as unknown as {
          onParticipantHold(callback: (event: { connectionId: string }) => void): void;
        };
        leg.onParticipantHold(() => resolve('held'));
      }),
  );
  expect(await host.call('connection.hold', 1)).toMatchObject({ kind: 'ok' });
  expect(await heard).toBe('held');
});

test('contacts already there are told with the agent', async ({ host, simulator }) => {
  simulator.control.ring();
  await host.openReady();
  await host.hear('contact.onConnecting');
  const told = await host.told(0);
  const agent = told.find(({ what }) => what === 'connect.agent');
  const ringing = told.find(({ what }) => what === 'contact.onConnecting');
  expect(Number(ringing?.at) - Number(agent?.at)).toBeLessThan(50);
});
