import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApiContext, answerApi, readOperation } from './api-side.js';
import type { Asset } from './assets.js';
import { attachmentsPath, sendAttachment } from './attachment.js';
import type { Fault, FaultBoard } from './fault.js';
import { BodyTooLarge, parseJson, readBody, redirect, sendAsset, sendJson } from './http-exchange.js';
import type { Journal } from './journal.js';
import { loginPage } from './login-page.js';
import { type RequestRecord, withoutTokens } from './request-record.js';
import type { Roster } from './roster.js';
import { sessionCookieName } from './session.js';
import type { SingleSignOn } from './single-sign-on.js';
import { defaultDelayMs, strikeFault } from './strike-fault.js';
import { type WorkerHabits, workerScript } from './worker-script.js';

/** What the CCP's address is served from. */
export interface CcpSite {
  readonly api: ApiContext;
  readonly faults: FaultBoard;
  readonly requests: Journal<RequestRecord>;
  readonly readAsset: (name: string) => Promise<Asset>;
  /** CSP sources that may frame the CCP. */
  approvedOrigins: readonly string[];
  /** The company's sign-in, used instead of the instance's own form; null when there is none. */
  readonly singleSignOn: SingleSignOn | null;
  readonly worker: WorkerHabits;
  readonly roster: Roster;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly text: string;
  readonly fault: Fault | null;
}

const tokenLifetimeMs = 12 * 3_600_000;
const neverFramed = { 'x-frame-options': 'DENY' };

/** Makes the request listener of the pretend Connect website. It answers everything and never rejects. */
export function createCcpListener(site: CcpSite): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    void answer(site, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else if (error instanceof BodyTooLarge) sendJson(response, 413, { message: error.message });
      else sendJson(response, 500, { message: String(error) });
    });
  };
}

async function answer(site: CcpSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { desk } = site.api;
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const operation = nameOperation(request, path);
  const note = { body: null as unknown, fault: null as string | null, recorded: false };
  const time = new Date(desk.clock.now()).toISOString();

  function record(status: number | null): void {
    if (note.recorded) return;
    note.recorded = true;
    const { body, fault } = note;
    const method = request.method ?? 'GET';
    site.requests.append({
      time,
      method,
      path,
      operation,
      body,
      status,
      fault,
      origin: request.headers.origin ?? null,
    });
  }
  response.once('finish', () => record(response.statusCode));
  response.once('close', () => record(response.writableFinished ? response.statusCode : null));

  const text = await readBody(request);
  note.body = withoutTokens(parseJson(text) ?? null);
  const fault = operation === null ? null : site.faults.strike(operation);
  if (fault) {
    note.fault = fault.kind;
    if (fault.kind === 'hang') record(null);
    if (!(await strikeFault(fault, response, desk.clock))) return;
  }
  await route(site, { request, response, path, text, fault });
}

function nameOperation(request: IncomingMessage, path: string): string | null {
  if (path === '/api' || path === '/api/') return readOperation(request.headers['x-amz-target']) || null;
  if (path === '/ccp-v2/') return 'page';
  if (path === '/login') return 'login';
  return path === '/auth/authorize' ? 'authorize' : null;
}

async function route(site: CcpSite, exchange: Exchange): Promise<void> {
  const { request, response, path } = exchange;
  if (request.method === 'GET' && path.startsWith(attachmentsPath)) {
    return sendAttachment(response, new URL(request.url ?? '/', 'http://127.0.0.1'));
  }
  switch (`${request.method} ${path}`) {
    case 'GET /':
    case 'GET /ccp-v2':
      return redirect(response, '/ccp-v2/');
    case 'GET /ccp-v2/':
      return sendPage(site, exchange);
    case 'GET /ccp-v2/ccp.js':
      return sendFile(site, exchange, 'ccp.js');
    case 'GET /ccp-v2/ccp.css':
      return sendFile(site, exchange, 'ccp.css');
    case 'GET /streams.js':
      return sendFile(site, exchange, 'streams.js');
    case 'GET /ccp-v2/worker.js':
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' });
      response.end(workerScript(site.worker));
      return;
    case 'GET /auth/authorize':
      return authorize(site, exchange);
    case 'POST /api':
    case 'POST /api/':
      return answerApi(site.api, readCall(exchange), response);
    case 'POST /agent-app/api':
      return sendJson(response, 200, { IntegrationAssociationSummaryList: [] });
    case 'GET /login':
      return sendLogin(site, exchange);
    case 'POST /login':
      if (site.singleSignOn) return sendJson(response, 403, { message: 'Sign in with the identity provider' });
      site.roster.seat(new URLSearchParams(exchange.text).get('username'));
      return admit(site, response);
    case 'GET /auth/code':
      return takeCode(site, exchange);
    case 'GET /logout':
      site.api.session.signOut();
      return redirect(response, '/login', { ...neverFramed, 'set-cookie': `${sessionCookie(site)}; Max-Age=0` });
    case 'GET /favicon.ico':
      response.writeHead(204).end();
      return;
    default:
      return sendJson(response, 404, { message: `Nothing at ${path}` });
  }
}

function readCall({ request, text }: Exchange): Parameters<typeof answerApi>[1] {
  const bearer = request.headers['x-amz-bearer'];
  return {
    operation: readOperation(request.headers['x-amz-target']),
    text,
    token: typeof bearer === 'string' ? bearer : null,
    host: request.headers.host ?? '127.0.0.1',
  };
}

/** None and Secure, or the browser would not send it from a cross-site frame; plain http to loopback counts as secure. */
function sessionCookie({ api: { session } }: CcpSite): string {
  const sameSite = session.kind === 'first-party-cookie' ? 'Lax' : 'None';
  return `${sessionCookieName}=${session.secrets.sessionCookie}; Path=/; HttpOnly; Secure; SameSite=${sameSite}`;
}

/** Opens a session, gives the browser its cookie, and sends it to the CCP. */
function admit(site: CcpSite, response: ServerResponse): void {
  site.api.session.signIn();
  redirect(response, '/ccp-v2/', { 'set-cookie': sessionCookie(site) });
}

function takeCode(site: CcpSite, { request, response }: Exchange): void {
  const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (site.singleSignOn?.redeem(searchParams.get('code'), searchParams.get('state'))) admit(site, response);
  else sendJson(response, 403, { message: 'This sign-in is not known' });
}

function isSignedIn(site: CcpSite, { request }: Exchange): boolean {
  return site.api.session.recognises(request.headers.cookie);
}

function sendPage(site: CcpSite, exchange: Exchange): Promise<void> | void {
  if (!isSignedIn(site, exchange)) return redirect(exchange.response, '/login', neverFramed);
  const ancestors = site.approvedOrigins.length > 0 ? site.approvedOrigins.join(' ') : "'none'";
  const headers = {
    'content-security-policy': `frame-ancestors ${ancestors}`,
    'set-cookie': sessionCookie(site),
  };
  return exchange.fault?.kind === 'dead'
    ? sendDyingPage(site, exchange.response, exchange.fault, headers)
    : sendFile(site, exchange, 'ccp.html', headers);
}

/** Sends the CCP with the time after which its script is to fall silent. */
async function sendDyingPage(
  site: CcpSite,
  response: ServerResponse,
  fault: Fault,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const { body, type } = await site.readAsset('ccp.html');
  const mark = `<meta name="falls-silent-after" content="${fault.ms ?? defaultDelayMs}">`;
  response.writeHead(200, { ...headers, 'content-type': type, 'cache-control': 'no-store' });
  response.end(body.toString('utf8').replace('</head>', `${mark}</head>`));
}

async function sendFile(
  site: CcpSite,
  { request, response }: Exchange,
  name: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const asset = await site.readAsset(name).catch(() => null);
  if (asset) sendAsset(request, response, asset, headers);
  else sendJson(response, 503, { message: `The page file ${name} has not been built` });
}

function authorize(site: CcpSite, exchange: Exchange): void {
  const { response } = exchange;
  const { session, desk } = site.api;
  if (!isSignedIn(site, exchange)) {
    sendJson(response, 401, { message: 'Nobody is signed in' });
    return;
  }
  session.pageLoaded();
  const { accessToken, refreshToken } = session.secrets;
  const expiration = Math.min(desk.clock.now() + tokenLifetimeMs, session.endsAtMs() ?? Number.POSITIVE_INFINITY);
  sendJson(response, 200, { accessToken, refreshToken, expiration });
}

function sendLogin(site: CcpSite, exchange: Exchange): void {
  const { response } = exchange;
  if (isSignedIn(site, exchange)) {
    redirect(response, '/ccp-v2/');
    return;
  }
  if (site.singleSignOn) {
    redirect(response, site.singleSignOn.start(exchange.request.headers.host ?? '127.0.0.1'), neverFramed);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...neverFramed });
  response.end(loginPage);
}
