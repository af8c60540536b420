import type { HeadsetIdentity } from '../../contract/headset.js';
import type { AudioPair } from './audio-pair.js';
import type { Signal } from './usages.js';

/**
 * What is to be seen of a headset.
 * - absent: remembered, not plugged in
 * - opening: on its way
 * - ready: its buttons and lamps work
 * - inUse: another program has a call on it
 * - silent: it does not take what it is to show
 * - noButtons: it has no buttons for calls, at most volume keys
 * - unopened: the system did not let it be opened
 */
export type HeadsetState = 'absent' | 'opening' | 'ready' | 'inUse' | 'silent' | 'noButtons' | 'unopened';

export interface HeadsetFace {
  /** Tells it from the others while the page lives. */
  readonly id: string;
  readonly identity: HeadsetIdentity;
  readonly state: HeadsetState;
  /** Whether it is the one that follows the call; one at most. */
  readonly follows: boolean;
  readonly batteryPercent: number | null;
  readonly audio: AudioPair;
  readonly buttons: readonly Signal[];
  readonly hasMuteLamp: boolean;
}

/** A press of a button, for the test of them; `count` tells one press from the next. */
export interface HeadsetPress {
  readonly id: string;
  readonly button: Signal;
  readonly count: number;
}

/**
 * How a wish to connect a headset went. `noButtons`: there is one, and it has no buttons for calls; `cancelled`: the agent
 * chose none of several.
 */
export type ConnectOutcome = 'connected' | 'noButtons' | 'nothing' | 'cancelled' | 'failed';
