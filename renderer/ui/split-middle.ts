/** A text in two parts, of which the second is kept when there is no room for both. */
export interface SplitText {
  readonly head: string;
  readonly tail: string;
}

/** So much of the end stays at most. */
const longestTail = 12;
/** A text that is cut within a word keeps this much of its end. */
const tailInWord = 8;

/** A cut is always within so much of the end; telling characters apart in all of a long text takes seconds. */
const endLength = 512;

/** Letters that change their shape by their neighbours; cutting between two of them would misspell the word. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}]/u;

/**
 * Splits a text for cutting it in the middle: before its last word where that is short enough, else within it, so that
 * names that begin alike stay apart. Whole characters as people see them are never split.
 */
export function splitMiddle(text: string): SplitText {
  const far = text.slice(0, -endLength);
  const end = text.slice(-endLength);
  const characters = Array.from(new Intl.Segmenter().segment(end), ({ segment }) => segment);
  if (far === '' && characters.length <= 2 * tailInWord) return { head: text, tail: '' };
  const lastSpace = characters.lastIndexOf(' ');
  const lastWordFits = lastSpace > 0 && characters.length - lastSpace <= longestTail;
  if (!lastWordFits && JOINED.test(text)) return { head: text, tail: '' };
  const at = lastWordFits ? lastSpace : characters.length - tailInWord;
  return { head: far + characters.slice(0, at).join(''), tail: characters.slice(at).join('') };
}
