import { asksForAttention, type DeskState } from './desk-state.js';

/** Has the app's icon in taskbar or dock ask for attention; touches it only when that changes. */
export function createIconFlash(flash: (on: boolean) => void): { draw(state: DeskState): void } {
  let flashing = false;
  return {
    draw(state) {
      const wanted = asksForAttention(state);
      if (wanted !== flashing) flash(wanted);
      flashing = wanted;
    },
  };
}
