import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { keyboardPackages } from '../../scripts/setup/system-libraries.mjs';

/** Whether this machine can press keys of the whole display. */
export const hasKeyboard = process.platform === 'linux' && keyboardPackages.every(({ proof }) => existsSync(proof));

/** Presses and lets go of keys of the whole display, such as `ctrl+shift+F5`. */
export function pressKeys(keys: string): void {
  execFileSync('xdotool', ['key', keys]);
}

/** How a display repeats a key that is held. */
export interface KeyRepeat {
  readonly delayMs: number;
  readonly perSecond: number;
}

/** Holds keys of the whole display until what is handed in has settled, as the display repeats them then. */
export async function holdKeys(
  keys: string,
  { delayMs, perSecond }: KeyRepeat,
  until: () => Promise<void>,
): Promise<void> {
  execFileSync('xset', ['r', 'rate', String(delayMs), String(perSecond)]);
  execFileSync('xdotool', ['keydown', keys]);
  try {
    await until();
  } finally {
    execFileSync('xdotool', ['keyup', keys]);
  }
}
