import type { Contact } from '../../contract/contact.js';
import type { Notice } from '../../contract/notice.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** What one snapshot says beside the one before it. */
type Before = Pick<PhoneSnapshot, 'agent' | 'contacts'>;

/**
 * Says what happened by itself between two snapshots, or null. `clearedByUs` are the contacts whose clearing this phone
 * asked for; `nowMs` is the server's clock.
 */
export function deriveNotice(
  before: Before,
  after: Before,
  clearedByUs: ReadonlySet<string>,
  nowMs: number,
): Notice | null {
  const cleared = clearedNotice(before, after, clearedByUs, nowMs);
  // A next status is taken as the contact is cleared; that Connect cleared it is the less expected of the two.
  const expected = cleared?.kind === 'clearedByAgent';
  return missedNotice(before, after) ?? (expected ? null : cleared) ?? nextStatusNotice(before, after) ?? cleared;
}

function missedNotice(before: Before, after: Before): Notice | null {
  const missed = after.contacts.find(
    (contact) => contact.ending === 'missed' && contactOf(before, contact.contactId)?.ending !== 'missed',
  );
  return missed === undefined ? null : { kind: 'missed', who: whoIs(missed), contactId: missed.contactId };
}

/** A next status that is gone was either taken, when it is the status now, or cleared. */
function nextStatusNotice(before: Before, after: Before): Notice | null {
  const next = before.agent?.nextStatus;
  if (next == null || after.agent === null || after.agent.nextStatus !== null) return null;
  const taken = after.agent.availability.name === next.name;
  return { kind: taken ? 'nextStatusTaken' : 'nextStatusCleared', name: next.name };
}

/** After-contact work lasts from the state ENDED to the contact's leaving, as the agent event stream defines it. */
function clearedNotice(before: Before, after: Before, clearedByUs: ReadonlySet<string>, nowMs: number): Notice | null {
  const cleared = before.contacts.find(
    (contact) => contact.state === 'ended' && contactOf(after, contact.contactId) === undefined,
  );
  if (cleared?.sinceMs == null) return null;
  return {
    kind: clearedByUs.has(cleared.contactId) ? 'clearedByAgent' : 'clearedByConnect',
    who: whoIs(cleared),
    workedMs: Math.max(0, nowMs - cleared.sinceMs),
  };
}

function contactOf(snapshot: Before, contactId: string): Contact | undefined {
  return snapshot.contacts.find((contact) => contact.contactId === contactId);
}

function whoIs(contact: Contact): string | null {
  return contact.customerName ?? contact.phoneNumber;
}
