import * as z from 'zod';
import { intents } from './intent.js';

/** What a key of the whole system may be set to do. */
export const hotkeyActions = [...intents, 'nextStatus', 'showWindow', 'dialClipboard'] as const;
export const hotkeyActionSchema = z.enum(hotkeyActions);
export type HotkeyAction = z.infer<typeof hotkeyActionSchema>;

/**
 * Keys with Ctrl and Alt are letters of many keyboards on Windows, where both together are AltGr; these are not. Dialling
 * what was copied is off until somebody wants it.
 */
export const defaultHotkeys: Readonly<Record<HotkeyAction, string>> = {
  answer: 'Ctrl+Shift+F5',
  decline: 'Ctrl+Shift+F6',
  hangUp: 'Ctrl+Shift+F7',
  mute: 'Ctrl+Shift+F8',
  hold: 'Ctrl+Shift+F9',
  nextStatus: 'Ctrl+Shift+F10',
  clear: 'Ctrl+Shift+F11',
  showWindow: 'Ctrl+Shift+F12',
  dialClipboard: '',
};

/** Whether a key works, and why not. */
export const hotkeyStateSchema = z.enum([
  'works',
  /** No key is set. */
  'off',
  /** Another program has it. */
  'taken',
  /** Another action of this app has it. */
  'twice',
]);
export type HotkeyState = z.infer<typeof hotkeyStateSchema>;

/** One action's key, as Electron spells it, '' for none. */
export const hotkeySchema = z
  .object({ action: hotkeyActionSchema, accelerator: z.string().max(64), state: hotkeyStateSchema })
  .readonly();
export type Hotkey = z.infer<typeof hotkeySchema>;
