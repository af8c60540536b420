import type { IdentityProvider } from './identity-provider.js';

/** The instance's side of signing in elsewhere. */
export interface SingleSignOn {
  /** Address to send the browser to. `host` is the `host:port` under which it knows the instance. */
  start(host: string): string;
  /** Takes what the browser brings back. Says whether it may come in. */
  redeem(code: string | null, state: string | null): boolean;
}

/** Joins the instance to an identity provider at an origin of its own. */
export function createSingleSignOn(provider: IdentityProvider, origin: string): SingleSignOn {
  return {
    start: (host) => `${origin}${provider.startPath(`http://${host}/auth/code`)}`,
    redeem: (code, state) => provider.redeem(code, state),
  };
}
