import { describe, expect, it } from 'vitest';
import { inPortions, readDigits } from '../../../../renderer/models/keypad-input.js';
import { makeSearchable, searchQuickConnects } from '../../../../renderer/models/quick-connect-search.js';
import { timeInStates } from '../../../../renderer/models/time-in-states.js';
import type { QuickConnect } from '../../../../renderer/phone/quick-connect.js';
import { buildContact } from '../../contract/build-snapshot.js';

describe('digits for the keypad', () => {
  it.each([
    ['12#*0', '12#*0'],
    [' 34-56,,(7) ', '3456,,7'],
    ['1;2', '1,2'],
    ['PIN 4711', null],
    ['', null],
    ['+49', null],
    ['٣', null],
  ])('of %j are %j', (text, digits) => {
    expect(readDigits(text)).toBe(digits);
  });

  it('are sent in portions a command takes', () => {
    expect(inPortions('1'.repeat(120)).map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(inPortions('')).toEqual([]);
  });
});

describe('the search of quick connects', () => {
  const named = (name: string, phoneNumber: string | null = null): QuickConnect => ({
    endpointId: `arn:${name}${phoneNumber}`,
    name,
    kind: phoneNumber === null ? 'agent' : 'phoneNumber',
    phoneNumber,
  });
  const list = makeSearchable([
    named('Tomasz Wójcik'),
    named('Billing, second level'),
    named('Taxi', '+493020212345'),
    named('', '+12025550142'),
  ]);
  const found = (text: string) => searchQuickConnects(list, text).map(({ name, phoneNumber }) => name || phoneNumber);

  it.each([
    ['', ['Tomasz Wójcik', 'Billing, second level', 'Taxi', '+12025550142']],
    ['wojcik tom', ['Tomasz Wójcik']],
    ['LEVEL', ['Billing, second level']],
    ['taxi 3020', ['Taxi']],
    ['+1202', ['+12025550142']],
    // Two digits are in too many numbers to mean one.
    ['20', []],
    ['nobody', []],
  ])('for %j finds %j', (text, names) => {
    expect(found(text)).toEqual(names);
  });
});

describe('the time in each state', () => {
  it('is summed over its stretches, and runs on in the present one', () => {
    const timeline = [
      { state: 'connecting', sinceMs: 1_000 },
      { state: 'connected', sinceMs: 3_000 },
      { state: 'onHold', sinceMs: 10_000 },
      { state: 'connected', sinceMs: 14_000 },
    ] as const;
    expect(timeInStates(buildContact({ timeline }))).toEqual([
      { state: 'connecting', pastMs: 2_000, sinceMs: null },
      { state: 'connected', pastMs: 7_000, sinceMs: 14_000 },
      { state: 'onHold', pastMs: 4_000, sinceMs: null },
    ]);
    expect(timeInStates(buildContact({ timeline: [] }))).toEqual([]);
  });
});
