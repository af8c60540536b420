import { signal } from '@preact/signals';

type Library = typeof import('libphonenumber-js/min');

/** Loaded when the first number is shown or typed; until then numbers are shown as they come. */
const library = signal<Library | null>(null);
let loading: Promise<Library> | null = null;

/** Loads what formats numbers; once. */
export function loadTelephoneNumbers(): Promise<Library> {
  loading ??= import('libphonenumber-js/min').then((loaded) => {
    library.value = loaded;
    return loaded;
  });
  return loading;
}

/** A number as people write it, by its country; unchanged where it is none. */
export function formatNumber(number: string): string {
  if (library.value === null) void loadTelephoneNumbers();
  return library.value?.parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** A number while it is typed, formatted by its own country or the agent's. */
export function formatTyped(typed: string, country: string): string {
  const loaded = library.value;
  return loaded === null ? typed : new loaded.AsYouType(country as never).input(typed);
}

/** What was typed as E.164, or null when it is no complete number. */
export async function toE164(typed: string, country: string): Promise<string | null> {
  const loaded = await loadTelephoneNumbers();
  const number = loaded.parsePhoneNumberFromString(typed, country as never);
  return number?.isPossible() === true ? number.number : null;
}
