import type { EventPayload } from '../../contract/events.js';
import type { GuardianHook } from '../../contract/guardian-message.js';
import type { Result } from '../../contract/result.js';
import type { HookClient, HookFailure, LeaseNews } from './hook-client.js';

/** Whose lease it is. */
export interface LeaseHolder {
  readonly agentId: string;
  readonly statusName: string;
}

export interface LeaseTimes {
  readonly intervalMs: number;
  readonly ttlMs: number;
}

export interface LeaseKeeperDeps extends LeaseTimes {
  readonly client: HookClient;
  /** What it takes to speak for this agent, as it is now; null where it is not there. */
  hookFor(agentId: string): GuardianHook | null;
  readonly epoch: number;
  /** Wall clock; counts the time of a suspend, and may be set. */
  wallMs(): number;
  /** Only ever grows; may leave out the time of a suspend. */
  steadyMs(): number;
  /**
   * The agent was set Offline because this computer was not heard of for so long, null where nobody knows how long. `sure` is
   * false where both clocks say so, and the hook does not.
   */
  expired(news: EventPayload<'leaseExpired'>): void;
  record(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
}

/** Renews the lease at the customer's hook for as long as somebody may be other than Offline. */
export interface LeaseKeeper {
  arm(holder: LeaseHolder): void;
  /** Offline is confirmed: the lease is released. */
  disarm(): void;
  /** Nobody confirmed Offline: the lease is left to run out, so that the hook sees to it. */
  lapse(): void;
  /** Resolves when a release that is under way has come to its end; null when there is none. */
  released(): Promise<void> | null;
}

interface Moment {
  readonly wallMs: number;
  readonly steadyMs: number;
}

interface Lease {
  readonly agentId: string;
  hook: GuardianHook;
  statusName: string;
  /** Null before the first renewal. */
  renewedAt: Moment | null;
  busy: boolean;
}

type Asked = Promise<Result<LeaseNews, HookFailure>>;

const msPerSecond = 1_000;
/** A release that is lost costs nothing but the news of what the hook did meanwhile. */
const releaseTries = 20;

export function createLeaseKeeper(deps: LeaseKeeperDeps): LeaseKeeper {
  const { client, hookFor, epoch, intervalMs, ttlMs, wallMs, steadyMs, expired, record } = deps;
  let lease: Lease | null = null;
  let timer: NodeJS.Timeout | undefined;
  let seq = 0;
  /** Agents whose lease this run has held; news of other leases is of a run before and told by the next start. */
  const held = new Set<string>();
  let releasing: Promise<void> | null = null;
  let state: string | null = null;

  function note(next: string): void {
    if (next === state) return;
    state = next;
    record('lease', { state: next });
  }

  /** Asks, and once more with the token that is in the file by now where the former is refused. */
  async function withToken(of: Lease, ask: (hook: GuardianHook) => Asked): Asked {
    const first = await ask(of.hook);
    if (first.ok || first.failure !== 'refused') return first;
    const now = hookFor(of.agentId);
    if (now === null || now.token === of.hook.token) return first;
    of.hook = now;
    return ask(now);
  }

  async function renew(of: Lease): Promise<void> {
    // One that is not answered yet is not joined by others.
    if (of.busy) return;
    of.busy = true;
    const heardBefore = of.renewedAt;
    const outcome = await withToken(of, (hook) => {
      seq += 1;
      return client.lease(hook, { epoch, seq, status: of.statusName, ttlSeconds: ttlMs / msPerSecond });
    });
    of.busy = false;
    if (lease === of) note(outcome.ok ? 'held' : outcome.failure);
    if (!outcome.ok) return;
    const wasOverdue = heardBefore !== null && isOverdue(heardBefore);
    of.renewedAt = { wallMs: wallMs(), steadyMs: steadyMs() };
    tell(of, outcome.value, heardBefore, wasOverdue);
    held.add(of.agentId);
  }

  /** The lease ran out whichever clock is asked; one that was only set does not count. */
  function isOverdue({ wallMs: wall, steadyMs: steady }: Moment): boolean {
    return wallMs() - wall > ttlMs && steadyMs() - steady > ttlMs;
  }

  function tell(of: Lease, news: LeaseNews, before: Moment | null, wasOverdue: boolean): void {
    if (!news.expired && !wasOverdue) return;
    if (!held.has(of.agentId)) {
      record('lease-expired-before');
      return;
    }
    const ownMs = before === null ? null : Math.max(wallMs() - before.wallMs, steadyMs() - before.steadyMs);
    record('lease-expired', { sure: news.expired });
    expired({ unreachableMs: news.silentMs ?? ownMs, sure: news.expired });
  }

  async function release(of: Lease, tries: number): Promise<void> {
    const outcome = await withToken(of, (hook) => {
      seq += 1;
      return client.release(hook, { epoch, seq });
    });
    // By its own clocks alone a run cannot tell an agent who went Offline from one who was set Offline.
    if (outcome.ok) tell(of, outcome.value, of.renewedAt, false);
    if (outcome.ok || outcome.failure === 'stale' || tries <= 1 || lease !== null) return;
    timer = setTimeout(() => startRelease(of, tries - 1), intervalMs);
  }

  function startRelease(of: Lease, tries: number): void {
    const mine = release(of, tries).finally(() => {
      if (releasing === mine) releasing = null;
    });
    releasing = mine;
  }

  function stop(next: 'released' | 'lapsed'): Lease | null {
    const former = lease;
    if (former === null) return null;
    clearInterval(timer);
    lease = null;
    note(next);
    return former;
  }

  function disarm(): void {
    const former = stop('released');
    if (former !== null) startRelease(former, releaseTries);
  }

  return {
    arm({ agentId, statusName }) {
      if (lease?.agentId === agentId) {
        lease.statusName = statusName;
        lease.hook = hookFor(agentId) ?? lease.hook;
        return;
      }
      // Another agent at the same desk proves nothing of the one before.
      stop('lapsed');
      clearTimeout(timer);
      const hook = hookFor(agentId);
      if (hook === null) {
        note('noToken');
        return;
      }
      const begun: Lease = { agentId, hook, statusName, renewedAt: null, busy: false };
      lease = begun;
      timer = setInterval(() => void renew(begun), intervalMs);
      void renew(begun);
    },
    disarm,
    lapse: () => void stop('lapsed'),
    released: () => releasing,
  };
}
