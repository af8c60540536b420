import { closePhones, nextCaller, openPhones } from './measure-contact.mjs';
import { inTurn } from './measure-start.mjs';
import {
  awaitGone,
  awaitText,
  holdIdleWork,
  letIdleWork,
  readCounts,
  readShown,
  startCounting,
  watchFor,
  wholePage,
} from './page-watch.mjs';

const limitMs = 5_000;
const attributesOfContact = 300;
const msPerSecond = 1_000;
/** What Chromium's account of a page (Performance.getMetrics) calls the work for showing something, in seconds. */
const workMetrics = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];

/** @typedef {import('./samples.mjs').Sample} Sample */
/** @typedef {import('./station.mjs').Station} Station */

/**
 * Sends snapshots one by one to a phone with a contact and counts, for each, the frames that painted a change: more than
 * one means that a part was drawn late, none that nothing was.
 *
 * @param {readonly Station[]} stations
 * @param {number} snapshots
 * @returns {Promise<Sample[]>}
 */
export async function countPaints(stations, snapshots) {
  /** @type {Sample[]} */
  const samples = [];
  const phones = await openPhones(stations);
  for (const { subject, simulator, devTools } of phones) {
    const call = await showContact(simulator, devTools, { mark: 'bench0' }, 'bench0');
    await devTools.evaluate(startCounting);
    let before = await devTools.evaluate(readCounts);
    for (let round = 0; round < snapshots; round += 1) {
      const mark = `bench${round + 1}end`;
      await devTools.evaluate(watchFor, mark);
      simulator.control.setAttributes(call, { mark });
      await devTools.evaluate(readShown, limitMs);
      const now = await devTools.evaluate(readCounts);
      const batches = now.batches - before.batches;
      samples.push({ measure: 'paints', subject, round, value: now.paints - before.paints, detail: { batches } });
      before = now;
    }
    simulator.control.remove(call);
  }
  await closePhones(phones);
  return samples;
}

/**
 * Lets a contact with one attribute come and one with 300, again and again, and reads what script, style and layout of
 * each cost our page: until the contact is painted, and until all of its attributes are. What the first contact costs is
 * the card's, not the attributes'.
 *
 * @param {readonly Station[]} stations
 * @param {number} rounds
 * @returns {Promise<Sample[]>}
 */
export async function measureAttributes(stations, rounds) {
  /** @type {Sample[]} */
  const samples = [];
  const phones = await openPhones(stations);
  // The first contacts compile what later ones use; they are no samples.
  for (let round = -1; round < rounds; round += 1) {
    for (const phone of inTurn(phones, round + 1)) {
      const { subject } = phone;
      const one = await workOfContact(phone, 1, `bench${round + 1}one`);
      const many = await workOfContact(phone, attributesOfContact, `bench${round + 1}many`);
      if (round < 0) continue;
      samples.push({ measure: 'oneAttribute', subject, round, ...one.painted });
      samples.push({ measure: 'attributes', subject, round, ...many.painted });
      samples.push({ measure: 'allAttributes', subject, round, ...many.complete });
    }
  }
  await closePhones(phones);
  return samples;
}

/**
 * What the page puts off until it is idle is held back until the first reading is done.
 *
 * @param {import('./measure-contact.mjs').Phone} phone
 * @param {number} count of attributes; the first and the last hold the mark
 * @param {string} mark
 */
async function workOfContact({ simulator, devTools }, count, mark) {
  const values = Array.from({ length: count }, (_each, index) => `value ${index} of a customer`);
  values[0] = `${mark}first`;
  if (count > 1) values[count - 1] = `${mark}last`;
  const attributes = Object.fromEntries(values.map((value, index) => [`attribute${index}`, value]));
  await devTools.evaluate(holdIdleWork);
  const before = await devTools.metrics();
  const contactId = await showContact(simulator, devTools, attributes, `${mark}first`);
  const painted = await devTools.metrics();
  await devTools.evaluate(letIdleWork);
  if (count > 1) await devTools.evaluate(awaitText, wholePage, `${mark}last`, limitMs);
  await devTools.evaluate(readCounts);
  const complete = await devTools.metrics();
  simulator.control.remove(contactId);
  await devTools.evaluate(awaitGone, mark, limitMs);
  return { painted: workBetween(before, painted), complete: workBetween(before, complete) };
}

/**
 * @param {Record<string, number>} before
 * @param {Record<string, number>} after
 */
export function workBetween(before, after) {
  const detail = Object.fromEntries(
    workMetrics.map((name) => [name, ((after[name] ?? Number.NaN) - (before[name] ?? Number.NaN)) * msPerSecond]),
  );
  return { value: Object.values(detail).reduce((sum, each) => sum + each, 0), detail };
}

/**
 * Rings and resolves with the contact's id when the page has painted the mark.
 *
 * @param {Station['simulator']} simulator
 * @param {import('./dev-tools.mjs').DevTools} devTools
 * @param {Record<string, string>} attributes
 * @param {string} mark
 */
async function showContact(simulator, devTools, attributes, mark) {
  await devTools.evaluate(watchFor, mark);
  const contactId = simulator.control.ring({ phoneNumber: nextCaller(), attributes });
  await devTools.evaluate(readShown, limitMs);
  return contactId;
}
