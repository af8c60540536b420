import { closePhones, openPhones } from './measure-contact.mjs';
import { inTurn } from './measure-start.mjs';
import { awaitGone, readCounts, readShown, startCounting, watchFor } from './page-watch.mjs';

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
 * each cost our page until it was painted. What the first costs is the contact's, not the attributes'.
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
      for (const [measure, attributes] of /** @type {const} */ ([
        ['oneAttribute', 1],
        ['attributes', attributesOfContact],
      ])) {
        const detail = await workOfContact(phone, attributes, `bench${round + 1}with${attributes}end`);
        const value = Object.values(detail).reduce((sum, each) => sum + each, 0);
        if (round >= 0) samples.push({ measure, subject: phone.subject, round, value, detail });
      }
    }
  }
  await closePhones(phones);
  return samples;
}

/**
 * @param {import('./measure-contact.mjs').Phone} phone
 * @param {number} count of attributes; the mark is the last
 * @param {string} mark
 * @returns {Promise<Record<string, number>>} ms by kind of work
 */
async function workOfContact({ simulator, devTools }, count, mark) {
  const others = Array.from({ length: count - 1 }, (_each, index) => [
    `attribute${index}`,
    `value ${index} of a customer`,
  ]);
  const before = await devTools.metrics();
  const contactId = await showContact(simulator, devTools, { ...Object.fromEntries(others), mark }, mark);
  const after = await devTools.metrics();
  simulator.control.remove(contactId);
  await devTools.evaluate(awaitGone, mark, limitMs);
  return Object.fromEntries(
    workMetrics.map((name) => [name, ((after[name] ?? Number.NaN) - (before[name] ?? Number.NaN)) * msPerSecond]),
  );
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
  const contactId = simulator.control.ring({ attributes });
  await devTools.evaluate(readShown, limitMs);
  return contactId;
}
