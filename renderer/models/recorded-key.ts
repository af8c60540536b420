/** The parts of a key event that are read. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** What the page calls keys whose name differs from an accelerator's. */
const NAMES: ReadonlyMap<string, string> = new Map([
  [' ', 'Space'],
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['MediaTrackNext', 'MediaNextTrack'],
  ['MediaTrackPrevious', 'MediaPreviousTrack'],
]);

const MODIFIER_KEYS: ReadonlySet<string> = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'CapsLock', 'Dead']);

/** The combination that is pressed, to be read by `readAccelerator`, or null while only modifiers are. */
export function recordedKey({ key, code, ctrlKey, altKey, shiftKey, metaKey }: KeyPress): string | null {
  if (MODIFIER_KEYS.has(key)) return null;
  // Shift turns a digit into a sign, but the key stays the same.
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  const name = digit ?? NAMES.get(key) ?? key;
  const modifiers = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Super'];
  return [...modifiers.filter((modifier) => modifier !== false), name].join('+');
}
