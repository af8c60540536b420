import { monotonicMs } from './dev-tools.mjs';
import { closePhones, injectContact, openPhones, pollPauseMs } from './measure-contact.mjs';
import {
  acceptDirectly,
  addPartyDirectly,
  awaitButton,
  awaitText,
  readShown,
  watchFor,
  wholePage,
} from './page-watch.mjs';

const limitMs = 5_000;
/** Contacts of a shift; what comes after them is compared with what came before. */
const shiftContacts = 50;
const mostParties = 6;

/** @typedef {import('./samples.mjs').Sample} Sample */
/** @typedef {import('./measure-contact.mjs').Phone} Phone */

/**
 * Takes the time from a contact's injection to its painting at the begin of a shift and again after 50 contacts; each
 * sample is what the later one took more.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 * @param {number} rounds
 * @returns {Promise<Sample[]>}
 */
export async function measureShift(stations, rounds) {
  /** @type {Sample[]} */
  const samples = [];
  const phones = await openPhones(stations.filter(({ subject }) => subject.id === 'app'));
  for (const phone of phones) {
    await injectContact(phone, 'benchwarm');
    const first = await paintTimes(phone, rounds, 'benchfirst');
    for (let contact = 0; contact < shiftContacts; contact += 1) await injectContact(phone, `benchshift${contact}`);
    const last = await paintTimes(phone, rounds, 'benchlast');
    first.forEach((value, round) => {
      const after = last[round] ?? Number.NaN;
      samples.push({
        measure: 'shiftGrowth',
        subject: phone.subject,
        round,
        value: after - value,
        detail: { value, after },
      });
    });
  }
  await closePhones(phones);
  return samples;
}

/**
 * @param {Phone} phone
 * @param {number} rounds
 * @param {string} mark
 */
async function paintTimes(phone, rounds, mark) {
  const times = [];
  for (let round = 0; round < rounds; round += 1)
    times.push((await injectContact(phone, `${mark}${round}x`)).paintedMs);
  return times;
}

/**
 * Takes the time from a new attribute to its painting on a call between two and, in the same call, with six on it; each
 * sample is what the latter took more.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 * @param {number} rounds
 * @returns {Promise<Sample[]>}
 */
export async function measureParties(stations, rounds) {
  /** @type {Sample[]} */
  const samples = [];
  const phones = await openPhones(stations.filter(({ subject }) => subject.id === 'app'));
  for (const phone of phones) {
    for (let round = -1; round < rounds; round += 1) {
      const contactId = phone.simulator.control.ring({ attributes: { mark: `bench${round}` } });
      await phone.devTools.evaluate(awaitButton, 'Answer', limitMs);
      await phone.devTools.evaluate(acceptDirectly, contactId);
      await phone.devTools.evaluate(awaitButton, 'Transfer or add', limitMs);
      const value = await changeAttribute(phone, contactId, `bench${round}two`);
      await fillCall(phone, contactId);
      const after = await changeAttribute(phone, contactId, `bench${round}six`);
      phone.simulator.control.remove(contactId);
      await phone.devTools.evaluate(awaitText, wholePage, 'Ready for the next contact', limitMs);
      if (round < 0) continue;
      samples.push({
        measure: 'partyGrowth',
        subject: phone.subject,
        round,
        value: after - value,
        detail: { value, after },
      });
    }
  }
  await closePhones(phones);
  return samples;
}

/**
 * @param {Phone} phone
 * @param {string} contactId
 */
async function fillCall({ simulator, devTools }, contactId) {
  for (let parties = 2; parties < mostParties; parties += 1) {
    const phoneNumber = `+1202555010${parties}`;
    await devTools.evaluate(addPartyDirectly, contactId, phoneNumber);
    const added = simulator.control.state().contacts[0]?.connections.find((each) => each.phoneNumber === phoneNumber);
    simulator.control.answerParty(contactId, added?.id ?? '');
    await devTools.evaluate(awaitButton, 'Join all', limitMs);
  }
}

/**
 * @param {Phone} phone
 * @param {string} contactId
 * @param {string} mark
 */
async function changeAttribute({ simulator, devTools }, contactId, mark) {
  await devTools.evaluate(watchFor, mark);
  await new Promise((resolve) => setTimeout(resolve, pollPauseMs));
  const changedMs = monotonicMs();
  simulator.control.setAttributes(contactId, { mark });
  const shown = await devTools.evaluate(readShown, limitMs);
  return devTools.toMonotonicMs(shown.paintedMs) - changedMs;
}
