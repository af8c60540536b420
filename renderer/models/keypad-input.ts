import { maxDigits } from '../../contract/max-digits.js';

/** The keys of a telephone with the letters beside them. */
export const keypadKeys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

/** What is written between the digits of a number and means nothing. */
const decoration = /[\s().\-/]/g;

/** The digits of a text as they are sent, a comma being a pause, or null where something else is in it. */
export function readDigits(text: string): string | null {
  const digits = text.replace(decoration, '').replaceAll(';', ',');
  return /^[0-9*#,]+$/.test(digits) ? digits : null;
}

/** As many digits as one command takes. */
export function inPortions(digits: string): readonly string[] {
  return digits.match(new RegExp(`.{1,${maxDigits}}`, 'g')) ?? [];
}
