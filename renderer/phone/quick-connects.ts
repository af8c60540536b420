import { type ReadonlySignal, signal } from '@preact/signals';
import type { QuickConnect, QuickConnectDirectory } from './quick-connect.js';

/** Reads the quick connects when they are asked for and knows them by their ids. */
export interface QuickConnects {
  readonly directory: ReadonlySignal<QuickConnectDirectory>;
  /** Reads them anew; what was read before stays until the answer is there. */
  load(agent: connect.Agent): void;
  find(endpointId: string): connect.Endpoint | null;
}

/** Streams pages by itself, some hundreds a request, so that a long list is several requests. */
const loadTimeoutMs = 20_000;

/** Streams 2.28.2 `EndpointType`. */
const KINDS: ReadonlyMap<string, QuickConnect['kind']> = new Map([
  ['agent', 'agent'],
  ['queue', 'queue'],
  ['phone_number', 'phoneNumber'],
]);

export function createQuickConnects(): QuickConnects {
  const directory = signal<QuickConnectDirectory>({ phase: 'unread', quickConnects: [] });
  let endpoints: ReadonlyMap<string, connect.Endpoint> = new Map();
  let reading = 0;

  const fail = (mine: number): void => {
    if (mine === reading) directory.value = { ...directory.value, phase: 'failed' };
  };

  return {
    directory,
    load(agent) {
      reading += 1;
      const mine = reading;
      directory.value = { ...directory.value, phase: 'loading' };
      const timer = setTimeout(() => fail(mine), loadTimeoutMs);
      const settle = (): boolean => {
        clearTimeout(timer);
        return mine === reading;
      };
      try {
        agent.getEndpoints(queuesOf(agent), {
          success: ({ endpoints: given }) => {
            if (!settle()) return;
            endpoints = new Map((given ?? []).flatMap((endpoint) => withId(endpoint)));
            directory.value = { phase: 'ready', quickConnects: mapQuickConnects(endpoints) };
          },
          failure: () => {
            settle();
            fail(mine);
          },
        });
      } catch {
        settle();
        fail(mine);
      }
    },
    find: (endpointId) => endpoints.get(endpointId) ?? null,
  };
}

/** A quick connect may belong to several queues and is then told several times; the queue dialled from is one of them. */
function queuesOf(agent: connect.Agent): string[] {
  const { defaultOutboundQueue } = agent.getRoutingProfile();
  return [...new Set([defaultOutboundQueue?.queueARN, ...agent.getAllQueueARNs()])].filter(
    (arn): arn is string => typeof arn === 'string' && arn !== '',
  );
}

function withId(endpoint: connect.Endpoint): [string, connect.Endpoint][] {
  const id: unknown = endpoint?.endpointARN;
  return typeof id === 'string' && id !== '' ? [[id, endpoint]] : [];
}

function mapQuickConnects(endpoints: ReadonlyMap<string, connect.Endpoint>): readonly QuickConnect[] {
  const order = new Intl.Collator(undefined, { numeric: true });
  return [...endpoints]
    .flatMap(([endpointId, endpoint]): QuickConnect[] => {
      const kind = KINDS.get(String(endpoint.type));
      if (kind === undefined) return [];
      const phoneNumber =
        kind === 'phoneNumber' && typeof endpoint.phoneNumber === 'string' ? endpoint.phoneNumber : null;
      const name = typeof endpoint.name === 'string' ? endpoint.name.trim() : '';
      return [{ endpointId, name, kind, phoneNumber }];
    })
    .toSorted((left, right) => order.compare(left.name, right.name));
}
