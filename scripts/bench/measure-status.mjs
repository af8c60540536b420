import { monotonicMs } from './dev-tools.mjs';
import { closePhones, openPhones, pollPauseMs } from './measure-contact.mjs';
import { inTurn } from './measure-start.mjs';
import { awaitText, openStatusMenu, press, setStatusDirectly, statusPlace } from './page-watch.mjs';
import { otherStatus, waitingStatus } from './station.mjs';

const limitMs = 5_000;

/** @typedef {import('./samples.mjs').Sample} Sample */

/**
 * Starts every subject a few times; each time a status is chosen in turn, and the time is taken from the click, or on the
 * bare page from the call of `setState`, until the backend has the wish. Nothing reaches the backend without a live frame
 * and a signed-in agent, so each sample proves both.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 * @param {{ starts: number, clicks: number }} extent
 * @param {() => void} progress called after each round of starts
 * @returns {Promise<Sample[]>}
 */
export async function measureStatus(stations, { starts, clicks }, progress = () => {}) {
  /** @type {Sample[]} */
  const samples = [];
  for (let start = 0; start < starts; start += 1) {
    const phones = await openPhones(stations);
    // The first click compiles what later ones use; it is no sample.
    for (let click = 0; click <= clicks; click += 1) {
      for (const phone of inTurn(phones, click)) {
        const value = await chooseStatus(phone, click % 2 === 0 ? otherStatus : waitingStatus);
        if (click === 0) continue;
        samples.push({ measure: 'wire', subject: phone.subject, round: start * clicks + click - 1, value });
      }
    }
    await closePhones(phones);
    progress();
  }
  return samples;
}

/**
 * @param {import('./measure-contact.mjs').Phone} phone
 * @param {string} status
 */
export async function chooseStatus({ subject, simulator, devTools }, status) {
  const hasButtons = subject === 'app' || subject === 'before';
  if (hasButtons) {
    await devTools.evaluate(openStatusMenu, statusPlace);
    await devTools.evaluate(awaitText, '[role="menu"]', status, limitMs);
  }
  // The menu must be painted, and the panel back at its poll, as they are when a person clicks.
  await new Promise((resolve) => setTimeout(resolve, pollPauseMs));
  const arrived = simulator
    .waitForEvent(({ CurrentAgentSnapshot }) => CurrentAgentSnapshot.AgentStatus.Name === status, {
      timeoutMs: limitMs,
      since: simulator.events.length,
    })
    .then(monotonicMs);
  const clickedMs = hasButtons
    ? await devTools.evaluate(press, 'menuitemradio', status)
    : await devTools.evaluate(setStatusDirectly, status);
  const arrivedMs = await arrived;
  await devTools.evaluate(awaitText, statusPlace, status, limitMs);
  return arrivedMs - devTools.toMonotonicMs(clickedMs);
}
