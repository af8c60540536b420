import { createLeaseKeeper, type LeaseKeeperDeps } from '../hook/lease-keeper.js';
import type { SafetyLayer } from './safety-net.js';

/** Has the customer's hook set the agent Offline when nothing of this computer is heard any more. */
export function createLeaseLayer(deps: LeaseKeeperDeps): SafetyLayer {
  const keeper = createLeaseKeeper(deps);
  return {
    arm({ agentId, statusName }) {
      if (agentId === null) keeper.lapse();
      else keeper.arm({ agentId, statusName });
    },
    disarm: (isConfirmed) => (isConfirmed ? keeper.disarm() : keeper.lapse()),
    end: keeper.released,
  };
}
