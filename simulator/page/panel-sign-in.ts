import { byId } from './element.js';
import { call, type PanelIdentityHabits, type PanelState } from './panel-api.js';
import type { Attempt } from './panel-attempt.js';
import { makeNumber, makeSwitch } from './panel-controls.js';

/** Sets up who is signed in and how the identity provider behaves. The returned function draws it. */
export function installSignIn(attempt: Attempt): (state: PanelState) => void {
  const set = (habits: Partial<PanelIdentityHabits>): Promise<unknown> => call('POST', 'identity-provider', habits);
  const session = makeSwitch(
    attempt,
    'The agent is signed in on the server',
    ({ signedIn }) => signedIn,
    (signedIn) => call('POST', 'session', { signedIn }),
  );
  const provider = [
    makeSwitch(
      attempt,
      'The identity provider answers',
      ({ identityProvider }) => identityProvider?.answers === true,
      (answers) => set({ answers }),
    ),
    makeSwitch(
      attempt,
      'It knows a browser again',
      ({ identityProvider }) => identityProvider?.remembers === true,
      (remembers) => set({ remembers }),
    ),
    makeSwitch(
      attempt,
      'It asks a second time, in a pop-up',
      ({ identityProvider }) => identityProvider?.popUp === true,
      (popUp) => set({ popUp }),
    ),
    makeNumber(
      attempt,
      'It redirects before its form',
      'times',
      ({ identityProvider }) => identityProvider?.hops ?? 0,
      (hops) => set({ hops: hops ?? 0 }),
    ),
  ];
  byId('session').replaceChildren(session.row);
  byId('provider').replaceChildren(...provider.map(({ row }) => row));
  byId('expire').addEventListener('click', () => attempt(() => call('DELETE', 'session')));
  return (state) => {
    session.draw(state);
    for (const { draw } of provider) draw(state);
    byId('provider').hidden = state.identityProvider === null;
    byId('no-provider').hidden = state.identityProvider !== null;
  };
}
