import { byId } from './element.js';
import { call, type PanelHabits, type PanelState } from './panel-api.js';
import type { Attempt } from './panel-attempt.js';
import { makeChoice, makeNumber, makeSwitch } from './panel-controls.js';

const channels: readonly (readonly [label: string, channel: string])[] = [
  ['Calls are accepted for the agent', 'voice'],
  ['Chats are accepted for the agent', 'chat'],
  ['Tasks are accepted for the agent', 'task'],
  ['E-mails are accepted for the agent', 'email'],
];

/** Sets the habits of the centre up. The returned function draws them as the centre has them. */
export function installHabits(attempt: Attempt): (state: PanelState) => void {
  let latest: PanelState | null = null;
  const set = (habits: Partial<PanelHabits>): Promise<unknown> => call('POST', 'habits', habits);

  function accept(channel: string, on: boolean): Promise<unknown> {
    const others = (latest?.autoAccept ?? []).filter((each) => each !== channel);
    return call('POST', 'auto-accept', { channels: on ? [...others, channel] : others });
  }

  const controls = [
    makeNumber(
      attempt,
      'A ring runs out after',
      's',
      ({ habits }) => habits.ringTimeoutMs,
      (ringTimeoutMs) => set({ ringTimeoutMs }),
    ),
    makeNumber(
      attempt,
      'A dialled customer answers after',
      's',
      ({ habits }) => habits.autoAnswerOutboundMs,
      (autoAnswerOutboundMs) => set({ autoAnswerOutboundMs }),
    ),
    makeNumber(
      attempt,
      'After-contact work ends after',
      's',
      ({ habits }) => habits.afterContactMs,
      (afterContactMs) => set({ afterContactMs }),
    ),
    makeChoice(
      attempt,
      'A ring that ran out shows as',
      [
        ['missed', 'missed'],
        ['error', 'error'],
      ],
      ({ habits }) => habits.missEndsAs,
      (missEndsAs) => set({ missEndsAs }),
    ),
    makeChoice(
      attempt,
      'A declined call shows as',
      [
        ['rejected', 'rejected'],
        ['error', 'error'],
      ],
      ({ habits }) => habits.rejectEndsAs,
      (rejectEndsAs) => set({ rejectEndsAs }),
    ),
    makeChoice(
      attempt,
      'An accepted callback',
      [
        ['is dialled at once', 'connecting'],
        ['waits for you to dial', 'pending'],
      ],
      ({ habits }) => habits.acceptedCallbackIs,
      (acceptedCallbackIs) => set({ acceptedCallbackIs }),
    ),
    makeSwitch(
      attempt,
      'Calls may have several third parties',
      ({ habits }) => habits.multiParty,
      (multiParty) => set({ multiParty }),
    ),
    makeSwitch(
      attempt,
      'A callback renews the agent’s leg',
      ({ habits }) => habits.callbackRenewsAgentLeg,
      (callbackRenewsAgentLeg) => set({ callbackRenewsAgentLeg }),
    ),
    ...channels.map(([label, channel]) =>
      makeSwitch(
        attempt,
        label,
        ({ autoAccept }) => autoAccept.includes(channel),
        (on) => accept(channel, on),
      ),
    ),
  ];
  byId('habits').replaceChildren(...controls.map(({ row }) => row));
  return (state) => {
    latest = state;
    for (const { draw } of controls) draw(state);
  };
}
