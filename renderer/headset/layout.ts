import type { HidCollection } from './hid-port.js';
import { type PlacedItem, type PlacedReport, walkReports } from './report-walk.js';
import { BATTERY_USAGES, keypadFirst, keypadLast, LED_USAGES, type Led, SIGNAL_USAGES, type Signal } from './usages.js';

/** Bits of a report that belong together. */
export interface BitRange {
  readonly bit: number;
  readonly size: number;
}

export interface SignalField extends BitRange {
  readonly signal: Signal;
}

/** Fields that each hold the number of what is pressed, 0 or another number for nothing. */
export interface SelectorField extends BitRange {
  readonly count: number;
  readonly signalOf: ReadonlyMap<number, Signal>;
}

export interface InputLayout {
  readonly reportId: number;
  readonly bytes: number;
  readonly fields: readonly SignalField[];
  readonly selectors: readonly SelectorField[];
  /** Digits the agent types on the headset. */
  readonly keypad: readonly BitRange[];
}

export interface OutputLayout {
  readonly kind: 'output' | 'feature';
  readonly reportId: number;
  readonly bytes: number;
  readonly leds: readonly { readonly led: Led; readonly bit: number }[];
}

export interface BatteryField extends BitRange {
  readonly kind: 'input' | 'feature';
  readonly reportId: number;
  readonly empty: number;
  readonly full: number;
}

/** Where a headset says and shows what. */
export interface HeadsetLayout {
  /** By report id; only reports that say something of a call. */
  readonly inputs: ReadonlyMap<number, InputLayout>;
  /** In the order they are to be written. */
  readonly outputs: readonly OutputLayout[];
  /** Signals that are pulses: a press is a 1 and a 0, and neither is a state. */
  readonly pulses: ReadonlySet<Signal>;
  readonly signals: ReadonlySet<Signal>;
  readonly leds: ReadonlySet<Led>;
  readonly battery: BatteryField | null;
  readonly inputIds: ReadonlySet<number>;
  readonly longestInput: number;
  readonly telephony: boolean;
  readonly damaged: boolean;
}

/** Fields wider than this are no button and no lamp. */
const maxFieldBits = 32;

/**
 * Reads what WebHID tells of a device's descriptor. Items with the flag Constant are read as well: some headsets have it on
 * the hook switch and the mute button (Jabra Link 380). Never throws, whatever the device says.
 */
export function readLayout(collections: readonly HidCollection[]): HeadsetLayout {
  const { reports, ...walk } = walkReports(collections);
  const inputs = reports.filter(({ kind }) => kind === 'input').map(readInput);
  const telling = inputs.filter(({ fields, selectors }) => fields.length + selectors.length > 0);
  const outputs = readOutputs(reports);
  return {
    ...walk,
    inputs: new Map(telling.map((input) => [input.reportId, input])),
    outputs,
    pulses: new Set(reports.flatMap(pulsesOf)),
    signals: new Set(telling.flatMap(signalsOf)),
    leds: new Set(outputs.flatMap(({ leds }) => leds.map(({ led }) => led))),
    battery: readBattery(reports),
    longestInput: Math.max(0, ...inputs.map(({ bytes }) => bytes)),
  };
}

function readInput({ reportId, bytes, items }: PlacedReport): InputLayout {
  const usable = items.filter(({ size }) => size > 0 && size <= maxFieldBits);
  return {
    reportId,
    bytes,
    fields: usable.filter(isVariable).flatMap((placed) => placesOf(placed, SIGNAL_USAGES).map(toSignalField)),
    selectors: usable.filter(({ item }) => item.isArray === true).flatMap(toSelector),
    keypad: usable.filter(isKeypad).map(({ bit, size, count }) => ({ bit, size: size * count })),
  };
}

const isVariable = ({ item }: PlacedItem): boolean => item.isArray !== true;

interface Place<Meaning> {
  readonly meaning: Meaning;
  readonly bit: number;
  readonly size: number;
}

const toSignalField = ({ meaning, bit, size }: Place<Signal>): SignalField => ({ signal: meaning, bit, size });

/** Which fields of an item mean something; a range is never counted through, as it may have 65,535 usages. */
function placesOf<Meaning>(placed: PlacedItem, meanings: ReadonlyMap<number, Meaning>): readonly Place<Meaning>[] {
  const { bit, size, count } = placed;
  return indicesOf(placed, meanings).flatMap(({ index, meaning }) =>
    index < count ? [{ meaning, bit: bit + index * size, size }] : [],
  );
}

function indicesOf<Meaning>(
  { item }: PlacedItem,
  meanings: ReadonlyMap<number, Meaning>,
): readonly { readonly index: number; readonly meaning: Meaning }[] {
  if (item.isRange === true) {
    const { usageMinimum: first = 0, usageMaximum: last = -1 } = item;
    return [...meanings].flatMap(([usage, meaning]) =>
      usage >= first && usage <= last ? [{ index: usage - first, meaning }] : [],
    );
  }
  const usages = Array.isArray(item.usages) ? item.usages.slice(0, maxUsages) : [];
  return usages.flatMap((usage: number, index: number) => {
    const meaning = meanings.get(usage);
    return meaning === undefined ? [] : [{ index, meaning }];
  });
}

/** More usages than a report can have bits are not looked at. */
const maxUsages = 8_192;

/** An array names its usages by numbers that begin with its logical minimum. */
function toSelector(placed: PlacedItem): readonly SelectorField[] {
  const { item, bit, size, count } = placed;
  const begin = item.logicalMinimum ?? 0;
  const signalOf = new Map(indicesOf(placed, SIGNAL_USAGES).map(({ index, meaning }) => [begin + index, meaning]));
  return signalOf.size === 0 ? [] : [{ bit, size, count, signalOf }];
}

function isKeypad({ item }: PlacedItem): boolean {
  const isKey = (usage: number): boolean => usage >= keypadFirst && usage <= keypadLast;
  if (item.isRange !== true) return Array.isArray(item.usages) && item.usages.some(isKey);
  const { usageMinimum = 0, usageMaximum = -1 } = item;
  return usageMinimum <= keypadLast && usageMaximum >= keypadFirst;
}

function signalsOf({ fields, selectors }: InputLayout): readonly Signal[] {
  return [...fields.map(({ signal }) => signal), ...selectors.flatMap(({ signalOf }) => [...signalOf.values()])];
}

function pulsesOf({ kind, items }: PlacedReport): readonly Signal[] {
  if (kind !== 'input') return [];
  const relative = items.filter(({ item }) => item.isAbsolute === false);
  return relative.flatMap((placed) => indicesOf(placed, SIGNAL_USAGES).map(({ meaning }) => meaning));
}

/** Each lamp is written in one report: an output report, or a feature report where no output report has it. */
function readOutputs(reports: readonly PlacedReport[]): readonly OutputLayout[] {
  const taken = new Set<Led>();
  const outputs = (['output', 'feature'] as const).flatMap((kind) =>
    reports
      .filter((report) => report.kind === kind)
      .map(({ reportId, bytes, items }): OutputLayout => {
        const places = items.filter(isVariable).flatMap((placed) => placesOf(placed, LED_USAGES));
        const leds = places.filter(({ meaning, size }) => {
          if (size === 0 || taken.has(meaning)) return false;
          taken.add(meaning);
          return true;
        });
        return { kind, reportId, bytes, leds: leds.map(({ meaning, bit }) => ({ led: meaning, bit })) };
      }),
  );
  const rank = (output: OutputLayout): number => (output.leds.some(({ led }) => led === 'offHook') ? 0 : 1);
  return outputs.filter(({ leds }) => leds.length > 0).toSorted((left, right) => rank(left) - rank(right));
}

const BATTERY_MEANINGS: ReadonlyMap<number, true> = new Map([...BATTERY_USAGES].map((usage) => [usage, true]));

function readBattery(reports: readonly PlacedReport[]): BatteryField | null {
  for (const { kind, reportId, items } of reports) {
    if (kind === 'output') continue;
    for (const placed of items.filter(isVariable)) {
      const [place] = placesOf(placed, BATTERY_MEANINGS);
      const { logicalMinimum: empty = 0, logicalMaximum: full = 100 } = placed.item;
      if (place === undefined || place.size > maxFieldBits || !(full > empty)) continue;
      return { kind, reportId, bit: place.bit, size: place.size, empty, full };
    }
  }
  return null;
}
