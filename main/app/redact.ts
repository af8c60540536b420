/**
 * What must never reach a log, each with the reason. Applied to every string on its way there; the order matters, as a
 * bearer token may contain digits that look like a telephone number.
 */
const REDACTIONS: readonly { readonly pattern: RegExp; readonly mark: string }[] = [
  // Query strings and fragments carry sign-in codes and tokens.
  { pattern: /(https?:\/\/[^\s?#"']+)[?#][^\s"']*/g, mark: '$1?[redacted]' },
  // Headers with several secrets go as a whole.
  { pattern: /\b((?:set-)?cookie"?\s*[:=]\s*)[^\n]+/gi, mark: '$1[redacted]' },
  { pattern: /\b(bearer\s+)[^\s",;}]+/gi, mark: '$1[redacted]' },
  { pattern: /(\w*(?:bearer|token|password|secret)"?\s*[:=]\s*"?)[^\s",;}]+/gi, mark: '$1[redacted]' },
  // Long runs of token characters: session tokens, JWTs, signatures.
  { pattern: /\b[A-Za-z0-9_-]{32,}(\.[A-Za-z0-9_-]+)*\b/g, mark: '[token]' },
  { pattern: /[\w.+-]+@[\w-]+\.[\w.-]+/g, mark: '[address]' },
  // Telephone numbers as written by people and as E.164.
  { pattern: /\+?\d[\d\s()./-]{5,}\d/g, mark: '[number]' },
];

/** Takes tokens, addresses and numbers out of a text that goes to a log. */
export function redact(text: string): string {
  return REDACTIONS.reduce((result, { pattern, mark }) => result.replace(pattern, mark), text);
}
