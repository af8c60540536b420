import { closePhones, openPhones } from './measure-contact.mjs';
import { inTurn } from './measure-start.mjs';
import { awaitGone, readCounts, readShown, startCounting, watchFor } from './page-watch.mjs';

const limitMs = 5_000;
const attributesOfContact = 300;
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
 * Lets a contact with 300 attributes come, again and again, and reads what script, style and layout of it cost our page.
 *
 * @param {readonly Station[]} stations
 * @param {number} rounds
 * @returns {Promise<Sample[]>}
 */
export async function measureAttributes(stations, rounds) {
  /** @type {Sample[]} */
  const samples = [];
  const phones = await openPhones(stations);
  // The first contact compiles what later ones use; it is no sample.
  for (let round = -1; round < rounds; round += 1) {
    for (const { subject, simulator, devTools } of inTurn(phones, round + 1)) {
      const mark = `bench${round + 1}end`;
      const names = Array.from({ length: attributesOfContact - 1 }, (_each, index) => `attribute${index}`);
      const attributes = Object.fromEntries(names.map((name, index) => [name, `value ${index} of a customer`]));
      const before = await devTools.metrics();
      const contactId = await showContact(simulator, devTools, { ...attributes, mark }, mark);
      const after = await devTools.metrics();
      simulator.control.remove(contactId);
      await devTools.evaluate(awaitGone, mark, limitMs);
      if (round < 0) continue;
      const detail = Object.fromEntries(
        workMetrics.map((name) => [name, ((after[name] ?? Number.NaN) - (before[name] ?? Number.NaN)) * 1_000]),
      );
      const value = Object.values(detail).reduce((sum, each) => sum + each, 0);
      samples.push({ measure: 'attributes', subject, round, value, detail });
    }
  }
  await closePhones(phones);
  return samples;
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
