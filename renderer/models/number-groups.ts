type Library = typeof import('libphonenumber-js/min');

/** What `Metadata` has of a way to write numbers, and its types do not (libphonenumber-js 1.13 source/metadata.js). */
interface LibraryFormat {
  pattern(): string;
  leadingDigitsPatterns(): readonly string[] | undefined;
  internationalFormat(): string;
}

/** One way to group the digits after the calling code. */
interface Grouping {
  readonly all: RegExp;
  /** What the digits must begin with; null for any. */
  readonly beginning: RegExp | null;
  /** The groups as `String.replace` takes them. */
  readonly groups: string;
}

/** Calling codes have so many digits at most. Source: ITU-T E.164, 6.2.1 */
const longestCallingCode = 3;
const e164 = /^\+[1-9]\d{5,14}$/;
/** Marks between groups where a country has its own. */
const separators = /[^\d]+/g;

/**
 * Makes what groups numbers in E.164 as the library does it, with patterns that are made once for a calling code: it makes
 * them anew for each number, which took a tenth of a ring. Gives null for what is not in E.164 or of no country.
 */
export function createNumberGroups({ Metadata, getCountries, getCountryCallingCode }: Library) {
  const callingCodes = new Set<string>(getCountries().map((country) => getCountryCallingCode(country)));
  const known = new Map<string, readonly Grouping[]>();

  function groupingsOf(callingCode: string): readonly Grouping[] {
    const metadata = new Metadata();
    metadata.selectNumberingPlan(callingCode as never);
    const plan = metadata.numberingPlan as unknown as { formats(): readonly LibraryFormat[] };
    const groupings = plan.formats().map((format): Grouping => {
      const beginning = format.leadingDigitsPatterns()?.at(-1);
      return {
        all: new RegExp(`^(?:${format.pattern()})$`),
        beginning: beginning === undefined ? null : new RegExp(`^(?:${beginning})`),
        groups: format.internationalFormat(),
      };
    });
    known.set(callingCode, groupings);
    return groupings;
  }

  return (number: string): string | null => {
    if (!e164.test(number)) return null;
    for (let length = 1; length <= longestCallingCode; length += 1) {
      const callingCode = number.slice(1, 1 + length);
      if (!callingCodes.has(callingCode)) continue;
      const digits = number.slice(1 + length);
      const grouping = (known.get(callingCode) ?? groupingsOf(callingCode)).find(
        ({ all, beginning }) => (beginning === null || beginning.test(digits)) && all.test(digits),
      );
      const grouped = grouping === undefined ? digits : digits.replace(grouping.all, grouping.groups);
      return `+${callingCode} ${grouped.replace(separators, ' ').trim()}`;
    }
    return null;
  };
}
