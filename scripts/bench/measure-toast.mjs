import { execFileSync } from 'node:child_process';
import { monotonicMs } from './dev-tools.mjs';
import { closePhones, openPhones, pollPauseMs } from './measure-contact.mjs';
import { awaitGone, readShown, watchFor } from './page-watch.mjs';

const limitMs = 5_000;
/** The small window is made some seconds after the sign-in. */
const toastLimitMs = 15_000;
const toastPath = '/toast.html';

/** @typedef {import('./samples.mjs').Sample} Sample */

/**
 * Starts the app a few times; each time contacts ring in turn while its window is not in front, and the time is taken until
 * the card has painted who rings: from the injection, and from the moment the phone's own page shows it, which is when the
 * snapshot is there. A name that is shown came through the panel's frame to a signed-in agent.
 *
 * @param {readonly import('./station.mjs').Station[]} stations
 * @param {{ starts: number, contacts: number }} extent
 * @returns {Promise<Sample[]>}
 */
export async function measureToast(stations, { starts, contacts }) {
  const own = stations.filter(({ subject }) => subject.id === 'app');
  /** @type {Sample[]} */
  const samples = [];
  for (let start = 0; start < starts; start += 1) {
    const phones = await openPhones(own);
    for (const phone of phones) {
      const toast = await phone.run.openDevTools(toastPath, toastLimitMs);
      turnAway();
      // The first ring compiles what later ones use; it is no sample.
      for (let contact = 0; contact <= contacts; contact += 1) {
        const { injectedMs, snapshotMs, paintedMs } = await ring(phone, toast, `ring ${start} ${contact}`);
        if (contact === 0) continue;
        const round = start * contacts + contact - 1;
        const { subject } = phone;
        samples.push({ measure: 'toast', subject, round, value: paintedMs - snapshotMs });
        samples.push({ measure: 'ringToToast', subject, round, value: paintedMs - injectedMs });
      }
      toast.close();
    }
    await closePhones(phones);
  }
  return samples;
}

/**
 * Gives the keyboard to the bare screen, with the pointer in its corner: while the phone has either, it is in front, and no
 * card is needed.
 */
function turnAway() {
  const [, root = ''] =
    /Window id: (0x[0-9a-f]+)/.exec(execFileSync('xwininfo', ['-root'], { encoding: 'utf8' })) ?? [];
  execFileSync('xdotool', ['mousemove', '1', '1', 'windowfocus', root]);
}

/**
 * @param {import('./measure-contact.mjs').Phone} phone
 * @param {import('./dev-tools.mjs').DevTools} toast
 * @param {string} name
 */
async function ring({ simulator, devTools }, toast, name) {
  await devTools.evaluate(watchFor, name);
  await toast.evaluate(watchFor, name);
  await new Promise((resolve) => setTimeout(resolve, pollPauseMs));
  const injectedMs = monotonicMs();
  const contactId = simulator.control.ring({ attributes: { customerName: name } });
  const shown = await toast.evaluate(readShown, limitMs);
  const inPhone = await devTools.evaluate(readShown, limitMs);
  simulator.control.remove(contactId);
  await toast.evaluate(awaitGone, name, limitMs);
  return {
    injectedMs,
    snapshotMs: devTools.toMonotonicMs(inPhone.changedMs),
    paintedMs: toast.toMonotonicMs(shown.paintedMs),
  };
}
