import { monotonicMs } from './dev-tools.mjs';
import { closePhones, openPhones, pollPauseMs } from './measure-contact.mjs';
import {
  acceptDirectly,
  awaitButton,
  awaitGone,
  clearDirectly,
  press,
  readShown,
  setLogClocks,
  watchFor,
} from './page-watch.mjs';
import { memoryOfTree } from './process-tree.mjs';

const limitMs = 10_000;
/** How many times the contacts of a busy agent, who has one a minute. */
const speed = 60;
/** That, and a little more: 2,000 in half an hour. */
const contactsPerMinute = 67;
/**
 * Streams 2.28.2 keeps its log for half an hour, then for as long again, and its panel sends at most 500 lines of it to
 * Connect each five seconds. A soak on these clocks would keep all that thirty hours write, and write more than is sent;
 * so they go as much faster as contacts come. What ships leaves them alone: agents download that log for support.
 */
const logRollMs = 1_800_000 / speed;
const logSendMs = 5_000 / speed;
const msPerMinute = 60_000;
const memoryReadings = 120;
const bytesPerMb = 1e6;

/** @typedef {import('./samples.mjs').Sample} Sample */
/** @typedef {import('./measure-contact.mjs').Phone} Phone */

/**
 * Lets every phone work through contacts for a time: ring, answer, attributes that change, hang up, clear. A contact that
 * cannot be worked through ends the soak with an error, so all that were prove a signed-in agent and a live frame. A
 * sample's round is the share of the soak that had passed, in thousandths.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 * @param {number} durationMs
 * @param {(text: string) => void} say
 * @returns {Promise<Sample[]>}
 */
export async function soak(stations, durationMs, say) {
  /** @type {Sample[]} */
  const samples = [];
  const phones = await openPhones(stations);
  for (const phone of phones) await hastenLogs(phone);
  say(
    `Streams' own log is kept for ${logRollMs / 1_000} s instead of half an hour, as contacts come ${speed} times as fast`,
  );
  const beganMs = performance.now();
  const total = Math.round((durationMs / msPerMinute) * contactsPerMinute);
  let readings = 0;
  let contacts = 0;
  for (; contacts < total; contacts += 1) {
    const elapsedMs = performance.now() - beganMs;
    if (elapsedMs >= durationMs) break;
    const round = Math.floor((elapsedMs / durationMs) * 1_000);
    if (elapsedMs >= (durationMs * readings) / memoryReadings) {
      readings += 1;
      for (const phone of phones) samples.push(...(await readMemory(phone, round)));
    }
    const worked = await Promise.all(phones.map((phone) => workContact(phone, `soak${contacts}x`)));
    for (const { subject, paintedMs, answeredMs } of worked) {
      samples.push({ measure: 'soakPainted', subject, round, value: paintedMs });
      samples.push({ measure: 'soakAnswered', subject, round, value: answeredMs });
    }
    const dueMs = beganMs + ((contacts + 1) / total) * durationMs;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
  }
  const minutes = (performance.now() - beganMs) / msPerMinute;
  say(`${contacts} contacts in ${minutes.toFixed(1)} min, ${(contacts / minutes).toFixed(0)} a minute\n`);
  await closePhones(phones);
  return samples;
}

/** @param {Phone} phone */
async function hastenLogs({ run, devTools }) {
  await devTools.evaluate(setLogClocks, logRollMs, null);
  const panel = await run.openPanelDevTools();
  await panel.evaluate(setLogClocks, logRollMs, logSendMs);
  panel.close();
}

/**
 * @param {Phone} phone
 * @param {string} mark a word that is nowhere else on the page
 */
async function workContact({ subject, simulator, devTools }, mark) {
  const hasButtons = subject === 'app';
  /** @param {string} state @param {string} contactId */
  const reached = (state, contactId) =>
    simulator.waitForEvent(
      ({ CurrentAgentSnapshot }) =>
        CurrentAgentSnapshot.Contacts.some((each) => each.ContactId === contactId && each.State === state),
      { timeoutMs: limitMs, since: Math.max(0, simulator.events.length - 1) },
    );
  await devTools.evaluate(watchFor, mark);
  await new Promise((resolve) => setTimeout(resolve, pollPauseMs));
  const injectedMs = monotonicMs();
  const contactId = simulator.control.ring({ attributes: { reason: 'Soak', mark } });
  const shown = await devTools.evaluate(readShown, limitMs);

  const answered = reached('CONNECTED', contactId).then(monotonicMs);
  const clickedMs = hasButtons
    ? await devTools.evaluate(press, 'button', 'Answer')
    : await devTools.evaluate(acceptDirectly, contactId);
  const answeredMs = (await answered) - devTools.toMonotonicMs(clickedMs);

  await devTools.evaluate(watchFor, `${mark}late`);
  simulator.control.setAttributes(contactId, { late: `${mark}late` });
  await devTools.evaluate(readShown, limitMs);
  if (hasButtons) {
    await devTools.evaluate(awaitButton, 'Hang up', limitMs);
    await devTools.evaluate(press, 'button', 'Hang up');
    await devTools.evaluate(awaitButton, 'Clear contact', limitMs);
    await devTools.evaluate(press, 'button', 'Clear contact');
  } else {
    simulator.control.hangUp(contactId);
    await simulator.waitForDelivery({ timeoutMs: limitMs });
    await devTools.evaluate(clearDirectly, contactId);
  }
  await devTools.evaluate(awaitGone, mark, limitMs);
  return { subject, paintedMs: devTools.toMonotonicMs(shown.paintedMs) - injectedMs, answeredMs };
}

/**
 * @param {Phone} phone
 * @param {number} round
 * @returns {Promise<Sample[]>}
 */
async function readMemory({ subject, run, devTools }, round) {
  const { JSHeapUsedSize = Number.NaN, Nodes, JSEventListeners } = await devTools.metrics();
  const processes = memoryOfTree(run.pid) ?? [];
  const bytes = processes.reduce((sum, each) => sum + each.bytes, 0);
  return [
    { measure: 'soakMemory', subject, round, value: bytes / bytesPerMb, detail: processes },
    {
      measure: 'soakHeap',
      subject,
      round,
      value: JSHeapUsedSize / bytesPerMb,
      detail: { nodes: Nodes, listeners: JSEventListeners },
    },
  ];
}
