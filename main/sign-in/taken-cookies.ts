import { goesTo, type HeldCookie } from '../windows/held-cookie.js';

/** What Electron tells when a cookie was given, changed or removed. */
type CookieChanged = (
  event: unknown,
  cookie: Pick<HeldCookie, 'name' | 'domain' | 'hostOnly' | 'httpOnly'>,
  cause: string,
  removed: boolean,
) => void;

/** Electron's `session.cookies` is one. */
export interface CookieChanges {
  on(event: 'changed', listener: CookieChanged): unknown;
  off(event: 'changed', listener: CookieChanged): unknown;
}

/** The cookies an instance takes back. */
export interface TakenCookies {
  /** Whether one was taken back, and not given anew, since they were forgotten last. */
  any(): boolean;
  forget(): void;
  /** Listens no more. */
  stop(): void;
}

/**
 * Watches the cookies that only the instance reads: when it ends a session it takes them back, by one that has expired
 * already. The requests of the panel are not watched for it, see docs/adr/0031.
 */
export function watchTakenCookies(cookies: CookieChanges, ccpUrl: string): TakenCookies {
  const { hostname } = new URL(ccpUrl);
  const taken = new Set<string>();
  const changed: CookieChanged = (_event, cookie, cause, removed) => {
    if (cookie.httpOnly !== true || !goesTo(cookie, [hostname])) return;
    if (!removed) taken.delete(cookie.name);
    else if (cause === 'expired-overwrite') taken.add(cookie.name);
  };
  cookies.on('changed', changed);
  return {
    any: () => taken.size > 0,
    forget: () => taken.clear(),
    stop: () => void cookies.off('changed', changed),
  };
}
