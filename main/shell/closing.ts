import type { BrowserWindow } from 'electron';
import type { ClosingAnswer } from '../../contract/closing.js';
import type { Settings } from '../../contract/settings.js';
import type { Announcer } from '../ipc/announce.js';
import type { PresenceGate } from '../presence/gate.js';

export interface ClosingDeps {
  settings(): Pick<Settings, 'whenClosed'>;
  changeSettings(change: Partial<Settings>): Promise<boolean>;
  /** Whether an icon is there that opens the window again. */
  reachable(): boolean;
  /** Whether an agent is there, in a page that can ask. */
  canAsk(): boolean;
  readonly announcer: Pick<Announcer, 'announce'>;
  readonly gate: Pick<PresenceGate, 'askExit'>;
}

/** What closing the window means. */
export interface Closing {
  /** The agent closes this window; the caller holds the closing. */
  asked(window: Closed): void;
  answered(answer: ClosingAnswer): void;
  /** The page is gone, and with it what it asked. */
  pageLeft(): void;
  /** The icon that opened the window again is gone. */
  unreachable(): void;
  /** The window asks what only the agent can answer. */
  answerWanted(): void;
}

type Closed = Pick<BrowserWindow, 'hide' | 'isDestroyed' | 'isVisible' | 'show' | 'showInactive'>;

/**
 * Hides a closed window where the agent chose so and can get it back, and leads every other closing to the gate. Who
 * closes the window again while the question stands wants to leave, and so does who cannot be asked.
 */
export function createClosing(deps: ClosingDeps): Closing {
  let questioned: Closed | null = null;
  let hidden: Closed | null = null;
  const leave = (): void => deps.gate.askExit('agent', 'window-close');

  function hide(window: Closed): void {
    hidden = window;
    window.hide();
  }

  const stillHidden = (): Closed | null =>
    hidden === null || hidden.isDestroyed() || hidden.isVisible() ? null : hidden;

  return {
    asked(window) {
      const { whenClosed } = deps.settings();
      if (whenClosed === 'quit' || !deps.reachable()) leave();
      else if (whenClosed === 'tray') hide(window);
      else if (questioned !== null || !deps.canAsk()) leave();
      else {
        questioned = window;
        deps.announcer.announce('askClosing', undefined);
      }
    },
    answered(answer) {
      const window = questioned;
      questioned = null;
      if (window === null || answer === 'stay') return;
      void deps.changeSettings({ whenClosed: answer });
      if (answer === 'tray' && deps.reachable() && !window.isDestroyed()) hide(window);
      else leave();
    },
    pageLeft() {
      questioned = null;
    },
    // Nothing the agent did: the keyboard stays where it is.
    unreachable: () => stillHidden()?.showInactive(),
    answerWanted: () => stillHidden()?.show(),
  };
}
