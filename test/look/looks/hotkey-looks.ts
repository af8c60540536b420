import { defaultHotkeys, type Hotkey, type HotkeyAction } from '../../../contract/hotkey.js';
import { ready } from './fixtures.js';
import type { Looks, Step } from './look.js';

const hotkeys = Object.entries(defaultHotkeys).map(
  ([action, accelerator]): Hotkey => ({
    action: action as HotkeyAction,
    accelerator,
    state: accelerator === '' ? 'off' : 'works',
  }),
);
const someFail = hotkeys.map((hotkey): Hotkey => {
  if (hotkey.action === 'mute') return { ...hotkey, state: 'taken' };
  return hotkey.action === 'hold' ? { ...hotkey, accelerator: 'Ctrl+Alt+Shift+PageDown', state: 'twice' } : hotkey;
});
const openSettings: readonly Step[] = [{ press: '.account-button' }, { press: '.menu-item:nth-of-type(3)' }];
const open: readonly Step[] = [...openSettings, { press: '.tab:last-of-type' }];

/** The keys of the whole system. */
export const hotkeyLooks: Looks = {
  'settings-general': { snapshot: ready(), steps: openSettings },
  hotkeys: { snapshot: ready(), hotkeys, steps: open },
  'hotkeys-failing': { snapshot: ready(), hotkeys: someFail, steps: open },
  'hotkeys-recording': {
    snapshot: ready(),
    hotkeys,
    steps: [...open, { press: '.hotkey:nth-of-type(2) .hotkey-keys' }],
  },
  'hotkeys-notice': { snapshot: ready(), hotkeys: someFail },
};
