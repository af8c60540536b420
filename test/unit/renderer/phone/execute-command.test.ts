import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, CommandFailure } from '../../../../contract/command.js';
import type { Connection } from '../../../../contract/connection.js';
import type { Contact, ContactState, Supervision } from '../../../../contract/contact.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { executeCommand } from '../../../../renderer/phone/execute-command.js';
import {
  agentLeg,
  available,
  buildAgent,
  buildConnection,
  buildContact,
  buildSnapshot,
  customerLeg,
  lunch,
} from '../../contract/build-snapshot.js';
import { fakeStates, throws } from './fake-streams.js';

interface Callbacks {
  success(): void;
  failure(error: unknown): void;
}

/** Streams as far as commands go: notes each call and answers it. */
function fakeDeps(
  snapshot: PhoneSnapshot,
  answer: (callbacks: Callbacks) => void = ({ success }) => success(),
  microphoneMuted = snapshot.muted,
) {
  const calls: unknown[] = [];
  const noting =
    (name: string) =>
    (callbacks: Callbacks): void => {
      calls.push(name);
      answer(callbacks);
    };
  const leg = (name: string, { connectionId, party, state }: Connection) => ({
    getConnectionId: () => connectionId,
    getType: () => (party === 'agent' ? 'agent' : party === 'supervisor' ? 'monitoring' : 'outbound'),
    isConnected: () => state !== 'connecting',
    isOnHold: () => state === 'onHold',
    destroy: noting(`${name}.destroy`),
    hold: noting(`${name}.hold`),
    resume: noting(`${name}.resume`),
    muteParticipant: noting(`${name}.mute`),
    unmuteParticipant: noting(`${name}.unmute`),
    sendDigits(digits: string, callbacks: Callbacks) {
      calls.push([`${name}.digits`, digits]);
      answer(callbacks);
    },
  });
  const [shown] = snapshot.contacts;
  const legs = (shown?.connections ?? []).map((connection) => leg(connection.connectionId, connection));
  const contact = {
    accept: noting('accept'),
    reject: noting('reject'),
    clear: noting('clear'),
    pause: noting('pause'),
    resume: noting('resume'),
    bargeIn: noting('bargeIn'),
    silentMonitor: noting('silentMonitor'),
    conferenceConnections: noting('conference'),
    toggleActiveConnections: noting('toggle'),
    addConnection(endpoint: unknown, callbacks: Callbacks) {
      calls.push(['addConnection', endpoint]);
      answer(callbacks);
    },
    getState: () => ({ type: shown?.state }),
    getAgentConnection: () => legs.find((each) => each.getType() === 'agent'),
    getInitialConnection: () => legs.find((each) => each.getConnectionId() === 'customer-1'),
    getActiveConnections: () => legs as readonly (typeof legs)[number][],
  };
  const agent = {
    getAgentStates: () => fakeStates as readonly (typeof fakeStates)[number][],
    setState(state: { readonly name: string }, callbacks: Callbacks, options: unknown) {
      calls.push(['setState', state.name, options]);
      answer(callbacks);
    },
    connect(endpoint: unknown, { timeout, ...callbacks }: Callbacks & { readonly timeout: number }) {
      calls.push(['connect', endpoint, timeout]);
      answer(callbacks);
    },
    mute: () => void calls.push('mute'),
    unmute: () => void calls.push('unmute'),
  };
  const awaited: unknown[] = [];
  const deps = {
    agent,
    snapshot,
    findContact: (contactId: string) => (contactId === 'c1' ? contact : null),
    findEndpoint: (endpointId: string) => (endpointId === 'arn:billing' ? { endpointARN: endpointId } : null),
    isMicrophoneMuted: () => microphoneMuted,
    async awaitMuted(muted: boolean, timeoutMs: number): Promise<CommandFailure | null> {
      awaited.push([muted, timeoutMs, calls.length]);
      return null;
    },
  };
  return { deps, agent, contact, calls, awaited };
}

const run = (command: Command, deps: object): Promise<CommandFailure | null> => executeCommand(command, deps as never);

const ringing = buildSnapshot({ contacts: [buildContact({ state: 'connecting' })] });
const talking = buildSnapshot({ contacts: [buildContact()] });
const heldCustomer = { ...customerLeg, state: 'onHold' as const };
const holding = buildSnapshot({ contacts: [buildContact({ state: 'onHold', connections: [agentLeg, heldCustomer] })] });
const heldSelf = buildSnapshot({
  contacts: [buildContact({ state: 'onHold', connections: [{ ...agentLeg, state: 'onHold' }, customerLeg] })],
});
const third = buildConnection();
const callOf = (...connections: readonly Connection[]) =>
  buildSnapshot({ contacts: [buildContact({ connections: [agentLeg, ...connections] })] });
const consult = callOf(heldCustomer, third);
const joined = callOf(customerLeg, third);
const taskIn = (state: ContactState) => buildSnapshot({ contacts: [buildContact({ channel: 'task', state })] });
const supervising = (role: Supervision['role']) =>
  buildSnapshot({ contacts: [buildContact({ supervision: { role, mayBargeIn: true, mayListen: true } })] });
const wrapUp = buildSnapshot({ contacts: [buildContact({ state: 'ended' })] });
const idle = buildSnapshot();
const c1 = { contactId: 'c1' } as const;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('connect', {
    ContactStateType: { PAUSED: 'paused' },
    Endpoint: { byPhoneNumber: (phoneNumber: string) => ({ endpoint: phoneNumber }) },
  });
});
afterEach(() => void vi.useRealTimers());

describe('a command that makes sense', () => {
  it.each([
    [{ kind: 'accept', ...c1 }, ringing, 'accept'],
    [{ kind: 'reject', ...c1 }, ringing, 'reject'],
    [{ kind: 'hangUp', ...c1 }, talking, 'agent-1.destroy'],
    [{ kind: 'hold', ...c1 }, talking, 'customer-1.hold'],
    [{ kind: 'hold', ...c1 }, consult, 'third-1.hold'],
    [{ kind: 'resume', ...c1 }, holding, 'customer-1.resume'],
    [{ kind: 'resume', ...c1 }, heldSelf, 'agent-1.resume'],
    [{ kind: 'resume', ...c1 }, taskIn('paused'), 'resume'],
    [{ kind: 'pause', ...c1 }, taskIn('connected'), 'pause'],
    [{ kind: 'leave', ...c1 }, consult, 'agent-1.destroy'],
    [{ kind: 'join', ...c1 }, consult, 'conference'],
    [{ kind: 'swap', ...c1 }, consult, 'toggle'],
    [{ kind: 'bargeIn', ...c1 }, supervising('listening'), 'bargeIn'],
    [{ kind: 'listen', ...c1 }, supervising('barged'), 'silentMonitor'],
    [{ kind: 'dropParty', ...c1, connectionId: 'third-1' }, joined, 'third-1.destroy'],
    [{ kind: 'dropParty', ...c1, connectionId: 'customer-1' }, joined, 'customer-1.destroy'],
    [{ kind: 'holdParty', ...c1, connectionId: 'third-1' }, joined, 'third-1.hold'],
    [{ kind: 'resumeParty', ...c1, connectionId: 'customer-1' }, consult, 'customer-1.resume'],
    [{ kind: 'muteParty', ...c1, connectionId: 'third-1' }, joined, 'third-1.mute'],
    [
      { kind: 'unmuteParty', ...c1, connectionId: 'third-1' },
      callOf(customerLeg, { ...third, muted: true }),
      'third-1.unmute',
    ],
    [{ kind: 'mute' }, joined, 'agent-1.mute'],
    [{ kind: 'clear', ...c1 }, wrapUp, 'clear'],
  ] as const)('on a contact, %j, makes its one call', async (command, snapshot, call) => {
    const { deps, calls } = fakeDeps(snapshot);
    expect(await run(command, deps)).toBeNull();
    expect(calls).toEqual([call]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('holds everybody who is talked to', async () => {
    const { deps, calls } = fakeDeps(joined);
    expect(await run({ kind: 'hold', ...c1 }, deps)).toBeNull();
    expect(calls).toEqual(['customer-1.hold', 'third-1.hold']);
  });

  it('calls a number or a quick connect into the call', async () => {
    const { deps, calls } = fakeDeps(talking);
    const number = { kind: 'phoneNumber', phoneNumber: '+14155550100' } as const;
    expect(await run({ kind: 'addParty', ...c1, to: number }, deps)).toBeNull();
    const billing = { kind: 'quickConnect', endpointId: 'arn:billing' } as const;
    expect(await run({ kind: 'addParty', ...c1, to: billing }, deps)).toBeNull();
    expect(calls).toEqual([
      ['addConnection', { endpoint: '+14155550100' }],
      ['addConnection', { endpointARN: 'arn:billing' }],
    ]);
  });

  it.each([
    ['the customer', talking, 'customer-1'],
    ['whoever is talked to', consult, 'third-1'],
    ['the customer while all are on hold', callOf(heldCustomer, { ...third, state: 'onHold' }), 'customer-1'],
  ])('sends digits to %s', async (_whom, snapshot, connectionId) => {
    const { deps, calls } = fakeDeps(snapshot);
    expect(await run({ kind: 'sendDigits', ...c1, digits: '12,#' }, deps)).toBeNull();
    expect(calls).toEqual([[`${connectionId}.digits`, '12,#']]);
  });

  it('shows a contact in the panel, which nobody answers', async () => {
    const viewed: string[] = [];
    vi.stubGlobal('connect', { core: { viewContact: (contactId: string) => viewed.push(contactId) } });
    expect(await run({ kind: 'view', ...c1 }, fakeDeps(talking).deps)).toBeNull();
    expect(viewed).toEqual(['c1']);
  });

  it('unmutes at Connect and at the microphone, whichever is muted', async () => {
    const ownMuted = {
      ...joined.contacts[0],
      connections: [{ ...agentLeg, muted: true }, customerLeg, third],
    } as Contact;
    const muted = { ...joined, contacts: [ownMuted], muted: true };
    const both = fakeDeps(muted);
    expect(await run({ kind: 'unmute' }, both.deps)).toBeNull();
    expect(both.calls).toEqual(['agent-1.unmute', 'unmute']);
    const atConnect = fakeDeps(muted, undefined, false);
    expect(await run({ kind: 'unmute' }, atConnect.deps)).toBeNull();
    expect(atConnect.calls).toEqual(['agent-1.unmute']);
  });

  it('dials a number of the world, with a limit of its own', async () => {
    const { deps, calls } = fakeDeps(idle);
    expect(await run({ kind: 'dial', phoneNumber: '+14155550100' }, deps)).toBeNull();
    expect(calls).toEqual([['connect', { endpoint: '+14155550100' }, 10_000]]);
  });

  it.each([
    ['mute', false],
    ['unmute', true],
  ] as const)('to %s listens for the microphone before it asks', async (kind, muted) => {
    const { deps, calls, awaited } = fakeDeps({ ...talking, muted });
    expect(await run({ kind }, deps)).toBeNull();
    expect(calls).toEqual([kind]);
    expect(awaited).toEqual([[kind === 'mute', 2_000, 0]]);
  });
});

describe('a status', () => {
  const enqueued = { enqueueNextState: true };

  it.each([
    ['idle', idle],
    ['ringing', ringing],
    ['talking', talking],
    ['in after-contact work', wrapUp],
  ])('is always sent to wait for a contact that may be there: %s', async (_what, snapshot) => {
    const { deps, calls } = fakeDeps(snapshot);
    await run({ kind: 'setStatus', statusId: lunch.statusId }, deps);
    await run({ kind: 'queueStatus', statusId: available.statusId }, deps);
    await run({ kind: 'goOffline' }, deps);
    expect(calls).toEqual([
      ['setState', 'Lunch', enqueued],
      ['setState', 'Available', enqueued],
      ['setState', 'Feierabend', enqueued],
    ]);
  });

  it('that was queued is cleared by a routable one', async () => {
    const { deps, calls } = fakeDeps(
      buildSnapshot({ agent: buildAgent({ nextStatus: lunch }), contacts: talking.contacts }),
    );
    expect(await run({ kind: 'clearNextStatus' }, deps)).toBeNull();
    expect(calls).toEqual([['setState', 'Available', enqueued]]);
  });

  it('that is in no list is not sent', async () => {
    const { deps, calls } = fakeDeps(idle);
    expect(await run({ kind: 'setStatus', statusId: 'arn:gone' }, deps)).toEqual({ reason: 'noStatus', detail: null });
    expect(calls).toEqual([]);
  });

  it('Offline is found by its type and missed when there is none', async () => {
    const { deps, agent, calls } = fakeDeps(idle);
    agent.getAgentStates = () => [fakeStates[0]];
    expect(await run({ kind: 'goOffline' }, deps)).toEqual({ reason: 'noStatus', detail: null });
    expect(calls).toEqual([]);
  });
});

describe('a command that makes no sense now', () => {
  it.each([
    [{ kind: 'accept', ...c1 }, talking],
    [{ kind: 'reject', ...c1 }, talking],
    [{ kind: 'hangUp', ...c1 }, wrapUp],
    [{ kind: 'hold', ...c1 }, holding],
    [{ kind: 'resume', ...c1 }, talking],
    [{ kind: 'clear', ...c1 }, talking],
    [{ kind: 'hangUp', ...c1 }, joined],
    [{ kind: 'resume', ...c1 }, consult],
    [{ kind: 'leave', ...c1 }, talking],
    [{ kind: 'swap', ...c1 }, joined],
    [{ kind: 'join', ...c1 }, joined],
    [{ kind: 'pause', ...c1 }, talking],
    [{ kind: 'holdParty', ...c1, connectionId: 'customer-1' }, talking],
    [{ kind: 'dropParty', ...c1, connectionId: 'gone' }, joined],
    [{ kind: 'hold', ...c1 }, supervising('listening')],
    [{ kind: 'view', contactId: 'gone' }, talking],
    [{ kind: 'accept', contactId: 'gone' }, ringing],
    [{ kind: 'mute' }, idle],
    [{ kind: 'unmute' }, talking],
    [{ kind: 'clearNextStatus' }, talking],
    [{ kind: 'dial', phoneNumber: '+14155550100' }, talking],
    [{ kind: 'goOffline' }, buildSnapshot({ agent: null })],
  ] as const)('reaches Streams nowhere: %j', async (command, snapshot) => {
    const { deps, calls } = fakeDeps(snapshot);
    expect(await run(command, deps)).toEqual({ reason: 'notNow', detail: null });
    expect(calls).toEqual([]);
  });
});

describe('a command that fails', () => {
  it.each(['4155550100', '+0123456', '+1', '+1415555010012345', '+1 415 555 0100', '+1415a', 'tel:+14155550100'])(
    'does not dial %j',
    async (phoneNumber) => {
      const { deps, calls } = fakeDeps(idle);
      expect(await run({ kind: 'dial', phoneNumber }, deps)).toEqual({ reason: 'badNumber', detail: null });
      expect(calls).toEqual([]);
    },
  );

  it('says why Connect refused', async () => {
    const { deps } = fakeDeps(talking, ({ failure }) => failure('{"type":"InvalidStateException"}'));
    expect(await run({ kind: 'hold', ...c1 }, deps)).toEqual({ reason: 'refused', detail: 'InvalidStateException' });
    expect(await run({ kind: 'goOffline' }, deps)).toEqual({ reason: 'refused', detail: 'InvalidStateException' });
  });

  it('gives up after 10 s of silence', async () => {
    const { deps } = fakeDeps(talking, () => undefined);
    const outcome = run({ kind: 'goOffline' }, deps);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await outcome).toEqual({ reason: 'noAnswer', detail: null });
  });

  it('finds no contact that only the snapshot still has', async () => {
    const snapshot = buildSnapshot({ contacts: [buildContact({ contactId: 'gone' })] });
    const { deps, calls } = fakeDeps(snapshot);
    expect(await run({ kind: 'hangUp', contactId: 'gone' }, deps)).toEqual({ reason: 'noContact', detail: null });
    expect(calls).toEqual([]);
  });

  it('resumes nobody when nobody is on hold any more', async () => {
    const { deps, contact } = fakeDeps(holding);
    contact.getActiveConnections = () => [];
    expect(await run({ kind: 'resume', ...c1 }, deps)).toEqual({ reason: 'refused', detail: 'Error' });
  });

  it('does nothing to a party that has left', async () => {
    const { deps, contact } = fakeDeps(joined);
    contact.getActiveConnections = () => [];
    const command = { kind: 'dropParty', ...c1, connectionId: 'third-1' } as const;
    expect(await run(command, deps)).toEqual({ reason: 'noParty', detail: null });
  });

  it('calls nobody who is in no list, and no number that is none', async () => {
    const { deps, calls } = fakeDeps(talking);
    const gone = { kind: 'quickConnect', endpointId: 'arn:gone' } as const;
    expect(await run({ kind: 'addParty', ...c1, to: gone }, deps)).toEqual({ reason: 'noQuickConnect', detail: null });
    const short = { kind: 'phoneNumber', phoneNumber: '112' } as const;
    expect(await run({ kind: 'addParty', ...c1, to: short }, deps)).toEqual({ reason: 'badNumber', detail: null });
    expect(calls).toEqual([]);
  });

  it.each([
    ['status', { kind: 'goOffline' }, 'getAgentStates'],
    ['microphone', { kind: 'mute' }, 'mute'],
    ['dial', { kind: 'dial', phoneNumber: '+14155550100' }, 'connect'],
  ] as const)('never rejects, even when Streams throws: %s', async (_family, command, method) => {
    const { deps, agent } = fakeDeps(command.kind === 'dial' ? idle : talking);
    Object.assign(agent, { [method]: throws });
    expect(await run(command, deps)).toEqual({ reason: 'refused', detail: 'TypeError' });
  });
});
