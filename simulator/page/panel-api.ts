/** A party of a contact as the control describes it. */
export interface PanelParty {
  readonly id: string;
  readonly type: string;
  readonly initial: boolean;
  readonly state: string;
  readonly phoneNumber: string | null;
  readonly quickConnectName: string | null;
}

/** A contact as the control describes it; times are milliseconds since the epoch. */
export interface PanelContact {
  readonly contactId: string;
  readonly channel: string;
  readonly initiation: string;
  readonly state: string;
  readonly offered: boolean;
  readonly onHold: boolean;
  readonly sinceMs: number;
  readonly customerName: string | null;
  readonly phoneNumber: string | null;
  readonly queue: string | null;
  readonly connections: readonly PanelParty[];
}

/** A fault as the control takes and lists it. */
export interface PanelFault {
  readonly op: string;
  readonly kind: string;
  readonly status?: number;
  readonly type?: string;
  readonly ms?: number;
  readonly count?: number;
}

/** The part of the simulator's state the panel shows. */
export interface PanelState {
  readonly agentName: string;
  readonly username: string;
  readonly status: { readonly name: string; readonly type: string; readonly sinceMs: number };
  readonly nextStatus: string | null;
  readonly shown: { readonly name: string; readonly type: string; readonly sinceMs: number };
  readonly signedIn: boolean;
  readonly pollsHeld: number;
  readonly webSocketsOpen: number;
  readonly contacts: readonly PanelContact[];
  readonly faults: readonly PanelFault[];
  readonly webSocketMode: string;
  readonly scenario: {
    readonly title: string;
    readonly stepsDone: number;
    readonly steps: number;
    readonly waitsFor: string | null;
    readonly status: string;
    readonly problem: string | null;
  } | null;
}

export interface PanelPersona {
  readonly name: string;
  readonly phoneNumber: string;
  readonly queue: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface PanelScenario {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

export interface PanelEvent {
  readonly EventType: string;
  readonly EventTimestamp: string;
  readonly CurrentAgentSnapshot: {
    readonly AgentStatus: { readonly Name: string };
    readonly NextAgentStatus: { readonly Name: string } | null;
    readonly Contacts: readonly { readonly Channel: string; readonly State: string }[];
  };
}

/** Calls the control; the path is relative to the panel. Rejects with the reason it gives. */
export async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error((answer as { readonly message: string }).message);
  return answer as T;
}

/** Reads the event stream until it breaks, one call of `onEvent` per event. */
export async function followEvents(onEvent: (event: PanelEvent) => void): Promise<void> {
  const response = await fetch('events/stream');
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onEvent(JSON.parse(line) as PanelEvent);
  }
}
