import type { PowerSaveBlocker } from 'electron';
import type { Awake } from './desk-state.js';

/** Keeps screen and computer awake; does something only when what is wanted changes. */
export interface KeepAwake {
  draw(wanted: Awake): void;
}

export function createKeepAwake(blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>): KeepAwake {
  const display = follow(() => blocker.start('prevent-display-sleep'));
  const app = follow(() => blocker.start('prevent-app-suspension'));
  function follow(start: () => number): (wanted: boolean) => void {
    let id: number | null = null;
    return (wanted) => {
      if (wanted === (id !== null)) return;
      if (id === null) id = start();
      else {
        blocker.stop(id);
        id = null;
      }
    };
  }
  return {
    draw(wanted) {
      display(wanted.display);
      app(wanted.app);
    },
  };
}
