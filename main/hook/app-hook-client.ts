import { session } from 'electron';
import { createHookClient, type HookClient } from './hook-client.js';

/** Nothing of it is written down, and nothing of an instance is in it. */
const partition = 'hook';

/** The hook as the app asks it: by Chromium, which knows the certificates and the proxy of the system. */
export function createAppHookClient(): HookClient {
  const asked = session.fromPartition(partition, { cache: false });
  return createHookClient((address, init) => asked.fetch(address, init));
}
