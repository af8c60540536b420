import type { HidCollection } from '../../../renderer/headset/hid-port.js';
import type { Led, Signal } from '../../../renderer/headset/usages.js';
import { bits, collection, padding, range, report } from './collections.js';

/** A headset as Chromium tells of it, with its wire as it is known from elsewhere and not derived from the collections. */
export interface KnownHeadset {
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly collections: readonly HidCollection[];
  readonly inputId: number;
  readonly inputBytes: number;
  readonly buttons: Readonly<Partial<Record<Signal, number>>>;
  /** Report id and bit of each lamp. */
  readonly lamps: Readonly<Partial<Record<Led, readonly [reportId: number, bit: number]>>>;
}

const headset = 0x0b_0005;
const relative = { isAbsolute: false };
const keypad = range(0x0b_00b0, 0x0b_00bb, { isArray: true, reportSize: 4, reportCount: 1, logicalMaximum: 12 });
const volume = collection(0x0c_0001, {
  inputReports: [report(1, bits([0x0c_00e9, 0x0c_00ea], relative), padding(6))],
});

const lampReport = (usage: number) => report(usage, bits([0x08_0000 + usage]), padding(7));

/** Layout A of the notes: a report of its own for each lamp, no button to reject. */
export const plantronics: KnownHeadset = {
  name: 'Plantronics Blackwire 3220 Series',
  vendorId: 0x047f,
  productId: 0xc056,
  collections: [
    volume,
    collection(headset, {
      inputReports: [report(8, bits([0x0b_002f], relative), bits([0x0b_0020, 0x0b_0021]), padding(5))],
      outputReports: [0x09, 0x17, 0x18, 0x1e, 0x20, 0x2a].map(lampReport),
    }),
  ],
  inputId: 8,
  inputBytes: 1,
  buttons: { mute: 0, hook: 1, flash: 2 },
  lamps: { mute: [0x09, 0], offHook: [0x17, 0], ring: [0x18, 0], hold: [0x20, 0] },
};

/** Layout B: hook, busy and mute carry the flag Constant, and a keypad stands between; the vendor's part repeats them. */
export const jabra: KnownHeadset = {
  name: 'Jabra Link 380',
  vendorId: 0x0b0e,
  productId: 0x24c9,
  collections: [
    volume,
    collection(headset, {
      children: [collection(0x0b_0006, { inputReports: [report(2, keypad)] })],
      inputReports: [
        report(
          2,
          bits([0x0b_0020, 0x0b_0097, 0x0b_002a], { isConstant: true } as object),
          bits([0x0b_002f, 0x0b_0021, 0x0b_0024, 0x0b_0050], { ...relative, isConstant: true } as object),
          keypad,
          bits([0x0b_0007]),
          padding(4),
        ),
      ],
      outputReports: [
        report(
          2,
          bits([0x08_0017, 0x08_001e, 0x08_0009, 0x08_0018, 0x08_0020, 0x08_0021, 0x08_002a]),
          bits([0x0b_009e]),
          padding(8),
        ),
      ],
    }),
    collection(0xff00_0001, {
      inputReports: [report(4, bits([0x0b_0020, 0x0b_002f]), padding(6))],
      outputReports: [report(4, bits([0x08_0017]), padding(7))],
    }),
  ],
  inputId: 2,
  inputBytes: 2,
  buttons: { hook: 0, busy: 1, mute: 3, flash: 4, reject: 11 },
  lamps: { offHook: [2, 0], mute: [2, 2], ring: [2, 3], hold: [2, 4] },
};

/** Layout C, from its table of bits: the report is in a collection inside, and in that alone. */
export const yealink: KnownHeadset = {
  name: 'Yealink UH38',
  vendorId: 0x6993,
  productId: 0xb0a1,
  collections: [
    collection(headset, {
      children: [
        collection(headset, {
          inputReports: [
            report(
              2,
              bits([0x0b_0020]),
              padding(1),
              bits([0x0b_002f, 0x0b_0021], relative),
              padding(2),
              bits([0x09_0001]),
              padding(1),
            ),
          ],
          outputReports: [report(2, bits([0x08_0017, 0x08_0009, 0x08_0018, 0x08_0020]), padding(4))],
        }),
      ],
    }),
  ],
  inputId: 2,
  inputBytes: 1,
  buttons: { hook: 0, mute: 2, flash: 3, reject: 6 },
  lamps: { offHook: [2, 0], mute: [2, 1], ring: [2, 2], hold: [2, 3] },
};

/** Layout D: reject is Button 7, as Windows may read it. */
export const unnamed: KnownHeadset = {
  name: 'USB Headset',
  vendorId: 0x1234,
  productId: 0x5678,
  collections: [
    collection(headset, {
      inputReports: [
        report(
          2,
          bits([0x0b_0020, 0x0b_0097]),
          bits([0x0b_002f, 0x0b_0021, 0x0b_0024, 0x0b_0050], relative),
          bits([0x09_0007]),
          keypad,
          padding(5),
        ),
      ],
      outputReports: [
        report(2, bits([0x08_0017, 0x08_0009, 0x08_0018, 0x08_0020, 0x08_0021]), bits([0x0b_009e]), padding(10)),
      ],
    }),
  ],
  inputId: 2,
  inputBytes: 2,
  buttons: { hook: 0, busy: 1, mute: 2, flash: 3, reject: 6 },
  lamps: { offHook: [2, 0], mute: [2, 1], ring: [2, 2], hold: [2, 3] },
};

/** Layout E: volume keys and nothing else. */
export const volumeOnly: KnownHeadset = {
  name: 'Logitech USB Headset H540',
  vendorId: 0x046d,
  productId: 0x0a37,
  collections: [volume],
  inputId: 1,
  inputBytes: 1,
  buttons: {},
  lamps: {},
};

export const knownHeadsets: readonly KnownHeadset[] = [plantronics, jabra, yealink, unnamed];
