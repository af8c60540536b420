/**
 * A user agent without the names of Electron and of this app, which some sign-in pages refuse. What is left is true: the
 * Chromium that it is. Nothing is added.
 */
export function withoutAppTokens(userAgent: string): string {
  return userAgent.replaceAll(/\s*\b(?:electron|switchhook)\/\S+/gi, '').trim();
}
