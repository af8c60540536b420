import { expect, type Host, test } from './host-test.js';

// What goes with a transition besides its callbacks: the events of the bus, and what can still be read.

/** Everything told about contacts from a position on, the bus included. */
async function contactEvents(host: Host, since: number): Promise<readonly string[]> {
  return (await host.told(since)).map(({ what }) => what).filter((what) => /^(connect\.)?contact/.test(what));
}

/** How the agent's state changed from a position on, as `Available->PendingBusy`. */
async function stateChanges(host: Host, since: number): Promise<readonly (string | null)[]> {
  return (await host.told(since)).filter(({ what }) => what === 'agent.onStateChange').map(({ state }) => state);
}

test('every event is told on the bus, then to the contact, then both are refreshed', async ({ host, simulator }) => {
  await host.openReady();
  const since = await host.mark();
  simulator.control.ring();
  await host.hear('contact.onRefresh', { since });
  expect(await contactEvents(host, since)).toEqual([
    'connect.contact',
    'contact::connecting',
    'contact.onConnecting',
    'contact::refresh',
    'contact.onRefresh',
  ]);
});

test("the agent's state follows a call", async ({ host, simulator }) => {
  await host.openReady();
  const since = await host.mark();
  await host.talk();
  await host.settle();
  expect(await host.call('connection.destroy', 0)).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onEnded', { since });
  await host.settle();
  expect(await host.call('contact.complete')).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onDestroy', { since });
  expect(await stateChanges(host, since)).toEqual([
    'Available->PendingBusy',
    'PendingBusy->Busy',
    'Busy->AfterCallWork',
    'AfterCallWork->Available',
  ]);
  expect(simulator.control.state().contacts).toEqual([]);
});

test('a contact that pends as the host starts', async ({ host, simulator }) => {
  simulator.control.setHabits({ acceptedCallbackIs: 'pending' });
  await host.openReady();
  simulator.control.ring({ channel: 'queue_callback' });
  await host.hear('contact.onIncoming');
  await host.call('contact.accept');
  await host.hear('contact.onPending');
  await host.settle();
  await host.openReady();
  await host.hear('contact.onPending');
  expect((await host.callbacks(0)).filter((what) => /contact/.test(what))).toEqual([
    'connect.contact',
    'contact.onPending',
  ]);
});

test('a live contact can be neither completed nor cleared', async ({ host, simulator }) => {
  await host.openReady();
  simulator.control.ring();
  await host.hear('contact.onConnecting');
  for (const act of ['contact.clear', 'contact.complete'] as const) {
    const answer = await host.call(act);
    expect(answer, act).toMatchObject({ kind: 'failed', reason: expect.stringContaining('InvalidStateException') });
  }
  expect(simulator.control.state().contacts).toHaveLength(1);
});

test('a contact that is gone can no longer be read', async ({ host, simulator }) => {
  await host.openReady();
  const contactId = simulator.control.ring();
  await host.hear('contact.onConnecting');
  await host.settle();
  const destroyed = host.page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        // In the library, not in its types.
        const live = new connect.Agent().getContacts()[0] as unknown as {
          getStatus(): connect.ContactState;
          onDestroy(callback: (last: connect.Contact) => void): void;
        };
        live.onDestroy((last) => {
          let error = 'none';
          try {
            live.getStatus();
          } catch (thrown) {
            error = String(thrown);
          }
          resolve([last.getStatus().type, error]);
        });
      }),
  );
  simulator.control.remove(contactId);
  const [last, error] = await destroyed;
  expect(last).toBe('connecting');
  expect(error).toContain('no longer exists');
});

test('a next status is a whole status, and told once for each name', async ({ host, simulator }) => {
  await host.openReady();
  await host.talk();
  await host.settle();
  const since = await host.mark();
  await host.call('agent.setState', 'Lunch', true);
  await host.hear('agent.onEnqueuedNextState', { since });
  const next = await host.page.evaluate(() => new connect.Agent().getNextState() as unknown as Record<string, unknown>);
  expect(next).toMatchObject({
    agentStateARN: expect.stringContaining('agent-state/'),
    type: 'not_routable',
    name: 'Lunch',
    startTimestamp: expect.any(Date),
  });
  expect(await stateChanges(host, since)).toEqual([]);
  expect((await host.told(since)).map(({ what }) => what)).toContain('agent::enqueued_next_state');

  // Another status of the same name.
  const mark = await host.mark();
  simulator.control.setSnapshotShape((snapshot) => ({
    ...snapshot,
    nextState: { ...(snapshot.nextState as object), agentStateARN: `${next?.agentStateARN}0` },
  }));
  const arn = () =>
    host.page.evaluate(() => (new connect.Agent().getNextState() as connect.AgentState | null)?.agentStateARN);
  await expect.poll(arn).toBe(`${next?.agentStateARN}0`);
  expect((await host.told(mark)).map(({ what }) => what)).not.toContain('agent.onEnqueuedNextState');
});

test('a dropped web socket is asked for again at once, and four times when that fails', async ({ host, simulator }) => {
  await host.openReady();
  await host.hear('webSocket::connection_open');
  let since = await host.mark();
  simulator.control.setWebSocket('drop');
  const lost = await host.hear('agent::websocket_connection_lost', { since });
  const gained = await host.hear('agent::websocket_connection_gained', { since });
  expect(gained.at - lost.at).toBeLessThan(1_000);
  expect(host.webSocketsAsked()).toBe(2);
  await host.hear('webSocket::connection_open', { since });

  since = await host.mark();
  simulator.control.setFault({ op: 'CreateTransport', kind: 'status', status: 500 });
  simulator.control.setWebSocket('drop');
  await host.hear('webSocket::init_failure', { since });
  expect(host.webSocketsAsked()).toBe(6);
});
