import { monotonicMs } from './dev-tools.mjs';
import { inTurn } from './measure-start.mjs';
import { awaitGone, readShown, watchFor } from './page-watch.mjs';

const limitMs = 5_000;
/** The panel pauses 100 ms after each answered poll; a contact that came in between would measure that pause. */
export const pollPauseMs = 300;

/** @typedef {import('./samples.mjs').Sample} Sample */

/**
 * Starts every subject a few times; each time contacts are injected in turn, and the time is taken until the page has
 * painted their attributes. A shown attribute came through the panel's frame to a signed-in agent, so each sample proves
 * both.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 * @param {{ starts: number, contacts: number }} extent
 * @param {() => void} progress called after each round of starts
 * @returns {Promise<Sample[]>}
 */
export async function measureContact(stations, { starts, contacts }, progress = () => {}) {
  /** @type {Sample[]} */
  const samples = [];
  for (let start = 0; start < starts; start += 1) {
    const phones = await openPhones(stations);
    // The first contact compiles what later ones use; it is no sample.
    for (let contact = 0; contact <= contacts; contact += 1) {
      for (const phone of inTurn(phones, contact)) {
        const { changedMs, paintedMs } = await injectContact(phone, `bench${start}x${contact}`);
        if (contact === 0) continue;
        const round = start * contacts + contact - 1;
        const { subject } = phone;
        samples.push({ measure: 'changed', subject, round, value: changedMs });
        samples.push({ measure: 'painted', subject, round, value: paintedMs });
      }
    }
    await closePhones(phones);
    progress();
  }
  return samples;
}

/** @typedef {Awaited<ReturnType<typeof openPhones>>[number]} Phone */

/**
 * Starts every subject and connects to its page, with an agent proved signed in.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 */
export async function openPhones(stations) {
  const phones = [];
  for (const station of stations) {
    const run = await station.start();
    const devTools = await run.openDevTools();
    await station.proveAlive(devTools);
    phones.push({ subject: station.subject.id, station, simulator: station.simulator, run, devTools });
  }
  return phones;
}

/** @param {readonly Phone[]} phones */
export async function closePhones(phones) {
  for (const { run, devTools } of phones) {
    devTools.close();
    await run.end();
  }
}

let callers = 0;

/** Another number at each call: what a page has kept of a former caller must not help it with the next. */
export function nextCaller() {
  callers = (callers + 1) % 900;
  return `+12025550${100 + callers}`;
}

/**
 * Injects one contact and takes it away again; gives the times since the injection.
 *
 * @param {Phone} phone
 * @param {string} mark a word that is nowhere else on the page
 */
export async function injectContact({ simulator, devTools }, mark) {
  await devTools.evaluate(watchFor, mark);
  await new Promise((resolve) => setTimeout(resolve, pollPauseMs));
  const injectedMs = monotonicMs();
  const contactId = simulator.control.ring({ phoneNumber: nextCaller(), attributes: { reason: 'Benchmark', mark } });
  const shown = await devTools.evaluate(readShown, limitMs);
  simulator.control.remove(contactId);
  await devTools.evaluate(awaitGone, mark, limitMs);
  return {
    changedMs: devTools.toMonotonicMs(shown.changedMs) - injectedMs,
    paintedMs: devTools.toMonotonicMs(shown.paintedMs) - injectedMs,
  };
}
