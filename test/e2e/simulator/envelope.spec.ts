import { expect, type Host, test } from './host-test.js';

/** One request of the worker as it went out. */
interface Sent {
  readonly operation: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

declare global {
  var sent: Sent[];
}

test('requests are AWS JSON 1.0, with the token where the library puts it', async ({ host, bare, simulator }) => {
  await bare.evaluate(({ session }, api) => {
    globalThis.sent = [];
    const bodies = new Map<number, string>();
    session.defaultSession.webRequest.onBeforeRequest(
      { urls: ['http://127.0.0.1/*'] },
      ({ id, uploadData }, answer) => {
        bodies.set(id, (uploadData ?? []).map(({ bytes }) => bytes.toString('utf8')).join(''));
        answer({});
      },
    );
    session.defaultSession.webRequest.onSendHeaders({ urls: ['http://127.0.0.1/*'] }, ({ id, url, requestHeaders }) => {
      if (url !== api) return;
      const headers = Object.fromEntries(
        Object.entries(requestHeaders).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const operation = String(headers['x-amz-target']).replace('AmazonConnectCTIService.', '');
      globalThis.sent.push({ operation, headers, body: JSON.parse(bodies.get(id) || '{}') });
    });
  }, new URL('/api', simulator.ccpUrl).href);
  await host.openReady();
  await host.talk();
  await host.call('connection.hold', 1);
  await host.call('connection.resume', 1);
  simulator.control.hangUp(String(simulator.control.state().contacts[0]?.contactId));
  await host.hear('contact.onACW');
  await host.call('contact.clear');
  const sent = await bare.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest(null);
    session.defaultSession.webRequest.onSendHeaders(null);
    return globalThis.sent;
  });
  const token = simulator.secrets.accessToken;
  for (const { operation, headers, body } of sent) {
    expect(headers, operation).toMatchObject({
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AmazonConnectCTIService.${operation}`,
      'x-amz-bearer': token,
      'x-amz-user-agent': expect.stringMatching(/^aws-sdk-js\/2\./),
      origin: new URL(simulator.ccpUrl).origin,
    });
    expect(Object.values(body), operation).not.toContain(null);
    expect(body.authentication, operation).toEqual(operation === 'ClearContact' ? undefined : { authToken: token });
  }
  const names = new Set(sent.map(({ operation }) => operation));
  for (const name of ['AcceptContact', 'HoldConnection', 'ClearContact']) expect(names).toContain(name);
});

/** Reads how the host understands the time of the agent's state. */
function stateTime(host: Host): Promise<{ readonly year: number; readonly isLong: boolean }> {
  return host.page.evaluate(() => {
    const agent = new connect.Agent();
    const { startTimestamp } = agent.getState() as unknown as { startTimestamp: Date };
    return { year: new Date(startTimestamp).getUTCFullYear(), isLong: Math.abs(agent.getStateDuration()) > 3_600_000 };
  });
}

for (const [what, write, year] of [
  ['seconds with a fraction', (seconds: number) => seconds, new Date().getUTCFullYear()],
  ['ISO 8601', (seconds: number) => new Date(seconds * 1_000).toISOString(), new Date().getUTCFullYear()],
  ['milliseconds, which are taken for seconds', (seconds: number) => seconds * 1_000, null],
] as const) {
  test(`a time is understood in ${what}`, async ({ host, simulator }) => {
    simulator.control.setSnapshotShape((snapshot) => {
      const state = snapshot.state as { startTimestamp: number };
      return { ...snapshot, state: { ...state, startTimestamp: write(state.startTimestamp) } };
    });
    await host.openReady();
    const read = await stateTime(host);
    if (year === null) {
      expect(read.year).toBeGreaterThan(50_000);
      expect(read.isLong).toBe(true);
    } else expect(read).toEqual({ year, isLong: false });
  });
}

/** Lets every contact go out with these members instead of its own. */
function contactsWith(host: Host, members: Readonly<Record<string, unknown>>): void {
  host.simulator.control.setSnapshotShape((snapshot) => ({
    ...snapshot,
    contacts: (snapshot.contacts as object[]).map((contact) => ({ ...contact, ...members })),
  }));
}

test('members of a contact that are null or unknown are dropped', async ({ host, simulator }) => {
  await host.openReady();
  contactsWith(host, { queue: null, attributes: null, customerEndpoint: null, shoeSize: 43 });
  simulator.control.ring();
  await host.hear('contact.onConnecting');
  const read = await host.page.evaluate(() => {
    const contact = new connect.Agent().getContacts()[0] as connect.Contact;
    const { contactData } = contact.toSnapshot() as unknown as { contactData: Record<string, unknown> };
    return {
      attributes: typeof contact.getAttributes(),
      queue: typeof contact.getQueue(),
      endpoint: typeof contactData.customerEndpoint,
      unknown: 'shoeSize' in contactData,
    };
  });
  expect(read).toEqual({ attributes: 'undefined', queue: 'undefined', endpoint: 'undefined', unknown: false });
});

test('a contact without connections is told, and cannot say whether it is inbound', async ({ host, simulator }) => {
  await host.openReady();
  contactsWith(host, { connections: [] });
  simulator.control.ring();
  await host.hear('contact.onConnecting');
  const error = await host.page.evaluate(() => {
    try {
      return String(new connect.Agent().getContacts()[0]?.isInbound());
    } catch (thrown) {
      return `thrown: ${thrown}`;
    }
  });
  expect(error).toMatch(/^thrown: /);
});

test('an unknown member of a request is refused before it is sent', async ({ host }) => {
  await host.openReady();
  const reason = await host.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        // In the library, not in its types.
        const { core } = connect as unknown as {
          core: { getClient(): { call(method: string, parameters: object, callbacks: object): void } };
        };
        const state = new connect.Agent().getAgentStates()[0];
        core
          .getClient()
          .call(
            'putAgentState',
            { state, shoeSize: 43 },
            { success: () => resolve('ok'), failure: (failure: string) => resolve(failure) },
          );
      }),
  );
  expect(JSON.parse(reason)).toMatchObject({ type: 'UnexpectedParameter' });
  expect(host.asked('PutAgentState')).toEqual([]);
});

test('what the agent sets about the phone is read again once', async ({ host, simulator }) => {
  await host.openReady();
  const before = host.asked('GetAgentConfiguration').length;
  const set = await host.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const agent = new connect.Agent();
        const configuration = { ...agent.getConfiguration(), extension: '+442079460000' };
        agent.setConfiguration(configuration, { success: () => resolve('ok'), failure: (reason) => resolve(reason) });
      }),
  );
  expect(set).toBe('ok');
  await host.askedTimes('GetAgentConfiguration', before + 1, 3_000);
  const extension = () => host.page.evaluate(() => new connect.Agent().getConfiguration().extension);
  await expect.poll(extension).toBe('+442079460000');
  expect(host.asked('GetAgentConfiguration')).toHaveLength(before + 1);
  expect(simulator.requests.filter(({ operation }) => operation === 'UpdateAgentConfiguration')).toHaveLength(1);
});

test('a SIP address is read as a number', async ({ host, simulator }) => {
  await host.openReady();
  simulator.control.setSnapshotShape((snapshot) => ({
    ...snapshot,
    contacts: (snapshot.contacts as { connections: { endpoint: object }[] }[]).map((contact) => ({
      ...contact,
      connections: contact.connections.map((connection) => ({
        ...connection,
        endpoint: { type: 'phone_number', phoneNumber: 'sip:+4915112345678@example.org' },
      })),
    })),
  }));
  simulator.control.ring();
  await host.hear('contact.onConnecting');
  const number = await host.page.evaluate(() => {
    const endpoint = new connect.Agent().getContacts()[0]?.getInitialConnection()?.getEndpoint();
    // In the library, not in its types.
    return (endpoint as unknown as { stripPhoneNumber(): string }).stripPhoneNumber();
  });
  expect(number).toBe('+4915112345678');
});
