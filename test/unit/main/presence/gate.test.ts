import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, CommandFailure } from '../../../../contract/command.js';
import { emptySnapshot } from '../../../../contract/empty-snapshot.js';
import type { ExitReport } from '../../../../contract/exit-entry.js';
import type { LeavingView } from '../../../../contract/leaving.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { createPresenceGate } from '../../../../main/presence/gate.js';
import { buildAgent, buildContact, buildSnapshot, chose, offline } from '../../contract/build-snapshot.js';

const offlineSnapshot = buildSnapshot({ agent: buildAgent({ availability: chose(offline) }) });

/** A gate on hand-made surroundings that note what it did. */
function startGate() {
  const executed: { readonly command: Command; readonly timeoutMs: number }[] = [];
  const exits: number[] = [];
  const signOuts: string[] = [];
  const revivals: string[] = [];
  const reports: ExitReport[] = [];
  const views: (LeavingView | null)[] = [];
  const records: string[] = [];
  const waiting: ((failure: CommandFailure | null) => void)[] = [];
  const listeners = new Set<(snapshot: PhoneSnapshot) => void>();
  const gate = createPresenceGate({
    onSnapshot(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    execute(command, timeoutMs) {
      executed.push({ command, timeoutMs });
      return new Promise((resolve) => waiting.push(resolve));
    },
    show: (view) => views.push(view),
    exit: (code) => exits.push(code),
    signOut: () => signOuts.push('signed out'),
    probe: async () => true,
    revive: () => revivals.push('revived'),
    report: (report) => reports.push(report),
    record: (event, facts) => records.push(`${event} ${JSON.stringify(facts)}`),
  });
  return {
    gate,
    executed,
    exits,
    signOuts,
    revivals,
    reports,
    views,
    records,
    announce(snapshot: PhoneSnapshot) {
      for (const listener of listeners) listener(snapshot);
    },
    /** Settles the oldest command that waits. */
    async settle(failure: CommandFailure | null) {
      waiting.shift()?.(failure);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => vi.useRealTimers());

describe('the presence gate', () => {
  it('lets everybody out while nobody is signed in', () => {
    const { gate, exits } = startGate();
    gate.askExit('agent', 'window-close');
    expect(exits).toEqual([0]);
  });

  it('holds an agent who is Available until the snapshot says Offline', async () => {
    const { gate, announce, executed, exits, settle } = startGate();
    announce(buildSnapshot());
    gate.askExit('agent', 'window-close');
    expect(executed).toEqual([{ command: { kind: 'goOffline' }, timeoutMs: 2_500 }]);
    await settle(null);
    expect(exits).toEqual([]);
    announce(offlineSnapshot);
    expect(exits).toEqual([0]);
  });

  it('does not forget an agent because the page was reloaded', () => {
    const { gate, announce, exits } = startGate();
    announce(buildSnapshot());
    announce(emptySnapshot);
    gate.askExit('agent', 'window-close');
    expect(exits).toEqual([]);
  });

  it('tries again after a failure', async () => {
    const { gate, announce, executed, settle } = startGate();
    announce(buildSnapshot());
    gate.askExit('agent', 'before-quit');
    await settle({ reason: 'refused', detail: 'InternalServiceException' });
    await vi.advanceTimersByTimeAsync(249);
    expect(executed).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(executed).toHaveLength(2);
  });

  it('tells the agent after 12 s of silence and leaves on their word only', async () => {
    const { gate, announce, exits, views } = startGate();
    announce(buildSnapshot());
    gate.askExit('agent', 'before-quit');
    await vi.advanceTimersByTimeAsync(12_000);
    expect(views).toEqual([{ kind: 'settingOffline' }, { kind: 'notConfirmed', reason: null }]);
    expect(exits).toEqual([]);
    gate.choose('quitAnyway');
    expect(exits).toEqual([4]);
  });

  it('leaves 4 s after a signal even if nothing ever answers', async () => {
    const { gate, announce, exits } = startGate();
    announce(buildSnapshot());
    gate.askExit('system', 'SIGTERM');
    await vi.advanceTimersByTimeAsync(3_999);
    expect(exits).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(exits).toEqual([3]);
  });

  it('takes five signals for one', async () => {
    const { gate, announce, executed, exits } = startGate();
    announce(buildSnapshot());
    for (let signal = 0; signal < 5; signal += 1) {
      gate.askExit('system', 'SIGTERM');
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(executed).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(exits).toEqual([3]);
  });

  it('clears a contact in after-contact work once', async () => {
    const { gate, announce, executed, exits, settle } = startGate();
    const over = buildContact({ state: 'ended' });
    announce(buildSnapshot({ contacts: [over] }));
    gate.askExit('agent', 'window-close');
    await settle(null);
    const queued = buildSnapshot({ agent: buildAgent({ nextStatus: offline }), contacts: [over] });
    announce(queued);
    announce({ ...queued, skewMs: 300 });
    expect(executed.map(({ command }) => command)).toEqual([{ kind: 'goOffline' }, { kind: 'clear', contactId: 'c1' }]);
    announce(offlineSnapshot);
    expect(exits).toEqual([0]);
  });

  it('clears the after-contact work of a chat as that of a call', async () => {
    const { gate, announce, executed, exits, settle } = startGate();
    const chat = buildContact({ channel: 'chat', state: 'ended' });
    announce(buildSnapshot({ contacts: [chat] }));
    gate.askExit('agent', 'window-close');
    await settle(null);
    announce(buildSnapshot({ agent: buildAgent({ nextStatus: offline }), contacts: [chat] }));
    expect(executed.at(-1)?.command).toEqual({ kind: 'clear', contactId: chat.contactId });
    announce(offlineSnapshot);
    expect(exits).toEqual([0]);
  });

  it('goes on waiting when the chat it waited for is over and not cleared yet', async () => {
    const { gate, announce, executed, settle, views } = startGate();
    const agent = buildAgent({ nextStatus: offline });
    announce(buildSnapshot({ contacts: [buildContact({ channel: 'chat' })] }));
    gate.askExit('agent', 'window-close');
    gate.choose('quitWhenClear');
    await settle(null);
    announce(buildSnapshot({ agent, contacts: [buildContact({ channel: 'chat' })] }));
    announce(buildSnapshot({ agent, contacts: [buildContact({ channel: 'chat', state: 'ended' })] }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(views.at(-1)).toEqual({ kind: 'whenClear' });
    expect(executed).toHaveLength(1);
  });

  it('asks an agent on a contact and leaves no timer behind when they stay', () => {
    const { gate, announce, executed, views } = startGate();
    announce(buildSnapshot({ contacts: [buildContact()] }));
    gate.askExit('agent', 'window-close');
    gate.choose('stay');
    expect(views).toEqual([{ kind: 'onContact' }, null]);
    expect(executed).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer running once it has left', async () => {
    const { gate, announce, settle } = startGate();
    announce(buildSnapshot());
    gate.askExit('agent', 'window-close');
    await settle(null);
    announce(offlineSnapshot);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does nothing on a late answer after it has left', async () => {
    const { gate, announce, executed, exits, settle } = startGate();
    announce(buildSnapshot());
    gate.askExit('agent', 'window-close');
    announce(offlineSnapshot);
    await settle({ reason: 'refused', detail: null });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(executed).toHaveLength(1);
    expect(exits).toEqual([0]);
  });

  it('records who asked, each attempt and the exit, in order', async () => {
    const { gate, announce, records, settle } = startGate();
    announce(buildSnapshot());
    gate.askExit('system', 'SIGTERM');
    await settle({ reason: 'refused', detail: 'ThrottlingException' });
    announce(offlineSnapshot);
    expect(records).toEqual([
      'exit-asked {"goal":"quit","cause":"system","what":"SIGTERM","state":"resting"}',
      'gate {"from":"resting","to":"leaving"}',
      'gate-attempt {"failure":"refused","detail":"ThrottlingException"}',
      'gate {"from":"leaving","to":"left"}',
      'exit {"goal":"quit","outcome":"confirmed","code":0}',
    ]);
  });
});

describe('a sign-out through the gate', () => {
  const available = buildSnapshot({ agent: buildAgent() });

  it('goes Offline first and ends the session when a snapshot shows it; the app stays', async () => {
    const { gate, announce, settle, executed, exits, signOuts, views } = startGate();
    announce(available);
    expect(gate.askSignOut()).toBe('started');
    expect(executed.map(({ command }) => command.kind)).toEqual(['goOffline']);
    await settle(null);
    expect(signOuts).toEqual([]);
    announce(offlineSnapshot);
    expect(signOuts).toEqual(['signed out']);
    expect(exits).toEqual([]);
    expect(views.at(-1)).toBeNull();
    gate.forget();
    expect(gate.holds()).toBe(false);
  });

  it('is refused while a customer is there, and nothing is sent', () => {
    const { gate, announce, executed } = startGate();
    announce(buildSnapshot({ agent: buildAgent(), contacts: [buildContact({ state: 'connected' })] }));
    expect(gate.askSignOut()).toBe('onContact');
    expect(executed).toEqual([]);
  });

  it('without a confirmation is the agent to decide', async () => {
    const { gate, announce, exits, signOuts, views } = startGate();
    announce(available);
    gate.askSignOut();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(views.at(-1)?.kind).toBe('notConfirmed');
    gate.choose('quitAnyway');
    expect(signOuts).toEqual(['signed out']);
    expect(exits).toEqual([]);
    // Nobody has confirmed anything, so a quit still asks.
    expect(gate.holds()).toBe(true);
  });

  it('gives way to a quit', async () => {
    const { gate, announce, settle, exits, signOuts } = startGate();
    announce(available);
    gate.askSignOut();
    gate.askExit('system', 'SIGTERM');
    await settle(null);
    announce(offlineSnapshot);
    expect(signOuts).toEqual([]);
    expect(exits).toEqual([0]);
  });

  it('leads to a gate that works as before', () => {
    const { gate, announce, exits, signOuts } = startGate();
    announce(offlineSnapshot);
    gate.askSignOut();
    expect(signOuts).toEqual(['signed out']);
    gate.forget();
    gate.askExit('agent', 'window-close');
    expect(exits).toEqual([0]);
  });
});

describe('a computer that goes to sleep', () => {
  it('sets the agent Offline without a question, and the app stays and says so until the agent has read it', async () => {
    const { gate, announce, settle, executed, exits, views, reports } = startGate();
    announce(buildSnapshot());
    gate.askSleep('system');
    expect(gate.leaving()).toBe(true);
    expect(executed).toEqual([{ command: { kind: 'goOffline' }, timeoutMs: 1_200 }]);
    await settle(null);
    announce(offlineSnapshot);
    expect(gate.leaving()).toBe(false);
    expect(exits).toEqual([]);
    expect(views).toEqual([{ kind: 'wentToSleep', outcome: 'confirmed' }]);
    expect(reports).toMatchObject([{ goal: 'sleep', outcome: 'confirmed' }]);
    gate.showAgain();
    expect(views).toHaveLength(2);
    gate.choose('stay');
    expect(views.at(-1)).toBeNull();
  });

  it('is over after 4 s of silence, and says that nothing was confirmed', async () => {
    const { gate, announce, exits, views } = startGate();
    announce(buildSnapshot());
    gate.askSleep('system');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(gate.leaving()).toBe(false);
    expect(views).toEqual([{ kind: 'wentToSleep', outcome: 'unconfirmed' }]);
    expect(exits).toEqual([]);
    expect(gate.holds()).toBe(true);
  });

  it.each([
    ['there is a live contact', buildSnapshot({ contacts: [buildContact({ state: 'connected' })] })],
    ['the agent is Offline', offlineSnapshot],
    ['nobody is known', emptySnapshot],
  ])('changes nothing where %s', (_what, snapshot) => {
    const { gate, announce, executed, views } = startGate();
    announce(snapshot);
    gate.askSleep('system');
    expect(gate.leaving()).toBe(false);
    expect(executed).toEqual([]);
    expect(views).toEqual([]);
  });

  it('gives way to a quit', async () => {
    const { gate, announce, settle, exits, views } = startGate();
    announce(buildSnapshot());
    gate.askSleep('system');
    gate.askExit('system', 'shutdown');
    await settle(null);
    announce(offlineSnapshot);
    expect(exits).toEqual([0]);
    expect(views).toEqual([]);
  });

  it('does not take over from an agent who leaves', async () => {
    const { gate, announce, settle, exits } = startGate();
    announce(buildSnapshot());
    gate.askExit('agent', 'window-close');
    gate.askSleep('system');
    await settle(null);
    announce(offlineSnapshot);
    expect(exits).toEqual([0]);
  });
});
