import type { Session } from 'electron';

/** What decides how the spelling is checked. */
export interface SpellingFacts {
  readonly platform: NodeJS.Platform;
  /** BCP 47, the agent's languages as the operating system has them, best first. */
  readonly wanted: readonly string[];
  /** Codes of the languages that Chromium knows. */
  readonly available: readonly string[];
  /** Where IT keeps dictionaries; empty for none. */
  readonly dictionaryUrl: string;
}

/** How the spelling is checked in a session. `dictionaryUrl` is null where the system checks. */
export interface SpellingPlan {
  readonly enabled: boolean;
  readonly languages: readonly string[];
  readonly dictionaryUrl: string | null;
}

/**
 * Where no dictionary is ever asked for: a port that Chromium refuses before it connects. The API takes no empty address,
 * and without one Chromium asks a server of Google, even while the check is off.
 */
const nowhere = 'https://127.0.0.1:1/';
const maxLanguages = 3;

/** macOS checks by itself; elsewhere only with dictionaries that IT provides, so that nothing is downloaded silently. */
export function planSpelling({ platform, wanted, available, dictionaryUrl }: SpellingFacts): SpellingPlan {
  if (platform === 'darwin') return { enabled: true, languages: [], dictionaryUrl: null };
  const languages = spellingLanguages(wanted, available);
  if (dictionaryUrl === '' || languages.length === 0) return { enabled: false, languages: [], dictionaryUrl: nowhere };
  return {
    enabled: true,
    languages,
    // File names are appended to it as it is.
    dictionaryUrl: dictionaryUrl.endsWith('/') ? dictionaryUrl : `${dictionaryUrl}/`,
  };
}

/** The languages Chromium has for those wanted: the same, else the language without its country, else a sister. */
export function spellingLanguages(wanted: readonly string[], available: readonly string[]): readonly string[] {
  const found = wanted.flatMap((locale) => {
    const language = locale.split('-')[0] ?? '';
    const match =
      available.find((code) => code.toLowerCase() === locale.toLowerCase()) ??
      available.find((code) => code === language) ??
      available.find((code) => code.startsWith(`${language}-`));
    return match === undefined || language === '' ? [] : [match];
  });
  return [...new Set(found)].slice(0, maxLanguages);
}

/** Applies the plan. The address comes first: a language asks for its dictionary at once. */
export function applySpelling(session: Session, { enabled, languages, dictionaryUrl }: SpellingPlan): void {
  if (dictionaryUrl !== null) {
    session.setSpellCheckerDictionaryDownloadURL(dictionaryUrl);
    session.setSpellCheckerLanguages([...languages]);
  }
  session.setSpellCheckerEnabled(enabled);
}
