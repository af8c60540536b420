import { availableActions } from '../../contract/actions.js';
import type { Command } from '../../contract/command.js';
import { commandOf } from '../../contract/intent.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { HeadsetIntent } from './sync-step.js';

/** The command a headset's intent means for the call it was meant for, or null when it means none any more. */
export function commandFor(intent: HeadsetIntent, contactId: string | null, snapshot: PhoneSnapshot): Command | null {
  const contacts = snapshot.contacts.filter((contact) => contactId === null || contact.contactId === contactId);
  return commandOf(intent, { ...snapshot, contacts }, availableActions(snapshot));
}
