import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { EventPayload } from '../../contract/events.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** What to say of a lease that ran out: `offline` where the agent is, `queued` where Offline is the next status. */
export interface ShownLeaseExpiry {
  readonly as: 'offline' | 'queued';
  readonly unreachableMs: number | null;
}

/** The news that the customer's hook set the agent Offline, until it is read or no longer so. */
export interface LeaseExpiry {
  readonly shown: ReadonlySignal<ShownLeaseExpiry | null>;
  told(news: EventPayload<'leaseExpired'>): void;
  dismiss(): void;
}

/** So long a snapshot may take that shows what the hook did: Streams gives a poll up after two minutes. */
export const sureLimitMs = 130_000;
/** The same where nobody said that it did; what comes later is more likely the agent's own choice. */
export const unsureLimitMs = 5_000;

/**
 * Believes the news only with a snapshot that shows it. Without one in time nothing was done to the agent, whose status is
 * on the screen, so nothing is said.
 */
export function createLeaseExpiry(snapshot: ReadonlySignal<PhoneSnapshot>): LeaseExpiry {
  const news = signal<EventPayload<'leaseExpired'> | null>(null);
  let isProved = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shown = computed(() => {
    const as = proofIn(snapshot.value);
    return news.value === null || as === null ? null : { as, unreachableMs: news.value.unreachableMs };
  });

  function dismiss(): void {
    clearTimeout(timer);
    news.value = null;
  }

  effect(() => {
    const { agent } = snapshot.value;
    if (shown.value !== null) isProved = true;
    // Another status since: the agent knows, or somebody else has decided.
    else if (isProved && agent !== null) dismiss();
  });

  return {
    shown,
    told(given) {
      clearTimeout(timer);
      isProved = false;
      news.value = given;
      timer = setTimeout(
        () => {
          if (!isProved) dismiss();
        },
        given.sure ? sureLimitMs : unsureLimitMs,
      );
    },
    dismiss,
  };
}

function proofIn({ agent }: PhoneSnapshot): ShownLeaseExpiry['as'] | null {
  if (agent?.availability.type === 'offline') return 'offline';
  return agent?.nextStatus?.type === 'offline' ? 'queued' : null;
}
