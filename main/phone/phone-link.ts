import type { Command, CommandFailure } from '../../contract/command.js';
import { emptySnapshot } from '../../contract/empty-snapshot.js';
import type { EventPayload } from '../../contract/events.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Announcer } from '../ipc/announce.js';

/** The desktop side's end of the phone: the last snapshot out, commands in. */
export interface PhoneLink {
  snapshot(): PhoneSnapshot;
  /** Calls back at each new snapshot; returns its unsubscribe. */
  onSnapshot(listener: (snapshot: PhoneSnapshot) => void): () => void;
  /**
   * Calls back once the window has had the time to draw the snapshot; of several that come meanwhile with the last. For
   * what is drawn elsewhere or written down: two that work at once hold each other up. Returns its unsubscribe.
   */
  onShown(listener: (snapshot: PhoneSnapshot) => void): () => void;
  /** Has the phone carry out a command; resolves with its failure or null, at the latest after `timeoutMs`. */
  execute(command: Command, timeoutMs: number): Promise<CommandFailure | null>;
  /** For the IPC handlers. */
  snapshotAnnounced(snapshot: PhoneSnapshot): void;
  commandSettled(commandId: number, failure: CommandFailure | null): void;
  /** The page that executes commands is gone; what it was doing is failed now instead of by its time-out. */
  phoneLost(): void;
  /** The agent has left: nothing of the last snapshot is kept. */
  forget(): void;
}

/** A frame of 60 a second. */
const frameMs = 17;

/** Makes the link over an announcer. `notShown` hears of what failed to draw or to write down, which must cost nothing else. */
export function createPhoneLink(announcer: Pick<Announcer, 'announce'>, notShown: (error: Error) => void): PhoneLink {
  let last = emptySnapshot;
  let nextCommandId = 0;
  const listeners = new Set<Listener>();
  const shownListeners = new Set<Listener>();
  let showing: NodeJS.Timeout | null = null;
  const running = new Map<number, (failure: CommandFailure | null) => void>();

  function settle(commandId: number, failure: CommandFailure | null): void {
    running.get(commandId)?.(failure);
    running.delete(commandId);
  }

  function stopShowing(): void {
    if (showing !== null) clearTimeout(showing);
    showing = null;
  }

  function show(): void {
    stopShowing();
    for (const listener of shownListeners) {
      try {
        listener(last);
      } catch (error) {
        notShown(error as Error);
      }
    }
  }

  return {
    snapshot: () => last,
    onSnapshot: (listener) => subscribe(listeners, listener),
    onShown: (listener) => subscribe(shownListeners, listener),
    execute(command, timeoutMs) {
      const commandId = nextCommandId++;
      const order: EventPayload<'executeCommand'> = { commandId, command };
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(commandId, { reason: 'noAnswer', detail: null }), timeoutMs);
        const withdraw = announcer.announce('executeCommand', order);
        running.set(commandId, (failure) => {
          clearTimeout(timer);
          // What has failed must not be carried out by a page that comes later.
          withdraw();
          resolve(failure);
        });
      });
    },
    snapshotAnnounced(snapshot) {
      last = snapshot;
      for (const listener of listeners) listener(snapshot);
      showing ??= setTimeout(show, frameMs);
    },
    commandSettled: settle,
    forget() {
      stopShowing();
      last = emptySnapshot;
    },
    phoneLost() {
      for (const commandId of [...running.keys()]) settle(commandId, { reason: 'noPhone', detail: null });
      if (showing !== null) show();
    },
  };
}

type Listener = (snapshot: PhoneSnapshot) => void;

function subscribe(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
