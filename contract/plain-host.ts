const plainHost = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;

/**
 * Whether this, as `URL.hostname` spells it, is a name or an address and nothing more. What else a URL takes for a host
 * (`*`, `;`, `'`) means something in a content security policy.
 */
export function isPlainHost(hostname: string): boolean {
  return plainHost.test(hostname);
}
