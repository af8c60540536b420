/** What Electron tells when a cookie was given, changed or removed. */
type CookieChanged = (
  event: unknown,
  cookie: { readonly name: string; readonly domain?: string; readonly httpOnly?: boolean },
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
  const changed: CookieChanged = (_event, { name, domain = '', httpOnly = false }, cause, removed) => {
    if (!httpOnly || !isFor(domain, hostname)) return;
    if (!removed) taken.delete(name);
    else if (cause === 'expired-overwrite') taken.add(name);
  };
  cookies.on('changed', changed);
  return {
    any: () => taken.size > 0,
    forget: () => taken.clear(),
    stop: () => void cookies.off('changed', changed),
  };
}

/** A cookie's domain begins with a dot where it is for the hosts below it too. */
function isFor(domain: string, hostname: string): boolean {
  const plain = domain.replace(/^\./, '');
  return hostname === plain || (domain.startsWith('.') && hostname.endsWith(`.${plain}`));
}
