import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { applySpelling, planSpelling, type SpellingPlan, spellingLanguages } from '../../../../main/text/spelling.js';

const available = ['de', 'en-AU', 'en-GB', 'en-US', 'pt-BR', 'pt-PT', 'sr', 'fr'];
const facts = { platform: 'linux', wanted: ['de-AT', 'en-GB'], available, dictionaryUrl: '' } as const;

describe('the plan of the spelling', () => {
  it('downloads nothing unless IT names the place', () => {
    for (const platform of ['linux', 'win32'] as const) {
      const { enabled, languages, dictionaryUrl } = planSpelling({ ...facts, platform });
      expect(enabled).toBe(false);
      expect(languages).toEqual([]);
      expect(new URL(dictionaryUrl ?? '').host).toBe('127.0.0.1:1');
    }
  });

  it('leaves macOS to itself', () => {
    const plan = { enabled: true, languages: [], dictionaryUrl: null };
    expect(planSpelling({ ...facts, platform: 'darwin' })).toEqual(plan);
    expect(planSpelling({ ...facts, platform: 'darwin', dictionaryUrl: 'https://it.example/' })).toEqual(plan);
  });

  it('takes the dictionaries of IT, and an address without its last slash', () => {
    const plan = { enabled: true, languages: ['de', 'en-GB'], dictionaryUrl: 'https://it.example/words/' };
    expect(planSpelling({ ...facts, dictionaryUrl: 'https://it.example/words' })).toEqual(plan);
    expect(planSpelling({ ...facts, dictionaryUrl: 'https://it.example/words/' })).toEqual(plan);
  });

  it('checks nothing in a language that Chromium does not know', () => {
    expect(planSpelling({ ...facts, wanted: ['xx'], dictionaryUrl: 'https://it.example/' })).toMatchObject({
      enabled: false,
      languages: [],
    });
  });
});

describe('spellingLanguages', () => {
  it.each([
    [['en-GB'], ['en-GB']],
    [['EN-gb'], ['en-GB']],
    [['de-AT'], ['de']],
    [['pt'], ['pt-BR']],
    [['en-IE'], ['en-AU']],
    [['sr-Latn-RS'], ['sr']],
    [['xx', ''], []],
    [
      ['de-DE', 'de-AT', 'fr-CH', 'en-US', 'pt-PT'],
      ['de', 'fr', 'en-US'],
    ],
  ])('finds for %j: %j', (wanted, found) => expect(spellingLanguages(wanted, available)).toEqual(found));
});

describe('applySpelling', () => {
  function apply(plan: SpellingPlan) {
    const calls: unknown[] = [];
    applySpelling(
      {
        setSpellCheckerDictionaryDownloadURL: (url: string) => calls.push(['url', url]),
        setSpellCheckerEnabled: (enabled: boolean) => calls.push(['enabled', enabled]),
        setSpellCheckerLanguages: (languages: string[]) => calls.push(['languages', ...languages]),
      } as unknown as Session,
      plan,
    );
    return calls;
  }

  it('names the place before the languages, which ask for their dictionaries at once', () => {
    expect(apply({ enabled: true, languages: ['de'], dictionaryUrl: 'https://it.example/' })).toEqual([
      ['url', 'https://it.example/'],
      ['languages', 'de'],
      ['enabled', true],
    ]);
  });

  it('leaves the address alone where the system checks', () => {
    expect(apply({ enabled: true, languages: [], dictionaryUrl: null })).toEqual([['enabled', true]]);
  });
});
