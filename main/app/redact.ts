const secretName = '(?:bearer|token|password|secret)';
/** A quotation mark, with its slashes where a record was spelled as text within text. */
const quote = String.raw`\\*["'\`]`;
/** Between a name and its value, in addresses too. */
const isIs = String.raw`(?:${quote})?\s*(?:[:=]|%3[ad])\s*`;

/**
 * What must never reach a log, each with the reason. Applied to every string on its way there; the order matters, as a
 * bearer token may contain digits that look like a telephone number. No pattern may begin with a run of what it also
 * searches for: on a long text that takes the square of its length, and the desktop side stands still.
 */
const REDACTIONS: readonly { readonly pattern: RegExp; readonly mark: string }[] = [
  { pattern: /(:\/\/)[^\s/@?#"']{1,256}@/g, mark: '$1[redacted]@' },
  // Query strings and fragments carry sign-in codes and tokens.
  { pattern: /((?:http|ws)s?:\/\/[^\s?#"']+)[?#][^\s"']*/g, mark: '$1?[redacted]' },
  // Headers with several secrets go as a whole.
  { pattern: new RegExp(`\\b((?:cookie|authorization)${isIs})[^\\n]+`, 'gi'), mark: '$1[redacted]' },
  { pattern: /\b(bearer\s+)[^\s",;}]+/gi, mark: '$1[redacted]' },
  // Between quotes a value goes up to the same quotes again, as a pass phrase has spaces.
  {
    pattern: new RegExp(`(${secretName}${isIs})(${quote})(?:(?!\\2)(?:\\\\.|[^\\n]))*`, 'gi'),
    mark: '$1$2[redacted]',
  },
  { pattern: new RegExp(`(${secretName}${isIs})[^\\s"',;}\\\\[]+`, 'gi'), mark: '$1[redacted]' },
  // Long runs of token characters: session tokens, JWTs, signatures.
  { pattern: /\b[A-Za-z0-9_-]{32,}(\.[A-Za-z0-9_-]+)*\b/g, mark: '[token]' },
  { pattern: /[\w.+-]{1,128}@[\w-]+\.[\w.-]+/g, mark: '[address]' },
  // Telephone numbers as written by people and as E.164.
  { pattern: /\+?\d[\d\s()./-]{5,}\d/g, mark: '[number]' },
];

/** Takes tokens, addresses and numbers out of a text that goes to a log. */
export function redact(text: string): string {
  return REDACTIONS.reduce((result, { pattern, mark }) => result.replace(pattern, mark), text);
}
