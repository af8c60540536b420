import type { Command } from '../../contract/command.js';
import { callStreams, type StreamsCallbacks } from './call-streams.js';
import type { CommandHandler } from './command-handler.js';

type ContactKinds = Extract<Command, { readonly contactId: string }>['kind'];
type PartyKinds = Extract<Command, { readonly connectionId: string }>['kind'];
type Of<Kind> = Extract<Command, { readonly kind: Kind }>;

/** Makes a handler that is one Streams call on the contact the command names. */
export function onContact<Kind extends ContactKinds>(
  act: (contact: connect.Contact, callbacks: StreamsCallbacks, command: Of<Kind>) => void,
): CommandHandler<Kind> {
  return async (command, { findContact }) => {
    const contact = findContact((command as Of<ContactKinds>).contactId);
    if (contact === null) return { reason: 'noContact', detail: null };
    return callStreams((callbacks) => act(contact, callbacks, command));
  };
}

/** Makes a handler that is one Streams call on the party the command names. */
export function onParty<Kind extends PartyKinds>(
  act: (connection: connect.VoiceConnection, callbacks: StreamsCallbacks) => void,
): CommandHandler<Kind> {
  return async (command, { findContact }) => {
    const { contactId, connectionId } = command as Of<PartyKinds>;
    const contact = findContact(contactId);
    if (contact === null) return { reason: 'noContact', detail: null };
    const connection = contact.getActiveConnections().find((other) => other.getConnectionId() === connectionId);
    if (connection === undefined) return { reason: 'noParty', detail: null };
    return callStreams((callbacks) => act(connection as connect.VoiceConnection, callbacks));
  };
}
