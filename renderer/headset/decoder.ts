import { readBits } from './bits.js';
import type { HeadsetLayout } from './layout.js';
import type { Signal } from './usages.js';

/** What a report says of each signal that it has; of the others it says nothing. */
export type Levels = Readonly<Partial<Record<Signal, boolean>>>;

/**
 * - otherPart: of volume keys or of the vendor's own, which are not ours
 * - undeclared: its id is in no descriptor
 */
export type IgnoredReason = 'otherPart' | 'undeclared' | 'tooShort' | 'tooLong';

export type Decoded =
  | { readonly kind: 'levels'; readonly levels: Levels }
  | { readonly kind: 'ignored'; readonly reason: IgnoredReason };

/** Turns a report into what it says. What does not fit the descriptor is ignored, with the reason. */
export function decodeReport(layout: HeadsetLayout, reportId: number, data: DataView): Decoded {
  const input = layout.inputs.get(reportId);
  if (input === undefined) return ignored(layout.inputIds.has(reportId) ? 'otherPart' : 'undeclared');
  if (data.byteLength < input.bytes) return ignored('tooShort');
  if (isTooLong(layout, data, input.bytes)) return ignored('tooLong');
  const levels: Partial<Record<Signal, boolean>> = {};
  const tell = (signal: Signal, on: boolean): void => {
    levels[signal] = on || levels[signal] === true;
  };
  for (const { signal, ...field } of input.fields) tell(signal, readBits(data, field) !== 0);
  for (const { bit, size, count, signalOf } of input.selectors) {
    for (const signal of signalOf.values()) tell(signal, false);
    for (let index = 0; index < count; index += 1) {
      const pressed = signalOf.get(readBits(data, { bit: bit + index * size, size }));
      if (pressed !== undefined) tell(pressed, true);
    }
  }
  return { kind: 'levels', levels };
}

/**
 * Windows hands every report on in the length of the longest, filled up with zeros.
 * Source: https://learn.microsoft.com/en-us/windows-hardware/drivers/hid/obtaining-hid-reports
 */
function isTooLong({ longestInput }: HeadsetLayout, data: DataView, bytes: number): boolean {
  if (data.byteLength === bytes) return false;
  if (data.byteLength > longestInput) return true;
  for (let at = bytes; at < data.byteLength; at += 1) if (data.getUint8(at) !== 0) return true;
  return false;
}

function ignored(reason: IgnoredReason): Decoded {
  return { kind: 'ignored', reason };
}
