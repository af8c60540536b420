import { describe, expect, it } from 'vitest';
import { englishHotkeys, germanHotkeys } from '../../../../contract/words/hotkey-words.js';
import { keyText } from '../../../../renderer/models/key-text.js';
import { type KeyPress, recordedKey } from '../../../../renderer/models/recorded-key.js';

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: 'a',
  code: 'KeyA',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...change,
});

describe('a key that is recorded', () => {
  it.each([
    [{ key: 'F5', code: 'F5', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+F5'],
    [{ key: 'k', code: 'KeyK', ctrlKey: true, altKey: true }, 'Ctrl+Alt+k'],
    [{ key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+1'],
    [{ key: ' ', code: 'Space', metaKey: true }, 'Super+Space'],
    [{ key: 'ArrowUp', code: 'ArrowUp', altKey: true }, 'Alt+Up'],
    [{ key: 'MediaTrackNext', code: 'MediaTrackNext' }, 'MediaNextTrack'],
    [{ key: 'Escape', code: 'Escape' }, 'Escape'],
    [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }, null],
    [{ key: 'Shift', code: 'ShiftLeft', ctrlKey: true, shiftKey: true }, null],
  ])('by %j is %j', (change, keys) => {
    expect(recordedKey(press(change))).toBe(keys);
  });
});

describe('the text of keys', () => {
  it('is what is printed on them', () => {
    expect(keyText('Ctrl+Shift+PageDown', false, englishHotkeys)).toEqual(['Ctrl', 'Shift', 'Page Down']);
    expect(keyText('Ctrl+Shift+Delete', false, germanHotkeys)).toEqual(['Strg', 'Umschalt', 'Entf']);
    expect(keyText('Ctrl+Alt+Shift+Super+K', true, germanHotkeys)).toEqual(['⌃', '⌥', '⇧', '⌘', 'K']);
    expect(keyText('', false, englishHotkeys)).toEqual([]);
  });
});
