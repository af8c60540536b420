import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import * as library from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import { createNumberGroups } from '../../../../renderer/models/number-groups.js';

const groupDigits = createNumberGroups(library);
const callingCodes = [...new Set(library.getCountries().map((country) => library.getCountryCallingCode(country)))];

describe('digits in groups', () => {
  it.each(library.getCountries())('are those of the library for %s', (country) => {
    const example = library.getExampleNumber(country, examples);
    // Some islands have no mobile number of their own to show.
    const number = example ?? library.parsePhoneNumberFromString('212345678', country);
    expect(number).toBeDefined();
    expect(groupDigits(String(number?.number))).toBe(number?.formatInternational());
  });

  it('are those of the library for any number in E.164', () => {
    const digits = fc.stringMatching(/^[1-9]\d{5,10}$/);
    fc.assert(
      fc.property(fc.constantFrom(...callingCodes), digits, (callingCode, national) => {
        const number = `+${callingCode}${national}`;
        const read = library.parsePhoneNumberFromString(number, { extract: false });
        // With a prefix that is dialled within the country it is not in E.164.
        fc.pre(number.length <= 16 && read?.number === number);
        expect(groupDigits(number)).toBe(read?.formatInternational());
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['anonymous', '', '+', '004930901820', '+4', '+49', '+0301234567', '+999123456789', '+12025550100;ext=1'])(
    'are not those of "%s"',
    (text) => {
      expect(groupDigits(text)).toBeNull();
    },
  );
});
