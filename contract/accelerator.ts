import { fail, type Result, succeed } from './result.js';

/** Why a text names no key combination that may be taken from the whole system. */
export type AcceleratorRefusal =
  /** A part is no key or modifier known here. */
  | 'unknownPart'
  /** It has no key, or more than one. */
  | 'notOneKey'
  /** A letter, digit or arrow by itself, or with Shift only, would be taken from every program. */
  | 'needsModifier'
  /** The system itself uses it. */
  | 'reserved';

const MODIFIERS: ReadonlyMap<string, string> = new Map([
  ['ctrl', 'Ctrl'],
  ['control', 'Ctrl'],
  ['alt', 'Alt'],
  ['option', 'Alt'],
  ['shift', 'Shift'],
  ['cmd', 'Super'],
  ['command', 'Super'],
  ['super', 'Super'],
  ['meta', 'Super'],
]);

/** The order modifiers are written in. */
const modifierOrder = ['Ctrl', 'Alt', 'Shift', 'Super'];

const plainKeys = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const namedKeys = ['Space', 'Tab', 'Backspace', 'Delete', 'Insert', 'Enter', 'Escape'];
const travelKeys = ['Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown'];
const functionKeys = Array.from({ length: 24 }, (_none, index) => `F${index + 1}`);
const mediaKeys = ['MediaPlayPause', 'MediaStop', 'MediaNextTrack', 'MediaPreviousTrack'];

/** Keys no program types with, so that they need no modifier. */
const LONE_KEYS: ReadonlySet<string> = new Set([...functionKeys, ...mediaKeys]);

const KEYS: ReadonlyMap<string, string> = new Map(
  [...plainKeys, ...namedKeys, ...travelKeys, ...functionKeys, ...mediaKeys].map((key) => [key.toLowerCase(), key]),
);

/**
 * Combinations of the systems themselves, in this file's spelling.
 * Sources: https://support.microsoft.com/windows/keyboard-shortcuts-in-windows-dcc61a57-8ff0-cffe-9796-cb9706c75eec,
 * https://support.apple.com/102650
 */
const RESERVED: ReadonlySet<string> = new Set([
  'Alt+F4',
  'Alt+Tab',
  'Alt+Shift+Tab',
  'Alt+Escape',
  'Alt+Space',
  'Ctrl+Alt+Delete',
  'Ctrl+Escape',
  'Ctrl+Shift+Escape',
  'Super+L',
  'Super+D',
  'Super+E',
  'Super+R',
  'Super+Tab',
  'Super+Q',
  'Super+W',
  'Super+H',
  'Super+M',
  'Super+Space',
  'Ctrl+C',
  'Ctrl+V',
  'Ctrl+X',
  'Ctrl+Z',
  'Ctrl+A',
  'Super+C',
  'Super+V',
  'Super+X',
  'Super+Z',
  'Super+A',
]);

/**
 * Reads a key combination such as `ctrl + shift+f5` and spells it as Electron's accelerators are spelled. Electron's own
 * reading cannot be trusted with it: 33.2.1 takes the bare letter A for `Foo+A`, from every program of the system.
 */
export function readAccelerator(text: string): Result<string, AcceleratorRefusal> {
  const parts = text.split('+').map((part) => part.trim().toLowerCase());
  const modifiers = new Set<string>();
  const keys: string[] = [];
  for (const part of parts) {
    const modifier = MODIFIERS.get(part);
    const key = KEYS.get(part);
    if (modifier !== undefined) modifiers.add(modifier);
    else if (key !== undefined) keys.push(key);
    else return fail('unknownPart');
  }
  const [key, another] = keys;
  if (key === undefined || another !== undefined) return fail('notOneKey');
  const mayStandAlone = LONE_KEYS.has(key);
  const onlyShift = modifiers.size === 0 || (modifiers.size === 1 && modifiers.has('Shift'));
  if (onlyShift && !mayStandAlone) return fail('needsModifier');
  const spelled = [...modifierOrder.filter((modifier) => modifiers.has(modifier)), key].join('+');
  return RESERVED.has(spelled) ? fail('reserved') : succeed(spelled);
}
