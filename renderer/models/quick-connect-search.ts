import type { QuickConnect } from '../phone/quick-connect.js';

/** Quick connects with what is searched in them, made once a list and not once a key. */
export interface SearchableQuickConnect {
  readonly quickConnect: QuickConnect;
  readonly key: string;
}

export function makeSearchable(quickConnects: readonly QuickConnect[]): readonly SearchableQuickConnect[] {
  return quickConnects.map((quickConnect) => ({
    quickConnect,
    key: `${plain(quickConnect.name)} ${quickConnect.phoneNumber ?? ''}`,
  }));
}

/** Those that hold every word of the text, in any order, whatever the case and the accents. */
export function searchQuickConnects(
  searchable: readonly SearchableQuickConnect[],
  text: string,
): readonly QuickConnect[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const hits: QuickConnect[] = [];
  for (const { quickConnect, key } of searchable) {
    if (words.every((word) => key.includes(word))) hits.push(quickConnect);
  }
  return hits;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
