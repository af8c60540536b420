/** Longer names make a menu wider than a small screen. */
const longestName = 48;
/** Kept of the end, so that names that begin alike stay apart. */
const keptEnd = 12;

/** Controls, and what turns the text around it. The joiners that Persian, Indic scripts and emoji need stay. */
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]+/gu;
/** The scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const isolated = (text: string): string => `\u2068${text}\u2069`;

/**
 * A name from outside as it stands in a menu or a tooltip: on one line, cut in the middle, and held apart from the words
 * around it where it is written the other way. Desktops may read markup there, so there is nothing that begins any.
 */
export function menuText(name: string): string {
  const oneLine = name.replace(HIDDEN, ' ').replaceAll('<', '\u2039').replaceAll('>', '\u203a').trim();
  const characters = Array.from(oneLine.slice(0, 16 * longestName));
  const isCut = characters.length > longestName;
  const end = Array.from(oneLine.slice(-4 * keptEnd)).slice(-keptEnd);
  const text = isCut ? `${characters.slice(0, longestName - keptEnd - 1).join('')}…${end.join('')}` : oneLine;
  return RIGHT_TO_LEFT.test(text) ? isolated(text) : text;
}
