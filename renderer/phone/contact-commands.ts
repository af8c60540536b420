import type { CommandFailure } from '../../contract/command.js';
import { callStreams } from './call-streams.js';
import type { CommandFamily } from './command-handler.js';
import { onContact } from './on-contact.js';

type ContactKind =
  | 'accept'
  | 'reject'
  | 'hangUp'
  | 'leave'
  | 'hold'
  | 'resume'
  | 'pause'
  | 'clear'
  | 'view'
  | 'sendDigits'
  | 'bargeIn'
  | 'listen';

/** Commands on one contact. */
export const contactCommands: CommandFamily<ContactKind> = {
  accept: onContact((contact, callbacks) => contact.accept(callbacks)),
  reject: onContact((contact, callbacks) => contact.reject(callbacks)),
  // Leaving by the agent's own connection ends a call between two; the others of a conference stay.
  hangUp: onContact((contact, callbacks) => contact.getAgentConnection().destroy(callbacks)),
  leave: onContact((contact, callbacks) => contact.getAgentConnection().destroy(callbacks)),
  async hold({ contactId }, { findContact }) {
    const contact = findContact(contactId);
    if (contact === null) return { reason: 'noContact', detail: null };
    const connected = othersOf(contact).filter((connection) => connection.isConnected() && !connection.isOnHold());
    return firstFailure(connected.map((connection) => callStreams((callbacks) => connection.hold(callbacks))));
  },
  resume: onContact((contact, callbacks) => {
    if (contact.getState().type === connect.ContactStateType.PAUSED) contact.resume(callbacks);
    else heldOf(contact).resume(callbacks);
  }),
  pause: onContact((contact, callbacks) => contact.pause(callbacks)),
  clear: onContact((contact, callbacks) => contact.clear(callbacks)),
  // A broadcast to every panel, which nobody answers.
  async view({ contactId }) {
    connect.core.viewContact(contactId);
    return null;
  },
  sendDigits: onContact((contact, callbacks, { digits }) => heardOf(contact).sendDigits(digits, callbacks)),
  bargeIn: onContact((contact, callbacks) => contact.bargeIn(callbacks)),
  listen: onContact((contact, callbacks) => contact.silentMonitor(callbacks)),
};

/** Those on the call beside the agent and supervisors. */
function othersOf(contact: connect.Contact): readonly connect.BaseConnection[] {
  return contact.getActiveConnections().filter((connection) => !OWN_SIDE.has(String(connection.getType())));
}

/** Streams 2.28.2 `ConnectionType` of agents and supervisors. */
const OWN_SIDE: ReadonlySet<string> = new Set(['agent', 'monitoring']);

/** Whose digits are heard: somebody talked to, else the customer. */
function heardOf(contact: connect.Contact): connect.BaseConnection {
  const talking = othersOf(contact).find((connection) => connection.isConnected() && !connection.isOnHold());
  return talking ?? contact.getInitialConnection();
}

/** What is held on a call between two: the agent's own side after a second call, else the other side. */
function heldOf(contact: connect.Contact): connect.BaseConnection {
  const own = contact.getAgentConnection();
  if (own?.isOnHold()) return own;
  const held = othersOf(contact).find((connection) => connection.isOnHold());
  if (held === undefined) throw new Error('Nobody is on hold');
  return held;
}

async function firstFailure(outcomes: readonly Promise<CommandFailure | null>[]): Promise<CommandFailure | null> {
  return (await Promise.all(outcomes)).find((failure) => failure !== null) ?? null;
}
