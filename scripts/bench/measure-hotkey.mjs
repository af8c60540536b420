import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { keyboardPackages } from '../setup/system-libraries.mjs';
import { closePhones, openPhones } from './measure-contact.mjs';
import { awaitButton, awaitGone, press, readShown, watchFor } from './page-watch.mjs';
import { timeToState } from './time-to-state.mjs';

const limitMs = 5_000;
/** The app's own default for holding and resuming, as xdotool spells it. */
const holdKeys = 'ctrl+shift+F9';
/** A press within a second of the one before is taken for a held key that repeats. */
const pressPauseMs = 1_100;

/** @typedef {import('./samples.mjs').Sample} Sample */

/**
 * Measures a key of the whole system beside a click on the same command, each with its way to the backend. Takes nothing
 * where this machine cannot press keys of its display, and says so; the budget is then not measured.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 * @param {{ starts: number, rounds: number }} extent
 * @returns {Promise<Sample[]>}
 */
export async function measureHotkey(stations, { starts, rounds }) {
  if (!keyboardPackages.every(({ proof }) => existsSync(proof))) {
    process.stderr.write('NOT MEASURED: hotkeys, because xdotool is not installed.\n');
    return [];
  }
  const own = stations.filter(({ subject }) => subject.id === 'app');
  // One that is there already, so that no key waits for a program to start.
  const keyboard = spawn('xdotool', ['-'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const pressKeys = () => keyboard.stdin.write(`key --delay 0 ${holdKeys}\n`);
  /** @type {Sample[]} */
  const samples = [];
  try {
    for (let start = 0; start < starts; start += 1) {
      const phones = await openPhones(own);
      for (const phone of phones) {
        const mark = `hotkey${start}`;
        const contactId = await answerCall(phone, mark);
        // The first round compiles what later ones use; it is no sample.
        for (let round = -1; round < rounds; round += 1) {
          const taken = await takeRound(phone, pressKeys);
          if (round < 0) continue;
          const { subject } = phone;
          const at = { subject, round: start * rounds + round };
          samples.push({ measure: 'hotkeyWire', ...at, value: taken.byKey });
          samples.push({ measure: 'hotkeyClick', ...at, value: taken.byClick });
          samples.push({ measure: 'hotkeyExtra', ...at, value: taken.byKey - taken.byClick });
        }
        phone.simulator.control.remove(contactId);
        await phone.devTools.evaluate(awaitGone, mark, limitMs);
      }
      await closePhones(phones);
    }
  } finally {
    keyboard.stdin.end();
  }
  return samples;
}

/**
 * @param {import('./measure-contact.mjs').Phone} phone
 * @param {string} mark a word that is nowhere else on the page
 */
async function answerCall({ simulator, devTools }, mark) {
  await devTools.evaluate(watchFor, mark);
  const contactId = simulator.control.ring({ attributes: { mark } });
  await devTools.evaluate(readShown, limitMs);
  await devTools.evaluate(press, 'button', 'Answer');
  await devTools.evaluate(awaitButton, 'Hold', limitMs);
  return contactId;
}

/**
 * Holds by a click and by a key, and resumes each time by a click.
 *
 * @param {import('./measure-contact.mjs').Phone} phone
 * @param {() => void} pressKeys
 */
async function takeRound(phone, pressKeys) {
  const { devTools } = phone;
  /** @param {string} label */
  const click = (label) => () => devTools.evaluate(press, 'button', label);
  const resume = async () => {
    await devTools.evaluate(awaitButton, 'Resume', limitMs);
    await timeToState(phone, 'CONNECTED', click('Resume'), true);
    await devTools.evaluate(awaitButton, 'Hold', limitMs);
  };
  const byClick = await timeToState(phone, 'CONNECTED_ONHOLD', click('Hold'), true);
  await resume();
  await new Promise((resolve) => setTimeout(resolve, pressPauseMs));
  const byKey = await timeToState(phone, 'CONNECTED_ONHOLD', pressKeys, false);
  await resume();
  return { byClick, byKey };
}
