import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AgentEvent } from './agent-event.js';
import type { Asset } from './assets.js';
import type { Control } from './control.js';
import { readSince } from './control-input.js';
import { controlRoutes } from './control-routes.js';
import { BodyTooLarge, parseJson, readBody, sendAsset, sendJson } from './http-exchange.js';
import type { Journal } from './journal.js';
import { Refusal } from './refusal.js';

/** What the control's address is served from. */
export interface ControlSite {
  readonly control: Control;
  readonly events: Journal<AgentEvent>;
  readonly token: string;
  readonly readAsset: (name: string) => Promise<Asset>;
}

const panelFiles: Readonly<Record<string, string>> = {
  '/': 'panel.html',
  '/panel.js': 'panel.js',
  '/panel.css': 'panel.css',
};

/** Makes the request listener of the control panel and its API. Without the token in the path everything is 404. */
export function createControlListener(site: ControlSite): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    void answer(site, request, response).catch((error: unknown) => sendFailure(response, error));
  };
}

function sendFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else if (error instanceof Refusal) sendJson(response, refusalStatus(error), { message: error.message });
  else if (error instanceof RangeError) sendJson(response, 400, { message: error.message });
  else if (error instanceof BodyTooLarge) sendJson(response, 413, { message: error.message });
  else sendJson(response, 500, { message: String(error) });
}

function refusalStatus({ type }: Refusal): number {
  if (type === 'ContactNotFoundException') return 404;
  return type === 'InvalidStateException' ? 409 : 400;
}

async function answer(site: ControlSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [rawPath = '', rawQuery = ''] = (request.url ?? '').split('?', 2);
  const prefix = `/${site.token}`;
  if (!rawPath.startsWith(`${prefix}/`)) {
    sendJson(response, 404, { message: 'Nothing here' });
    return;
  }
  const path = rawPath.slice(prefix.length);
  const query = new URLSearchParams(rawQuery);
  const file = request.method === 'GET' ? panelFiles[path] : undefined;
  if (file !== undefined) {
    const asset = await site.readAsset(file).catch(() => null);
    if (asset) sendAsset(request, response, asset, { 'referrer-policy': 'no-referrer' });
    else sendJson(response, 503, { message: `The page file ${file} has not been built` });
    return;
  }
  if (request.method === 'GET' && path === '/events/stream') {
    streamEvents(site, response, readSince(query));
    return;
  }
  const { contactId = '', partyId = '', pattern } = readContactPath(path);
  const name = `${request.method} ${pattern}`;
  const route = Object.hasOwn(controlRoutes, name) ? controlRoutes[name] : undefined;
  const text = await readBody(request);
  if (!route) {
    sendJson(response, 404, { message: `There is no call ${request.method} ${path}` });
    return;
  }
  const body = parseJson(text === '' ? '{}' : text);
  if (body === undefined) throw new Refusal('SerializationException', 'The body is not JSON');
  sendJson(response, 200, route({ control: site.control, contactId, partyId, body, query }) ?? {});
}

/** Takes the ids out of a path, so that what is left names a route. */
function readContactPath(path: string): { contactId?: string; partyId?: string; pattern: string } {
  const [, contactId, partyId, verb] = /^\/contacts\/([^/]+)(?:\/parties\/([^/]+))?\/([a-z-]+)$/.exec(path) ?? [];
  if (contactId === undefined) return { pattern: path };
  if (partyId === undefined) return { contactId, pattern: `/contacts/:id/${verb}` };
  return { contactId, partyId, pattern: `/contacts/:id/parties/:party/${verb}` };
}

/** Sends known events, then later ones as they come: one JSON object per line, until the client leaves. */
function streamEvents(site: ControlSite, response: ServerResponse, since: number): void {
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  response.flushHeaders();
  for (const event of site.events.entries.slice(since)) response.write(`${JSON.stringify(event)}\n`);
  const unsubscribe = site.events.subscribe((event) => response.write(`${JSON.stringify(event)}\n`));
  response.once('close', unsubscribe);
}
