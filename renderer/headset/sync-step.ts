import type { Levels } from './decoder.js';
import type { HeadsetCall } from './headset-call.js';
import type { SyncState } from './sync-state.js';
import type { Leds, Signal } from './usages.js';

/** A command a headset may ask for; which contact it is about is for the service to look at once more. */
export type HeadsetIntent = 'answer' | 'decline' | 'hangUp' | 'hold' | 'mute';

export type SyncEvent =
  /** The headset is there, and nothing is known of what it shows. */
  | { readonly kind: 'opened'; readonly pulses: ReadonlySet<Signal> }
  | { readonly kind: 'closed' }
  | { readonly kind: 'call'; readonly call: HeadsetCall }
  | { readonly kind: 'levels'; readonly levels: Levels }
  /** A command this headset asked for was not carried out. */
  | { readonly kind: 'failed'; readonly intent: HeadsetIntent }
  /** Time has passed; see `dueMs`. */
  | { readonly kind: 'tick' };

export type SyncEffect =
  /** Lamps to show; `whole` writes those the headset has already, too. */
  | { readonly kind: 'show'; readonly leds: Leds; readonly whole: boolean }
  | { readonly kind: 'intent'; readonly intent: HeadsetIntent; readonly contactId: string | null }
  /** More changed than hands can do; the headset is not listened to until it is calm. */
  | { readonly kind: 'flood' };

export interface SyncStep {
  readonly state: SyncState;
  readonly effects: readonly SyncEffect[];
}
