import * as z from 'zod';
import { domainOf, goesTo, type HeldCookie } from '../windows/held-cookie.js';

/**
 * A cookie as Electron's `cookies.set` takes it, for the hidden start to set before it loads a page. Without `domain` it is
 * for the one host of `url`; without `expirationDate` (seconds since 1970) it is of the session.
 */
const carriedCookieSchema = z
  .object({
    url: z.string(),
    name: z.string(),
    value: z.string(),
    domain: z.string().exactOptional(),
    path: z.string(),
    secure: z.boolean(),
    httpOnly: z.boolean(),
    sameSite: z.enum(['unspecified', 'no_restriction', 'lax', 'strict']),
    expirationDate: z.number().exactOptional(),
  })
  .readonly();
export type CarriedCookie = z.infer<typeof carriedCookieSchema>;

/** Packs what would be sent to one of these hosts, and nothing else, into one line of bytes. A port does not matter. */
export function packJar(cookies: readonly HeldCookie[], hosts: readonly string[]): Uint8Array {
  const names = hosts.map(nameOf);
  return Buffer.from(JSON.stringify(cookies.filter((cookie) => goesTo(cookie, names)).map(carry)));
}

/** Null for what is no jar. */
export function unpackJar(bytes: Uint8Array): readonly CarriedCookie[] | null {
  try {
    return z.array(carriedCookieSchema).parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}

function carry(cookie: HeldCookie): CarriedCookie {
  const domain = domainOf(cookie);
  const path = cookie.path ?? '/';
  const secure = cookie.secure === true;
  return {
    url: `${secure ? 'https' : 'http'}://${domain}${path}`,
    name: cookie.name,
    value: cookie.value,
    path,
    secure,
    httpOnly: cookie.httpOnly === true,
    sameSite: cookie.sameSite,
    ...(cookie.hostOnly === true ? {} : { domain: `.${domain}` }),
    ...(cookie.expirationDate === undefined ? {} : { expirationDate: cookie.expirationDate }),
  };
}

/** A host without its port; of what is no host nothing is left. */
function nameOf(host: string): string {
  const address = `https://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}
