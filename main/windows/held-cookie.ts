/** A cookie as Electron tells of it (https://www.electronjs.org/docs/latest/api/structures/cookie). */
export interface HeldCookie {
  readonly name: string;
  readonly value: string;
  readonly domain?: string | undefined;
  readonly hostOnly?: boolean | undefined;
  readonly path?: string | undefined;
  readonly secure?: boolean | undefined;
  readonly httpOnly?: boolean | undefined;
  readonly sameSite: 'unspecified' | 'no_restriction' | 'lax' | 'strict';
  /** Seconds since 1970; none of one of the session. */
  readonly expirationDate?: number | undefined;
}

/** The host it is for, or the one it and its subdomains are for; '' where it names none. */
export const domainOf = ({ domain = '' }: Pick<HeldCookie, 'domain'>): string =>
  domain.replace(/^\./, '').toLowerCase();

/** Whether it would be sent to one of these hosts, as `URL.hostname` spells them. */
export function goesTo(cookie: Pick<HeldCookie, 'domain' | 'hostOnly'>, names: readonly string[]): boolean {
  const domain = domainOf(cookie);
  if (domain === '') return false;
  return names.some((name) => name === domain || (cookie.hostOnly !== true && name.endsWith(`.${domain}`)));
}
