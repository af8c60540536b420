import type { Channel } from '../../../simulator/contact.js';
import { expect, type Host, test } from './host-test.js';

const grace = { type: 'agent', name: 'Grace Hopper' };

async function quickConnect(host: Host, name: string): Promise<unknown> {
  const answer = await host.call('agent.getEndpoints', []);
  if (answer.kind !== 'ok') throw new Error(`getEndpoints: ${answer.kind}`);
  return (answer.data as { endpoints: { name: string }[] }).endpoints.find((each) => each.name === name);
}

for (const channel of ['chat', 'task', 'email'] as const satisfies readonly Channel[]) {
  test(`a ${channel} is offered, accepted, ended and cleared`, async ({ host, simulator }) => {
    await host.openReady();
    await host.bringTaskLibrary();
    const id = simulator.control.offer({ channel, customer: 'Hana Suzuki' });
    await host.hear('contact.onConnecting');
    await host.settle();
    expect(await host.call('contact.accept')).toMatchObject({ kind: 'ok' });
    await host.hear('contact.onConnected');
    await host.settle();
    expect(await host.call('connection.destroy', 0)).toMatchObject({ kind: 'ok' });
    await host.hear('contact.onACW');
    await host.settle();
    expect(await host.call('contact.clear')).toMatchObject({ kind: 'ok' });
    await host.hear('contact.onDestroy');
    const states = simulator.events.flatMap(({ CurrentAgentSnapshot }) => CurrentAgentSnapshot.Contacts);
    expect(states.map(({ ContactId, Channel: name, State }) => [ContactId, name, State])).toEqual(
      ['CONNECTING', 'CONNECTED', 'ENDED'].map((state) => [id, channel.toUpperCase(), state]),
    );
  });

  test(`a ${channel} is declined`, async ({ host, simulator }) => {
    await host.openReady();
    simulator.control.offer({ channel });
    await host.hear('contact.onConnecting');
    await host.call('contact.reject');
    await host.hear('contact.onMissed');
    expect(simulator.control.state().contacts[0]?.state).toBe('rejected');
  });
}

test('a task is paused and resumed: connected again', async ({ host, simulator }) => {
  await host.openReady();
  simulator.control.offer({ channel: 'task' });
  await host.hear('contact.onConnecting');
  await host.call('contact.accept');
  await host.hear('contact.onConnected');
  await host.settle();
  let since = await host.mark();
  expect(await host.call('contact.pause')).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onRefresh', { since });
  await host.settle();
  expect((await host.callbacks(since)).filter((what) => what.startsWith('contact.'))).toEqual([]);
  expect(simulator.events.at(-1)?.CurrentAgentSnapshot.Contacts[0]?.State).toBe('PAUSED');
  since = await host.mark();
  expect(await host.call('contact.resume')).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onConnected', { since });
});

test('a second call holds the first by itself', async ({ host, simulator }) => {
  await host.openReady();
  const first = await host.talk();
  await host.settle();
  const since = await host.mark();
  const second = simulator.control.ring({ interrupts: true });
  await host.hear('contact.onConnecting', { since });
  await host.settle();
  expect(await host.call('contact.accept')).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onConnected', { since });
  await host.settle();
  const held = await host.page.evaluate((id) => {
    const contact = new connect.Agent().getContacts().find((each) => each.getContactId() === id);
    return [contact?.getAgentConnection().isOnHold(), contact?.getInitialConnection()?.isOnHold()];
  }, first);
  expect(held).toEqual([true, false]);
  const states = simulator.events
    .at(-1)
    ?.CurrentAgentSnapshot.Contacts.map(({ ContactId, State }) => [ContactId, State]);
  expect(states).toEqual([
    [first, 'CONNECTED_ONHOLD'],
    [second, 'CONNECTED'],
  ]);
});

test('third parties up to six people, each on its own', async ({ host, simulator }) => {
  await host.openReady();
  const id = await host.talk();
  const endpoints = [
    { type: 'phone_number', phoneNumber: '+442079460991', name: null, endpointARN: null },
    await quickConnect(host, 'Grace Hopper'),
    await quickConnect(host, 'Billing'),
    await quickConnect(host, 'Supervisor'),
  ];
  for (const endpoint of endpoints) {
    expect(await host.call('contact.addConnection', endpoint)).toMatchObject({ kind: 'ok' });
    simulator.control.answerOutbound(id);
    expect(await host.call('contact.conferenceConnections')).toMatchObject({ kind: 'ok' });
  }
  const seventh = await host.call('contact.addConnection', endpoints[0]);
  expect(seventh).toMatchObject({ kind: 'failed', reason: expect.stringContaining('QuotaExceededException') });
  const readParties = () =>
    host.page.evaluate(() => {
      const parties = new connect.Agent().getContacts()[0]?.getThirdPartyConnections() ?? [];
      return parties.map((party) => [
        (party as connect.VoiceConnection).getQuickConnectName() ?? null,
        party.getStatus().type,
      ]);
    });
  const names = [null, 'Grace Hopper', 'Billing', 'Supervisor'];
  await expect.poll(readParties).toEqual(names.map((name) => [name, 'connected']));
  for (const act of ['hold', 'resume', 'muteParticipant', 'unmuteParticipant', 'destroy'] as const) {
    expect(await host.call(`connection.${act}`, 3), act).toMatchObject({ kind: 'ok' });
  }
  expect(simulator.control.state().contacts[0]?.connections.map(({ state }) => state)).toEqual([
    ...['connected', 'connected', 'connected', 'disconnected', 'connected', 'connected'],
  ]);
  expect(await host.call('connection.destroy', 0)).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onACW');
});

test('toggle changes who is talked to', async ({ host, simulator }) => {
  await host.openReady();
  const id = await host.talk();
  await host.call('contact.addConnection', await quickConnect(host, 'Warehouse'));
  simulator.control.answerOutbound(id);
  const states = () => simulator.control.state().contacts[0]?.connections.map(({ state }) => state);
  expect(states()).toEqual(['connected', 'hold', 'connected']);
  expect(await host.call('contact.toggleActiveConnections')).toMatchObject({ kind: 'ok' });
  expect(states()).toEqual(['connected', 'connected', 'hold']);
});

test('a supervisor barges in, and leaves', async ({ host, simulator }) => {
  await host.openReady();
  const id = await host.talk();
  const isSupervised = () =>
    host.page.evaluate(() => {
      // In the library, not in its types.
      const contact = new connect.Agent().getContacts()[0] as unknown as { isUnderSupervision(): boolean };
      return contact.isUnderSupervision();
    });
  simulator.control.supervise(id, { mode: 'SILENT_MONITOR' });
  expect(await isSupervised()).toBe(false);
  simulator.control.supervise(id, { mode: 'BARGE' });
  await expect.poll(isSupervised).toBe(true);
  simulator.control.endSupervision(id);
  await expect.poll(isSupervised).toBe(false);
});

test("the agent listens to another agent's call, barges in and leaves", async ({ host, simulator }) => {
  await host.openReady();
  simulator.control.monitorCall({ agent: 'Grace Hopper' });
  await host.hear('contact.onConnected');
  const read = () =>
    host.page.evaluate(() => {
      const contact = new connect.Agent().getContacts()[0];
      const leg = contact?.getAgentConnection() as connect.VoiceConnection;
      return { info: leg.getMonitorInfo() as unknown, listens: leg.isSilentMonitor(), barges: leg.isBarge() };
    });
  expect(await read()).toMatchObject({ info: { agent: { agentName: 'Grace Hopper' } }, listens: true, barges: false });
  expect(await host.call('contact.updateMonitorParticipantState', 'BARGE')).toMatchObject({ kind: 'ok' });
  await expect.poll(read).toMatchObject({ listens: false, barges: true });
  expect(await host.call('connection.destroy', 0)).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onEnded');
});

test('the calls that the public library lacks', async ({ host, simulator }) => {
  await host.openReady();
  simulator.control.offer({ channel: 'chat' });
  await host.hear('contact.onConnecting');
  await host.call('contact.accept');
  await host.hear('contact.onConnected');
  const endpoint = await quickConnect(host, grace.name);
  expect(await host.call('contact.addParticipant', endpoint)).toMatchObject({ kind: 'ok' });
  expect(simulator.control.state().contacts[0]?.connections).toHaveLength(3);
  expect(await host.call('contact.transfer', endpoint)).toMatchObject({ kind: 'ok' });
  await host.hear('contact.onACW');
});

test('auto-accept is said, and done', async ({ host, simulator }) => {
  simulator.control.setAutoAccept(['voice', 'chat']);
  await host.openReady();
  simulator.control.offer({ channel: 'chat' });
  await host.hear('contact.onConnecting');
  const isAuto = () => host.page.evaluate(() => new connect.Agent().getContacts()[0]?.isAutoAcceptEnabled());
  expect(await isAuto()).toBe(true);
  await host.hear('contact.onConnected');
});

test.describe('without the shims', () => {
  test.use({ simulatorOptions: { shims: false } });
  test('those calls fail as in the public library', async ({ host, simulator }) => {
    await host.openReady();
    simulator.control.setAutoAccept(['chat']);
    simulator.control.addReadOnlyContact({ channel: 'chat' });
    await host.hear('connect.contact');
    // What the library's model does not know is dropped from the answer.
    expect(await host.page.evaluate(() => new connect.Agent().getContacts()[0]?.isAutoAcceptEnabled())).toBeFalsy();
    expect(await host.call('contact.transfer', grace)).toMatchObject({
      kind: 'failed',
      data: { message: 'No such method exists on AWS client: transferContact' },
    });
  });
});

test.describe('five thousand quick connects', () => {
  test.use({ simulatorOptions: { quickConnects: 5_000 } });
  test('come page by page', async ({ host, simulator }) => {
    await host.openReady();
    const answer = await host.call('agent.getEndpoints', []);
    expect(answer).toMatchObject({ kind: 'ok' });
    const { endpoints } = (answer as { data: { endpoints: { endpointARN: string }[] } }).data;
    expect(new Set(endpoints.map(({ endpointARN }) => endpointARN)).size).toBe(5_000);
    expect(simulator.requests.filter(({ operation }) => operation === 'GetEndpoints')).toHaveLength(10);
  });
});
