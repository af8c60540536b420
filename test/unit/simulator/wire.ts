import type { Simulator } from '../../../simulator/simulator.js';

// Speaks to a running simulator as Streams' worker does, without Streams.

/** JSON from the wire, looked into as a test needs. */
export type Json = Readonly<Record<string, unknown>>;

export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

export interface WireSnapshot {
  readonly state: { readonly name: string; readonly type: string; readonly startTimestamp: number };
  readonly nextState: { readonly name: string; readonly type: string; readonly startTimestamp: number } | null;
  readonly agentAvailabilityState: { readonly state: string };
  readonly contacts: readonly WireContact[];
  readonly snapshotTimestamp: number;
}

export interface WireContact {
  readonly contactId: string;
  readonly type: string;
  readonly initiationMethod: string;
  readonly state: { readonly type: string; readonly timestamp: number };
  readonly queue: { readonly name: string };
  readonly attributes: Readonly<Record<string, { readonly name: string; readonly value: string }>>;
  readonly connections: readonly {
    readonly connectionId: string;
    readonly type: string;
    readonly initial: boolean;
    readonly mute: boolean;
    readonly state: { readonly type: string };
    readonly endpoint: { readonly phoneNumber: string | null };
    readonly softphoneMediaInfo?: Json;
    readonly quickConnectName?: string;
    readonly monitorStatus?: string;
    readonly monitoringInfo?: Json;
  }[];
}

/** Calls an API operation. */
export async function callApi(
  simulator: Simulator,
  operation: string,
  body: unknown = {},
  init: RequestInit = {},
): Promise<WireAnswer> {
  const response = await fetch(new URL('/api', simulator.ccpUrl), {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AmazonConnectCTIService.${operation}`,
      'x-amz-bearer': simulator.secrets.accessToken,
      ...init.headers,
    },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
}

/** Reads the snapshot as it is now. */
export async function readSnapshot(simulator: Simulator): Promise<WireSnapshot> {
  const { body } = await callApi(simulator, 'GetAgentSnapshot');
  return body.snapshot as WireSnapshot;
}

/** Reads the only contact of the snapshot. Throws when there is none. */
export async function readContact(simulator: Simulator): Promise<WireContact> {
  const [contact] = (await readSnapshot(simulator)).contacts;
  if (!contact) throw new Error('There is no contact in the snapshot');
  return contact;
}

/** Chooses a status by name, as `agent.setState` does. */
export async function putState(simulator: Simulator, name: string, enqueueNextState = false): Promise<WireAnswer> {
  const { body } = await callApi(simulator, 'GetAgentStates');
  const states = body.states as readonly { readonly name: string }[];
  const state = states.find((one) => one.name === name) ?? { name, type: 'not_routable' };
  return callApi(simulator, 'PutAgentState', { state, enqueueNextState });
}

/** Type of an error answer: the text after `#`. */
export function errorType({ body }: WireAnswer): string | undefined {
  return String(body.__type).split('#')[1];
}

/** Resolves when a condition holds; checks at every turn of the event loop and rejects after a second. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const limitMs = 1_000;
  const startedAt = performance.now();
  while (!holds()) {
    if (performance.now() - startedAt > limitMs) throw new Error(`Not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
