import type { LeavingView } from '../../contract/leaving.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { type RescueCode, rescueCodes } from './rescue-codes.js';

/** A panel that shows nobody by then shows nobody; some of the guardian's `relaunchBudgetMs` is left for the status. */
const agentDueMs = 24_000;

export interface RescueWatchDeps {
  /** Whom the run before left; null when Connect never told. */
  readonly agentId: string | null;
  onSnapshot(listener: (snapshot: PhoneSnapshot) => void): () => void;
  askRecover(): void;
  end(code: RescueCode): void;
}

export interface RescueWatch {
  /** What the gate would show. */
  shown(view: LeavingView | null): void;
}

/** Sets the agent Offline as soon as the panel knows who it is, and ends the run by what came of it. */
export function watchRescue({ agentId, onSnapshot, askRecover, end }: RescueWatchDeps): RescueWatch {
  const timer = setTimeout(() => end(rescueCodes.failed), agentDueMs);
  let asked = false;
  onSnapshot(({ agent, health }) => {
    if (asked) return;
    if (agent === null) {
      if (health.trouble === 'signedOut') end(rescueCodes.loginExpired);
      return;
    }
    clearTimeout(timer);
    asked = true;
    // Somebody else has signed in since, who was not left behind.
    if (agentId !== null && agent.agentId !== null && agent.agentId !== agentId) end(rescueCodes.offline);
    else askRecover();
  });
  return {
    shown(view) {
      if (view?.kind !== 'closedBadly') return;
      const isDone = view.outcome === 'confirmed' || view.outcome === 'nothingToConfirm';
      end(isDone ? rescueCodes.offline : rescueCodes.failed);
    },
  };
}
