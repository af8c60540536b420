import { describe, expect, it } from 'vitest';
import { readAccelerator } from '../../../contract/accelerator.js';
import { acceleratorSchema } from '../../../contract/accelerator-schema.js';
import { defaultHotkeys, hotkeyActions } from '../../../contract/hotkey.js';

describe('readAccelerator', () => {
  it.each([
    ['Ctrl+Shift+F5', 'Ctrl+Shift+F5'],
    ['shift+control+f5', 'Ctrl+Shift+F5'],
    [' ctrl + alt + k ', 'Ctrl+Alt+K'],
    ['Cmd+Shift+M', 'Shift+Super+M'],
    ['Option+PageUp', 'Alt+PageUp'],
    ['F24', 'F24'],
    ['Shift+F1', 'Shift+F1'],
    ['MediaPlayPause', 'MediaPlayPause'],
    ['Ctrl+Ctrl+K', 'Ctrl+K'],
    ['Ctrl+0', 'Ctrl+0'],
  ])('spells %s as Electron does', (text, spelled) => {
    expect(readAccelerator(text)).toEqual({ ok: true, value: spelled });
  });

  it.each([
    // Electron 33.2.1 takes the bare A for this one.
    ['Foo+A', 'unknownPart'],
    ['Ctrl++', 'unknownPart'],
    ['Ctrl+Ä', 'unknownPart'],
    ['Ctrl+F25', 'unknownPart'],
    ['Ctrl+numadd', 'unknownPart'],
    ['', 'unknownPart'],
    ['Ctrl+constructor', 'unknownPart'],
    ['Ctrl+Alt', 'notOneKey'],
    ['Shift', 'notOneKey'],
    ['Ctrl+A+B', 'notOneKey'],
    ['A', 'needsModifier'],
    ['Shift+A', 'needsModifier'],
    ['Space', 'needsModifier'],
    ['Escape', 'needsModifier'],
    ['Alt+F4', 'reserved'],
    ['ctrl+alt+delete', 'reserved'],
    ['Win+L', 'unknownPart'],
    ['Super+L', 'reserved'],
    ['Cmd+Q', 'reserved'],
    ['Ctrl+C', 'reserved'],
  ] as const)('refuses %s: %s', (text, failure) => {
    expect(readAccelerator(text)).toEqual({ ok: false, failure });
  });
});

describe('the setting of a key', () => {
  it('gives the one spelling, or nothing for none', () => {
    expect(acceleratorSchema.parse('shift+ctrl+f5')).toBe('Ctrl+Shift+F5');
    expect(acceleratorSchema.parse('  ')).toBe('');
  });

  it.each(['Foo+A', 'A', 'x'.repeat(65), 7, null, ['Ctrl', 'A']])('refuses %j', (value) => {
    expect(acceleratorSchema.safeParse(value).success).toBe(false);
  });

  it('has defaults that are good, each once', () => {
    const set = hotkeyActions.map((action) => defaultHotkeys[action]).filter((accelerator) => accelerator !== '');
    expect(set.map((accelerator) => acceleratorSchema.parse(accelerator))).toEqual(set);
    expect(new Set(set).size).toBe(set.length);
  });
});
