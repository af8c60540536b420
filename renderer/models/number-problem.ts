import type { Words } from '../../contract/words/words.js';
import type { NumberReading } from './telephone-numbers.js';

type Problem = Exclude<NumberReading, { readonly kind: 'number' }>;

/** One sentence on why what was typed cannot be called, and what to do. */
export function describeProblem(problem: Problem, typed: string, { call, language }: Words): string {
  if (problem.kind === 'emergency') return call.number.emergency(typed.trim());
  if (problem.kind === 'blockedCountry') return call.number.blockedCountry(nameOfCountry(problem.country, language));
  return call.number[problem.kind];
}

/** What a country (ISO 3166) is called in a language. */
export function nameOfCountry(country: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
}
