import { channelOf } from '../../contract/channels.js';
import { type EventName, type EventPayload, events } from '../../contract/events.js';

/** Sends one message to the page; false when there is no page to send to. */
export type SendToPage = (channel: string, payload: unknown) => boolean;

/** Tells the page what happened. */
export interface Announcer {
  /** Sends now, or as soon as the page listens. Returns what withdraws it while it still waits. */
  announce<Name extends EventName>(name: Name, payload: EventPayload<Name>): () => void;
  /** The page listens: what waited goes out, in order. */
  pageListens(): void;
  /** The page is going or gone; what comes waits for the next one. */
  pageLeft(): void;
}

/**
 * Makes an announcer that queues until the page said that it listens: a command that starts the app must not be lost
 * because the page is still loading. Throws on a payload that breaks the contract, which is a bug of ours.
 */
export function createAnnouncer(send: SendToPage): Announcer {
  let waiting: (readonly [channel: string, payload: unknown])[] = [];
  let listening = false;
  return {
    announce(name, payload) {
      const message = [channelOf(name), events[name].parse(payload)] as const;
      if (listening) send(...message);
      else waiting.push(message);
      return () => {
        waiting = waiting.filter((other) => other !== message);
      };
    },
    pageListens() {
      listening = true;
      const due = waiting;
      waiting = [];
      for (const message of due) send(...message);
    },
    pageLeft() {
      listening = false;
    },
  };
}
