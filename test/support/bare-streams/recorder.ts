// Writes down everything Streams tells its host, in the order it comes, for tests that compare it with the protocol.

/** One thing the host was told. Times are milliseconds since the page began to load. */
export interface Told {
  readonly at: number;
  /** An event of Streams' bus such as `contact::connected`, or a callback by its name such as `contact.onEnded`. */
  readonly what: string;
  readonly contactId: string | null;
  /** What the callback could read at that moment. */
  readonly state: string | null;
}

export interface Recording {
  readonly told: readonly Told[];
  /** Resolves with the first thing from `since` on that fits; rejects after `limitMs`. */
  waitFor(what: string, options?: { readonly since?: number; readonly limitMs?: number }): Promise<Told>;
}

declare global {
  interface Window {
    recording: Recording;
  }
}

const usualLimitMs = 5_000;

const busEvents = [
  'acknowledge',
  'ack_timeout',
  'init',
  'auth_fail',
  'access_denied',
  'authorize_retries_exhausted',
  'cti_authorize_retries_exhausted',
  'terminated',
  'update_connected_ccps',
  'iframe_retries_exhausted',
  'agent::websocket_connection_lost',
  'agent::websocket_connection_gained',
  'agent::softphone_error',
  'agent::enqueued_next_state',
  'agent::cleared_next_state',
  'webSocket::init_failure',
  'webSocket::connection_open',
  'webSocket::connection_close',
  'webSocket::connection_lost',
  'webSocket::connection_gain',
  'contact::connecting',
  'contact::incoming',
  'contact::pending',
  'contact::connected',
  'contact::missed',
  'contact::acw',
  'contact::ended',
  'contact::error',
  'contact::accepted',
  'contact::refresh',
  'contact::destroyed',
] as const;

/** Events whose data is written down as JSON. */
const toldWhole: ReadonlySet<string> = new Set(['webSocket::connection_close', 'auth_fail']);

const contactCallbacks = [
  'onIncoming',
  'onPending',
  'onConnecting',
  'onAccepted',
  'onConnected',
  'onMissed',
  'onACW',
  'onEnded',
  'onError',
  'onRefresh',
  'onDestroy',
] as const;

const agentCallbacks = [
  'onRoutable',
  'onNotRoutable',
  'onOffline',
  'onError',
  'onAfterCallWork',
  'onRefresh',
  'onMuteToggle',
] as const;

/** Reads what may already be gone. */
function attempt(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Starts to record. Call it right after `initCCP`, which makes the bus of events anew. */
export function startRecording(): void {
  const told: Told[] = [];
  const waiting = new Set<() => void>();

  function tell(what: string, contactId: string | null = null, state: string | null = null): void {
    told.push({ at: Math.round(performance.now()), what, contactId, state });
    for (const check of [...waiting]) check();
  }

  window.recording = {
    told,
    waitFor(what, { since = 0, limitMs = usualLimitMs } = {}) {
      return new Promise((resolve, reject) => {
        const timer = window.setTimeout(() => {
          waiting.delete(check);
          const heard = told.slice(since).map((each) => each.what);
          reject(new Error(`No ${what} within ${limitMs} ms; heard ${heard.join(', ') || 'nothing'}`));
        }, limitMs);
        function check(): void {
          const found = told.slice(since).find((each) => each.what === what);
          if (!found) return;
          window.clearTimeout(timer);
          waiting.delete(check);
          resolve(found);
        }
        waiting.add(check);
        check();
      });
    },
  };

  const bus = connect.core.getEventBus();
  for (const event of busEvents) {
    bus.subscribe(event as connect.EventType, (data: unknown) => {
      const detail = event === 'update_connected_ccps' ? String((data as { length: number }).length) : null;
      const id = attempt(() => (data as connect.Contact).getContactId());
      tell(event, id, toldWhole.has(event) ? (JSON.stringify(data) ?? null) : detail);
    });
  }

  connect.contact((contact) => {
    const id = contact.getContactId();
    tell('connect.contact', id, contact.getStatus().type);
    for (const name of contactCallbacks) {
      contact[name]((now: connect.Contact) => {
        tell(
          `contact.${name}`,
          id,
          attempt(() => (now ?? contact).getStatus().type),
        );
      });
    }
  });
  connect.agent((agent) => {
    tell('connect.agent', null, agent.getState().name);
    for (const name of agentCallbacks) {
      (agent[name] as (callback: () => void) => void).call(agent, () =>
        tell(`agent.${name}`, null, agent.getState().name),
      );
    }
    agent.onStateChange(({ oldState, newState }) => tell('agent.onStateChange', null, `${oldState}->${newState}`));
    agent.onEnqueuedNextState(() => tell('agent.onEnqueuedNextState', null, agent.getNextState()?.name ?? null));
    // In the library, not in its types.
    const { onClearedNextState } = agent as unknown as { onClearedNextState(callback: () => void): void };
    onClearedNextState.call(agent, () => tell('agent.onClearedNextState', null, agent.getState().name));
  });
}
