import type { Contact } from '../../contract/contact.js';
import { isRinging } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/**
 * Whether nothing has happened from one snapshot to the next but that contacts began to ring. What must be known of the
 * agent is the same then: the status now and the next one, what is on its way, how well the phone is. By identity, as a
 * snapshot keeps its equal parts.
 */
export function onlyRings(before: PhoneSnapshot, now: PhoneSnapshot): boolean {
  const isNew = (contact: Contact): boolean => !before.contacts.includes(contact);
  return (
    now.contacts.length > before.contacts.length &&
    before.contacts.every((contact) => now.contacts.includes(contact)) &&
    now.contacts.filter(isNew).every(isRinging) &&
    now.agent?.availability === before.agent?.availability &&
    now.agent?.nextStatus === before.agent?.nextStatus &&
    now.health === before.health &&
    now.pending === before.pending &&
    now.muted === before.muted
  );
}
