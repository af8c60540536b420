import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, redirect, sendJson } from './http-exchange.js';
import { confirmPage, identityPage } from './identity-pages.js';
import { hasCookie, markSecret } from './session.js';

/** How the company's identity provider behaves. */
export interface IdentityHabits {
  /** Redirects between the instance's sign-in page and the provider's form. */
  hops: number;
  /** Whether the provider asks a second time, in a pop-up of its own. */
  popUp: boolean;
  /** Whether it answers at all. */
  answers: boolean;
  /** Whether it knows a browser again that has signed in before, and sends it straight back. */
  remembers: boolean;
}

export const defaultIdentityHabits: IdentityHabits = { hops: 0, popUp: false, answers: true, remembers: true };

/** A company's single sign-on, at an address of its own: a form, a cookie, and a way back with a code. */
export interface IdentityProvider {
  readonly habits: IdentityHabits;
  listen(request: IncomingMessage, response: ServerResponse): void;
  /** Path and query at which a sign-in starts that comes back to `returnTo`. */
  startPath(returnTo: string): string;
  /** Takes a code with its state, once. Says whether it was one of ours. */
  redeem(code: string | null, state: string | null): boolean;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly state: string;
  /** The state again, as it goes into the next address. */
  readonly query: string;
  /** Redirects that are still to come. */
  readonly left: number;
}

const cookieName = 'simulated-identity';
const neverFramed = { 'x-frame-options': 'DENY', 'cache-control': 'no-store' };

/** Makes the provider. `cookie` is the value of its session cookie. */
export function createIdentityProvider(habits: IdentityHabits, cookie: string): IdentityProvider {
  /** Addresses to come back to, by the state of the sign-in that asked. */
  const asked = new Map<string, string>();
  /** States, by the code that was given for them. */
  const given = new Map<string, string>();

  function sendHtml(response: ServerResponse, html: string): void {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...neverFramed }).end(html);
  }

  function sendBack(response: ServerResponse, state: string, headers: Record<string, string> = {}): void {
    const returnTo = asked.get(state);
    if (returnTo === undefined) {
      sendJson(response, 400, { message: 'Nobody asked for this sign-in' });
      return;
    }
    const code = markSecret('code');
    given.set(code, state);
    redirect(response, `${returnTo}?${new URLSearchParams({ code, state }).toString()}`, headers);
  }

  const pages: Readonly<Record<string, (exchange: Exchange) => void>> = {
    'GET /authorize'({ response, query }) {
      redirect(response, habits.hops > 0 ? `/hop?left=${habits.hops}&${query}` : `/sign-in?${query}`);
    },
    'GET /hop'({ response, query, left }) {
      redirect(response, left > 1 ? `/hop?left=${left - 1}&${query}` : `/sign-in?${query}`);
    },
    'GET /sign-in'({ request, response, state, query }) {
      if (habits.remembers && hasCookie(request.headers.cookie, cookieName, cookie)) sendBack(response, state);
      else sendHtml(response, identityPage(query, habits.popUp));
    },
    'POST /sign-in'({ response, state }) {
      sendBack(response, state, { 'set-cookie': `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Lax` });
    },
    'GET /confirm': ({ response }) => sendHtml(response, confirmPage),
  };

  function route(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const name = `${request.method} ${pathname}`;
    const page = Object.hasOwn(pages, name) ? pages[name] : undefined;
    const state = searchParams.get('state') ?? '';
    const query = new URLSearchParams({ state }).toString();
    if (page) page({ request, response, state, query, left: Number(searchParams.get('left') ?? 0) });
    else sendJson(response, 404, { message: `Nothing at ${pathname}` });
  }

  return {
    habits,
    listen(request, response) {
      if (!habits.answers) return;
      readBody(request).then(
        () => route(request, response),
        () => response.destroy(),
      );
    },
    startPath(returnTo) {
      const state = markSecret('state');
      asked.set(state, returnTo);
      return `/authorize?${new URLSearchParams({ state }).toString()}`;
    },
    redeem(code, state) {
      if (code === null || state === null || given.get(code) !== state) return false;
      asked.delete(state);
      return given.delete(code);
    },
  };
}
