import type { HeadsetPhase } from './button-table.js';
import type { Levels } from './decoder.js';
import { type HeadsetCall, noCall } from './headset-call.js';
import type { Leds, Signal } from './usages.js';

/** Something the headset asked for that the snapshot does not show yet. */
export interface Wish {
  readonly kind: 'answer' | 'decline' | 'hangUp';
  readonly contactId: string;
  readonly sinceMs: number;
  /** It ended with a hang-up before the call was up. */
  readonly hangUpThen: boolean;
}

/** A press of the mute button whose effect Streams has not confirmed. */
export interface MuteWish {
  readonly muted: boolean;
  readonly sinceMs: number;
  /** It was pressed once more since. */
  readonly again: boolean;
}

/** All that is known of one headset; times are local, in ms. */
export interface SyncState {
  /** Whether it is there to be written to. */
  readonly open: boolean;
  /** Signals that are presses, not states. */
  readonly pulses: ReadonlySet<Signal>;
  readonly call: HeadsetCall;
  readonly wish: Wish | null;
  readonly muteWish: MuteWish | null;
  /** What the headset last said of each signal. */
  readonly levels: Levels;
  /** What it was last told to show; null when that is not known. */
  readonly shown: Leds | null;
  /** Our off-hook that the headset is about to answer with its hook. */
  readonly ack: { readonly hook: boolean; readonly untilMs: number } | null;
  /** When the mute lamp was last changed. */
  readonly muteLampMs: number;
  /** Presses of mute in a row that came right after the lamp had changed, as no hand is so quick. */
  readonly muteEchoes: number;
  readonly lastUpMs: number;
  readonly lastDownMs: number;
  /** When the headset last answered a call. */
  readonly answeredMs: number;
  /** Another program has the headset in a call. */
  readonly inUse: boolean;
  /** Changes within the present second, and whether they were more than hands make. */
  readonly changes: { readonly sinceMs: number; readonly count: number };
}

const never = Number.NEGATIVE_INFINITY;

/** A headset that is not there. */
export const closedState: SyncState = {
  open: false,
  pulses: new Set(),
  call: noCall,
  wish: null,
  muteWish: null,
  levels: {},
  shown: null,
  ack: null,
  muteLampMs: never,
  muteEchoes: 0,
  lastUpMs: never,
  lastDownMs: never,
  answeredMs: never,
  inUse: false,
  changes: { sinceMs: never, count: 0 },
};

/** The call as the headset is to see it: the snapshot's, with what the headset asked for as if it were done. */
export interface HeadsetMoment {
  readonly phase: HeadsetPhase;
  /** A call is offered beside the one the agent is in. */
  readonly secondRing: boolean;
  readonly muted: boolean;
}

export function momentOf({ call, wish }: Pick<SyncState, 'call' | 'wish'>): HeadsetMoment {
  const { phase, callId, ringId, muted } = call;
  const inCall = callId !== null;
  if (wish?.kind === 'answer' && wish.contactId === ringId) {
    return { phase: inCall ? phase : 'answering', secondRing: false, muted: inCall && muted };
  }
  if (wish?.kind === 'decline' && wish.contactId === ringId) {
    return { phase: inCall ? phase : 'ending', secondRing: false, muted: inCall && muted };
  }
  if (wish?.kind === 'hangUp' && wish.contactId === callId) {
    return { phase: ringId === null ? 'ending' : 'ringing', secondRing: false, muted: false };
  }
  return { phase, secondRing: inCall && ringId !== null, muted: inCall && muted };
}

const OFF_HOOK: ReadonlySet<HeadsetPhase> = new Set(['answering', 'dialing', 'active', 'held']);

/** The lamps: a function of the moment and of nothing else. On hold the headset stays off-hook, or it would hang up. */
export function ledsOf({ phase, secondRing, muted }: HeadsetMoment): Leds {
  const offHook = OFF_HOOK.has(phase);
  return { offHook, ring: phase === 'ringing' || secondRing, mute: offHook && muted, hold: phase === 'held' };
}
