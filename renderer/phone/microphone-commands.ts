import type { CommandFamily } from './command-handler.js';

const muteTimeoutMs = 2_000;

/** Streams takes a mute without any answer; only its event tells that the microphone really is. */
export const microphoneCommands: CommandFamily<'mute' | 'unmute'> = {
  mute(_command, { agent, awaitMuted }) {
    const confirmed = awaitMuted(true, muteTimeoutMs);
    agent.mute();
    return confirmed;
  },
  unmute(_command, { agent, awaitMuted }) {
    const confirmed = awaitMuted(false, muteTimeoutMs);
    agent.unmute();
    return confirmed;
  },
};
