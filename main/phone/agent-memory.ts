import type { SignedOut } from '../../contract/sign-in.js';
import type { PresenceGate } from '../presence/gate.js';
import type { PhoneLink } from './phone-link.js';

/** What the desktop side remembers of the agent from page to page. */
export interface AgentMemory {
  /** How the last agent has left, until somebody comes; the page says so when it starts. */
  signedOut(): SignedOut | null;
  /** The agent has left. */
  agentLeft(): void;
  /** Forgets the agent for another instance, but never what is still to be confirmed of somebody who is gone. */
  forget(): void;
}

export function createAgentMemory(
  link: Pick<PhoneLink, 'onSnapshot' | 'forget'>,
  gate: Pick<PresenceGate, 'holds' | 'forget'>,
): AgentMemory {
  let signedOut: SignedOut | null = null;
  let stillIn: string | null = null;
  link.onSnapshot(({ agent }) => {
    if (agent === null) return;
    signedOut = null;
    stillIn = agent.availability.type === 'offline' ? null : agent.availability.name;
  });
  function forget(): void {
    link.forget();
    if (!gate.holds()) gate.forget();
  }
  return {
    signedOut: () => signedOut,
    agentLeft() {
      signedOut = { stillIn: gate.holds() ? stillIn : null };
      stillIn = null;
      forget();
    },
    forget,
  };
}
