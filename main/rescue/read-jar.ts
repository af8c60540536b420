import type { CookiesSetDetails } from 'electron';
import * as z from 'zod';

/** Far more than the cookies of an instance and its identity hosts are. */
const maxJarBytes = 1_000_000;
/** Whoever starts a rescue run hands the jar over at once, or has none. */
const jarDueMs = 1_000;

/** A cookie as Electron's `cookies.get` gives it. Source: https://www.electronjs.org/docs/latest/api/structures/cookie */
const cookieSchema = z.object({
  name: z.string(),
  value: z.string(),
  domain: z.string().min(1),
  hostOnly: z.boolean().optional(),
  path: z.string().optional(),
  secure: z.boolean().optional(),
  httpOnly: z.boolean().optional(),
  expirationDate: z.number().optional(),
  sameSite: z.enum(['unspecified', 'no_restriction', 'lax', 'strict']).optional(),
});

/** Reads what is piped in, up to its end; '' where nothing is, too much, or it does not end in time. */
export function readPiped(input: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (): void => {
      clearTimeout(timer);
      input.removeAllListeners('data');
      const text = size > maxJarBytes ? '' : Buffer.concat(chunks).toString('utf8');
      for (const chunk of chunks) chunk.fill(0);
      resolve(text);
    };
    const timer = setTimeout(settle, jarDueMs);
    input.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxJarBytes) chunks.push(chunk);
    });
    input.once('end', settle);
    input.once('error', settle);
  });
}

/** The cookies of a jar as they are set; whatever is no cookie is left out. */
export function parseJar(text: string): readonly CookiesSetDetails[] {
  try {
    const entries: unknown = JSON.parse(text);
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry) => {
      const cookie = cookieSchema.safeParse(entry);
      return cookie.success ? [settingOf(cookie.data)] : [];
    });
  } catch {
    return [];
  }
}

/** Electron takes the host from the address; a `domain` would make a cookie of one host one of all below it. */
function settingOf({ domain, hostOnly, ...cookie }: z.infer<typeof cookieSchema>): CookiesSetDetails {
  const host = domain.replace(/^\./, '');
  const scheme = cookie.secure === true ? 'https' : 'http';
  const { name, value, path, secure, httpOnly, expirationDate, sameSite } = cookie;
  return {
    url: `${scheme}://${host}${path ?? '/'}`,
    name,
    value,
    ...(hostOnly === true ? {} : { domain }),
    ...(path === undefined ? {} : { path }),
    ...(secure === undefined ? {} : { secure }),
    ...(httpOnly === undefined ? {} : { httpOnly }),
    ...(expirationDate === undefined ? {} : { expirationDate }),
    ...(sameSite === undefined ? {} : { sameSite }),
  };
}
