import type { GuardianRelaunch } from '../../contract/guardian-message.js';
import type { LoginStart } from '../os/login-start.js';
import type { Exposed, SafetyLayer } from './safety-net.js';

/**
 * Has a hidden start run at the next login of this user, as long as somebody may be other than Offline: after a power cut no
 * other process of ours is left to look after the agent.
 */
export function createLoginStartLayer(
  entry: LoginStart,
  commandFor: (exposed: Exposed) => GuardianRelaunch,
): SafetyLayer {
  let written = false;
  return {
    arm(exposed) {
      if (written) return;
      written = true;
      entry.write(commandFor(exposed));
    },
    disarm() {
      if (!written) return;
      written = false;
      entry.remove();
    },
    end: () => null,
  };
}
