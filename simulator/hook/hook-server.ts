import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../clock.js';
import { BodyTooLarge, parseJson, readBody, sendJson } from '../http-exchange.js';
import { openJournal, type WaitOptions } from '../journal.js';
import { Refusal } from '../refusal.js';
import { readHookBody, readLeaseBody, readReleaseBody } from './hook-body.js';
import { type HookFault, type HookPath, strikeHook } from './hook-fault.js';
import { createLeaseStore, type ExpiredLease, type LeaseAnswer } from './lease-store.js';
import { createPacedQueue, type Pace } from './paced-queue.js';
import type { OfflineOutcome } from './set-offline.js';

/** A request that came, without its token. */
export interface HookRequest {
  /** By a clock that never goes back. */
  readonly atMs: number;
  readonly path: string;
  /** Whose token it had; null for none that is known. */
  readonly bearer: string | null;
  /** Parsed; undefined when it was no JSON. */
  readonly body: unknown;
  readonly headers: readonly string[];
  /** HTTP status; null when nothing was answered. */
  readonly status: number | null;
  readonly fault: HookFault['kind'] | null;
}

/** Something that the hook did to an agent. */
export interface HookDeed {
  readonly atMs: number;
  readonly agentId: string;
  readonly epoch: number;
  readonly by: 'request' | 'expiry';
  readonly outcome: OfflineOutcome;
}

export interface HookServerOptions {
  /** Sets this agent Offline; a rejection is tried again. */
  readonly setOffline: (agentId: string) => OfflineOutcome | Promise<OfflineOutcome>;
  /** The agent each token is for; what is put in or taken out later counts at once. */
  readonly tokens: ReadonlyMap<string, string>;
  /** How often `setOffline` may be called; two a second, five at once, as Connect's own API unless given. */
  readonly pace?: Pace;
  readonly clock?: Clock;
  /** On 127.0.0.1; a free one unless given. */
  readonly port?: number;
  /** Makes it https with this certificate. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** A running hook. */
export interface HookServer {
  /** What goes into the setting `hookUrl`. */
  readonly url: string;
  readonly requests: readonly HookRequest[];
  readonly deeds: readonly HookDeed[];
  /** Resolves with the first matching request, past ones from `since` (0) on included; rejects after `timeoutMs`. */
  waitForRequest(predicate: (request: HookRequest) => boolean, options: WaitOptions): Promise<HookRequest>;
  waitForDeed(predicate: (deed: HookDeed) => boolean, options: WaitOptions): Promise<HookDeed>;
  setFault(fault: HookFault): void;
  clearFaults(): void;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly value: unknown;
}

const connectPace: Pace = { perSecond: 2, burst: 5 };
const folder = '/hook/';
const bearerHeader = /^Bearer (\S+)$/i;
const stale: Answer = { status: 409, value: { message: 'A later stretch of work, or a later request, has come' } };

/**
 * The reference of what docs/hook.md asks of a customer's service. Its memory is its store, so it forgets all leases when it
 * stops, which a real one must not.
 */
export async function startHookServer(options: HookServerOptions): Promise<HookServer> {
  const { setOffline, tokens, tls } = options;
  const clock = options.clock ?? systemClock;
  const requests = openJournal<HookRequest>('request to the hook');
  const deeds = openJournal<HookDeed>('deed of the hook');
  const queue = createPacedQueue(options.pace ?? connectPace, clock);
  const leases = createLeaseStore(clock, expired);
  let faults: { readonly fault: HookFault; left: number }[] = [];

  async function act(agentId: string, epoch: number, by: HookDeed['by']): Promise<OfflineOutcome> {
    const outcome = await setOffline(agentId);
    deeds.append({ atMs: performance.now(), agentId, epoch, by, outcome });
    return outcome;
  }

  function expired(lease: ExpiredLease): void {
    queue.push(async () => {
      if (!leases.isExpired(lease)) return;
      const { changed } = await act(lease.agentId, lease.epoch, 'expiry');
      if (changed) leases.actedOn(lease);
    });
  }

  const leaseAnswer = (answer: LeaseAnswer): Answer =>
    answer.kind === 'stale'
      ? stale
      : { status: 200, value: { expired: answer.silentMs !== null, silentMs: answer.silentMs } };

  const routes: Readonly<Record<HookPath, (body: unknown) => Answer | Promise<Answer>>> = {
    lease(body) {
      const { agentId, ...renewal } = readLeaseBody(body);
      return leaseAnswer(leases.renew(agentId, renewal));
    },
    release(body) {
      const { agentId, ...release } = readReleaseBody(body);
      return leaseAnswer(leases.release(agentId, release));
    },
    offline(body) {
      const { agentId, epoch } = readHookBody(body);
      if (!leases.end(agentId, epoch)) return stale;
      return new Promise((resolve) => {
        queue.push(async () => {
          if (!leases.isNewest(agentId, epoch)) {
            resolve(stale);
            return;
          }
          const { state } = await act(agentId, epoch, 'request');
          resolve({ status: 200, value: state === 'offline' ? { offline: true } : { queued: true } });
        });
      });
    },
  };

  function strike(path: string): HookFault | null {
    const hit = faults.find(({ fault }) => fault.path === undefined || fault.path === path);
    if (hit === undefined) return null;
    hit.left -= 1;
    if (hit.left <= 0) faults = faults.filter((other) => other !== hit);
    return hit.fault;
  }

  async function decide(
    request: IncomingMessage,
    path: string,
    agentId: string | null,
    body: unknown,
  ): Promise<Answer> {
    const route = Object.hasOwn(routes, path) ? routes[path as HookPath] : undefined;
    if (route === undefined) return { status: 404, value: { message: 'Nothing here' } };
    if (request.method !== 'POST') return { status: 405, value: { message: 'Only POST' } };
    if (agentId === null) return { status: 401, value: { message: 'Not a token of any agent' } };
    try {
      // A token is for one agent, whatever the body says.
      if (readHookBody(body).agentId !== agentId)
        return { status: 403, value: { message: 'The token is for another agent' } };
      return await route(body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: 400, value: { message: error.message } };
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const atMs = performance.now();
    const address = (request.url ?? '').split('?', 1)[0] ?? '';
    const path = address.startsWith(folder) ? address.slice(folder.length) : '';
    const body = parseJson(await readBody(request));
    const token = bearerHeader.exec(request.headers.authorization ?? '')?.[1];
    const bearer = (token === undefined ? null : tokens.get(token)) ?? null;
    const note = (status: number | null, fault: HookFault['kind'] | null): void =>
      requests.append({ atMs, path, bearer, body, headers: Object.keys(request.headers), status, fault });
    const fault = strike(path);
    if (fault !== null) {
      note(strikeHook(fault, request, response), fault.kind);
      return;
    }
    const { status, value } = await decide(request, path, bearer, body);
    note(status, null);
    sendJson(response, status, value);
  }

  function listen(request: IncomingMessage, response: ServerResponse): void {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else sendJson(response, error instanceof BodyTooLarge ? 413 : 500, { message: String(error) });
    });
  }

  const server = tls === undefined ? createServer(listen) : createSecureServer(tls, listen);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url:
      tls === undefined
        ? `http://127.0.0.1:${port}${folder.slice(0, -1)}`
        : `https://localhost:${port}${folder.slice(0, -1)}`,
    requests: requests.entries,
    deeds: deeds.entries,
    waitForRequest: requests.waitFor,
    waitForDeed: deeds.waitFor,
    setFault: (fault) => void faults.push({ fault, left: fault.count ?? Number.POSITIVE_INFINITY }),
    clearFaults() {
      faults = [];
    },
    stop() {
      leases.stop();
      queue.stop();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
