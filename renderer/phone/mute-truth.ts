import type { Contact } from '../../contract/contact.js';
import { isUp, isVoice, ownConnection } from '../../contract/contact-state.js';

/**
 * What is true of the microphone. Streams 2.28.2 reports a mute that came before the call was up as done, although it
 * only acts on the last active contact; such a mute is remembered and asked for again when the call is up.
 */
export interface MuteTruth {
  readonly muted: boolean;
  /** A mute was reported while nobody was on the line. */
  readonly early: boolean;
}

export const openMicrophone: MuteTruth = { muted: false, early: false };

/** Folds Streams' report of a toggle. */
export function foldToggle(muted: boolean, callIsUp: boolean): MuteTruth {
  return callIsUp ? { muted, early: false } : { muted: false, early: muted };
}

/** Forgets an early mute with the call it was meant for. */
export function forgetWithoutCall(truth: MuteTruth, someCall: boolean): MuteTruth {
  return someCall ? truth : openMicrophone;
}

/** Whether the call that has just come up must be muted again because the agent muted before. */
export function mustRepeatMute(truth: MuteTruth, callWasUp: boolean, callIsUp: boolean): boolean {
  return truth.early && callIsUp && !callWasUp;
}

/** Whether a call that was up before is up still: a mute of the microphone belongs to its call. */
export function isTalkingStill(before: readonly Contact[], after: readonly Contact[]): boolean {
  const wasUp = new Set(before.filter(isUp).map(({ contactId }) => contactId));
  return after.some((contact) => isVoice(contact) && isUp(contact) && wasUp.has(contact.contactId));
}

/** Whether the agent is not heard: by the microphone's own mute or, in a conference, by Connect. */
export function isAgentMuted(microphoneMuted: boolean, before: readonly Contact[], after: readonly Contact[]): boolean {
  const atConnect = after.some((contact) => isUp(contact) && ownConnection(contact)?.muted === true);
  return atConnect || (microphoneMuted && isTalkingStill(before, after));
}
