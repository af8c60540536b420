import { isUp, isVoice } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { MuteAgreement } from '../../contract/words/headset-words.js';
import type { HeadsetFace } from '../headset/headset-view.js';

/**
 * Whether Connect and the headset tell the same about mute. Connect is right. What the system itself mutes cannot be seen
 * from a page.
 */
export function readMuteAgreement(
  { contacts, muted }: Pick<PhoneSnapshot, 'contacts' | 'muted'>,
  { state, hasMuteLamp }: Pick<HeadsetFace, 'state' | 'hasMuteLamp'>,
): MuteAgreement {
  if (!contacts.some((contact) => isVoice(contact) && isUp(contact))) return 'noCall';
  if (state === 'silent') return 'behind';
  if (state !== 'ready' || !hasMuteLamp) return 'noLamp';
  return muted ? 'muted' : 'heard';
}
