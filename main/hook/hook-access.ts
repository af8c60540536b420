import type { GuardianHook } from '../../contract/guardian-message.js';
import type { Settings } from '../../contract/settings.js';
import type { LeaseTimes } from './lease-keeper.js';
import { readHookToken } from './read-hook-token.js';

/** Where the hook is, and where this agent's token for it. */
export interface HookPlace {
  /** Empty for none. */
  readonly url: string;
  /** Empty for none. */
  readonly tokenFile: string;
}

/**
 * What it takes to speak for this agent at the hook, as it is now: the file is read each time, as IT may put another token
 * there. Null without a hook, without a token, or where the panel does not tell who the agent is.
 */
export function hookFor({ url, tokenFile }: HookPlace, agentId: string | null): GuardianHook | null {
  if (url === '' || agentId === null) return null;
  const token = readHookToken(tokenFile);
  return token === null ? null : { url, token, agentId };
}

const msPerSecond = 1_000;

/** What the settings say of hook and lease. */
export function readHookSettings(settings: Settings): HookPlace & LeaseTimes {
  const { hookUrl, hookTokenFile, leaseIntervalSeconds, leaseSeconds } = settings;
  return {
    url: hookUrl,
    tokenFile: hookTokenFile,
    intervalMs: leaseIntervalSeconds * msPerSecond,
    ttlMs: leaseSeconds * msPerSecond,
  };
}
