import type { PresenceGate } from '../presence/gate.js';
import type { PhoneLink } from './phone-link.js';

/** What the desktop side remembers of the agent from page to page. */
export interface AgentMemory {
  /** Whether the last agent has left and nobody has come since; the page says so when it starts. */
  signedOut(): boolean;
  /** The agent has left. */
  agentLeft(): void;
  /** Forgets the agent for another instance, but never what is still to be confirmed of somebody who is gone. */
  forget(): void;
}

export function createAgentMemory(
  link: Pick<PhoneLink, 'onSnapshot' | 'forget'>,
  gate: Pick<PresenceGate, 'holds' | 'forget'>,
): AgentMemory {
  let signedOut = false;
  link.onSnapshot(({ agent }) => {
    if (agent !== null) signedOut = false;
  });
  function forget(): void {
    link.forget();
    if (!gate.holds()) gate.forget();
  }
  return {
    signedOut: () => signedOut,
    agentLeft() {
      signedOut = true;
      forget();
    },
    forget,
  };
}
