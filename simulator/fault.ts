/** A disturbance of the service, until it has struck `count` times or is cleared. */
export interface Fault {
  /** An API operation such as `PutAgentState`, `*` for all of them, `page` for the CCP page, `authorize`, or `login`. */
  readonly op: string;
  /**
   * `status` answers with an HTTP status, `hang` never answers, `drop` closes the connection, `badjson` answers 200 with
   * broken JSON, `delay` waits before it works. Only `delay` lets the operation happen. `dead`, for `page` only, is a page
   * that works and then falls silent: it hears and says nothing any more.
   */
  readonly kind: 'status' | 'hang' | 'drop' | 'badjson' | 'delay' | 'dead';
  /** HTTP status for `status`; 500 unless given. */
  readonly status?: number;
  /** Error type for `status`; InternalServiceException unless given. */
  readonly type?: string;
  readonly message?: string;
  /** Wait for `delay`, life of a page for `dead`; 1000 unless given. */
  readonly ms?: number;
  /** How often it strikes; for ever unless given. */
  readonly count?: number;
}

/** The disturbances in force. */
export interface FaultBoard {
  set(fault: Fault): void;
  clear(): void;
  /** Faults in force, oldest first, with the strikes they have left. */
  list(): readonly Fault[];
  /** The fault that strikes this operation now, oldest first; a strike is counted. */
  strike(op: string): Fault | null;
}

export function createFaultBoard(): FaultBoard {
  let faults: { readonly fault: Fault; left: number }[] = [];
  const notOperations = new Set(['page', 'authorize', 'login']);

  return {
    set(fault) {
      faults.push({ fault, left: fault.count ?? Number.POSITIVE_INFINITY });
    },
    clear() {
      faults = [];
    },
    list: () => faults.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, count: left } : fault)),
    strike(op) {
      const hit = faults.find(({ fault }) => fault.op === op || (fault.op === '*' && !notOperations.has(op)));
      if (!hit) return null;
      hit.left -= 1;
      if (hit.left <= 0) faults = faults.filter((other) => other !== hit);
      return hit.fault;
    },
  };
}
