import { ccpStreams } from './streams.js';

/** A session that is always established and never says anything. */
const silentSession = {
  connect: () => Promise.resolve(),
  cleanUp() {},
  onConnectionBroken() {},
  onConnectionEstablished() {},
};

/**
 * Puts silent sessions where Streams looks for its chat and task libraries, which a real CCP brings along. Without them
 * Streams 2.28.2 throws as soon as anybody looks at a connection of a task.
 */
export function installMediaSessions(): void {
  Object.assign(ccpStreams(), {
    ChatSession: { setGlobalConfig() {}, setRegionOverride() {}, create: () => silentSession },
    TaskSession: { create: () => silentSession },
  });
}
