import type { HotkeyWords, PrintedKey } from '../../contract/words/hotkey-words.js';

/** The signs on the keys of a Mac. */
const MAC_SIGNS: ReadonlyMap<string, string> = new Map([
  ['Ctrl', '⌃'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['Super', '⌘'],
]);

/** The keys of a combination as they are printed on the keyboard. */
export function keyText(accelerator: string, mac: boolean, { keys }: HotkeyWords): readonly string[] {
  if (accelerator === '') return [];
  const printed = (key: string): string => (Object.hasOwn(keys, key) ? keys[key as PrintedKey] : key);
  return accelerator.split('+').map((key) => (mac ? MAC_SIGNS.get(key) : undefined) ?? printed(key));
}
