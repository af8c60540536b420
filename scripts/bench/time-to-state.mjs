import { monotonicMs } from './dev-tools.mjs';
import { pollPauseMs } from './measure-contact.mjs';

const limitMs = 5_000;

/**
 * Time from a press until the backend has the wish, in ms; of a click from the page's own word of when it was.
 *
 * @param {{ simulator: import('./measure-contact.mjs').Phone['simulator'], devTools: import('./dev-tools.mjs').DevTools }} phone
 * @param {string} state that the wish leads a contact to
 * @param {() => unknown} act a click resolves with the page's `performance.now()`
 * @param {boolean} isClick
 */
export async function timeToState({ simulator, devTools }, state, act, isClick) {
  // The panel must be back at its poll, as it is when a person presses.
  await new Promise((resolve) => setTimeout(resolve, pollPauseMs));
  const arrived = simulator
    .waitForEvent(({ CurrentAgentSnapshot }) => CurrentAgentSnapshot.Contacts.some(({ State }) => State === state), {
      timeoutMs: limitMs,
      since: simulator.events.length,
    })
    .then(monotonicMs);
  const beganMs = monotonicMs();
  const clickedMs = await act();
  return (await arrived) - (isClick ? devTools.toMonotonicMs(Number(clickedMs)) : beganMs);
}
