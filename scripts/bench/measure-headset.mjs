import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../app/root.mjs';
import { monotonicMs } from './dev-tools.mjs';
import { pollPauseMs } from './measure-contact.mjs';
import { awaitButton, awaitGone, press, readShown, watchFor } from './page-watch.mjs';
import { openStation } from './station.mjs';
import { appSubject } from './subjects.mjs';
import { timeToState } from './time-to-state.mjs';

const limitMs = 5_000;

/** @typedef {import('./samples.mjs').Sample} Sample */
/** @typedef {Awaited<ReturnType<typeof openDesk>>} Desk */

/**
 * Measures the app with a headset: buttons beside clicks, each with its way to the backend, and lamps. Takes nothing where
 * this machine cannot pretend a headset, and says so; the budgets are then not measured.
 *
 * @param {{ starts: number, rounds: number }} extent
 * @returns {Promise<Sample[]>}
 */
export async function measureHeadset({ starts, rounds }) {
  const subject = appSubject();
  const { buildHidRig } = /** @type {typeof import('../../test/support/hid/hid-rig.js')} */ (await load('hid-rig'));
  const rig = await buildHidRig(subject.program, join(root, 'test', 'hid-rig'));
  if (!rig.works) {
    process.stderr.write(`NOT MEASURED: headsets, because ${rig.reason}.\n`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'switchhook-bench-headset-'));
  /** @type {Sample[]} */
  const samples = [];
  try {
    for (let start = 0; start < starts; start += 1) {
      const desk = await openDesk({ ...subject, program: rig.executable }, join(folder, `${start}`));
      try {
        // The first round compiles what later ones use; it is no sample.
        for (let round = -1; round < rounds; round += 1) {
          const taken = await takeRound(desk, `headset${start}x${round}`);
          if (round < 0) continue;
          samples.push(
            ...Object.entries(taken).map(([measure, value]) => ({
              measure: /** @type {import('./samples.mjs').MeasureName} */ (measure),
              subject: subject.id,
              round: start * rounds + round,
              value,
            })),
          );
        }
      } finally {
        await desk.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    rig.remove();
  }
  return samples;
}

/**
 * A call of which each part is done by the headset, and holding and resuming by a click as well.
 *
 * @param {Desk} desk
 * @param {string} mark a word that is nowhere else on the page
 */
async function takeRound(desk, mark) {
  const { simulator, devTools, headset } = desk;
  await devTools.evaluate(watchFor, mark);
  await pause();
  const contactId = simulator.control.ring({ attributes: { mark } });
  const shown = await devTools.evaluate(readShown, limitMs);
  const headsetLamp = (await headset.awaitLamps({ ring: true })) - devTools.toMonotonicMs(shown.changedMs);
  await pause();
  const liftedMs = monotonicMs();
  headset.set('hook', true);
  const headsetHook = (await headset.awaitLamps({ offHook: true })) - liftedMs;
  await headset.awaitLamps({ offHook: true, ring: false });
  await devTools.evaluate(awaitButton, 'Hold', limitMs);

  const held = await timeToState(desk, 'CONNECTED_ONHOLD', () => devTools.evaluate(press, 'button', 'Hold'), true);
  await devTools.evaluate(awaitButton, 'Resume', limitMs);
  await timeToState(desk, 'CONNECTED', () => headset.press('flash'), false);
  await devTools.evaluate(awaitButton, 'Hold', limitMs);
  const heldByHand = await timeToState(desk, 'CONNECTED_ONHOLD', () => headset.press('flash'), false);
  await devTools.evaluate(awaitButton, 'Resume', limitMs);

  headset.set('hook', false);
  await headset.awaitLamps({ offHook: false, hold: false });
  simulator.control.remove(contactId);
  await devTools.evaluate(awaitGone, mark, limitMs);
  return { headsetLamp, headsetHook, clickWire: held, headsetWire: heldByHand, headsetExtra: heldByHand - held };
}

/**
 * An agent with a headset that was chosen before, ready for calls.
 *
 * @param {import('./subjects.mjs').Subject} subject
 * @param {string} folder
 */
async function openDesk(subject, folder) {
  const [{ startHidBus }, { plugHeadset }, { jabra }] =
    /** @type {[typeof import('../../test/support/hid/hid-bus.js'), typeof import('../../test/support/hid/headset.js'), typeof import('../../test/support/hid/headset-layouts.js')]} */ (
      await Promise.all(['hid-bus', 'headset', 'headset-layouts'].map(load))
    );
  const bus = await startHidBus();
  const station = await openStation({ ...subject, env: bus.environment }, folder);
  const { vendorId, productId, name } = jabra;
  const profile = join(folder, `${subject.id}-profile`);
  mkdirSync(profile, { recursive: true });
  const headsets = [{ vendorId, productId, name, serial: null }];
  writeFileSync(join(profile, 'settings.json'), JSON.stringify({ headsets }));
  const headset = plugHeadset(bus, jabra);
  const run = await station.start();
  const devTools = await run.openDevTools();
  await station.proveAlive(devTools);
  await headset.device.awaitOpen();
  return {
    simulator: station.simulator,
    devTools,
    headset,
    async close() {
      devTools.close();
      await run.end();
      await station.close();
      await bus.stop();
    },
  };
}

/** @param {string} name */
function load(name) {
  return import(pathToFileURL(join(root, 'dist', 'bench-hid', `${name}.js`)).href);
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, pollPauseMs));
}
