/**
 * Streams itself, without a page: its objects read what `become` gives them, and everything that would leave it is noted in
 * `deeds`. Below it nothing behaves: each call to Connect is answered as the world is told.
 */
const page = {
  window: globalThis,
  navigator: { userAgent: 'Chrome', mediaDevices: {} },
  location: { href: 'https://switchhook.localhost/' },
  addEventListener: () => undefined,
};
for (const [name, value] of Object.entries(page))
  Object.defineProperty(globalThis, name, { value, configurable: true });
export const { createStreamsPhone } = await import('../../renderer/phone/streams-phone.js');

/** How a call to Connect is answered. Never, twice, late, by an untruth: whatever a broken network or panel does. */
export interface Answering {
  readonly afterMs: number;
  readonly says: readonly ('success' | 'failure')[];
  readonly error: unknown;
  readonly throws: boolean;
}

export interface StreamsWorld {
  /** What was asked of Connect or of the panel, in order. */
  readonly deeds: readonly string[];
  /** What our own listeners threw; Streams swallows it. */
  readonly thrown: readonly unknown[];
  /** Streams gets this of Connect. */
  become(data: unknown): void;
  raise(event: string, payload?: unknown): void;
  answer(how: Answering): void;
}

interface Callbacks {
  success(data: unknown): void;
  failure(error: unknown): void;
}
type Listener = (payload: unknown) => void;

interface Loose {
  core: Record<string, unknown> & { AgentDataProvider: new (bus: object) => { updateAgentData(data: unknown): void } };
  EventBus: new (
    options: object,
  ) => { subscribe(event: string, listener: Listener): unknown; trigger(event: string, payload: unknown): void };
  agent: { initialized: boolean };
  getLog: () => unknown;
}

/** Its log keeps everything in memory and knows no silence. */
const silence: unknown = new Proxy(() => silence, { get: () => () => silence, apply: () => silence });

export function createStreamsWorld(): StreamsWorld {
  const streams = connect as unknown as Loose;
  const deeds: string[] = [];
  const thrown: unknown[] = [];
  let answering: Answering = { afterMs: 0, says: ['success'], error: null, throws: false };
  const real = new streams.EventBus({ logEvents: false });
  const bus = {
    subscribe: (event: string, listener: Listener) =>
      real.subscribe(event, (payload) => {
        try {
          listener(payload);
        } catch (error) {
          thrown.push(error);
        }
      }),
    trigger: (event: string, payload: unknown) => real.trigger(event, payload),
  };
  streams.getLog = () => silence;
  streams.agent.initialized = true;
  const provider = new streams.core.AgentDataProvider(bus);
  Object.assign(streams.core, {
    initCCP: () => undefined,
    onInitialized: (listener: () => void) => bus.subscribe('init', listener),
    getEventBus: () => bus,
    getAgentDataProvider: () => provider,
    mediaFactory: { get: async () => null },
    getUpstream: () => ({
      onUpstream: (event: string, listener: Listener) => bus.subscribe(event, listener),
      sendUpstream(
        _kind: string,
        { event, data }: { readonly event: string; readonly data?: { readonly mute?: boolean } },
      ) {
        if (event === connect.EventType.MUTE) deeds.push(data?.mute === true ? 'mute' : 'unmute');
        if (event === connect.ContactEvents.VIEW) deeds.push('view');
      },
    }),
    getClient: () => ({
      call(method: string, _given: unknown, callbacks: Callbacks) {
        deeds.push(method);
        const { afterMs, says, error, throws } = answering;
        if (throws) throw error;
        for (const each of says) {
          const tell = (): void => (each === 'success' ? callbacks.success({}) : callbacks.failure(error));
          if (afterMs === 0) tell();
          else setTimeout(tell, afterMs);
        }
      },
    }),
  });
  return {
    deeds,
    thrown,
    become(data) {
      try {
        provider.updateAgentData(data);
      } catch {
        // What Streams itself makes of a broken snapshot is after its refresh and not ours.
      }
    },
    raise: (event, payload) => bus.trigger(event, payload),
    answer(how) {
      answering = how;
    },
  };
}
