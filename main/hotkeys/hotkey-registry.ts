import type { Hotkey, HotkeyAction, HotkeyState } from '../../contract/hotkey.js';
import { createRepeatFilter } from './repeat-filter.js';

/** The system's keys; Electron's `globalShortcut`. */
export interface ShortcutPort {
  /** Answers whether it was given; false when another program has it. */
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}

/** Which key is to do what; '' for none. */
export type HotkeyTable = Readonly<Record<HotkeyAction, string>>;

export interface HotkeyRegistry {
  /** Takes exactly these keys from the system and tells of each whether it works. */
  apply(table: HotkeyTable): readonly Hotkey[];
  /** Asks anew for all of them, as a system may have dropped them in its sleep. */
  again(): readonly Hotkey[];
  /** Gives them all back. */
  release(): void;
}

/** Holds the keys. `pressed` is told of presses, not of the repeats of a key that is held. */
export function createHotkeyRegistry(
  port: ShortcutPort,
  pressed: (action: HotkeyAction) => void,
  now: () => number,
): HotkeyRegistry {
  const repeats = createRepeatFilter();
  const held = new Set<string>();
  let wanted: HotkeyTable | null = null;

  function release(): void {
    for (const accelerator of held) port.unregister(accelerator);
    held.clear();
  }

  function claim(action: HotkeyAction, accelerator: string): HotkeyState {
    if (accelerator === '') return 'off';
    if (held.has(accelerator)) return 'twice';
    const given = port.register(accelerator, () => {
      if (repeats.isPress(accelerator, now())) pressed(action);
    });
    if (given) held.add(accelerator);
    return given ? 'works' : 'taken';
  }

  function apply(table: HotkeyTable): readonly Hotkey[] {
    release();
    wanted = table;
    return (Object.entries(table) as [HotkeyAction, string][]).map(([action, accelerator]) => ({
      action,
      accelerator,
      state: claim(action, accelerator),
    }));
  }

  return { apply, again: () => (wanted === null ? [] : apply(wanted)), release };
}
