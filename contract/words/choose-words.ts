import { english } from './english.js';
import { german } from './german.js';
import type { Words } from './words.js';

const CATALOGUES: readonly Words[] = [english, german];

/** The catalogue of a locale's language; English for languages that have none. */
export function chooseWords(locale: string): Words {
  const language = locale.split('-')[0]?.toLowerCase();
  return CATALOGUES.find((words) => words.language === language) ?? english;
}
