import type { Contact } from '../../contract/contact.js';
import { isUp, thirdParties } from '../../contract/contact-state.js';
import type { Notice } from '../../contract/notice.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** What one snapshot says beside the one before it. */
type Before = Pick<PhoneSnapshot, 'agent' | 'contacts'>;

/** What this phone asked for, so that it did not happen by itself. */
export interface OwnDeeds {
  /** Contacts by their ids. */
  readonly clearedByUs: ReadonlySet<string>;
  /** Parties by their connections' ids. */
  readonly droppedByUs: ReadonlySet<string>;
}

/**
 * Says what happened by itself between two snapshots, or null. `ours` is what this phone asked for; `nowMs` is the
 * server's clock.
 */
export function deriveNotice(before: Before, after: Before, ours: OwnDeeds, nowMs: number): Notice | null {
  const cleared = clearedNotice(before, after, ours.clearedByUs, nowMs);
  // A next status is taken as the contact is cleared; that Connect cleared it is the less expected of the two.
  const expected = cleared?.kind === 'clearedByAgent';
  const notices = [missedNotice(before, after), unansweredNotice(before, after, ours.droppedByUs)];
  return (
    notices.find((notice) => notice !== null) ??
    (expected ? null : cleared) ??
    nextStatusNotice(before, after) ??
    cleared
  );
}

function missedNotice(before: Before, after: Before): Notice | null {
  const missed = after.contacts.find(
    (contact) => contact.ending === 'missed' && contactOf(before, contact.contactId)?.ending !== 'missed',
  );
  return missed === undefined ? null : { kind: 'missed', who: whoIs(missed), contactId: missed.contactId };
}

/** Somebody who was called in is gone without having been on the call, which goes on. */
function unansweredNotice(before: Before, after: Before, droppedByUs: ReadonlySet<string>): Notice | null {
  for (const contact of after.contacts.filter(isUp)) {
    const there = new Set(contact.connections.map(({ connectionId }) => connectionId));
    const former = contactOf(before, contact.contactId);
    const gone = former === undefined ? [] : thirdParties(former).filter((each) => !there.has(each.connectionId));
    const silent = gone.find((each) => each.state === 'connecting' && !droppedByUs.has(each.connectionId));
    if (silent === undefined) continue;
    return { kind: 'partyDidNotAnswer', who: silent.name?.trim() || silent.phoneNumber, contactId: contact.contactId };
  }
  return null;
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
