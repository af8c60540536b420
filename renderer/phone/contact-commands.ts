import type { CommandFailure } from '../../contract/command.js';
import { callStreams, type StreamsCallbacks } from './call-streams.js';
import type { CommandDeps, CommandFamily } from './command-handler.js';

type ContactKind = 'accept' | 'reject' | 'hangUp' | 'hold' | 'resume' | 'clear';

/** Commands on one contact. */
export const contactCommands: CommandFamily<ContactKind> = {
  accept: ({ contactId }, deps) => onContact(deps, contactId, (contact, callbacks) => contact.accept(callbacks)),
  reject: ({ contactId }, deps) => onContact(deps, contactId, (contact, callbacks) => contact.reject(callbacks)),
  // Leaving by the agent's own connection ends a call between two; the customer's would stay in a conference.
  hangUp: ({ contactId }, deps) =>
    onContact(deps, contactId, (contact, callbacks) => contact.getAgentConnection().destroy(callbacks)),
  // Between two parties the customer's connection is the one that is held.
  hold: ({ contactId }, deps) =>
    onContact(deps, contactId, (contact, callbacks) => customerOf(contact).hold(callbacks)),
  resume: ({ contactId }, deps) =>
    onContact(deps, contactId, (contact, callbacks) => customerOf(contact).resume(callbacks)),
  clear: ({ contactId }, deps) => onContact(deps, contactId, (contact, callbacks) => contact.clear(callbacks)),
};

async function onContact(
  deps: CommandDeps,
  contactId: string,
  act: (contact: connect.Contact, callbacks: StreamsCallbacks) => void,
): Promise<CommandFailure | null> {
  const contact = deps.findContact(contactId);
  if (contact === null) return { reason: 'noContact', detail: null };
  return callStreams((callbacks) => act(contact, callbacks));
}

function customerOf(contact: connect.Contact): connect.BaseConnection {
  const customer = contact.getInitialConnection();
  if (customer == null) throw new Error('The contact has no customer connection');
  return customer;
}
