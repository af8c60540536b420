/** Somebody a call can be passed to with one press. */
export interface QuickConnect {
  /** Its endpoint ARN. */
  readonly endpointId: string;
  readonly name: string;
  readonly kind: 'agent' | 'queue' | 'phoneNumber';
  /** E.164; null for agents and queues. */
  readonly phoneNumber: string | null;
}

/** The quick connects of all queues the agent works for. */
export interface QuickConnectDirectory {
  /** `unread` until somebody asks; `failed` keeps what was read before. */
  readonly phase: 'unread' | 'loading' | 'ready' | 'failed';
  /** By name, each endpoint once. */
  readonly quickConnects: readonly QuickConnect[];
}
