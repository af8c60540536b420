import type { QuickConnect } from '../phone/quick-connect.js';

/** Quick connects with what is searched in them, made once a list and not once a key. */
export interface SearchableQuickConnect {
  readonly quickConnect: QuickConnect;
  readonly name: string;
  readonly number: string;
}

/** Fewer digits are in too many numbers. */
const partOfNumber = /^\+?\d{3,}$/;

export function makeSearchable(quickConnects: readonly QuickConnect[]): readonly SearchableQuickConnect[] {
  return quickConnects.map((quickConnect) => ({
    quickConnect,
    name: plain(quickConnect.name),
    number: quickConnect.phoneNumber ?? '',
  }));
}

/** Those whose name, or number, holds every word of the text, in any order, whatever the case and the accents. */
export function searchQuickConnects(
  searchable: readonly SearchableQuickConnect[],
  text: string,
): readonly QuickConnect[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const hits: QuickConnect[] = [];
  for (const { quickConnect, name, number } of searchable) {
    const holds = (word: string): boolean => name.includes(word) || (partOfNumber.test(word) && number.includes(word));
    if (words.every(holds)) hits.push(quickConnect);
  }
  return hits;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
