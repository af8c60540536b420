import { type AvailableActions, isAvailable } from './actions.js';
import type { Command } from './command.js';
import type { Contact } from './contact.js';
import { isVoice } from './contact-state.js';
import type { PhoneSnapshot } from './snapshot.js';

/**
 * What a hand reaches for without looking: a key, a headset button, an item of the tray. Which contact and which command
 * it means is the snapshot's to say, and the same for all of them.
 */
export const intents = ['answer', 'decline', 'hangUp', 'mute', 'hold', 'clear'] as const;
export type Intent = (typeof intents)[number];

/** The command an intent means now, or null when it means none. */
export function commandOf(intent: Intent, { contacts }: PhoneSnapshot, actions: AvailableActions): Command | null {
  switch (intent) {
    case 'answer':
      return firstOf(contacts, actions, ['accept']);
    case 'decline':
      return firstOf(contacts, actions, ['reject']);
    case 'hangUp':
      // In a conference the agent leaves; the others talk on.
      return firstOf(contacts, actions, ['hangUp', 'leave']);
    case 'mute':
      return toggleOf(actions);
    case 'hold':
      return firstOf(contacts, actions, ['hold']) ?? firstOf(contacts, actions, ['resume']);
    case 'clear':
      return firstOf(contacts, actions, ['clear']);
  }
}

type PlainKind = 'accept' | 'reject' | 'hangUp' | 'leave' | 'hold' | 'resume' | 'clear';

/** Calls come before other channels, and who is talked to before who is on hold. */
function firstOf(contacts: readonly Contact[], actions: AvailableActions, kinds: readonly PlainKind[]): Command | null {
  const rank = (contact: Contact): number => (isVoice(contact) ? 0 : 2) + (contact.state === 'onHold' ? 1 : 0);
  for (const { contactId } of contacts.toSorted((left, right) => rank(left) - rank(right))) {
    const kind = kinds.find((each) => isAvailable(actions, each, contactId));
    if (kind !== undefined) return { kind, contactId };
  }
  return null;
}

function toggleOf(actions: AvailableActions): Command | null {
  if (isAvailable(actions, 'mute')) return { kind: 'mute' };
  return isAvailable(actions, 'unmute') ? { kind: 'unmute' } : null;
}
