import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.js';

/** Everything that must never leave the CCP: marked, so that a search of files and logs finds a leak. */
export interface Secrets {
  readonly sessionCookie: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** The identity provider's own cookie. */
  readonly identityCookie: string;
  /** Part of the control panel's address, not of the CCP. */
  readonly controlToken: string;
}

/**
 * What decides who is signed in. `server`: one switch for everybody who asks, as a cookie of a cross-site frame need not
 * come back. `cookie`: the browser must also show the session cookie, as with a real instance. `first-party-cookie`: the
 * same where cookies do not come back from frames of other sites, so that signing in in a window is all in vain.
 */
export const sessionKinds = ['server', 'cookie', 'first-party-cookie'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** The agent's sign-in. */
export interface Session {
  readonly secrets: Secrets;
  readonly kind: SessionKind;
  /** Whether there is a session at all; tokens are worth something only then. */
  isSignedIn(): boolean;
  /** Whether a browser that sent this Cookie header is signed in. */
  recognises(cookies: string | undefined): boolean;
  signIn(): void;
  signOut(): void;
  /** The session runs out: nobody is told, the next request is refused. */
  expire(): void;
  /** When the session runs out by itself, in milliseconds since the epoch; null when it does not. */
  endsAtMs(): number | null;
  /** Notes that a signed-in page has loaded; the first one of a session counts as the agent's login. */
  pageLoaded(): void;
}

/** Name of the session cookie, as the service calls it. */
export const sessionCookieName = 'lily-session';

/** A random text that says what it is and where it comes from. */
export function markSecret(what: string): string {
  return `sim-${what}-${randomBytes(16).toString('hex')}`;
}

/** Whether a Cookie header holds this cookie. */
export function hasCookie(cookies: string | undefined, name: string, value: string): boolean {
  return (cookies ?? '').split(';').some((pair) => pair.trim() === `${name}=${value}`);
}

export function createSession(
  options: {
    readonly signedIn: boolean;
    readonly kind: SessionKind;
    /** Time from sign-in to expiry; null for ever. */
    readonly lifetimeMs: number | null;
    readonly clock: Clock;
  },
  listeners: {
    readonly onLogin: () => void;
    readonly onLogout: () => void;
    /** The agent has signed out, whether or not a page had loaded in the session. */
    readonly onSignedOut: () => void;
  },
): Session {
  const { kind, lifetimeMs, clock } = options;
  const secrets: Secrets = {
    sessionCookie: markSecret('session'),
    accessToken: markSecret('access'),
    refreshToken: markSecret('refresh'),
    identityCookie: markSecret('identity'),
    controlToken: randomBytes(16).toString('hex'),
  };
  let isSignedIn = false;
  let hasLoaded = false;
  let endsAtMs: number | null = null;
  let cancelExpiry = (): void => {};

  function open(): void {
    isSignedIn = true;
    cancelExpiry();
    if (lifetimeMs === null) return;
    endsAtMs = clock.now() + lifetimeMs;
    cancelExpiry = clock.after(lifetimeMs, close);
  }

  /** Ends the session. Says whether there was one. */
  function close(): boolean {
    if (!isSignedIn) return false;
    isSignedIn = false;
    endsAtMs = null;
    cancelExpiry();
    if (hasLoaded) listeners.onLogout();
    hasLoaded = false;
    return true;
  }

  // With cookies, nobody can be signed in before a browser has got one.
  if (options.signedIn && kind === 'server') open();

  return {
    secrets,
    kind,
    isSignedIn: () => isSignedIn,
    recognises(cookies) {
      return isSignedIn && (kind === 'server' || hasCookie(cookies, sessionCookieName, secrets.sessionCookie));
    },
    signIn: open,
    signOut() {
      if (close()) listeners.onSignedOut();
    },
    expire: () => void close(),
    endsAtMs: () => endsAtMs,
    pageLoaded() {
      if (hasLoaded || !isSignedIn) return;
      hasLoaded = true;
      listeners.onLogin();
    },
  };
}
