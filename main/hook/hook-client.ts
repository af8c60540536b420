import * as z from 'zod';
import type { GuardianHook } from '../../contract/guardian-message.js';
import { fail, type Result, succeed } from '../../contract/result.js';

/** What the hook is told of a lease; see docs/hook.md. */
export interface LeaseBody {
  readonly epoch: number;
  /** Grows with each request of this stretch of work. */
  readonly seq: number;
  /** Name of the status the agent is in. */
  readonly status: string;
  readonly ttlSeconds: number;
}

/** What the hook says of the lease before: `expired` is that it set the agent Offline for want of a renewal. */
export interface LeaseNews {
  readonly expired: boolean;
  /** How long it had not been renewed, by the hook's clock; null where the hook does not tell. */
  readonly silentMs: number | null;
}

/**
 * - refused: it does not take this token (401, 403)
 * - stale: a later stretch of work of this agent has come, or a later request (409)
 * - status: any other answer but 200
 * - badAnswer: not what docs/hook.md asks for
 * - tooLarge: more than 64 KB
 * - timedOut: no whole answer in time
 * - notReached: no connection, no certificate that is known, or a redirect, which is not followed
 */
export type HookFailure = 'refused' | 'stale' | 'status' | 'badAnswer' | 'tooLarge' | 'timedOut' | 'notReached';

/** The hook as the desktop side asks it. Never rejects, and tells nobody but the hook's own origin the token. */
export interface HookClient {
  lease(hook: GuardianHook, body: LeaseBody): Promise<Result<LeaseNews, HookFailure>>;
  release(hook: GuardianHook, body: Pick<LeaseBody, 'epoch' | 'seq'>): Promise<Result<LeaseNews, HookFailure>>;
}

/** `fetch` as the page knows it. In the app it is Chromium's, see docs/adr/0019-the-lease-asks-by-chromium.md. */
export type HookFetch = (address: string, init: RequestInit) => Promise<Response>;

export const hookTimeoutMs = 5_000;
const maxAnswerBytes = 65_536;
const maxSilentMs = 1e12;
const okStatus = 200;
const staleStatus = 409;
const refusedStatuses: readonly number[] = [401, 403];

const newsSchema = z.object({
  expired: z.boolean(),
  silentMs: z.number().nonnegative().max(maxSilentMs).nullable().default(null),
});

export function createHookClient(fetch: HookFetch): HookClient {
  return {
    lease: (hook, body) => ask(fetch, hook, 'lease', body),
    release: (hook, body) => ask(fetch, hook, 'release', body),
  };
}

async function ask(
  fetch: HookFetch,
  hook: GuardianHook,
  path: 'lease' | 'release',
  body: object,
): Promise<Result<LeaseNews, HookFailure>> {
  const aborter = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    aborter.abort();
  }, hookTimeoutMs);
  try {
    const answer = await fetch(`${hook.url.replace(/\/+$/, '')}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${hook.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ agentId: hook.agentId, ...body }),
      // The token is for this one place.
      redirect: 'error',
      credentials: 'omit',
      signal: aborter.signal,
    });
    if (refusedStatuses.includes(answer.status)) return fail('refused');
    if (answer.status === staleStatus) return fail('stale');
    if (answer.status !== okStatus) return fail('status');
    const text = await readText(answer);
    if (text === null) return fail('tooLarge');
    const news = newsSchema.safeParse(parseJson(text));
    return news.success ? succeed(news.data) : fail('badAnswer');
  } catch {
    // What went wrong may hold the address or a header, so it is not kept.
    return fail(timedOut ? 'timedOut' : 'notReached');
  } finally {
    clearTimeout(timer);
    // What was not read of an answer is let go of.
    aborter.abort();
  }
}

/** Null for more than 64 KB. */
async function readText({ body }: Response): Promise<string | null> {
  if (body === null) return '';
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > maxAnswerBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
