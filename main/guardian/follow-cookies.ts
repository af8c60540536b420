import type { HeldCookie } from '../windows/held-cookie.js';
import { packJar } from './cookie-jar.js';

/** The cookies of an instance's session; Electron's `session.cookies` is one. */
export interface CookieStore {
  get(filter: Record<never, never>): Promise<readonly HeldCookie[]>;
  /** Writes to the disk what Chromium would keep in memory for up to 30 s. */
  flushStore(): Promise<void>;
  on(event: 'changed', listener: () => void): unknown;
  off(event: 'changed', listener: () => void): unknown;
}

export interface CookieFollower {
  /** From now on the guardian gets the jar: at once, and a second after a change. */
  start(store: CookieStore): void;
  stop(): void;
}

export interface CookieFollowerDeps {
  /** Hosts of the instance and those the agent has allowed for its sign-in, as `URL.host` spells them. */
  hosts(): readonly string[];
  setJar(bytes: Uint8Array): void;
  record(event: string): void;
}

/** A sign-in changes many cookies; together they are one change. */
const settleMs = 1_000;

/** Keeps what a hidden start needs of a session up to date, on the disk and with the guardian. Only while armed. */
export function createCookieFollower({ hosts, setJar, record }: CookieFollowerDeps): CookieFollower {
  let followed: CookieStore | null = null;
  let timer: NodeJS.Timeout | undefined;

  function changed(): void {
    // Not put off by later changes, or a page that keeps changing one would keep all of them from being kept.
    timer ??= setTimeout(carryOver, settleMs).unref();
  }

  function carryOver(): void {
    timer = undefined;
    const store = followed;
    if (store === null) return;
    store.flushStore().catch(() => record('cookies-not-flushed'));
    store.get({}).then(
      (cookies) => {
        if (followed === store) setJar(packJar(cookies, hosts()));
      },
      () => record('cookies-not-read'),
    );
  }

  function stop(): void {
    followed?.off('changed', changed);
    followed = null;
    clearTimeout(timer);
    timer = undefined;
  }

  return {
    start(store) {
      if (followed === store) return;
      stop();
      followed = store;
      store.on('changed', changed);
      carryOver();
    },
    stop,
  };
}
