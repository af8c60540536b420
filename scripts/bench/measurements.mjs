import { measureContact } from './measure-contact.mjs';
import { measureParties, measureShift } from './measure-growth.mjs';
import { measureHeadset } from './measure-headset.mjs';
import { measureHotkey } from './measure-hotkey.mjs';
import { measureIdle } from './measure-idle.mjs';
import { countPaints, measureAttributes } from './measure-page-work.mjs';
import { measureSearch } from './measure-search.mjs';
import { measureStart } from './measure-start.mjs';
import { measureStatus } from './measure-status.mjs';
import { measureToast } from './measure-toast.mjs';

/** @typedef {import('./samples.mjs').Sample} Sample */
/** @typedef {import('./station.mjs').Station} Station */

/**
 * How much is measured: `n` samples of what needs a start of its own, a multiple of it of what is quick.
 *
 * @typedef {{ n: number, idle: { windows: number, windowMs: number }, snapshots: number }} Extent
 */

/** Latencies are read at their p95, which needs many samples; each start gives this many. */
const samplesPerStart = 20;
/** Starts over which the latencies are spread at n = 20, so that one lucky layout of memory does not decide. */
const startsPerTwenty = 5;

/** @param {number} n */
const startsFor = (n) => Math.max(1, Math.round((n / samplesPerStart) * startsPerTwenty));

/**
 * By the name for `--only`: which subjects take part and how.
 *
 * @type {Readonly<Record<string, { takesChromium: boolean, measure: (stations: readonly Station[], extent: Extent) => Promise<Sample[]> }>>}
 */
export const measurements = {
  start: { takesChromium: true, measure: (stations, { n }) => measureStart(stations, n) },
  idle: { takesChromium: true, measure: (stations, { idle }) => measureIdle(stations, idle) },
  contact: {
    takesChromium: false,
    measure: (stations, { n }) =>
      measureContact(stations, { starts: startsFor(n), contacts: Math.min(n, samplesPerStart) }),
  },
  status: {
    takesChromium: false,
    measure: (stations, { n }) =>
      measureStatus(stations, { starts: startsFor(n), clicks: Math.min(n, samplesPerStart) }),
  },
  toast: {
    takesChromium: false,
    measure: (stations, { n }) =>
      measureToast(stations, { starts: startsFor(n), contacts: Math.min(n, samplesPerStart) }),
  },
  paints: { takesChromium: false, measure: (stations, { snapshots }) => countPaints(stations, snapshots) },
  attributes: { takesChromium: false, measure: (stations, { n }) => measureAttributes(stations, n) },
  search: { takesChromium: false, measure: (stations, { n }) => measureSearch(stations, n) },
  shift: { takesChromium: false, measure: (stations, { n }) => measureShift(stations, n) },
  hotkey: {
    takesChromium: false,
    measure: (stations, { n }) =>
      measureHotkey(stations, { starts: startsFor(n), rounds: Math.min(n, samplesPerStart) }),
  },
  headset: {
    takesChromium: false,
    measure: (_stations, { n }) => measureHeadset({ starts: startsFor(n), rounds: Math.min(n, samplesPerStart) }),
  },
  parties: { takesChromium: false, measure: (stations, { n }) => measureParties(stations, n) },
};
