import type { AcceleratorRefusal } from '../accelerator.js';
import type { Hotkey, HotkeyAction } from '../hotkey.js';

/** Keys that are not printed the same on every keyboard, as a setting calls them. */
export type PrintedKey =
  | 'Ctrl'
  | 'Shift'
  | 'Super'
  | 'Space'
  | 'Delete'
  | 'Insert'
  | 'Home'
  | 'End'
  | 'PageUp'
  | 'PageDown'
  | 'Up'
  | 'Down'
  | 'Left'
  | 'Right'
  | 'Backspace'
  | 'Enter';

/** The texts of the keys of the whole system. */
export interface HotkeyWords {
  readonly advice: string;
  readonly actions: Readonly<Record<HotkeyAction, string>>;
  readonly keys: Readonly<Record<PrintedKey, string>>;
  readonly none: string;
  readonly taken: string;
  readonly twice: string;
  readonly change: (action: string) => string;
  readonly recording: string;
  readonly remove: (action: string) => string;
  readonly refused: Readonly<Record<AcceleratorRefusal, string>>;
  readonly failed: (hotkeys: readonly Hotkey[]) => string;
  readonly open: string;
}

export const englishHotkeys: HotkeyWords = {
  advice: 'These keys work in every program, also while this window is hidden.',
  actions: {
    answer: 'Answer',
    decline: 'Decline',
    hangUp: 'Hang up or leave the call',
    mute: 'Mute and unmute',
    hold: 'Hold and resume',
    clear: 'Clear contact',
    nextStatus: 'Choose a status',
    showWindow: 'Show this window',
    dialClipboard: 'Dial what was copied',
  },
  keys: {
    Ctrl: 'Ctrl',
    Shift: 'Shift',
    Super: 'Win',
    Space: 'Space',
    Delete: 'Del',
    Insert: 'Ins',
    Home: 'Home',
    End: 'End',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Up: 'Up',
    Down: 'Down',
    Left: 'Left',
    Right: 'Right',
    Backspace: 'Backspace',
    Enter: 'Enter',
  },
  none: 'No key',
  taken: 'Another program has this key. Choose another one.',
  twice: 'This key is set twice. Choose another one.',
  change: (action) => `Change the key: ${action}`,
  recording: 'Press the keys. Escape cancels.',
  remove: (action) => `Remove the key: ${action}`,
  refused: {
    unknownPart: 'This key cannot be used. Choose another one.',
    notOneKey: 'Press one key together with Ctrl, Alt or Shift.',
    needsModifier: 'Press it together with Ctrl or Alt, or use a function key.',
    reserved: 'The system itself uses these keys. Choose others.',
  },
  failed: (hotkeys) =>
    `Hotkeys that do not work, as other programs have them: ${hotkeys.map(({ accelerator }) => accelerator).join(', ')}.`,
  open: 'Choose others',
};

export const germanHotkeys: HotkeyWords = {
  advice: 'Diese Tasten wirken in jedem Programm, auch wenn dieses Fenster verborgen ist.',
  actions: {
    answer: 'Annehmen',
    decline: 'Ablehnen',
    hangUp: 'Auflegen oder Gespräch verlassen',
    mute: 'Stummschalten und aufheben',
    hold: 'Halten und weitersprechen',
    clear: 'Kontakt abschließen',
    nextStatus: 'Status wählen',
    showWindow: 'Dieses Fenster zeigen',
    dialClipboard: 'Kopiertes wählen',
  },
  keys: {
    Ctrl: 'Strg',
    Shift: 'Umschalt',
    Super: 'Win',
    Space: 'Leertaste',
    Delete: 'Entf',
    Insert: 'Einfg',
    Home: 'Pos1',
    End: 'Ende',
    PageUp: 'Bild auf',
    PageDown: 'Bild ab',
    Up: 'Auf',
    Down: 'Ab',
    Left: 'Links',
    Right: 'Rechts',
    Backspace: 'Rücktaste',
    Enter: 'Eingabe',
  },
  none: 'Keine Taste',
  taken: 'Ein anderes Programm belegt diese Taste. Wählen Sie eine andere.',
  twice: 'Diese Taste ist doppelt vergeben. Wählen Sie eine andere.',
  change: (action) => `Taste ändern: ${action}`,
  recording: 'Drücken Sie die Tasten. Esc bricht ab.',
  remove: (action) => `Taste entfernen: ${action}`,
  refused: {
    unknownPart: 'Diese Taste kann nicht verwendet werden. Wählen Sie eine andere.',
    notOneKey: 'Drücken Sie eine Taste zusammen mit Strg, Alt oder Umschalt.',
    needsModifier: 'Drücken Sie sie zusammen mit Strg oder Alt, oder nehmen Sie eine Funktionstaste.',
    reserved: 'Das System selbst verwendet diese Tasten. Wählen Sie andere.',
  },
  failed: (hotkeys) =>
    `Tastenkürzel ohne Wirkung, weil andere Programme sie belegen: ${hotkeys.map(({ accelerator }) => accelerator).join(', ')}.`,
  open: 'Andere wählen',
};
