import type { HotkeyAction } from './hotkey.js';
import type { Settings } from './settings.js';

/** The setting that holds an action's key. */
export const hotkeySettings = {
  answer: 'hotkeyAnswer',
  decline: 'hotkeyDecline',
  hangUp: 'hotkeyHangUp',
  mute: 'hotkeyMute',
  hold: 'hotkeyHold',
  nextStatus: 'hotkeyNextStatus',
  clear: 'hotkeyClear',
  showWindow: 'hotkeyShowWindow',
  dialClipboard: 'hotkeyDialClipboard',
} as const satisfies Readonly<Record<HotkeyAction, keyof Settings>>;

/** Every action's key. */
export function hotkeysOf(settings: Settings): Readonly<Record<HotkeyAction, string>> {
  const entries = Object.entries(hotkeySettings).map(([action, name]) => [action, settings[name]]);
  return Object.fromEntries(entries) as Record<HotkeyAction, string>;
}
