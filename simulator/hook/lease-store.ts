import type { Clock } from '../clock.js';

/** A renewal of a lease. */
export interface Renewal {
  readonly epoch: number;
  readonly seq: number;
  readonly ttlMs: number;
}

/** Whose lease has ended without a renewal, and in which stretch of work. */
export interface ExpiredLease {
  readonly agentId: string;
  readonly epoch: number;
}

/**
 * What a renewal or release met: `silentMs` is null, or how long the lease was not renewed, where the agent was set Offline
 * for it meanwhile. `stale` is one of an older stretch of work, or one that another has overtaken; it changes nothing.
 */
export type LeaseAnswer = { readonly kind: 'taken'; readonly silentMs: number | null } | { readonly kind: 'stale' };

/** The leases of all agents. */
export interface LeaseStore {
  renew(agentId: string, renewal: Renewal): LeaseAnswer;
  release(agentId: string, release: Pick<Renewal, 'epoch' | 'seq'>): LeaseAnswer;
  /** Ends the lease because somebody asks for Offline; false for an older stretch of work. */
  end(agentId: string, epoch: number): boolean;
  /** Whether no later stretch of work has come. */
  isNewest(agentId: string, epoch: number): boolean;
  /** Whether it is still so; nobody is set Offline who was heard of meanwhile. */
  isExpired(expired: ExpiredLease): boolean;
  /** Notes that the agent was set Offline for it, which the next answer tells. */
  actedOn(expired: ExpiredLease): void;
  stop(): void;
}

interface Lease {
  epoch: number;
  seq: number;
  state: 'live' | 'ended' | 'expired';
  readonly heardAtMs: number;
  actedOn: boolean;
  callOff: () => void;
}

/** Keeps leases in memory and calls `expired` once for each that ends without a renewal. */
export function createLeaseStore(clock: Clock, expired: (lease: ExpiredLease) => void): LeaseStore {
  const leases = new Map<string, Lease>();

  function isStale(agentId: string, { epoch, seq }: Pick<Renewal, 'epoch' | 'seq'>): boolean {
    const lease = leases.get(agentId);
    return lease !== undefined && (epoch < lease.epoch || (epoch === lease.epoch && seq <= lease.seq));
  }

  function put(agentId: string, epoch: number, seq: number, state: Lease['state']): Lease {
    const former = leases.get(agentId);
    former?.callOff();
    const lease: Lease = { epoch, seq, state, heardAtMs: clock.now(), actedOn: false, callOff: () => undefined };
    leases.set(agentId, lease);
    return lease;
  }

  function silenceOf(agentId: string): number | null {
    const lease = leases.get(agentId);
    return lease?.actedOn === true ? clock.now() - lease.heardAtMs : null;
  }

  function isExpired({ agentId, epoch }: ExpiredLease): boolean {
    const lease = leases.get(agentId);
    return lease !== undefined && lease.epoch === epoch && lease.state === 'expired';
  }

  return {
    renew(agentId, { epoch, seq, ttlMs }) {
      if (isStale(agentId, { epoch, seq })) return { kind: 'stale' };
      const silentMs = silenceOf(agentId);
      const lease = put(agentId, epoch, seq, 'live');
      lease.callOff = clock.after(ttlMs, () => {
        lease.state = 'expired';
        expired({ agentId, epoch });
      });
      return { kind: 'taken', silentMs };
    },
    release(agentId, { epoch, seq }) {
      if (isStale(agentId, { epoch, seq })) return { kind: 'stale' };
      const silentMs = silenceOf(agentId);
      put(agentId, epoch, seq, 'ended');
      return { kind: 'taken', silentMs };
    },
    end(agentId, epoch) {
      const lease = leases.get(agentId);
      if (lease !== undefined && epoch < lease.epoch) return false;
      put(agentId, epoch, lease?.epoch === epoch ? lease.seq : 0, 'ended');
      return true;
    },
    isNewest: (agentId, epoch) => (leases.get(agentId)?.epoch ?? epoch) <= epoch,
    isExpired,
    actedOn(lease) {
      const kept = leases.get(lease.agentId);
      if (kept !== undefined && isExpired(lease)) kept.actedOn = true;
    },
    stop() {
      for (const { callOff } of leases.values()) callOff();
    },
  };
}
