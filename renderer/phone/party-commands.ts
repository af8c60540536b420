import type { CommandFailure, PartyTarget } from '../../contract/command.js';
import { callStreams } from './call-streams.js';
import type { CommandDeps, CommandFamily } from './command-handler.js';
import { isE164 } from './e164.js';
import { onContact, onParty } from './on-contact.js';

type PartyKind = 'addParty' | 'join' | 'swap' | 'dropParty' | 'holdParty' | 'resumeParty' | 'muteParty' | 'unmuteParty';

/** Commands on who is on a call. */
export const partyCommands: CommandFamily<PartyKind> = {
  async addParty({ contactId, to }, deps) {
    const contact = deps.findContact(contactId);
    if (contact === null) return { reason: 'noContact', detail: null };
    const endpoint = endpointOf(to, deps);
    if ('reason' in endpoint) return endpoint;
    return callStreams((callbacks) => contact.addConnection(endpoint, callbacks));
  },
  join: onContact((contact, callbacks) => contact.conferenceConnections(callbacks)),
  swap: onContact((contact, callbacks) => contact.toggleActiveConnections(callbacks)),
  dropParty: onParty((connection, callbacks) => connection.destroy(callbacks)),
  holdParty: onParty((connection, callbacks) => connection.hold(callbacks)),
  resumeParty: onParty((connection, callbacks) => connection.resume(callbacks)),
  muteParty: onParty((connection, callbacks) => connection.muteParticipant(callbacks)),
  unmuteParty: onParty((connection, callbacks) => connection.unmuteParticipant(callbacks)),
};

function endpointOf(to: PartyTarget, { findEndpoint }: CommandDeps): connect.Endpoint | CommandFailure {
  if (to.kind === 'quickConnect') return findEndpoint(to.endpointId) ?? { reason: 'noQuickConnect', detail: null };
  if (!isE164(to.phoneNumber)) return { reason: 'badNumber', detail: null };
  return connect.Endpoint.byPhoneNumber(to.phoneNumber);
}
