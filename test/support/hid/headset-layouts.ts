import {
  collection,
  descriptor,
  earlyUsage,
  type Flag,
  input,
  output,
  reportId,
  type Usage,
} from './descriptor-builder.js';

/** Where a button or a lamp is. */
export interface Bit {
  readonly reportId: number;
  readonly bit: number;
}

/** What a headset is on the wire, written by hand from what is known of it and not derived from the descriptor. */
export interface HeadsetLayout {
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly descriptor: Uint8Array;
  readonly buttons: Readonly<Record<'hook' | 'mute', Bit>> &
    Readonly<Partial<Record<'flash' | 'reject' | 'busy', Bit>>>;
  readonly lamps: Readonly<Record<'offHook' | 'ring' | 'mute' | 'hold', Bit>>;
  /** Bytes after the id, of each report by its id. */
  readonly inputLengths: Readonly<Record<number, number>>;
}

const telephony = (usage: number): Usage => 0x0b_0000 | usage;
const led = (usage: number): Usage => 0x08_0000 | usage;
const consumer = (usage: number): Usage => 0x0c_0000 | usage;
const button = (usage: number): Usage => 0x09_0000 | usage;
const headset = telephony(0x05);
const keypad = telephony(0x06);
const [hook, flash, redial, line, phoneMute, speedDial, busyTone] = [0x20, 0x21, 0x24, 0x2a, 0x2f, 0x50, 0x97].map(
  telephony,
) as [Usage, Usage, Usage, Usage, Usage, Usage, Usage];
const programmableButton = 0x07;
const buttonPage = 0x09;
const absolute: readonly Flag[] = ['variable', 'noPreferred'];
const relative: readonly Flag[] = ['variable', 'relative'];
const constant: readonly Flag[] = ['constant'];

const volumeKeys = collection(
  consumer(0x01),
  'application',
  reportId(1),
  input({ usages: [consumer(0xe9), consumer(0xea)], flags: relative }),
  input({ count: 6, flags: constant }),
);

/** A report of its own for each lamp, as Plantronics has it. */
function lampReport(usage: number): readonly number[] {
  return [
    ...reportId(usage),
    ...output({ usages: [led(usage)], flags: absolute }),
    ...output({ count: 7, flags: constant }),
  ];
}

/** Layout A: Plantronics Blackwire 3220. No button to reject. */
export const plantronics: HeadsetLayout = {
  name: 'Plantronics Blackwire 3220 Series',
  vendorId: 0x047f,
  productId: 0xc056,
  descriptor: descriptor(
    volumeKeys,
    collection(
      headset,
      'application',
      reportId(8),
      input({ usages: [phoneMute], flags: relative }),
      input({ usages: [hook, flash], flags: absolute }),
      input({ count: 5, flags: constant }),
      ...[0x09, 0x17, 0x18, 0x1e, 0x20, 0x2a].map(lampReport),
    ),
  ),
  buttons: { mute: { reportId: 8, bit: 0 }, hook: { reportId: 8, bit: 1 }, flash: { reportId: 8, bit: 2 } },
  lamps: {
    mute: { reportId: 0x09, bit: 0 },
    offHook: { reportId: 0x17, bit: 0 },
    ring: { reportId: 0x18, bit: 0 },
    hold: { reportId: 0x20, bit: 0 },
  },
  inputLengths: { 8: 1 },
};

/** Layout B: Jabra Link 380. Hook, busy, line, mute and flash are said to be constant, and they are not. */
export const jabra: HeadsetLayout = {
  name: 'Jabra Link 380',
  vendorId: 0x0b0e,
  productId: 0x24c9,
  descriptor: descriptor(
    volumeKeys,
    collection(
      headset,
      'application',
      reportId(2),
      input({ usages: [hook, busyTone, line], flags: ['constant', ...absolute] }),
      input({ usages: [phoneMute, flash, redial, speedDial], flags: ['constant', ...relative] }),
      collection(
        keypad,
        'logical',
        input({ range: [telephony(0xb0), telephony(0xbb)], bits: 4, count: 1, max: 12, flags: ['nullState'] }),
      ),
      earlyUsage(programmableButton, buttonPage),
      input({ flags: ['variable'] }),
      input({ count: 4, flags: constant }),
      output({ usages: [0x17, 0x1e, 0x09, 0x18, 0x20, 0x21, 0x2a].map(led), flags: absolute }),
      output({ usages: [telephony(0x9e)], flags: absolute }),
      output({ count: 8, flags: constant }),
    ),
  ),
  buttons: {
    hook: { reportId: 2, bit: 0 },
    busy: { reportId: 2, bit: 1 },
    mute: { reportId: 2, bit: 3 },
    flash: { reportId: 2, bit: 4 },
    reject: { reportId: 2, bit: 11 },
  },
  lamps: {
    offHook: { reportId: 2, bit: 0 },
    mute: { reportId: 2, bit: 2 },
    ring: { reportId: 2, bit: 3 },
    hold: { reportId: 2, bit: 4 },
  },
  inputLengths: { 2: 2 },
};

/** Layout C: Yealink UH38, made from its table of bits, in a collection inside; no dump of its descriptor is known. */
export const yealink: HeadsetLayout = {
  name: 'Yealink UH38',
  vendorId: 0x6993,
  productId: 0xb0a1,
  descriptor: descriptor(
    collection(
      headset,
      'application',
      collection(
        headset,
        'logical',
        reportId(2),
        input({ usages: [hook], flags: absolute }),
        input({ flags: constant }),
        input({ usages: [phoneMute], flags: relative }),
        input({ usages: [flash], flags: relative }),
        input({ count: 2, flags: constant }),
        input({ usages: [button(0x01)], flags: ['variable'] }),
        input({ flags: constant }),
        output({ usages: [0x17, 0x09, 0x18, 0x20].map(led), flags: absolute }),
        output({ count: 4, flags: constant }),
      ),
    ),
  ),
  buttons: {
    hook: { reportId: 2, bit: 0 },
    mute: { reportId: 2, bit: 2 },
    flash: { reportId: 2, bit: 3 },
    reject: { reportId: 2, bit: 6 },
  },
  lamps: {
    offHook: { reportId: 2, bit: 0 },
    mute: { reportId: 2, bit: 1 },
    ring: { reportId: 2, bit: 2 },
    hold: { reportId: 2, bit: 3 },
  },
  inputLengths: { 2: 1 },
};

/** Layout D: a headset of which only the descriptor is known; name and numbers are made up. */
export const nameless: HeadsetLayout = {
  name: 'Example USB Headset',
  vendorId: 0x1234,
  productId: 0x0d0d,
  descriptor: descriptor(
    collection(
      headset,
      'application',
      reportId(2),
      input({ usages: [hook, busyTone], flags: absolute }),
      input({ usages: [phoneMute, flash, redial, speedDial], flags: relative }),
      earlyUsage(programmableButton, buttonPage),
      input({ flags: ['variable'] }),
      collection(
        keypad,
        'logical',
        input({ range: [telephony(0xb0), telephony(0xbb)], bits: 4, count: 1, max: 11, flags: [] }),
      ),
      input({ count: 5, flags: constant }),
      output({ usages: [0x17, 0x09, 0x18, 0x20, 0x21].map(led), flags: absolute }),
      output({ usages: [telephony(0x9e)], flags: absolute }),
      output({ count: 10, flags: constant }),
    ),
  ),
  buttons: {
    hook: { reportId: 2, bit: 0 },
    busy: { reportId: 2, bit: 1 },
    mute: { reportId: 2, bit: 2 },
    flash: { reportId: 2, bit: 3 },
    reject: { reportId: 2, bit: 6 },
  },
  lamps: {
    offHook: { reportId: 2, bit: 0 },
    mute: { reportId: 2, bit: 1 },
    ring: { reportId: 2, bit: 2 },
    hold: { reportId: 2, bit: 3 },
  },
  inputLengths: { 2: 2 },
};

/** Layout E: volume and mute of the system only, nothing of a telephone. */
export const consumerOnly = {
  name: 'Logitech USB Headset H540',
  vendorId: 0x046d,
  productId: 0x0a37,
  descriptor: descriptor(volumeKeys),
} as const;

const longestDescriptor = 0x1_0000;
/** A generator that is always the same, so that a failure can be repeated. */
const multiplier = 1_103_515_245;

/** What a broken, mean or merely strange device says of itself. */
export const badDescriptors: Readonly<Record<string, Uint8Array>> = {
  'that is empty': descriptor(),
  'that is cut off in an item': jabra.descriptor.slice(0, 30),
  'that is cut off in a collection': jabra.descriptor.slice(0, -3),
  'that never closes its collections': descriptor(
    ...Array.from({ length: 2_000 }, () => collection(headset, 'application').slice(0, -1)),
  ),
  'that only closes collections': descriptor(Array<number>(4_096).fill(0xc0)),
  'of 64 KB': descriptor(
    ...Array.from({ length: Math.ceil(longestDescriptor / 20) }, (_, index) => [
      ...reportId((index % 255) + 1),
      ...input({ usages: [hook, phoneMute], flags: absolute }),
    ]),
  ),
  'with a range of 65,535 usages': descriptor(
    collection(
      headset,
      'application',
      reportId(2),
      input({ range: [telephony(0), telephony(0xffff)], count: 0xffff, flags: absolute }),
    ),
  ),
  'with fields of 4 thousand million bits': descriptor(
    collection(
      headset,
      'application',
      reportId(2),
      input({ usages: [hook], bits: 0xffff_ffff, count: 0xffff_ffff, flags: absolute }),
      output({ usages: [led(0x17)], bits: 0xffff_ffff, count: 0xffff_ffff, flags: absolute }),
    ),
  ),
  'of noise': Uint8Array.from({ length: 4_096 }, (_, index) => (Math.imul(index + 7, multiplier) >>> 16) & 0xff),
};
