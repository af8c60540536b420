import { describe, expect, it } from 'vitest';
import { defaultHotkeys, type HotkeyAction } from '../../../../contract/hotkey.js';
import { createHotkeyRegistry } from '../../../../main/hotkeys/hotkey-registry.js';

/** The keys of a system, of which other programs hold some. */
function createSystem(others: readonly string[] = []) {
  const held = new Map<string, () => void>();
  const pressed: HotkeyAction[] = [];
  let nowMs = 0;
  const port = {
    register(accelerator: string, heard: () => void): boolean {
      if (others.includes(accelerator) || held.has(accelerator)) return false;
      held.set(accelerator, heard);
      return true;
    },
    unregister: (accelerator: string) => void held.delete(accelerator),
  };
  const registry = createHotkeyRegistry(
    port,
    (action) => pressed.push(action),
    () => nowMs,
  );
  return {
    registry,
    held,
    pressed,
    press(accelerator: string, afterMs = 2_000) {
      nowMs += afterMs;
      held.get(accelerator)?.();
    },
  };
}

const nothing = Object.fromEntries(Object.keys(defaultHotkeys).map((action) => [action, ''])) as typeof defaultHotkeys;

describe('the hotkey registry', () => {
  it('takes every key that is set and says so', () => {
    const { registry, held } = createSystem();
    const states = registry.apply(defaultHotkeys).map(({ action, state }) => [action, state]);
    expect(states.filter(([, state]) => state !== 'works')).toEqual([['dialClipboard', 'off']]);
    expect(held.size).toBe(8);
  });

  it('says of each key whether another program has it, and takes the others', () => {
    const { registry, held } = createSystem([defaultHotkeys.answer]);
    const answer = registry.apply(defaultHotkeys).find(({ action }) => action === 'answer');
    expect(answer).toEqual({ action: 'answer', accelerator: defaultHotkeys.answer, state: 'taken' });
    expect(held.size).toBe(7);
  });

  it('gives a key that is set twice to the first, and says so of the second', () => {
    const { registry, press, pressed } = createSystem();
    const list = registry.apply({ ...nothing, answer: 'F5', mute: 'F5' });
    expect(list.filter(({ state }) => state !== 'off').map(({ state }) => state)).toEqual(['works', 'twice']);
    press('F5');
    expect(pressed).toEqual(['answer']);
  });

  it('gives back what is not set any more', () => {
    const { registry, held } = createSystem();
    registry.apply(defaultHotkeys);
    registry.apply({ ...nothing, mute: 'F8' });
    expect([...held.keys()]).toEqual(['F8']);
    registry.release();
    expect(held.size).toBe(0);
  });

  it('asks for the same keys again', () => {
    const { registry, held } = createSystem();
    registry.apply({ ...nothing, mute: 'F8' });
    held.clear();
    expect(registry.again().find(({ action }) => action === 'mute')?.state).toBe('works');
    expect([...held.keys()]).toEqual(['F8']);
  });

  it('tells of a press, not of its repeats', () => {
    const { registry, press, pressed } = createSystem();
    registry.apply({ ...nothing, mute: 'F8' });
    press('F8');
    press('F8', 660);
    press('F8', 25);
    expect(pressed).toEqual(['mute']);
  });
});
