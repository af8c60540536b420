import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, CommandFailure } from '../../../../contract/command.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { executeCommand } from '../../../../renderer/phone/execute-command.js';
import { available, buildAgent, buildContact, buildSnapshot, lunch } from '../../contract/build-snapshot.js';
import { fakeStates, throws } from './fake-streams.js';

interface Callbacks {
  success(): void;
  failure(error: unknown): void;
}

/** Streams as far as commands go: notes each call and answers it. */
function fakeDeps(snapshot: PhoneSnapshot, answer: (callbacks: Callbacks) => void = ({ success }) => success()) {
  const calls: unknown[] = [];
  const noting =
    (name: string) =>
    (callbacks: Callbacks): void => {
      calls.push(name);
      answer(callbacks);
    };
  const contact = {
    accept: noting('accept'),
    reject: noting('reject'),
    clear: noting('clear'),
    getAgentConnection: () => ({ destroy: noting('agent.destroy') }),
    getInitialConnection: () => ({ hold: noting('customer.hold'), resume: noting('customer.resume') }) as object | null,
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
const holding = buildSnapshot({ contacts: [buildContact({ state: 'onHold' })] });
const wrapUp = buildSnapshot({ contacts: [buildContact({ state: 'ended' })] });
const idle = buildSnapshot();
const c1 = { contactId: 'c1' } as const;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('connect', { Endpoint: { byPhoneNumber: (phoneNumber: string) => ({ endpoint: phoneNumber }) } });
});
afterEach(() => void vi.useRealTimers());

describe('a command that makes sense', () => {
  it.each([
    [{ kind: 'accept', ...c1 }, ringing, 'accept'],
    [{ kind: 'reject', ...c1 }, ringing, 'reject'],
    [{ kind: 'hangUp', ...c1 }, talking, 'agent.destroy'],
    [{ kind: 'hold', ...c1 }, talking, 'customer.hold'],
    [{ kind: 'resume', ...c1 }, holding, 'customer.resume'],
    [{ kind: 'clear', ...c1 }, wrapUp, 'clear'],
  ] as const)('on a contact, %j, makes its one call', async (command, snapshot, call) => {
    const { deps, calls } = fakeDeps(snapshot);
    expect(await run(command, deps)).toBeNull();
    expect(calls).toEqual([call]);
    expect(vi.getTimerCount()).toBe(0);
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

  it('holds nobody when the contact has no customer connection', async () => {
    const { deps, contact } = fakeDeps(talking);
    contact.getInitialConnection = () => null;
    expect(await run({ kind: 'hold', ...c1 }, deps)).toEqual({ reason: 'refused', detail: 'Error' });
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
