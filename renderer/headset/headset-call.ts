import type { Contact } from '../../contract/contact.js';
import { isRinging, isUp, isVoice, talkedTo } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** What the snapshot means for a headset, which knows of one call and one ring. */
export interface HeadsetCall {
  readonly phase: 'idle' | 'ringing' | 'dialing' | 'active' | 'held';
  /** The call the agent is in. */
  readonly callId: string | null;
  /** The call that is offered, maybe beside another. */
  readonly ringId: string | null;
  readonly muted: boolean;
}

export const noCall: HeadsetCall = { phase: 'idle', callId: null, ringId: null, muted: false };

/** Reads the calls of a snapshot; other channels neither ring nor talk in a headset. */
export function readHeadsetCall({ agent, contacts, muted }: PhoneSnapshot): HeadsetCall {
  if (agent === null) return noCall;
  const calls = contacts.filter(isVoice);
  const ringId = calls.find(isRinging)?.contactId ?? null;
  const call =
    calls.find((each) => isUp(each) && !isHeld(each)) ?? calls.find(isUp) ?? calls.find(isDialing) ?? undefined;
  if (call === undefined) return { ...noCall, phase: ringId === null ? 'idle' : 'ringing', ringId };
  const phase = isDialing(call) ? 'dialing' : isHeld(call) ? 'held' : 'active';
  return { phase, callId: call.contactId, ringId, muted };
}

function isDialing({ state, direction }: Contact): boolean {
  return state === 'connecting' && direction === 'outbound';
}

/** Whether nobody is talked to: while somebody is consulted the customer is on hold, and the headset is not. */
function isHeld(contact: Contact): boolean {
  const parties = talkedTo(contact);
  return contact.state === 'onHold' && parties.every(({ state }) => state !== 'connected');
}
