import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStreamsPhone } from '../../../../renderer/phone/streams-phone.js';
import { fakeAgent, fakeConnection, fakeContact, fakeStates, type Getters, throws } from './fake-streams.js';

// The library needs a page; what the phone uses of it is made by hand below.
vi.mock('amazon-connect-streams', () => ({}));

type Listener = (payload?: unknown) => void;
const EventType = {
  INIT: 'init',
  ACK_TIMEOUT: 'ackTimeout',
  AUTH_FAIL: 'authFail',
  ACCESS_DENIED: 'accessDenied',
  ACKNOWLEDGE: 'acknowledge',
  UPDATE_CONNECTED_CCPS: 'panels',
};
const AgentEvents = {
  REFRESH: 'refresh',
  MUTE_TOGGLE: 'muteToggle',
  WEBSOCKET_CONNECTION_LOST: 'webSocketLost',
  WEBSOCKET_CONNECTION_GAINED: 'webSocketGained',
};

function start() {
  const bus = new Map<string, Listener>();
  const inits: unknown[] = [];
  const upstream = new Map<string, Listener>();
  let snapshotDate = new Date(1_000);
  const sent: string[] = [];
  let contacts: readonly Getters[] = [];
  let nextState: (typeof fakeStates)[number] | null = null;
  const callbacks: { success(): void; failure(error: unknown): void }[] = [];
  const log = { _serverBoundInternalLogs: ['before'] };
  const core = {
    mediaFactory: 'made by Streams',
    onViewContact: (listener: Listener) => bus.set('view', listener),
    initCCP(_container: unknown, options: unknown) {
      inits.push(options);
      core.mediaFactory = 'made anew by Streams';
    },
    onInitialized: (listener: () => void) => bus.set('initialized', listener),
    getEventBus: () => ({ subscribe: (event: string, listener: Listener) => bus.set(event, listener) }),
    getSkew: () => 0,
    getUpstream: () => ({ onUpstream: (event: string, listener: Listener) => upstream.set(event, listener) }),
    getAgentDataProvider: () => ({ getAgentData: () => ({ snapshot: { snapshotTimestamp: snapshotDate } }) }),
  };
  vi.stubGlobal('connect', {
    getLog: () => log,
    EventType,
    AgentEvents,
    Agent: class {
      getContacts = () => contacts;
    },
    core,
  });
  const agent = {
    ...fakeAgent({ getContacts: () => contacts, getAgentStates: () => fakeStates, getNextState: () => nextState }),
    setState(state: { readonly name: string }, given: (typeof callbacks)[number]) {
      sent.push(state.name);
      callbacks.push(given);
    },
    mute: () => sent.push('mute'),
    unmute: () => sent.push('unmute'),
  };
  const phone = createStreamsPhone({
    ccpUrl: 'https://example.my.connect.aws/ccp-v2',
    region: 'eu-central-1',
    loginUrl: '',
    customerNameAttributes: [],
  });
  phone.attach({} as HTMLElement);
  return {
    phone,
    core: core as object,
    log,
    inits,
    sent,
    callbacks,
    raise: (event: string, payload?: unknown) => bus.get(event)?.(payload),
    /** What comes over the wire to the frame. */
    receive: (event: string, payload?: unknown) => upstream.get(event)?.(payload),
    /** Connect's own time moves on. */
    makeSnapshot(ms: number) {
      snapshotDate = new Date(ms);
    },
    /** From the next refresh on. */
    queueNext(state: (typeof fakeStates)[number]) {
      nextState = state;
    },
    /** A refresh of the agent with these contacts. */
    refresh(...next: readonly Getters[]) {
      contacts = next;
      bus.get(AgentEvents.REFRESH)?.(agent);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the phone over Streams', () => {
  it('leaves no recovery to Streams: it neither opens a sign-in window nor replaces the frame of a live call', () => {
    const { inits } = start();
    expect(inits).toEqual([
      {
        ccpUrl: 'https://example.my.connect.aws/ccp-v2',
        region: 'eu-central-1',
        loginPopup: false,
        loginOptions: { autoClose: true, enableAckTimeout: true, disableAuthPopupAfterLogout: true },
        softphone: { allowFramedSoftphone: true },
        pageOptions: { enableAudioDeviceSettings: true },
      },
    ]);
  });

  it('leaves the media to the panel: reading a connection begins nothing in our page', async () => {
    const { inits, core } = start();
    expect(inits).toHaveLength(1);
    const { mediaFactory } = core as { mediaFactory: { get(connection: unknown): Promise<unknown> } };
    expect(await mediaFactory.get({})).toBeNull();
  });

  it('keeps no line for Connect, which the panel has already', () => {
    const { log } = start();
    log._serverBoundInternalLogs.push('after');
    expect(log._serverBoundInternalLogs).toHaveLength(0);
  });

  it('is stale when snapshots are repeated for too long, and well again with a new one', async () => {
    const { phone, refresh, makeSnapshot } = start();
    refresh();
    expect(phone.snapshot.value.health.phase).toBe('ready');
    await vi.advanceTimersByTimeAsync(30_000);
    refresh();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(phone.snapshot.value.health).toMatchObject({ phase: 'trouble', trouble: 'stale' });
    refresh();
    expect(phone.snapshot.value.health.trouble).toBe('stale');
    makeSnapshot(46_000);
    refresh();
    expect(phone.snapshot.value.health).toMatchObject({ phase: 'ready', trouble: null });
  });

  it('says that nothing comes when the panel answers and never tells of an agent', async () => {
    const { phone, raise } = start();
    raise('initialized');
    await vi.advanceTimersByTimeAsync(19_999);
    expect(phone.snapshot.value.health.trouble).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(phone.snapshot.value.health.trouble).toBe('stale');
  });

  it('is silent from the overdue answer to the next one', () => {
    const { phone, refresh, raise, receive } = start();
    refresh();
    raise(EventType.ACK_TIMEOUT);
    expect(phone.snapshot.value.health.trouble).toBe('panelSilent');
    receive(EventType.ACKNOWLEDGE);
    expect(phone.snapshot.value.health.phase).toBe('ready');
  });

  it.each(['iframe_retries_exhausted', 'cti_authorize_retries_exhausted'])(
    'says that the panel has stopped trying on %s',
    (event) => {
      const { phone, raise } = start();
      raise(event);
      expect(phone.snapshot.value.health.trouble).toBe('gaveUp');
    },
  );

  it('sees a second panel come and go', () => {
    const { phone, receive } = start();
    receive(EventType.UPDATE_CONNECTED_CCPS, { length: 2, tabId: 'a', a: { length: 2 } });
    expect(phone.snapshot.value.health.otherPanel).toBe(true);
    receive(EventType.UPDATE_CONNECTED_CCPS, { length: 1 });
    expect(phone.snapshot.value.health.otherPanel).toBe(false);
  });

  it('does nothing before Connect told who is signed in', async () => {
    const { phone, sent } = start();
    expect(await phone.execute({ kind: 'goOffline' })).toEqual({ reason: 'noPhone', detail: null });
    expect(sent).toEqual([]);
  });

  it('folds each refresh and keeps a snapshot that did not change', () => {
    const { phone, refresh } = start();
    refresh(fakeContact());
    const first = phone.snapshot.value;
    expect(first).toMatchObject({ health: { phase: 'ready' }, contacts: [{ contactId: 'c1' }] });
    refresh(fakeContact());
    expect(phone.snapshot.value).toBe(first);
  });

  it.each([
    [EventType.ACK_TIMEOUT, 'notAPanel'],
    [EventType.AUTH_FAIL, 'signedOut'],
    [EventType.ACCESS_DENIED, 'accessDenied'],
  ])('tells of %s as %s', (event, trouble) => {
    const { phone, raise } = start();
    raise(event);
    expect(phone.snapshot.value.health).toMatchObject({ phase: 'trouble', trouble });
  });

  it('lists a command while it runs and forgets it when it ended', async () => {
    const { phone, refresh, callbacks } = start();
    refresh();
    const outcome = phone.execute({ kind: 'goOffline' });
    await vi.waitFor(() => expect(phone.snapshot.value.pending.commands).not.toEqual([]));
    expect(phone.snapshot.value.pending.commands).toEqual([{ kind: 'goOffline' }]);
    callbacks[0]?.success();
    expect(await outcome).toBeNull();
    expect(phone.snapshot.value.pending.commands).toEqual([]);
  });

  it('forgets both of the same command that ran twice at once, as the gate sends it', async () => {
    const { phone, refresh, callbacks } = start();
    refresh();
    const outcomes = [phone.execute({ kind: 'goOffline' }), phone.execute({ kind: 'goOffline' })];
    for (const { success } of callbacks) success();
    await Promise.all(outcomes);
    expect(phone.snapshot.value.pending.commands).toEqual([]);
  });

  it('fails a status that Connect took and no snapshot shows for 5 s', async () => {
    const { phone, refresh, callbacks } = start();
    refresh();
    const outcome = phone.execute({ kind: 'setStatus', statusId: 'arn:lunch' });
    callbacks[0]?.success();
    await outcome;
    await vi.advanceTimersByTimeAsync(4_999);
    expect(phone.snapshot.value.pending.status?.phase).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(phone.snapshot.value.pending.status?.phase).toBe('failed');
  });

  it('does not wait for a status that a snapshot shows before the wish is shown', async () => {
    const { phone, refresh, callbacks, queueNext } = start();
    refresh(fakeContact());
    const outcome = phone.execute({ kind: 'queueStatus', statusId: 'arn:lunch' });
    queueNext(fakeStates[1]);
    refresh(fakeContact());
    expect(phone.snapshot.value.agent?.nextStatus?.statusId).toBe('arn:lunch');
    await vi.advanceTimersByTimeAsync(50);
    expect(phone.snapshot.value.pending).toMatchObject({ status: null, commands: [{ kind: 'queueStatus' }] });
    callbacks[0]?.success();
    expect(await outcome).toBeNull();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(phone.snapshot.value.pending).toEqual({ status: null, commands: [], lastFailure: null });
  });

  it('does not wait for a status that the agent has already, once Connect took it', async () => {
    const { phone, refresh, callbacks } = start();
    refresh();
    const outcome = phone.execute({ kind: 'setStatus', statusId: 'arn:available' });
    await vi.advanceTimersByTimeAsync(50);
    expect(phone.snapshot.value.pending.status?.phase).toBe('waiting');
    callbacks[0]?.success();
    await outcome;
    expect(phone.snapshot.value.pending.status).toBeNull();
  });

  // Connect answers a 401 with this event and with no callback at all.
  it('settles what runs as signed out as soon as the sign-in ends', async () => {
    const { phone, refresh, raise } = start();
    refresh();
    const outcomes: unknown[] = [];
    void phone.execute({ kind: 'goOffline' }).then((failure) => outcomes.push(failure));
    await vi.advanceTimersByTimeAsync(20);
    raise(EventType.AUTH_FAIL, { authorize: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(outcomes).toEqual([expect.objectContaining({ reason: 'signedOut' })]);
  });

  it('says why it can do nothing without an agent: nobody is signed in, or nothing is known yet', async () => {
    const { phone, raise } = start();
    expect(await phone.execute({ kind: 'goOffline' })).toEqual({ reason: 'noPhone', detail: null });
    raise(EventType.AUTH_FAIL, { authorize: true });
    expect(await phone.execute({ kind: 'goOffline' })).toEqual({ reason: 'signedOut', detail: null });
  });

  it('says that the microphone is muted when Streams says so, not before', async () => {
    const { phone, refresh, raise } = start();
    refresh(fakeContact());
    const outcome = phone.execute({ kind: 'mute' });
    expect(phone.snapshot.value.muted).toBe(false);
    raise(AgentEvents.MUTE_TOGGLE, { muted: true });
    expect(await outcome).toBeNull();
    expect(phone.snapshot.value.muted).toBe(true);
  });

  it('gives up on a microphone that never answers', async () => {
    const { phone, refresh } = start();
    refresh(fakeContact());
    const outcome = phone.execute({ kind: 'mute' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await outcome).toEqual({ reason: 'noAnswer', detail: null });
    expect(phone.snapshot.value.muted).toBe(false);
  });

  it('mutes again when the call comes up that was muted while it rang', () => {
    const { refresh, raise, sent } = start();
    const ringing = fakeContact({ getState: () => ({ type: 'connecting', timestamp: new Date(3_000) }) });
    refresh(ringing);
    raise(AgentEvents.MUTE_TOGGLE, { muted: true });
    expect(sent).toEqual([]);
    refresh(fakeContact());
    expect(sent).toEqual(['mute']);
  });

  it('mutes again when the call comes up although a chat is open beside it', () => {
    const { refresh, raise, sent } = start();
    const chat = fakeContact({ getContactId: () => 'c2', getType: () => 'chat', getConnections: throws });
    const ringing = fakeContact({ getState: () => ({ type: 'connecting', timestamp: new Date(3_000) }) });
    refresh(ringing, chat);
    raise(AgentEvents.MUTE_TOGGLE, { muted: true });
    refresh(fakeContact(), chat);
    expect(sent).toEqual(['mute']);
  });

  it('does not mute the next call because another one was muted and never came up', () => {
    const { refresh, raise, sent } = start();
    const ringing = fakeContact({ getState: () => ({ type: 'connecting', timestamp: new Date(3_000) }) });
    refresh(ringing);
    raise(AgentEvents.MUTE_TOGGLE, { muted: true });
    refresh();
    refresh(fakeContact({ getContactId: () => 'c2' }));
    expect(sent).toEqual([]);
  });

  it('takes a toggle that says nothing for an open microphone', () => {
    const { phone, refresh, raise } = start();
    refresh(fakeContact());
    raise(AgentEvents.MUTE_TOGGLE, { muted: true });
    raise(AgentEvents.MUTE_TOGGLE, null);
    expect(phone.snapshot.value.muted).toBe(false);
  });

  it('says which contact the panel shows', () => {
    const { phone, raise } = start();
    raise('view', { contactId: 'c2' });
    expect(phone.snapshot.value.viewedContactId).toBe('c2');
    for (const nothing of [{ contactId: '' }, { contactId: 7 }, {}, null, undefined]) {
      raise('view', { contactId: 'c2' });
      raise('view', nothing);
      expect(phone.snapshot.value.viewedContactId).toBeNull();
    }
  });

  it('says that the agent is muted by Connect in a conference until Connect says otherwise', () => {
    const { phone, refresh } = start();
    const ownLeg = (muted: boolean) =>
      fakeConnection({ getConnectionId: () => 'agent-1', getType: () => 'agent', isMute: () => muted });
    refresh(fakeContact({ getConnections: () => [ownLeg(true), fakeConnection()] }));
    expect(phone.snapshot.value.muted).toBe(true);
    refresh(fakeContact({ getConnections: () => [ownLeg(false), fakeConnection()] }));
    expect(phone.snapshot.value.muted).toBe(false);
  });

  it('stays muted at the microphone when Connect unmutes', () => {
    const { phone, refresh, raise } = start();
    const ownLeg = (muted: boolean) =>
      fakeConnection({ getConnectionId: () => 'agent-1', getType: () => 'agent', isMute: () => muted });
    refresh(fakeContact({ getConnections: () => [ownLeg(true), fakeConnection()] }));
    raise(AgentEvents.MUTE_TOGGLE, { muted: true });
    refresh(fakeContact({ getConnections: () => [ownLeg(false), fakeConnection()] }));
    expect(phone.snapshot.value.muted).toBe(true);
  });

  it.each([
    ['declined', null],
    ['abandoned', '{"type":"InvalidStateException"}'],
  ])('takes a contact for %s when the decline was answered by %s', async (ending, failure) => {
    const { phone, refresh } = start();
    const at = (type: string, answer: (callbacks: (typeof callbacksOf)[number]) => void = () => undefined) =>
      fakeContact({
        getState: () => ({ type, timestamp: new Date(3_000) }),
        reject: (callbacks: (typeof callbacksOf)[number]) => answer(callbacks),
      });
    const callbacksOf: { success(): void; failure(error: unknown): void }[] = [];
    refresh(at('connecting', (given) => (failure === null ? given.success() : given.failure(failure))));
    const outcome = phone.execute({ kind: 'reject', contactId: 'c1' });
    await vi.advanceTimersByTimeAsync(1_000);
    await outcome;
    refresh(at('rejected'));
    expect(phone.snapshot.value.contacts[0]?.ending).toBe(ending);
  });

  it('takes a contact that was declined and is offered again for missed when nobody answers it then', async () => {
    const { phone, refresh } = start();
    const at = (type: string) =>
      fakeContact({
        getState: () => ({ type, timestamp: new Date(3_000) }),
        reject: ({ success }: { success(): void }) => success(),
      });
    refresh(at('connecting'));
    const outcome = phone.execute({ kind: 'reject', contactId: 'c1' });
    await vi.advanceTimersByTimeAsync(1_000);
    await outcome;
    refresh(at('rejected'));
    refresh();
    refresh(at('connecting'));
    refresh(at('missed'));
    expect(phone.snapshot.value.contacts[0]?.ending).toBe('missed');
    expect(phone.snapshot.value.notice).toMatchObject({ kind: 'missed', contactId: 'c1' });
  });

  it('says nothing of a refusal when the snapshot shows that somebody else was faster', async () => {
    const { phone, refresh } = start();
    const ringing = fakeContact({
      getState: () => ({ type: 'connecting', timestamp: new Date(3_000) }),
      accept: ({ failure }: { failure(error: unknown): void }) => failure('{"type":"InvalidStateException"}'),
    });
    refresh(ringing);
    const outcome = phone.execute({ kind: 'accept', contactId: 'c1' });
    await vi.advanceTimersByTimeAsync(100);
    refresh(fakeContact());
    expect(await outcome).toBeNull();
    expect(phone.snapshot.value.pending.lastFailure).toBeNull();
    refresh(ringing);
    const late = phone.execute({ kind: 'accept', contactId: 'c1' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await late).toEqual({ reason: 'refused', detail: 'InvalidStateException' });
  });

  it('takes a contact for cleared by the agent only when the clearing was carried out', async () => {
    const { phone, refresh } = start();
    refresh(fakeContact());
    expect(await phone.execute({ kind: 'clear', contactId: 'c1' })).toEqual({ reason: 'notNow', detail: null });
    refresh(fakeContact({ getState: () => ({ type: 'ended', timestamp: new Date(4_000) }) }));
    refresh();
    expect(phone.snapshot.value.notice?.kind).toBe('clearedByConnect');
  });
});
