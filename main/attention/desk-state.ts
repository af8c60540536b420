import { isRinging, isUp, isVoice } from '../../contract/contact-state.js';
import type { Settings } from '../../contract/settings.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** All that what is shown outside of the window is made of. */
export interface DeskState {
  readonly snapshot: PhoneSnapshot;
  /** How many contacts were missed that the agent has not seen. */
  readonly missed: number;
  /** The phone window is what the agent works in at the moment. */
  readonly inFront: boolean;
  /** The phone's page is there to carry out commands. */
  readonly phoneThere: boolean;
  readonly settings: Settings;
}

/** Whether the icon of the app asks for attention: something rings, or was missed and not seen. */
export function asksForAttention({ snapshot, missed, inFront }: DeskState): boolean {
  return !inFront && (missed > 0 || snapshot.contacts.some(isRinging));
}

/** What is kept from sleeping. */
export interface Awake {
  /** The screen too. */
  readonly display: boolean;
  readonly app: boolean;
}

/** The screen stays on in a call; the computer stays awake as long as contacts may come, which they do not when Offline. */
export function awakeFor({ agent, contacts }: PhoneSnapshot): Awake {
  const onContact = contacts.length > 0;
  return {
    display: contacts.some((contact) => isVoice(contact) && isUp(contact)),
    app: agent !== null && (agent.availability.type !== 'offline' || onContact),
  };
}
