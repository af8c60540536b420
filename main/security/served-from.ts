/**
 * The origin that serves a page, '' for what no server serves: a `blob:` address has the origin of whoever made it, and
 * is not listed anywhere.
 */
export function servedFrom(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : '';
}
