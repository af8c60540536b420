import { join } from 'node:path';

/** @typedef {import('../../simulator/agent-event.js').AgentEvent} AgentEvent */
/** @typedef {import('../../simulator/simulator.js').Simulator} Simulator */

const eventLimitMs = 5_000;

/**
 * Makes the function that plays one step: acts, waits for what the backend says, prints it and takes a picture.
 *
 * @param {Simulator} simulator
 * @param {ReturnType<typeof import('./phone-hand.mjs').createPhoneHand>} hand
 * @param {string} folder
 */
export function createStepper(simulator, hand, folder) {
  let number = 0;
  /**
   * @param {string} title
   * @param {() => Promise<unknown>} act
   * @param {(event: AgentEvent) => boolean} says
   * @param {{ picture?: boolean, mayBePast?: boolean, shown?: () => Promise<unknown> }} [options] `mayBePast` for steps the
   *   event stream does not show, `shown` for what the window shows later than the stream says it
   */
  return async (title, act, says, { picture = true, mayBePast = false, shown } = {}) => {
    number += 1;
    const since = mayBePast || number === 1 ? 0 : simulator.events.length;
    try {
      await act();
      const event = await simulator.waitForEvent(says, { timeoutMs: eventLimitMs, since });
      // The client pauses between polls; the next step must not overtake this one's delivery.
      if (picture) await simulator.waitForDelivery({ timeoutMs: eventLimitMs });
      await shown?.();
      const name = `${String(number).padStart(2, '0')} ${title}`;
      // What the stream does not show has the backend's present time, which is this process's.
      process.stdout.write(`${mayBePast ? new Date().toISOString() : event.EventTimestamp}  ${name}\n`);
      if (picture) await hand.picture(join(folder, `${name.replaceAll(/[^\w]+/g, '-').toLowerCase()}.png`));
    } catch (error) {
      throw new Error(`Step ${number}, ${title}: ${error instanceof Error ? error.message : error}`);
    }
  };
}
