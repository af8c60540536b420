import { agentConnection, type Contact, isVoice } from './contact.js';
import { moveConnection } from './contact-steps.js';
import type { Desk } from './desk.js';
import { Refusal } from './refusal.js';

// A second call for an agent who is talking. That it is the agent's own leg which is held, and resumed, is what the
// softphone of Streams 2.28.2 listens for; which calls the service lets through is ours.

/** Whether another call may be offered: to an agent without one, or as an interruption of a single connected one. */
export function requireVoiceSlot(desk: Desk, interrupts: boolean): void {
  const calls = desk.state.contacts.filter(isVoice);
  if (calls.length === 0) return;
  if (!interrupts) {
    throw new Refusal('InvalidStateException', 'The agent already has a voice contact; clear it first');
  }
  if (calls.length > 1 || calls[0]?.state !== 'connected') {
    throw new Refusal('InvalidStateException', 'Only a single connected call can be interrupted');
  }
}

/** Puts the agent's own leg of every other connected call on hold. Call inside `desk.change`. */
export function holdOtherCalls(desk: Desk, contact: Contact): void {
  if (!isVoice(contact)) return;
  for (const other of desk.state.contacts) {
    if (other === contact || !isVoice(other) || other.state !== 'connected') continue;
    moveConnection(desk, agentConnection(other), 'hold');
  }
}
