import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder that keeps what set-up fetched, shared by all checkouts.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheFolder(env = process.env) {
  if (env.SWITCHHOOK_CACHE) return env.SWITCHHOOK_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'switchhook');
}
