import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { emptySnapshot } from '../../../../contract/empty-snapshot.js';
import { defaultHotkeys } from '../../../../contract/hotkey.js';
import { settingsSchema } from '../../../../contract/settings.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { type HotkeyDeps, installHotkeys } from '../../../../main/hotkeys/install-hotkeys.js';
import { buildSnapshot } from '../../contract/build-snapshot.js';

/** A system whose keys are noted; others may hold some of them. */
function start(others: readonly string[] = []) {
  const held = new Map<string, () => void>();
  const power = new EventEmitter();
  const told: unknown[] = [];
  const listeners = new Set<(snapshot: PhoneSnapshot) => void>();
  const hotkeys = installHotkeys({
    app: new EventEmitter() as unknown as HotkeyDeps['app'],
    power: power as unknown as HotkeyDeps['power'],
    shortcuts: {
      register(accelerator: string, pressed: () => void) {
        if (others.includes(accelerator)) return false;
        held.set(accelerator, pressed);
        return true;
      },
      unregister: (accelerator: string) => void held.delete(accelerator),
    } as HotkeyDeps['shortcuts'],
    link: {
      snapshot: () => emptySnapshot,
      execute: async () => null,
      onSnapshot(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    announcer: {
      announce(name, payload) {
        told.push([name, payload]);
        return () => undefined;
      },
    },
    settings: () => settingsSchema.parse({}),
    changeSettings: async () => true,
    readClipboard: async () => '',
    bringForward: () => undefined,
  });
  return {
    hotkeys,
    held,
    power,
    told,
    others: others as string[],
    show: (snapshot: PhoneSnapshot) => {
      for (const listener of listeners) listener(snapshot);
    },
  };
}

describe('hotkeys', () => {
  it('are taken once somebody is signed in, not before', () => {
    const { held, show } = start();
    show(emptySnapshot);
    expect(held.size).toBe(0);
    show(buildSnapshot());
    expect(held.size).toBe(8);
  });

  it.each(['resume', 'unlock-screen'])('are taken anew after %s, as the system may have dropped them', (event) => {
    const { held, power, show } = start();
    power.emit(event);
    expect(held.size).toBe(0);
    show(buildSnapshot());
    held.clear();
    power.emit(event);
    expect(held.size).toBe(8);
  });

  it('that another program took meanwhile are told by name', () => {
    const { held, power, told, show, others } = start([]);
    show(buildSnapshot());
    held.clear();
    others.push(defaultHotkeys.mute);
    power.emit('resume');
    expect(told).toEqual([['hotkeysFailed', [{ action: 'mute', accelerator: defaultHotkeys.mute, state: 'taken' }]]]);
  });

  it('stay with the page that records one, also when the computer wakes', () => {
    const { hotkeys, held, power, show } = start();
    show(buildSnapshot());
    hotkeys.pause(true);
    power.emit('resume');
    expect(held.size).toBe(0);
    hotkeys.pause(false);
    expect(held.size).toBe(8);
  });

  it('are no media keys and dial nothing until somebody sets them', () => {
    expect(Object.values(defaultHotkeys).filter((keys) => /Media|Volume/.test(keys))).toEqual([]);
    expect(defaultHotkeys.dialClipboard).toBe('');
  });
});
