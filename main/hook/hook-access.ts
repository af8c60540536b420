import type { GuardianHook } from '../../contract/guardian-message.js';
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
