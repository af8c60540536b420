/**
 * The usages a headset speaks in, as page and id in one number, page in the upper 16 bits.
 * Source: HID Usage Tables 1.5, chapters 11 (LED), 12 (Button) and 14 (Telephony Device), https://usb.org/document-library/hid-usage-tables-15
 */
export const telephonyPage = 0x0b;
export const consumerPage = 0x0c;

/** What a headset tells. `busy`: it is in a call, of whichever program. */
export const signals = ['hook', 'flash', 'mute', 'reject', 'busy'] as const;
export type Signal = (typeof signals)[number];

/** What a headset shows. */
export const leds = ['offHook', 'ring', 'mute', 'hold'] as const;
export type Led = (typeof leds)[number];
export type Leds = Readonly<Record<Led, boolean>>;

export const SIGNAL_USAGES: ReadonlyMap<number, Signal> = new Map([
  [0x0b_0020, 'hook'],
  [0x0b_0021, 'flash'],
  [0x0b_002f, 'mute'],
  [0x0b_0097, 'busy'],
  // Chromium and Windows read the same bytes of a descriptor as one or the other; Teams calls Button 1 its reject.
  [0x0b_0007, 'reject'],
  [0x09_0007, 'reject'],
  [0x09_0001, 'reject'],
]);

export const LED_USAGES: ReadonlyMap<number, Led> = new Map([
  [0x08_0017, 'offHook'],
  [0x08_0018, 'ring'],
  [0x08_0009, 'mute'],
  [0x08_0020, 'hold'],
]);

/** How full the battery is: Battery Strength, Relative State Of Charge, Absolute State Of Charge, Remaining Capacity. */
export const BATTERY_USAGES: ReadonlySet<number> = new Set([0x06_0020, 0x85_0064, 0x85_0065, 0x85_0066]);

/** Digits of a telephone number; what is typed there never reaches the headset report. */
export const keypadFirst = 0x0b_00b0;
export const keypadLast = 0x0b_00bf;
