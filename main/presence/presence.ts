import { availableActions, isAvailable } from '../../contract/actions.js';
import { isLive } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** What the gate needs to know of a snapshot, and nothing more. */
export interface Presence {
  /** Whether Connect ever told us who is signed in; without an agent there is nothing to confirm. */
  readonly agentKnown: boolean;
  /** Offline is the agent's status and no contact is left: the only state that confirms a quit. */
  readonly offline: boolean;
  /** Offline is the next status, or the status already, while a contact is still there. */
  readonly offlineWhenClear: boolean;
  /** A customer is on the line or about to be, other than by a ring that can be rejected. */
  readonly onContact: boolean;
  /** Whether the page has this agent and hears from Connect, so that a command may succeed. */
  readonly phoneReady: boolean;
  /** Contacts that ring and that the phone can reject. */
  readonly ringingContactIds: readonly string[];
  /** Calls that the phone can end. */
  readonly callContactIds: readonly string[];
  /** Calls that go on between others when the agent leaves them. */
  readonly sharedCallContactIds: readonly string[];
  /** Contacts that are over and that the phone can clear. */
  readonly overContactIds: readonly string[];
}

/** Reads presence from a snapshot. Offline is told by type, never by name, as names are edited and translated. */
export function readPresence(snapshot: PhoneSnapshot): Presence {
  const { agent, contacts, health } = snapshot;
  const chosenOffline = agent?.availability.type === 'offline';
  const someContact = contacts.length > 0;
  const actions = availableActions(snapshot);
  const idsThat = (kind: 'reject' | 'hangUp' | 'leave' | 'clear'): readonly string[] =>
    contacts.map(({ contactId }) => contactId).filter((contactId) => isAvailable(actions, kind, contactId));
  const ringingContactIds = idsThat('reject');
  return {
    agentKnown: agent !== null,
    offline: chosenOffline && !someContact,
    offlineWhenClear: someContact && (chosenOffline || agent?.nextStatus?.type === 'offline'),
    onContact: contacts.some((contact) => isLive(contact) && !ringingContactIds.includes(contact.contactId)),
    phoneReady: agent !== null && health.phase === 'ready',
    ringingContactIds,
    callContactIds: idsThat('hangUp'),
    sharedCallContactIds: idsThat('leave'),
    overContactIds: idsThat('clear'),
  };
}

/** Before Connect told anything. */
export const unknownPresence: Presence = {
  agentKnown: false,
  offline: false,
  offlineWhenClear: false,
  onContact: false,
  phoneReady: false,
  ringingContactIds: [],
  callContactIds: [],
  sharedCallContactIds: [],
  overContactIds: [],
};

/**
 * Follows presence from snapshot to snapshot. A snapshot without an agent, as a page that was reloaded announces, does
 * not undo what is known: the agent may still be Available.
 */
export function followPresence(previous: Presence, snapshot: PhoneSnapshot): Presence {
  return snapshot.agent === null ? { ...previous, phoneReady: false } : readPresence(snapshot);
}
