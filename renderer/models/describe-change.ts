import type { Contact } from '../../contract/contact.js';
import { isRinging } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Words } from '../../contract/words/words.js';
import { whoIs } from './who-is.js';

/** What changed between two snapshots that is otherwise only seen, as one sentence for screen readers, or null. */
export function describeChange(before: PhoneSnapshot, after: PhoneSnapshot, words: Words): string | null {
  const { announce } = words;
  for (const contact of after.contacts) {
    const former = before.contacts.find((other) => other.contactId === contact.contactId);
    const sentence = contactSentence(former, contact, words);
    if (sentence !== null) return sentence;
  }
  if (before.muted !== after.muted) return after.muted ? announce.muted : announce.unmuted;
  return null;
}

function contactSentence(former: Contact | undefined, contact: Contact, words: Words): string | null {
  const { announce } = words;
  if (former?.state === contact.state) return null;
  if (isRinging(contact)) return announce.ringing(whoIs(contact, words));
  if (contact.state === 'onHold') return announce.held;
  if (contact.state === 'connected')
    return former?.state === 'onHold' ? announce.resumed : announce.connected(whoIs(contact, words));
  return contact.state === 'ended' ? announce.ended : null;
}
