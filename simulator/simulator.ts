import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AgentEvent } from './agent-event.js';
import { defaultStatuses, defineStatuses } from './agent-status.js';
import { createAssetReader } from './assets.js';
import { type CcpSite, createCcpListener } from './ccp-server.js';
import { systemClock } from './clock.js';
import type { Control } from './control.js';
import { createControlListener } from './control-server.js';
import { createControl } from './create-control.js';
import { startEventStream } from './event-stream.js';
import { createFaultBoard } from './fault.js';
import { createIdentityProvider, defaultIdentityHabits } from './identity-provider.js';
import { instance } from './instance.js';
import { openJournal, type WaitOptions } from './journal.js';
import { createLongPoll, longPollHoldMs } from './long-poll.js';
import { openDesk } from './open-desk.js';
import { createPersonaDealer } from './personas.js';
import { createRandomSource } from './random-source.js';
import type { RequestRecord } from './request-record.js';
import { createRoster, makeSeat } from './roster.js';
import { createSession, type Secrets } from './session.js';
import { defaultApprovedOrigins, type SimulatorOptions } from './simulator-options.js';
import { createSingleSignOn } from './single-sign-on.js';
import { createWebSocketSide } from './web-socket-side.js';

/** A running simulator. */
export interface Simulator {
  /** Address to give to initCCP: `http://127.0.0.1:PORT/ccp-v2/`. */
  readonly ccpUrl: string;
  /** Address of the control panel, token included; the control's calls are relative to it. */
  readonly controlUrl: string;
  /** Address of the identity provider, `http://localhost:PORT/`; null without one. */
  readonly identityUrl: string | null;
  readonly control: Control;
  readonly events: readonly AgentEvent[];
  readonly requests: readonly RequestRecord[];
  /** Marked strings that must not turn up outside the CCP. */
  readonly secrets: Secrets;
  /** Resolves with the first matching event, past ones from `since` (0) on included; rejects after `timeoutMs`. */
  waitForEvent(predicate: (event: AgentEvent) => boolean, options: WaitOptions): Promise<AgentEvent>;
  /** The same for finished requests; one that hangs by a fault counts as finished when it arrives. */
  waitForRequest(predicate: (request: RequestRecord) => boolean, options: WaitOptions): Promise<RequestRecord>;
  /** Resolves when a poll was answered with the present state; rejects after `timeoutMs`. */
  waitForDelivery(options: { readonly timeoutMs: number }): Promise<void>;
  /** Closes both addresses and everything open on them. */
  stop(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts a simulator. Rejects when a port is taken; throws a RangeError for statuses that cannot be. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = options.clock ?? systemClock;
  const seed = options.seed ?? 1;
  const statuses = defineStatuses(options.statuses ?? defaultStatuses, instance.arn);
  // Separate sources, so that an event more does not change the next contact's id.
  const desk = openDesk(options, statuses, clock, createRandomSource(seed));
  const dealPersona = createPersonaDealer(createRandomSource(seed + 1));
  const events = openJournal<AgentEvent>('event', options.streamFile);
  const requests = openJournal<RequestRecord>('request', options.requestLogFile);
  const stream = startEventStream(desk, events, clock, createRandomSource(seed + 2));
  const longPoll = createLongPoll(clock, options.longPollHoldMs ?? longPollHoldMs);
  const webSockets = createWebSocketSide();
  const signIn = {
    signedIn: options.signedIn ?? true,
    kind: options.session ?? 'server',
    lifetimeMs: options.sessionLifetimeMs ?? null,
    clock,
  };
  const session = createSession(signIn, {
    onLogin: () => stream.signedIn(),
    onLogout: () => stream.signedOut(),
    onSignedOut: () => longPoll.bump(),
  });
  // After the event stream: the held polls are answered from inside this call.
  desk.onChange(() => longPoll.bump());

  const provider =
    options.identityProvider &&
    createIdentityProvider({ ...defaultIdentityHabits, ...options.identityProvider }, session.secrets.identityCookie);
  const identityServer = provider && createServer((request, response) => provider.listen(request, response));
  // Another host than the instance's 127.0.0.1, so that cookies and origins are really two.
  const identityPort = identityServer && (await listen(identityServer, options.identityPort ?? 0));
  const identityUrl = identityPort === undefined ? null : `http://localhost:${identityPort}/`;

  const site: CcpSite = {
    api: { desk, longPoll, session, shapes: new Map() },
    faults: createFaultBoard(),
    requests,
    readAsset: createAssetReader(options.assetsDir),
    approvedOrigins: options.approvedOrigins ?? defaultApprovedOrigins,
    singleSignOn: provider && identityUrl !== null ? createSingleSignOn(provider, new URL(identityUrl).origin) : null,
    worker: { shims: options.shims ?? true, httpTimeoutMs: options.httpTimeoutMs ?? null },
    roster: createRoster(
      desk,
      (options.colleagues ?? []).map((colleague, index) => makeSeat(colleague, index + 1, statuses, clock.now())),
    ),
  };
  const control = createControl(site, events, webSockets, dealPersona, provider ?? null);
  const token = session.secrets.controlToken;
  const ccpServer = createServer(createCcpListener(site));
  const controlServer = createServer(createControlListener({ control, events, token, readAsset: site.readAsset }));
  ccpServer.on('upgrade', (request, socket, head) => {
    if (request.url === '/ws') webSockets.upgrade(request, socket, head);
    else socket.destroy();
  });

  const servers = [ccpServer, controlServer, ...(identityServer ? [identityServer] : [])];
  const stopServers = async (): Promise<void> => void (await Promise.all(servers.map(close)));
  const [port, controlPort] = await Promise.all([
    listen(ccpServer, options.port ?? 0),
    listen(controlServer, options.controlPort ?? 0),
  ]).catch(async (error: unknown) => {
    await stopServers();
    throw error;
  });

  return {
    ccpUrl: `http://127.0.0.1:${port}/ccp-v2/`,
    controlUrl: `http://127.0.0.1:${controlPort}/${token}/`,
    identityUrl,
    control,
    events: events.entries,
    requests: requests.entries,
    secrets: session.secrets,
    waitForEvent: events.waitFor,
    waitForRequest: requests.waitFor,
    waitForDelivery: ({ timeoutMs }) => longPoll.waitForDelivery(timeoutMs),
    async stop() {
      stream.stop();
      webSockets.stop();
      control.stopScenario();
      await stopServers();
    },
  };
}
