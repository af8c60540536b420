import type { CommandFailure } from '../../contract/command.js';
import type { Contact } from '../../contract/contact.js';
import { isLive, isUp, isVoice } from '../../contract/contact-state.js';
import { createBell } from './bell.js';
import { foldToggle, forgetWithoutCall, isTalkingStill, mustRepeatMute, openMicrophone } from './mute-truth.js';

/** Follows what Streams says of the microphone; see mute-truth.ts for why it is not simply believed. */
export interface Microphone {
  isMuted(): boolean;
  /** Folds Streams' report and returns what is true. */
  toggled(muted: boolean, contacts: readonly Contact[]): boolean;
  /** The contacts changed; returns whether the call that came up must be muted again. */
  contactsChanged(before: readonly Contact[], after: readonly Contact[]): boolean;
  /** Resolves with null when Streams says the microphone is as wanted, else with a failure after `timeoutMs`. */
  awaitMuted(wanted: boolean, timeoutMs: number): Promise<CommandFailure | null>;
}

export function createMicrophone(): Microphone {
  const toggles = createBell<boolean>();
  let truth = openMicrophone;
  return {
    isMuted: () => truth.muted,
    toggled(muted, contacts) {
      truth = foldToggle(muted, callIsUp(contacts));
      toggles.ring(muted);
      return truth.muted;
    },
    contactsChanged(before, after) {
      truth = forgetWithoutCall(
        truth,
        after.some((contact) => isVoice(contact) && isLive(contact)),
      );
      if (!isTalkingStill(before, after)) truth = { ...truth, muted: false };
      return mustRepeatMute(truth, callIsUp(before), callIsUp(after));
    },
    awaitMuted(wanted, timeoutMs) {
      return new Promise((resolve) => {
        const settle = (failure: CommandFailure | null): void => {
          clearTimeout(timer);
          forget();
          resolve(failure);
        };
        const timer = setTimeout(settle, timeoutMs, { reason: 'noAnswer', detail: null });
        const forget = toggles.onRing((muted) => {
          if (muted === wanted) settle(null);
        });
      });
    },
  };
}

/** A chat that is open is no call. */
function callIsUp(contacts: readonly Contact[]): boolean {
  return contacts.some((contact) => isVoice(contact) && isUp(contact));
}
