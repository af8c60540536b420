import type { BrowserWindow } from 'electron';
import { followMissed, type MissedContacts, noMissedContacts, seeMissed } from '../../contract/missed.js';
import type { PhoneLink } from '../phone/phone-link.js';
import { watchLooking } from './watch-looking.js';

/** What was missed and not seen, for whoever shows it. */
export interface MissedKeeper {
  /** Ids of contacts, oldest first. */
  unseen(): readonly string[];
  /** Calls back when `unseen` has changed; returns its unsubscribe. */
  onChange(listener: (unseen: readonly string[]) => void): () => void;
  /** For each phone window: to look at it is to see what was missed. */
  windowOpened(window: BrowserWindow): void;
  /** Another agent comes, who has missed nothing. */
  forget(): void;
}

/** Counts what was missed until the agent looks at the phone window. */
export function createMissedKeeper(link: Pick<PhoneLink, 'onSnapshot'>): MissedKeeper {
  let missed = noMissedContacts;
  let looking = false;
  let current: BrowserWindow | null = null;
  const listeners = new Set<(unseen: readonly string[]) => void>();

  function become(next: MissedContacts): void {
    const isNews = next.unseen.length !== missed.unseen.length || next.unseen.some((id) => !missed.unseen.includes(id));
    missed = next;
    if (isNews) for (const listener of listeners) listener(missed.unseen);
  }

  link.onSnapshot(({ agent, contacts }) => {
    // A page that starts anew shows nothing at first, and then again what was counted before.
    if (agent !== null) become(followMissed(missed, contacts, looking));
  });
  return {
    unseen: () => missed.unseen,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    windowOpened(window) {
      current = window;
      watchLooking(window, (now) => {
        // The window of another instance replaces one that is still to go.
        if (window !== current) return;
        looking = now;
        if (looking) become(seeMissed(missed));
      });
    },
    forget: () => become(noMissedContacts),
  };
}
