import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killApp } from '../app/kill-app.mjs';
import { launchApp } from '../app/launch-app.mjs';
import { startSimulator } from '../app/start-simulator.mjs';
import { compareWithBarePage } from '../bench/compare-with-bare-page.mjs';
import { createPhoneHand } from './phone-hand.mjs';
import { planShift } from './shift.mjs';
import { createStepper } from './stepper.mjs';

/** @typedef {import('../../simulator/agent-event.js').AgentEvent} AgentEvent */
/** @typedef {import('../../simulator/simulator.js').Simulator} Simulator */

const exitLimitMs = 20_000;

/**
 * Plays a shift, asserting each step on the backend's event stream. Resolves with whether the stream ends Offline;
 * rejects with the step that did not happen.
 *
 * @param {number} seed
 */
export async function playTour(seed) {
  const folder = mkdtempSync(join(tmpdir(), 'switchhook-tour-'));
  mkdirSync(join(folder, 'profile'));
  process.stdout.write(`Tour ${seed}; pictures and event stream: ${folder}\n`);
  const streamFile = join(folder, 'agent-events.ndjson');
  const simulator = await startSimulator({ seed, streamFile, requestLogFile: join(folder, 'requests.ndjson') });
  const app = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: join(folder, 'profile') });
  // Asked for now: an app that has ended gives no process any more.
  const child = app.process();
  try {
    const page = await app.firstWindow();
    await playShift(simulator, createPhoneHand(page), planShift(seed), folder, async () => {
      const ended = once(child, 'exit', { signal: AbortSignal.timeout(exitLimitMs) });
      // The app may be gone before it can answer that it was asked.
      await app.evaluate(({ app: electron }) => electron.quit()).catch(() => {});
      const [code] = await ended;
      if (code !== 0) throw new Error(`The app ended with ${code}`);
    });
  } catch (error) {
    const page = app.windows()[0];
    await page?.screenshot({ path: join(folder, 'failed.png') }).catch(() => {});
    throw error;
  } finally {
    killApp(child);
    await simulator.stop();
  }
  const last = simulator.events.findLast((event) => event.EventType === 'STATE_CHANGE');
  const status = last?.CurrentAgentSnapshot.AgentStatus;
  process.stdout.write(`Last STATE_CHANGE: ${status?.Name} at ${last?.EventTimestamp}\n`);
  process.stdout.write(`${await compareWithBarePage(folder)}\n`);
  process.stdout.write(`Pictures and event stream: ${folder}\n`);
  return status?.Type === 'OFFLINE' && last?.CurrentAgentSnapshot.Contacts.length === 0;
}

/**
 * The shift itself, in the order of the day.
 *
 * @param {Simulator} simulator
 * @param {ReturnType<typeof createPhoneHand>} hand
 * @param {import('./shift.mjs').Shift} shift
 * @param {string} folder
 * @param {() => Promise<void>} quit
 */
async function playShift(simulator, hand, shift, folder, quit) {
  const { control } = simulator;
  const step = createStepper(simulator, hand, folder);
  const status = (/** @type {string} */ name) => (/** @type {AgentEvent} */ event) =>
    event.CurrentAgentSnapshot.AgentStatus.Name === name;
  const state = (/** @type {string} */ id, /** @type {string} */ wanted) => (/** @type {AgentEvent} */ event) =>
    event.CurrentAgentSnapshot.Contacts.some((contact) => contact.ContactId === id && contact.State === wanted);
  const noContact = (/** @type {AgentEvent} */ event) => event.CurrentAgentSnapshot.Contacts.length === 0;
  const isOver = () => hand.see('button', 'Clear contact');

  await step(
    'Sign-in',
    async () => hand.see('button', /^Status/),
    (event) => event.EventType === 'LOGIN',
  );
  await step('Available', () => hand.chooseStatus('Available'), status('Available'));

  let call = '';
  await step(
    'Inbound call with its attributes',
    async () => {
      call = control.ring();
      await hand.see('button', 'Answer');
      const attributes = control.state().contacts.find((contact) => contact.contactId === call)?.attributes ?? {};
      for (const value of Object.values(attributes)) await hand.seeAttribute(String(value));
    },
    (event) => state(call, 'CONNECTING')(event),
  );
  await step('Answer', () => hand.press('Answer'), state(call, 'CONNECTED'));
  await step(
    'The flow learns more',
    async () => {
      control.setAttributes(call, shift.lateAttributes);
      for (const value of Object.values(shift.lateAttributes)) await hand.seeAttribute(value);
    },
    state(call, 'CONNECTED'),
    { mayBePast: true },
  );
  await step(
    'Next status Lunch',
    () => hand.chooseStatus('Lunch'),
    (event) => event.CurrentAgentSnapshot.NextAgentStatus?.Name === 'Lunch',
  );
  await hand.seeText('Next: Lunch');
  if (shift.mutes) {
    await step(
      'Mute and unmute',
      async () => {
        await hand.press('Mute');
        await hand.press('Unmute');
        await hand.see('button', 'Mute');
      },
      state(call, 'CONNECTED'),
      { mayBePast: true },
    );
  }
  await step('Hold', () => hand.press('Hold'), state(call, 'CONNECTED_ONHOLD'), {
    shown: () => hand.see('button', 'Resume'),
  });
  await new Promise((resolve) => setTimeout(resolve, shift.holdMs));
  await step('Resume', () => hand.press('Resume'), state(call, 'CONNECTED'));
  await step('Hang up, after-contact work', () => hand.press('Hang up'), state(call, 'ENDED'), { shown: isOver });
  await step(
    'Clear, then Lunch',
    () => hand.press('Clear contact'),
    (event) => noContact(event) && status('Lunch')(event),
  );
  await step('Available again', () => hand.chooseStatus('Available'), status('Available'));

  await passOn();
  const acts = [() => callOut(), () => missOne()];
  if (shift.missesFirst) acts.reverse();
  for (const act of acts) await act();
  await step('Quit, Offline', quit, status('Offline'), { picture: false });

  async function callOut() {
    let outbound = '';
    await step(
      'Outbound call',
      () => hand.dial(shift.outboundNumber),
      (event) => {
        const contact = event.CurrentAgentSnapshot.Contacts[0];
        outbound = contact?.InitiationMethod === 'OUTBOUND' ? contact.ContactId : '';
        return contact?.InitiationMethod === 'OUTBOUND' && contact.State === 'CONNECTING';
      },
    );
    await hand.see('button', 'Hang up');
    await step('The customer answers', async () => control.answerOutbound(outbound), state(outbound, 'CONNECTED'));
    await hand.see('button', 'Hold');
    await step('The customer hangs up', async () => control.hangUp(outbound), state(outbound, 'ENDED'), {
      shown: isOver,
    });
    await step('Clear', () => hand.press('Clear contact'), noContact);
  }

  /** The second act: somebody is asked, all are brought together, and the agent leaves them to it. */
  async function passOn() {
    const { quickConnect } = shift;
    let passed = '';
    const party = () =>
      control.state().contacts[0]?.connections.find(({ quickConnectName }) => quickConnectName !== null);
    const onLine = (/** @type {string} */ name, /** @type {string} */ wanted) => hand.seeParty(name, wanted);
    await step(
      'A second customer calls',
      async () => {
        passed = control.ring();
        await hand.see('button', 'Answer');
      },
      (event) => state(passed, 'CONNECTING')(event),
    );
    const customer = control.state().contacts[0]?.customerName ?? '';
    await step('Answer the second', () => hand.press('Answer'), state(passed, 'CONNECTED'));
    await step('Whom to ask', () => hand.search(quickConnect), state(passed, 'CONNECTED'), { mayBePast: true });
    await step('It rings there', () => hand.choose(quickConnect), state(passed, 'CONNECTED_ONHOLD'));
    await step(
      'Asked while the customer is on hold',
      async () => {
        control.answerParty(passed, party()?.id ?? '');
        await onLine(quickConnect, 'Talking');
      },
      state(passed, 'CONNECTED_ONHOLD'),
      { mayBePast: true },
    );
    await step('Swap, back to the customer', () => hand.press('Swap'), state(passed, 'CONNECTED'), {
      shown: () => onLine(quickConnect, 'On hold'),
    });
    await step(
      'Join all',
      async () => {
        await hand.press('Join all');
        await onLine(quickConnect, 'Talking');
        await onLine(customer, 'Talking');
      },
      state(passed, 'CONNECTED'),
      { mayBePast: true },
    );
    await step('Leave the call to them', () => hand.press('Leave call'), state(passed, 'ENDED'), { shown: isOver });
    await step('Clear the second', () => hand.press('Clear contact'), noContact);
  }

  async function missOne() {
    let missed = '';
    await step(
      'A call rings',
      async () => {
        missed = control.ring();
        await hand.see('button', 'Answer');
      },
      (event) => state(missed, 'CONNECTING')(event),
    );
    await step('Missed call', async () => control.miss(missed), state(missed, 'MISSED'), { shown: isOver });
    await step('Clear the missed call', () => hand.press('Clear contact'), noContact);
    if (!status('Available')(/** @type {AgentEvent} */ (simulator.events.at(-1)))) {
      await step('Available after the miss', () => hand.chooseStatus('Available'), status('Available'));
    }
  }
}
