import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** Who would be left behind if the app died now. */
export interface Exposed {
  readonly ccpUrl: string;
  readonly agentId: string | null;
  readonly statusName: string;
}

/** Something that looks after the agent when the app no longer can. */
export interface SafetyLayer {
  /** Somebody may be other than Offline; again when what is known of them changes. */
  arm(exposed: Exposed): void;
  /** Offline is confirmed, or else the agent has left without. */
  disarm(isConfirmed: boolean): void;
  /** The app ends now, after a `disarm`; what is returned is worth a moment's wait. */
  end(): Promise<void> | null | undefined;
}

export interface SafetyNetDeps {
  onSnapshot(listener: (snapshot: PhoneSnapshot) => void): () => void;
  /** Whether somebody may be other than Offline; follows a snapshot before this net hears of it. */
  holds(): boolean;
  ccpUrl(): string;
  /** In the order in which they are armed. */
  readonly layers: readonly SafetyLayer[];
}

export interface SafetyNet {
  /** Offline is confirmed, and the app ends or the agent leaves: what is armed stands down at once. */
  standDown(): void;
  /** The app ends now; as by `SafetyLayer`. */
  end(): Promise<void> | null;
}

/** Arms the layers as long as somebody may be other than Offline, and only then. */
export function openSafetyNet({ onSnapshot, holds, ccpUrl, layers }: SafetyNetDeps): SafetyNet {
  let armedFor: Exposed | null = null;

  function disarm(isConfirmed: boolean): void {
    if (armedFor === null) return;
    armedFor = null;
    for (const layer of layers) layer.disarm(isConfirmed);
  }

  onSnapshot(({ agent }) => {
    if (!holds()) {
      // A page that knows nobody confirms nothing: the agent has signed out anyway.
      disarm(agent !== null);
      return;
    }
    // A page that comes anew knows nobody for a while; whoever was there still may be.
    if (agent === null) return;
    const exposed = { ccpUrl: ccpUrl(), agentId: agent.agentId, statusName: agent.availability.name };
    if (armedFor !== null && isSame(armedFor, exposed)) return;
    armedFor = exposed;
    for (const layer of layers) layer.arm(exposed);
  });
  return {
    standDown: () => disarm(true),
    end() {
      const ending = layers.map((layer) => layer.end()).filter((end) => end instanceof Promise);
      return ending.length === 0 ? null : Promise.all(ending).then(() => undefined);
    },
  };
}

const isSame = (one: Exposed, other: Exposed): boolean =>
  one.ccpUrl === other.ccpUrl && one.agentId === other.agentId && one.statusName === other.statusName;
