import type { PresenceMarker } from '../../contract/presence-marker.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

export interface MakeGoodDeps {
  /** What the run before left. */
  readonly former: PresenceMarker | null;
  /** The panel of this run. */
  readonly ccpUrl: string;
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
export function makeGood({ former, ccpUrl, onSnapshot, askRecover, letGo, now }: MakeGoodDeps): MakeGood {
  let isPending = former?.armed === true && originOf(former.ccpUrl) === originOf(ccpUrl);
  if (!isPending || former === null) return { pending: () => false };
  const stop = onSnapshot(({ agent }) => {
    if (agent === null) return;
    isPending = false;
    stop();
    const isOther = former.agentId !== null && agent.agentId !== null && former.agentId !== agent.agentId;
    if (isOther) letGo();
    else askRecover(former.atMs <= now() ? former.atMs : null);
  });
  return { pending: () => isPending };
}

const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : '');
