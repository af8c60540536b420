import { closePhones, openPhones } from './measure-contact.mjs';
import { workBetween } from './measure-page-work.mjs';
import { acceptDirectly, awaitButton, awaitText, press, typeInto, wholePage } from './page-watch.mjs';

const limitMs = 10_000;
const quickConnects = 5_000;
const kinds = ['agent', 'queue', 'phone_number'];
/** What is typed, one key after another, and taken out again. */
const searches = ['person 49', 'queue 1', '2025550', 'nobody'];

/** @typedef {import('./samples.mjs').Sample} Sample */

/**
 * Searches 5,000 quick connects key by key and reads what script, style and layout each key cost our page, and how many
 * frames passed until the list was drawn.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 * @param {number} rounds
 * @returns {Promise<Sample[]>}
 */
export async function measureSearch(stations, rounds) {
  /** @type {Sample[]} */
  const samples = [];
  const phones = await openPhones(stations.filter(({ subject }) => subject.id === 'app'));
  for (const { subject, simulator, devTools } of phones) {
    simulator.control.setAnswerShape('GetEndpoints', (answer) => ({ ...answer, endpoints: makeEndpoints() }));
    const contactId = simulator.control.ring();
    await devTools.evaluate(awaitButton, 'Answer', limitMs);
    await devTools.evaluate(acceptDirectly, contactId);
    await devTools.evaluate(awaitButton, 'Transfer or add', limitMs);
    await devTools.evaluate(press, 'button', 'Transfer or add');
    await devTools.evaluate(awaitText, wholePage, `${quickConnects} quick connects`, limitMs);
    // The first search compiles what later ones use; it is no sample.
    for (let round = -1; round < rounds; round += 1) {
      const text = searches[(round + 1) % searches.length] ?? '';
      for (const typed of [...keysOf(text), '']) {
        const before = await devTools.metrics();
        const frames = await devTools.evaluate(typeInto, '[role="combobox"]', typed);
        const after = await devTools.metrics();
        if (round < 0) continue;
        samples.push({ measure: 'search', subject, round: samples.length, ...workBetween(before, after) });
        // A key that leaves the list as it is draws nothing.
        if (frames > 0) samples.push({ measure: 'searchFrames', subject, round: samples.length, value: frames });
      }
    }
    simulator.control.setAnswerShape('GetEndpoints', null);
    simulator.control.remove(contactId);
  }
  await closePhones(phones);
  return samples;
}

/** @param {string} text */
const keysOf = (text) => Array.from(text, (_key, index) => text.slice(0, index + 1));

function makeEndpoints() {
  return Array.from({ length: quickConnects }, (_each, index) => {
    const type = kinds[index % kinds.length];
    const phoneNumber = type === 'phone_number' ? { phoneNumber: `+1202555${String(index).padStart(4, '0')}` } : {};
    return {
      endpointARN: `arn:${index}`,
      type,
      name: `${type === 'queue' ? 'Queue' : 'Person'} ${index}`,
      ...phoneNumber,
    };
  });
}
