import type { CommandFailure } from '../../contract/command.js';
import { isConference, ownConnection } from '../../contract/contact-state.js';
import { callStreams, type StreamsCallbacks } from './call-streams.js';
import type { CommandDeps, CommandFamily } from './command-handler.js';

const muteTimeoutMs = 2_000;

/**
 * Streams takes a mute of the microphone without any answer; only its event tells that it really is. In a conference
 * Connect is told to mute, as every party hears of that and a supervisor may have a say in it.
 * Source: https://github.com/amazon-connect/amazon-connect-streams/blob/master/Documentation.md#voiceconnectionmuteparticipant
 */
export const microphoneCommands: CommandFamily<'mute' | 'unmute'> = {
  async mute(_command, deps) {
    const conference = deps.snapshot.contacts.find(isConference);
    if (conference !== undefined) {
      return onOwnLeg(deps, conference.contactId, (leg, callbacks) => leg.muteParticipant(callbacks));
    }
    const confirmed = deps.awaitMuted(true, muteTimeoutMs);
    deps.agent.mute();
    return confirmed;
  },
  async unmute(_command, deps) {
    const mutedAtConnect = deps.snapshot.contacts.find((contact) => ownConnection(contact)?.muted === true);
    const failure =
      mutedAtConnect === undefined
        ? null
        : await onOwnLeg(deps, mutedAtConnect.contactId, (leg, callbacks) => leg.unmuteParticipant(callbacks));
    if (failure !== null || !deps.isMicrophoneMuted()) return failure;
    const confirmed = deps.awaitMuted(false, muteTimeoutMs);
    deps.agent.unmute();
    return confirmed;
  },
};

async function onOwnLeg(
  { findContact }: CommandDeps,
  contactId: string,
  act: (leg: connect.VoiceConnection, callbacks: StreamsCallbacks) => void,
): Promise<CommandFailure | null> {
  const contact = findContact(contactId);
  if (contact === null) return { reason: 'noContact', detail: null };
  return callStreams((callbacks) => act(contact.getAgentConnection() as connect.VoiceConnection, callbacks));
}
