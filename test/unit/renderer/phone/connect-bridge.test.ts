import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../../../contract/bridge.js';
import type { CommandFailure } from '../../../../contract/command.js';
import type { EventPayload } from '../../../../contract/events.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { createAbsentPhone } from '../../../../renderer/phone/absent-phone.js';
import { connectBridge } from '../../../../renderer/phone/connect-bridge.js';
import type { Phone } from '../../../../renderer/phone/phone.js';
import { buildContact, buildSnapshot, chose, lunch } from '../../contract/build-snapshot.js';

function join(execute: Phone['execute'] = async () => null) {
  const asked: unknown[] = [];
  const listeners: {
    executeCommand?: (order: EventPayload<'executeCommand'>) => void;
    panelLoaded?: (trouble: EventPayload<'panelLoaded'>) => void;
  } = {};
  const first = buildSnapshot();
  const snapshot = signal(first);
  const troubles: unknown[] = [];
  const bridge = {
    onExecuteCommand: (executeCommand: (order: EventPayload<'executeCommand'>) => void) =>
      Object.assign(listeners, { executeCommand }),
    onPanelLoaded: (panelLoaded: (trouble: EventPayload<'panelLoaded'>) => void) =>
      Object.assign(listeners, { panelLoaded }),
    onWoke: (woke: () => void) => Object.assign(listeners, { woke }),
    announceSnapshot: async (value: unknown) => asked.push(['announceSnapshot', value]),
    settleCommand: async (value: unknown) => asked.push(['settleCommand', value]),
  } as unknown as Bridge;
  const phone: Phone = { ...createAbsentPhone(), snapshot, execute, panelLoaded: (trouble) => troubles.push(trouble) };
  connectBridge(bridge, phone);
  return { asked, listeners, snapshot, first, troubles };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ringing = buildContact({ contactId: 'new', state: 'connecting', direction: 'inbound' });

describe('a ring', () => {
  it('is announced after its frame', () => {
    const { asked, snapshot, first } = join();
    snapshot.value = { ...first, contacts: [ringing] };
    vi.advanceTimersByTime(16);
    expect(asked).toEqual([['announceSnapshot', first]]);
    vi.advanceTimersByTime(1);
    expect(asked).toEqual([
      ['announceSnapshot', first],
      ['announceSnapshot', snapshot.value],
    ]);
    vi.advanceTimersByTime(1_000);
    expect(asked).toHaveLength(2);
  });

  it('is announced after its frame beside a call, and once for two', () => {
    const call = buildContact({ contactId: 'old', state: 'connected' });
    const { asked, snapshot, first } = join();
    snapshot.value = { ...first, contacts: [call] };
    expect(asked).toHaveLength(2);
    snapshot.value = { ...first, contacts: [call, ringing] };
    snapshot.value = { ...first, contacts: [call, ringing, { ...ringing, contactId: 'newer' }] };
    expect(asked).toHaveLength(2);
    vi.advanceTimersByTime(17);
    expect(asked.slice(2)).toEqual([['announceSnapshot', snapshot.value]]);
  });

  it.each([
    ['another status', ({ agent }) => ({ agent: agent && { ...agent, availability: chose(lunch) } })],
    ['a next status', ({ agent }) => ({ agent: agent && { ...agent, nextStatus: lunch } })],
    ['nobody', () => ({ agent: null })],
    ['a command', ({ pending }) => ({ pending: { ...pending, commands: [{ kind: 'goOffline' }] } })],
    ['other health', ({ health }) => ({ health: { ...health, webSocketUp: false } })],
    ['another mute', ({ muted }) => ({ muted: !muted })],
    ['an answer', () => ({ contacts: [{ ...ringing, state: 'connected' }] })],
    ['a call from here', () => ({ contacts: [{ ...ringing, direction: 'outbound' }] })],
  ] satisfies [string, (first: PhoneSnapshot) => Partial<PhoneSnapshot>][])(
    'is announced at once with %s, and so is what follows it',
    (_what, change) => {
      const { asked, snapshot, first } = join();
      const other = { ...first, contacts: [ringing], ...change(first) };
      snapshot.value = other;
      expect(asked.at(-1)).toEqual(['announceSnapshot', other]);

      const after = join();
      after.snapshot.value = { ...after.first, contacts: [ringing] };
      after.snapshot.value = { ...after.first, contacts: [ringing], ...change(after.first) };
      expect(after.asked.slice(1)).toEqual([['announceSnapshot', after.snapshot.value]]);
      vi.advanceTimersByTime(1_000);
      expect(after.asked).toHaveLength(2);
    },
  );

  it('is announced before what a command ended with', async () => {
    const { asked, listeners, snapshot, first } = join();
    snapshot.value = { ...first, contacts: [ringing] };
    listeners.executeCommand?.({ commandId: 9, command: { kind: 'goOffline' } });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.slice(1).map((each) => (each as readonly unknown[])[0])).toEqual([
      'announceSnapshot',
      'settleCommand',
    ]);
  });
});

describe('connectBridge', () => {
  it('announces the snapshot now and each time it changes, not when it stays', () => {
    const { asked, snapshot, first } = join();
    const next = buildSnapshot({ muted: true });
    snapshot.value = next;
    snapshot.value = next;
    expect(asked).toEqual([
      ['announceSnapshot', first],
      ['announceSnapshot', next],
    ]);
  });

  it.each([null, { reason: 'refused', detail: null } as const])(
    'carries a command out and settles it under its number: %j',
    async (failure: CommandFailure | null) => {
      const executed: unknown[] = [];
      const { asked, listeners } = join(async (command) => {
        executed.push(command);
        return failure;
      });
      listeners.executeCommand?.({ commandId: 9, command: { kind: 'goOffline' } });
      await Promise.resolve();
      await Promise.resolve();
      expect(executed).toEqual([{ kind: 'goOffline' }]);
      expect(asked.at(-1)).toEqual(['settleCommand', { commandId: 9, failure }]);
    },
  );

  it('hands on what became of the panel', () => {
    const { listeners, troubles } = join();
    listeners.panelLoaded?.('unreachable');
    listeners.panelLoaded?.(null);
    expect(troubles).toEqual(['unreachable', null]);
  });
});

describe('the absent phone', () => {
  it('says that there is no address and does nothing', async () => {
    const phone = createAbsentPhone();
    expect(phone.snapshot.value).toMatchObject({ agent: null, health: { phase: 'trouble', trouble: 'noAddress' } });
    expect(await phone.execute({ kind: 'goOffline' })).toEqual({ reason: 'noPhone', detail: null });
  });
});
