import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../../../contract/bridge.js';
import type { CommandFailure } from '../../../../contract/command.js';
import type { EventPayload } from '../../../../contract/events.js';
import { createAbsentPhone } from '../../../../renderer/phone/absent-phone.js';
import { connectBridge } from '../../../../renderer/phone/connect-bridge.js';
import type { Phone } from '../../../../renderer/phone/phone.js';
import { buildSnapshot } from '../../contract/build-snapshot.js';

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
