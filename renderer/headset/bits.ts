import type { BitRange } from './layout.js';

/** Reads a field of at most 32 bits; bits beyond the data are 0. The least significant bit of a byte comes first. */
export function readBits(data: DataView, { bit, size }: BitRange): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) {
    const at = bit + index;
    const byte = at >> 3;
    if (byte < data.byteLength && (data.getUint8(byte) >> (at & 7)) & 1) value += 2 ** index;
  }
  return value;
}

/** Sets one bit to 1. */
export function setBit(data: Uint8Array, bit: number): void {
  data[bit >> 3] = (data[bit >> 3] ?? 0) | (1 << (bit & 7));
}
