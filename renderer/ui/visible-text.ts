/** Controls and format characters of Unicode, which have no shape of their own or turn the text around them. */
const HIDDEN = /[\p{Cc}\p{Cf}]/gu;

/** Those that texts need: tab, line feed, and the joiners of Persian, Indic scripts and emoji. */
const NEEDED: ReadonlySet<string> = new Set(['\t', '\n', '\u200c', '\u200d']);

const controlPictures = 0x2400;
const lastC0Control = 0x1f;

/**
 * Makes hidden characters visible, so that no value can pass for another; everything else stays as it is. The carriage
 * return of a Windows line end goes without a sign.
 */
export function makeVisible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(HIDDEN, (character) => {
    if (NEEDED.has(character)) return character;
    const code = character.codePointAt(0) ?? 0;
    if (code <= lastC0Control) return String.fromCharCode(controlPictures + code);
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
