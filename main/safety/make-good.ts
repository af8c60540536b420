import type { PresenceMarker } from '../../contract/presence-marker.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

export interface MakeGoodDeps {
  /** Whom the run before left in a status; null for nobody. */
  readonly left: PresenceMarker | null;
  /** The panel as it is now. */
  ccpUrl(): string;
  onSnapshot(listener: (snapshot: PhoneSnapshot) => void): () => void;
  /** Sets the agent Offline and tells why. */
  askRecover(sinceMs: number | null): void;
  /** Somebody else has come, who is not to be held up. */
  letGo(): void;
  now(): number;
}

/** What the run before left undone. */
export interface MakeGood {
  /** Whether whoever signs in must be set Offline before anything else; the page holds its controls until then. */
  pending(): boolean;
}

/**
 * Sets an agent Offline whom the run before left in a status, as soon as Connect says who is there. Another agent than the one
 * who was left, or one on another instance, is not touched: a fresh one must never be set Offline for somebody else.
 */
export function makeGood({ left, ccpUrl, onSnapshot, askRecover, letGo, now }: MakeGoodDeps): MakeGood {
  if (left === null) return { pending: () => false };
  let isPending = true;
  const isThere = (): boolean => originOf(left.ccpUrl) === originOf(ccpUrl());
  const stop = onSnapshot(({ agent }) => {
    if (agent === null || !isThere()) return;
    isPending = false;
    stop();
    const isOther = left.agentId !== null && agent.agentId !== null && left.agentId !== agent.agentId;
    if (isOther) letGo();
    else askRecover(left.atMs <= now() ? left.atMs : null);
  });
  return { pending: () => isPending && isThere() };
}

const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : '');
