import { setBit } from './bits.js';
import type { HeadsetLayout } from './layout.js';
import type { Leds } from './usages.js';

/** One whole report for the headset. */
export interface HidWrite {
  readonly kind: 'output' | 'feature';
  readonly reportId: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Every report that shows these lamps, whole and in the order they are to be written. */
export function encodeLeds({ outputs }: HeadsetLayout, shown: Leds): readonly HidWrite[] {
  return outputs.map(({ kind, reportId, bytes: length, leds }) => {
    const bytes = new Uint8Array(length);
    for (const { led, bit } of leds) if (shown[led]) setBit(bytes, bit);
    return { kind, reportId, bytes };
  });
}

/** Those that differ from what the headset has; all of them when nothing is known of it. */
export function changedWrites(before: readonly HidWrite[] | null, after: readonly HidWrite[]): readonly HidWrite[] {
  if (before === null) return after;
  return after.filter(({ bytes }, index) => {
    const former = before[index]?.bytes;
    return former === undefined || bytes.some((byte, at) => byte !== former[at]);
  });
}
