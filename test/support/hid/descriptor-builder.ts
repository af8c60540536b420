/** One item of a report descriptor, or several. Source: https://www.usb.org/document-library/device-class-definition-hid-111, 6.2.2 */
export type Item = readonly number[];

/** A usage with its page in the upper 16 bits. */
export type Usage = number;

/** How a field behaves, as the bits of its main item say. */
const flagBits = { constant: 0x01, variable: 0x02, relative: 0x04, noPreferred: 0x20, nullState: 0x40 } as const;
export type Flag = keyof typeof flagBits;

/** A field of a report: one value for each usage, or of an array one value out of the usages. */
export interface Field {
  /** None leaves bits that mean nothing. */
  readonly usages?: readonly Usage[];
  /** Lowest and highest usage, in place of a list. */
  readonly range?: readonly [from: Usage, to: Usage];
  readonly bits?: number;
  /** How many values; one for each usage unless given. */
  readonly count?: number;
  readonly min?: number;
  readonly max?: number;
  readonly flags?: readonly Flag[];
}

const collectionTypes = { application: 0x01, logical: 0x02 } as const;
const pageBits = 16;
const lower16 = 0xffff;

/** Bytes of a report descriptor. */
export function descriptor(...items: readonly Item[]): Uint8Array {
  return Uint8Array.from(items.flat());
}

export function collection(usage: Usage, type: keyof typeof collectionTypes, ...items: readonly Item[]): Item {
  return [
    ...usagePage(usage),
    ...item(0x08, usage & lower16),
    ...item(0xa0, collectionTypes[type]),
    ...items.flat(),
    0xc0,
  ];
}

export function reportId(id: number): Item {
  return item(0x84, id);
}

export function input(field: Field): Item {
  return main(0x80, field);
}

export function output(field: Field): Item {
  return main(0x90, field);
}

/** A usage whose page is named after it, as some headsets do; which page it then belongs to is the system's guess. */
export function earlyUsage(usage: number, page: number): Item {
  return [...item(0x08, usage), ...item(0x04, page)];
}

function main(
  tag: number,
  { usages = [], range, bits = 1, count = Math.max(1, usages.length), min = 0, max = 1, flags = ['variable'] }: Field,
): Item {
  const first = usages[0] ?? range?.[0];
  return [
    ...(first === undefined ? [] : usagePage(first)),
    ...usages.flatMap((usage) => item(0x08, usage & lower16)),
    ...(range === undefined ? [] : [...item(0x18, range[0] & lower16), ...item(0x28, range[1] & lower16)]),
    ...item(0x14, min),
    ...item(0x24, max),
    ...item(0x74, bits),
    ...item(0x94, count),
    ...item(
      tag,
      flags.reduce((sum, flag) => sum | flagBits[flag], 0),
    ),
  ];
}

function usagePage(usage: Usage): Item {
  return item(0x04, usage >>> pageBits);
}

/** A short item in as few bytes as its value needs: the lower two bits of the prefix say how many. */
function item(prefix: number, value: number): Item {
  if (value <= 0xff) return [prefix | 1, value];
  if (value <= lower16) return [prefix | 2, value & 0xff, value >>> 8];
  return [prefix | 3, value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];
}
