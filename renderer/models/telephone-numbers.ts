import { signal } from '@preact/signals';
import { isEmergency } from './emergency-numbers.js';
import { createNumberGroups } from './number-groups.js';

type Library = typeof import('libphonenumber-js/min');

/** Loaded once an agent is there and the page has nothing else to do, so that a ring is drawn once; until then numbers are shown as they come. */
const library = signal<Library | null>(null);
let groupDigits: ReturnType<typeof createNumberGroups> = () => null;
let loading: Promise<Library> | null = null;

/** Loads what formats numbers; once. */
export function loadTelephoneNumbers(): Promise<Library> {
  loading ??= import('libphonenumber-js/min').then((loaded) => {
    groupDigits = createNumberGroups(loaded);
    library.value = loaded;
    return loaded;
  });
  return loading;
}

/** A page that is never idle loads them all the same. */
const longestWaitMs = 2_000;

/** Loads what formats numbers while there is nothing else to do. */
export function loadTelephoneNumbersSoon(): void {
  requestIdleCallback(() => void loadTelephoneNumbers(), { timeout: longestWaitMs });
}

/** More than a window shows at a time. */
const mostKept = 50;
const kept = new Map<string, string>();

/** A number as people write it, by its country; unchanged where it is none. Kept, as each drawing asks for it again. */
export function formatNumber(number: string): string {
  const loaded = library.value;
  if (loaded === null) {
    void loadTelephoneNumbers();
    return number;
  }
  const known = kept.get(number);
  if (known !== undefined) return known;
  const formatted = groupDigits(number) ?? readAndFormat(number, loaded);
  if (kept.size >= mostKept) kept.clear();
  kept.set(number, formatted);
  return formatted;
}

/** What only holds a number somewhere is none. */
function readAndFormat(number: string, { parsePhoneNumberFromString }: Library): string {
  return parsePhoneNumberFromString(number, { extract: false })?.formatInternational() ?? number;
}

/** What is more than a number, such as a link or a name, is left as it is typed. */
const onlyNumber = /^[\p{Nd}\s+().\-/]*$/u;

/** A number while it is typed, formatted by its own country or the agent's. */
export function formatTyped(typed: string, country: string): string {
  const loaded = library.value;
  return loaded === null || !onlyNumber.test(typed) ? typed : new loaded.AsYouType(country as never).input(typed);
}

/** A plus and 15 digits, though some countries have longer numbers. Source: ITU-T E.164, 6.1 */
const maxE164Length = 16;

/** What a typed text is to a telephone. */
export type NumberReading =
  /** E.164. */
  | { readonly kind: 'number'; readonly phoneNumber: string }
  | { readonly kind: 'empty' | 'notANumber' | 'tooShort' | 'tooLong' | 'extension' | 'emergency' | 'shortNumber' }
  /** A number of a country that is not among those Connect lets the agent dial; ISO 3166 in upper case. */
  | { readonly kind: 'blockedCountry'; readonly country: string };

/** Reads what was typed, by the agent's own country where it says none. Without `dialableCountries` none is blocked. */
export async function readNumber(
  typed: string,
  country: string,
  dialableCountries: readonly string[],
): Promise<NumberReading> {
  const given = withoutScheme(typed).trim();
  if (given === '') return { kind: 'empty' };
  const loaded = await loadTelephoneNumbers();
  const text = withPlainDigits(given, loaded);
  const digits = text.replace(/[\s().\-/]/g, '');
  if (isEmergency(digits, country)) return { kind: 'emergency' };
  if (/^\d{1,6}$/.test(digits)) return { kind: 'shortNumber' };
  const number = loaded.parsePhoneNumberFromString(text, country as never);
  if (number?.ext !== undefined) return { kind: 'extension' };
  if (!/^\+?\p{Nd}+$/u.test(digits)) return { kind: 'notANumber' };
  if (number?.isPossible() !== true) return whyNot(loaded.validatePhoneNumberLength(text, country as never));
  if (number.number.length > maxE164Length) return { kind: 'tooLong' };
  const blocked = blockedCountry(number, dialableCountries);
  return blocked === null
    ? { kind: 'number', phoneNumber: number.number }
    : { kind: 'blockedCountry', country: blocked };
}

/** A link or an address of a telephone holds the number between its scheme and its host; an extension stays (RFC 3966, 3). */
function withoutScheme(typed: string): string {
  return typed
    .trim()
    .replace(/^(?:tel|callto|sips?):(?:\/\/)?/i, '')
    .replace(/(?:@|;(?!ext=)).*$/is, '');
}

/** Digits of other scripts by their values, as 112 is 112 in each of them. */
function withPlainDigits(text: string, { parsePhoneNumberCharacter }: Library): string {
  return text.replace(/\p{Nd}/gu, (digit) => parsePhoneNumberCharacter(digit, '') ?? digit);
}

function whyNot(length: string | undefined): NumberReading {
  if (length === 'TOO_SHORT') return { kind: 'tooShort' };
  return { kind: length === 'TOO_LONG' ? 'tooLong' : 'notANumber' };
}

type ReadNumber = NonNullable<ReturnType<Library['parsePhoneNumberFromString']>>;

/** Countries may share a calling code, as those of +1 do; one that may be dialled is enough then. */
function blockedCountry(number: ReadNumber, dialableCountries: readonly string[]): string | null {
  const countries = number.country === undefined ? number.getPossibleCountries() : [number.country];
  const [first] = countries;
  if (dialableCountries.length === 0 || first === undefined) return null;
  const dialable = new Set(dialableCountries.map((each) => each.toUpperCase()));
  return countries.some((each) => dialable.has(each)) ? null : first;
}

export interface DialCountry {
  /** ISO 3166 in upper case. */
  readonly country: string;
  /** Without plus. */
  readonly callingCode: string;
}

/** The countries the agent may dial, or all where Connect lists none. */
export async function listCountries(dialableCountries: readonly string[]): Promise<readonly DialCountry[]> {
  const loaded = await loadTelephoneNumbers();
  const dialable = new Set(dialableCountries.map((each) => each.toUpperCase()));
  return loaded
    .getCountries()
    .filter((country) => dialable.size === 0 || dialable.has(country))
    .map((country) => ({ country, callingCode: loaded.getCountryCallingCode(country) }));
}
