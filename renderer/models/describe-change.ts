import type { Connection } from '../../contract/connection.js';
import type { Contact } from '../../contract/contact.js';
import { isRinging, isUp } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Words } from '../../contract/words/words.js';
import { partyName } from './party-name.js';
import { whoIs } from './who-is.js';

/** What changed between two snapshots that is otherwise only seen, as one sentence for screen readers, or null. */
export function describeChange(before: PhoneSnapshot, after: PhoneSnapshot, words: Words): string | null {
  const { announce } = words;
  for (const contact of after.contacts) {
    const former = before.contacts.find((other) => other.contactId === contact.contactId);
    const sentence = contactSentence(former, contact, words) ?? partySentence(former, contact, words);
    if (sentence !== null) return sentence;
  }
  if (before.muted !== after.muted) return after.muted ? announce.muted : announce.unmuted;
  return null;
}

/** Who came onto the call or left it, while it goes on. */
function partySentence(former: Contact | undefined, contact: Contact, words: Words): string | null {
  if (former === undefined || !isUp(former) || !isUp(contact)) return null;
  const { announce } = words.call;
  const isThere = ({ state }: Connection): boolean => state !== 'connecting';
  const idsOf = ({ connections }: Contact) => new Set(connections.filter(isThere).map((each) => each.connectionId));
  const [before, after] = [idsOf(former), idsOf(contact)];
  const came = contact.connections.find((each) => isThere(each) && !before.has(each.connectionId));
  if (came !== undefined) return announce.joined(partyName(came, contact, words));
  const gone = former.connections.find((each) => isThere(each) && !after.has(each.connectionId));
  return gone === undefined ? null : announce.left(partyName(gone, former, words));
}

function contactSentence(former: Contact | undefined, contact: Contact, words: Words): string | null {
  const { announce } = words;
  if (former?.state === contact.state) return null;
  if (isRinging(contact)) return announce.ringing(whoIs(contact, words));
  if (contact.state === 'onHold') return announce.held;
  if (contact.state === 'paused') return words.call.announce.paused;
  if (contact.state === 'connected')
    return former?.state === 'onHold' ? announce.resumed : announce.connected(whoIs(contact, words));
  return contact.state === 'ended' ? announce.ended : null;
}
