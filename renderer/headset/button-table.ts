import type { Intent } from '../../contract/intent.js';

/**
 * What the headset is in. `answering`: it asked to answer and the call is not up yet; `ending`: it asked to end the call,
 * or declined it, and Connect has not said so yet.
 */
export type HeadsetPhase = 'idle' | 'ringing' | 'answering' | 'dialing' | 'active' | 'held' | 'ending';

/**
 * What a hand did. `up` and `down` are a hook switch that is a state; `pulse` one that is a press.
 */
export type Edge = 'up' | 'down' | 'pulse' | 'mute' | 'flash' | 'reject';

/**
 * What follows. `refuse`: the lamps are written again, which tells the headset that there is nothing to answer.
 * `hangUpLater`: the call is not up yet, so that it can only be ended when it is.
 */
export type Deed = Extract<Intent, 'answer' | 'decline' | 'hangUp' | 'hold' | 'mute'> | 'refuse' | 'hangUpLater';

const none = null;

/** A call that is offered while the agent is in another. */
const SECOND_RING: Readonly<Partial<Record<Edge, Deed>>> = { flash: 'answer', reject: 'decline' };

const BUTTONS: Readonly<Record<HeadsetPhase, Readonly<Record<Edge, Deed | null>>>> = {
  idle: { up: 'refuse', down: none, pulse: 'refuse', mute: none, flash: none, reject: none },
  ringing: { up: 'answer', down: none, pulse: 'answer', mute: none, flash: none, reject: 'decline' },
  answering: { up: none, down: 'hangUpLater', pulse: 'hangUpLater', mute: none, flash: none, reject: none },
  dialing: { up: none, down: 'hangUp', pulse: 'hangUp', mute: 'mute', flash: none, reject: 'hangUp' },
  active: { up: none, down: 'hangUp', pulse: 'hangUp', mute: 'mute', flash: 'hold', reject: none },
  // A headset whose hook is a press takes the call back with it.
  held: { up: none, down: 'hangUp', pulse: 'hold', mute: 'mute', flash: 'hold', reject: none },
  ending: { up: none, down: none, pulse: none, mute: none, flash: none, reject: none },
};

/** What a press means; null where it means nothing. `hold` is the one that holds and takes back. */
export function deedOf(phase: HeadsetPhase, edge: Edge, secondRing: boolean): Deed | null {
  return (secondRing ? SECOND_RING[edge] : undefined) ?? BUTTONS[phase][edge];
}
