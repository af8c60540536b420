import type { Words } from '../../contract/words/words.js';

/** Translations of English are about so much longer; short labels of some languages are longer still. */
const growth = 0.4;
const vowels = new Set('aeiouyAEIOUY');
const hasLetter = /\p{L}/u;

/**
 * A catalogue with every text longer by 40 %, also what functions put together. The words themselves become longer, as they
 * do in languages that write compounds as one.
 */
export function stretchWords(words: Words): Words {
  return { ...stretchAll(words), language: words.language };
}

/** Keeps the shape of what it is given. */
function stretchAll<Value>(value: Value): Value {
  return stretched(value) as Value;
}

function stretched(value: unknown): unknown {
  if (typeof value === 'string') return stretchText(value);
  if (typeof value === 'function') return (...given: readonly unknown[]) => stretched(value(...given));
  if (Array.isArray(value)) return value.map(stretched);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, stretched(each)]));
}

/** Doubles vowels until the text is long enough; what has too few of them gets the rest at its end. */
export function stretchText(text: string): string {
  if (!hasLetter.test(text)) return text;
  let missing = Math.ceil(text.length * growth);
  const longer = [...text].map((letter) => {
    if (!vowels.has(letter) || missing === 0) return letter;
    missing -= 1;
    return letter + letter.toLowerCase();
  });
  return longer.join('') + '~'.repeat(missing);
}
