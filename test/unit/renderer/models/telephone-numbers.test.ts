import { describe, expect, it } from 'vitest';
import {
  formatNumber,
  formatTyped,
  listCountries,
  loadTelephoneNumbers,
  readNumber,
} from '../../../../renderer/models/telephone-numbers.js';

const number = (phoneNumber: string) => ({ kind: 'number', phoneNumber });

describe('formatNumber', () => {
  it('writes numbers by their country, and says the same of many again', async () => {
    await loadTelephoneNumbers();
    const numbers = Array.from({ length: 200 }, (_each, index) => `+120255501${String(index).padStart(2, '0')}`);
    const first = numbers.map(formatNumber);
    expect(first[0]).toBe('+1 202 555 0100');
    expect(numbers.map(formatNumber)).toEqual(first);
    expect(new Set(first).size).toBe(numbers.length);
  });

  it('leaves what is no number as it is', async () => {
    await loadTelephoneNumbers();
    expect([formatNumber('anonymous'), formatNumber('anonymous')]).toEqual(['anonymous', 'anonymous']);
  });
});

describe('readNumber', () => {
  it.each([
    ['+49 30 901820', 'US', number('+4930901820')],
    ['030/90 18-20', 'DE', number('+4930901820')],
    ['0049 30 901820', 'DE', number('+4930901820')],
    ['(415) 555-0100', 'US', number('+14155550100')],
    ['tel:+44-20-7946-0123', 'US', number('+442079460123')],
    ['callto:+442079460123', 'US', number('+442079460123')],
    ['sip:+4930901820@sip.example;user=phone', 'US', number('+4930901820')],
    ['SIPS:4155550100@host', 'US', number('+14155550100')],
    ['', 'US', { kind: 'empty' }],
    ['   ', 'US', { kind: 'empty' }],
    ['tel:', 'US', { kind: 'empty' }],
    ['hello', 'US', { kind: 'notANumber' }],
    ['sip:alice@example', 'US', { kind: 'notANumber' }],
    ['1-800-FLOWERS', 'US', { kind: 'notANumber' }],
    ['+0 123 4567890', 'US', { kind: 'notANumber' }],
    ['javascript:alert(1)', 'US', { kind: 'notANumber' }],
    ['+1 415 555', 'US', { kind: 'tooShort' }],
    ['+4930901820123456', 'US', { kind: 'tooLong' }],
    ['1234567890123456', 'US', { kind: 'tooLong' }],
    ['+1 415 555 0100 ext. 12', 'US', { kind: 'extension' }],
    ['+1 415 555 0100 x12', 'US', { kind: 'extension' }],
    ['tel:+14155550100;ext=12', 'US', { kind: 'extension' }],
    ['tel:+14155550100;phone-context=example.com', 'US', number('+14155550100')],
    ['112', 'US', { kind: 'emergency' }],
    ['tel:112', 'US', { kind: 'emergency' }],
    ['sip:911@sip.example', 'US', { kind: 'emergency' }],
    ['９１１', 'US', { kind: 'emergency' }],
    ['١١٢', 'US', { kind: 'emergency' }],
    ['+٤٩ ٣٠ ٩٠١٨٢٠', 'US', number('+4930901820')],
    ['9 1 1', 'DE', { kind: 'emergency' }],
    ['110', 'DE', { kind: 'emergency' }],
    ['110', 'US', { kind: 'shortNumber' }],
    ['17', 'FR', { kind: 'emergency' }],
    ['22', 'FR', { kind: 'shortNumber' }],
    ['123456', 'DE', { kind: 'shortNumber' }],
    ['110', 'constructor', { kind: 'shortNumber' }],
  ])('reads %j in %s', async (typed, country, reading) => {
    expect(await readNumber(typed, country, [])).toEqual(reading);
  });

  it.each([
    ['+49 30 901820', ['us', 'de'], number('+4930901820')],
    ['+49 30 901820', ['us'], { kind: 'blockedCountry', country: 'DE' }],
    // +1 is many countries; this one is of the United States.
    ['+1 415 555 0100', ['ca'], { kind: 'blockedCountry', country: 'US' }],
    // A number of no country is not of a blocked one.
    ['+800 1234 5678', ['us'], number('+80012345678')],
  ])('asks whether %s may be dialled from among %j', async (typed, dialable, reading) => {
    expect(await readNumber(typed, 'US', dialable)).toEqual(reading);
  });
});

describe('a number while it is typed', () => {
  it.each([
    ['4155550100', 'US', '(415) 555-0100'],
    ['+442079460123', 'US', '+44 20 7946 0123'],
    ['030901820', 'DE', '030 901820'],
    // What is more than a number is left alone, so that a link or a name can be typed at all.
    ['sip:4155550100', 'US', 'sip:4155550100'],
    ['Ada 415', 'US', 'Ada 415'],
    ['', 'US', ''],
  ])('%j in %s reads %j', async (typed, country, formatted) => {
    await loadTelephoneNumbers();
    expect(formatTyped(typed, country)).toBe(formatted);
  });

  it.each([
    ['+442079460123', '+44 20 7946 0123'],
    ['anonymous', 'anonymous'],
  ])('that is known is shown as people write it: %s', async (number, shown) => {
    await loadTelephoneNumbers();
    expect(formatNumber(number)).toBe(shown);
  });
});

describe('listCountries', () => {
  it('lists those the agent may dial, with their calling codes', async () => {
    const listed = await listCountries(['us', 'de', 'xx']);
    expect(listed.toSorted((left, right) => left.country.localeCompare(right.country))).toEqual([
      { country: 'DE', callingCode: '49' },
      { country: 'US', callingCode: '1' },
    ]);
  });

  it('lists all where Connect tells of none', async () => {
    expect((await listCountries([])).length).toBeGreaterThan(200);
  });
});
