import { describe, expect, it } from 'vitest';
import { decodeReport } from '../../../../renderer/headset/decoder.js';
import { encodeLeds } from '../../../../renderer/headset/encoder.js';
import type { HidCollection } from '../../../../renderer/headset/hid-port.js';
import { readLayout } from '../../../../renderer/headset/layout.js';
import { type Led, leds, type Signal, signals } from '../../../../renderer/headset/usages.js';
import { bits, collection, padding, range, report } from '../../../support/headset/collections.js';
import { knownHeadsets, plantronics, volumeOnly } from '../../../support/headset/layouts.js';

const dark = { offHook: false, ring: false, mute: false, hold: false };
const headset = 0x0b_0005;

function data(bytes: number, ...bitsOn: readonly number[]): DataView {
  const view = new DataView(new ArrayBuffer(bytes));
  for (const bit of bitsOn) view.setUint8(bit >> 3, view.getUint8(bit >> 3) | (1 << (bit & 7)));
  return view;
}

function levelsOf(collections: readonly HidCollection[], reportId: number, view: DataView) {
  const decoded = decodeReport(readLayout(collections), reportId, view);
  return decoded.kind === 'levels' ? decoded.levels : decoded.reason;
}

describe.each(knownHeadsets)('$name', ({ collections, inputId, inputBytes, buttons, lamps }) => {
  const layout = readLayout(collections);

  it.each(Object.entries(buttons))('tells %s by bit %i', (signal, bit) => {
    const expected = Object.fromEntries(
      signals.filter((each) => each in buttons).map((each) => [each, each === signal]),
    );
    expect(decodeReport(layout, inputId, data(inputBytes, bit))).toEqual({ kind: 'levels', levels: expected });
  });

  it('has no other buttons, whatever else is pressed', () => {
    const known = new Set<number>(Object.values(buttons));
    for (let bit = 0; bit < inputBytes * 8; bit += 1) {
      if (known.has(bit)) continue;
      const levels = levelsOf(collections, inputId, data(inputBytes, bit));
      expect(Object.values(levels).includes(true), `bit ${bit}`).toBe(false);
    }
  });

  it.each(Object.entries(lamps))('lights %s by its bit, and nothing else', (led, [reportId, bit]) => {
    const written = encodeLeds(layout, { ...dark, [led]: true });
    const lit = written.flatMap(({ reportId: id, bytes }) =>
      [...bytes].flatMap((byte, at) =>
        [0, 1, 2, 3, 4, 5, 6, 7].filter((each) => byte & (1 << each)).map((each) => [id, at * 8 + each]),
      ),
    );
    expect(lit).toEqual([[reportId, bit]]);
  });

  it('writes off-hook before the others', () => {
    expect(encodeLeds(layout, dark)[0]?.reportId).toBe(lamps.offHook?.[0]);
  });

  it('knows which signals are presses and which are states', () => {
    expect(layout.pulses.has('mute')).toBe(true);
    expect(layout.pulses.has('hook')).toBe(false);
  });

  it('is no damaged descriptor', () => {
    expect(layout).toMatchObject({ damaged: false, telephony: true });
  });
});

describe('the layout of a headset', () => {
  it('is empty where there are volume keys only', () => {
    const layout = readLayout(volumeOnly.collections);
    expect(layout).toMatchObject({ telephony: false, damaged: false });
    expect(layout.inputs.size + layout.outputs.length).toBe(0);
  });

  it.each([0x0b_0007, 0x09_0007, 0x09_0001])('knows a reject that is usage %i', (usage) => {
    const collections = [collection(headset, { inputReports: [report(1, bits([usage]), padding(7))] })];
    expect(levelsOf(collections, 1, data(1, 0))).toEqual({ reject: true });
  });

  it('finds a button in a range of usages, and counts it by its place', () => {
    const wide = range(0x09_0001, 0x09_0008, { reportCount: 8 });
    const collections = [collection(headset, { inputReports: [report(1, wide)] })];
    expect(levelsOf(collections, 1, data(1, 6))).toEqual({ reject: true });
    expect(levelsOf(collections, 1, data(1, 5))).toEqual({ reject: false });
  });

  it('finds a button that an array names by its number', () => {
    const array = range(0x0b_0020, 0x0b_002f, { isArray: true, reportSize: 8, reportCount: 2, logicalMinimum: 1 });
    const collections = [collection(headset, { inputReports: [report(1, array)] })];
    const view = data(2);
    view.setUint8(1, 16);
    expect(levelsOf(collections, 1, view)).toEqual({ hook: false, flash: false, mute: true });
  });

  it('takes a field of eight bits as one', () => {
    const collections = [
      collection(headset, {
        inputReports: [report(1, bits([0x0b_0020], { reportSize: 8 }), bits([0x0b_002f]), padding(7))],
      }),
    ];
    expect(levelsOf(collections, 1, data(2, 4))).toEqual({ hook: true, mute: false });
    expect(levelsOf(collections, 1, data(2, 8))).toEqual({ hook: false, mute: true });
  });

  it('writes a lamp in a feature report only where no output report has it', () => {
    const lamp = report(3, bits([0x08_0017, 0x08_0009]), padding(6));
    const feature = readLayout([collection(headset, { featureReports: [lamp] })]);
    expect(feature.outputs).toMatchObject([{ kind: 'feature', reportId: 3 }]);
    const both = readLayout([
      collection(headset, { featureReports: [lamp], outputReports: [report(4, bits([0x08_0017]), padding(7))] }),
    ]);
    expect(both.outputs).toMatchObject([
      { kind: 'output', reportId: 4, leds: [{ led: 'offHook' }] },
      { kind: 'feature', reportId: 3, leds: [{ led: 'mute' }] },
    ]);
  });

  it('reads a battery wherever the headset has it', () => {
    const strength = bits([0x06_0020], { reportSize: 8, logicalMaximum: 100 });
    const layout = readLayout([collection(headset, { featureReports: [report(5, padding(8), strength)] })]);
    expect(layout.battery).toEqual({ kind: 'feature', reportId: 5, bit: 8, size: 8, empty: 0, full: 100 });
  });
});

describe('a descriptor that is no good', () => {
  const used = { usages: [0x0b_0020], isArray: false, isRange: false };
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['numbers', [1, 2, 3]],
    ['collections of nothing', [{}, { usagePage: 0x0b }]],
    ['reports of nothing', [{ usagePage: 0x0b, inputReports: [null, 7, {}], children: 'none' }]],
    ['no sizes', [{ usagePage: 0x0b, inputReports: [{ reportId: 1, items: [used] }] }]],
    [
      'a negative size',
      [{ usagePage: 0x0b, inputReports: [{ items: [{ ...used, reportSize: -1, reportCount: 9 }] }] }],
    ],
    ['a size that is no number', [{ usagePage: 0x0b, inputReports: [{ items: [{ ...used, reportSize: '8' }] }] }]],
    [
      'a huge count',
      [{ usagePage: 0x0b, inputReports: [{ items: [{ ...used, reportSize: 1, reportCount: 2 ** 40 }] }] }],
    ],
    [
      'a bad id',
      [{ usagePage: 0x0b, inputReports: [{ reportId: 900, items: [{ ...used, reportSize: 1, reportCount: 1 }] }] }],
    ],
    [
      'an endless size',
      [{ usagePage: 0x0b, inputReports: [{ items: [{ ...used, reportSize: Infinity, reportCount: 1 }] }] }],
    ],
  ])('is empty and harmless: %s', (_what, collections) => {
    const layout = readLayout(collections as readonly HidCollection[]);
    expect(layout.inputs.size).toBe(0);
    expect(layout.outputs).toEqual([]);
  });

  it('may be cyclic', () => {
    const top = collection(headset, { inputReports: plantronics.collections[1]?.inputReports ?? [] });
    (top.children as HidCollection[]).push(top);
    expect(readLayout([top])).toMatchObject({ damaged: true, telephony: true });
    expect(readLayout([top]).inputs.size).toBe(1);
  });

  it('may be as deep as a well', () => {
    let deep = collection(headset);
    for (let depth = 0; depth < 5_000; depth += 1) deep = collection(headset, { children: [deep] });
    expect(readLayout([deep]).damaged).toBe(true);
  });

  it('may have ranges of 65,535 usages and 64 KB of items, and costs next to nothing', () => {
    const wide = range(0x0b_0000, 0x0b_ffff, { reportSize: 1, reportCount: 65_535 });
    const many = Array.from({ length: 65_536 / 8 }, () =>
      range(0x0b_0000, 0x0b_ffff, { isArray: true, reportSize: 1 }),
    );
    const beganMs = performance.now();
    const layout = readLayout([collection(headset, { inputReports: [report(1, wide), report(2, ...many)] })]);
    expect(performance.now() - beganMs).toBeLessThan(200);
    expect(layout.damaged).toBe(true);
    expect(layout.inputs.size).toBe(0);
  });

  it('loses only the report that is broken', () => {
    const broken = report(1, bits([0x0b_0021], { reportCount: -1 }));
    const good = report(2, bits([0x0b_0020]), padding(7));
    const layout = readLayout([collection(headset, { inputReports: [broken, good] })]);
    expect(layout.damaged).toBe(true);
    expect([...layout.inputs.keys()]).toEqual([2]);
  });
});

describe('a report that is no good', () => {
  const { collections, inputId } = plantronics;
  it('is ignored, with the reason', () => {
    expect(levelsOf(collections, inputId, data(0))).toBe('tooShort');
    expect(levelsOf(collections, inputId, data(2))).toBe('tooLong');
    expect(levelsOf(collections, inputId, data(4_096))).toBe('tooLong');
    expect(levelsOf(collections, 1, data(1))).toBe('otherPart');
    expect(levelsOf(collections, 77, data(1))).toBe('undeclared');
  });

  it('may be filled up with zeros to the longest, as Windows does', () => {
    const long = report(9, bits([0x0b_0020]), padding(31));
    const top = collection(headset, { inputReports: [report(8, bits([0x0b_002f]), padding(7)), long] });
    expect(levelsOf([top], 8, data(4, 0))).toEqual({ mute: true });
    expect(levelsOf([top], 8, data(4, 0, 12))).toBe('tooLong');
    expect(levelsOf([top], 8, data(5, 0))).toBe('tooLong');
  });
});

describe('what is told', () => {
  it('covers every lamp and signal there is', () => {
    const told = knownHeadsets.flatMap(({ buttons, lamps }) => [...Object.keys(buttons), ...Object.keys(lamps)]);
    const all: readonly (Signal | Led)[] = [...signals, ...leds];
    expect(new Set(told)).toEqual(new Set(all));
  });
});
