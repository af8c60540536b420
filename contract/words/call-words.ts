import type { Party } from '../connection.js';
import type { Contact, ContactEnding, Supervision } from '../contact.js';
import type { FailureCause } from '../failure-cause.js';
import type { Sentence } from './sentence.js';

/** What a button of the card does. */
export type ContactAction =
  | 'accept'
  | 'reject'
  | 'hangUp'
  | 'hold'
  | 'resume'
  | 'pause'
  | 'clear'
  | 'view'
  | 'join'
  | 'swap'
  | 'leave'
  | 'bargeIn'
  | 'listen'
  | 'mute'
  | 'unmute';

/** Why what was typed is no number that can be dialled. */
export type NumberProblem =
  | 'empty'
  | 'notANumber'
  | 'tooShort'
  | 'tooLong'
  | 'extension'
  | 'emergency'
  | 'shortNumber'
  | 'blockedCountry';

/** The texts of working with a contact: who is on it, what was before, and what it is passed on with. */
export interface CallWords {
  readonly parties: {
    readonly region: string;
    readonly kind: Readonly<Record<Party, string>>;
    readonly unknown: string;
    readonly state: Readonly<Record<'connecting' | 'connected' | 'onHold', string>>;
    readonly muted: string;
    readonly muteLocked: string;
    readonly holdAll: string;
    readonly hold: (who: string) => string;
    readonly resume: (who: string) => string;
    readonly mute: (who: string) => string;
    readonly unmute: (who: string) => string;
    readonly drop: (who: string) => string;
    /** What to do while somebody is called in, and while all could be talked to. */
    readonly dialling: string;
    readonly consulting: string;
    readonly consultingSome: string;
    readonly allHeld: string;
    readonly joined: string;
  };
  readonly add: {
    readonly open: string;
    readonly title: string;
    readonly hint: string;
    readonly label: string;
    readonly results: string;
    readonly kind: Readonly<Record<'agent' | 'queue' | 'phoneNumber', string>>;
    readonly unnamed: string;
    readonly call: (number: string) => string;
    readonly loading: string;
    readonly failed: string;
    readonly retry: string;
    readonly none: string;
    readonly noHit: string;
    readonly count: (shown: number) => string;
    readonly close: string;
  };
  readonly keypad: {
    readonly open: string;
    readonly label: string;
    readonly sent: (digits: string) => string;
    readonly refused: string;
    readonly key: Readonly<Record<'*' | '#', string>>;
    readonly close: string;
  };
  readonly number: Readonly<Record<Exclude<NumberProblem, 'emergency' | 'blockedCountry'>, string>> & {
    readonly emergency: (number: string) => string;
    readonly blockedCountry: (country: string) => string;
  };
  readonly country: string;
  readonly timeline: { readonly title: string; readonly total: string };
  /** A short word for the state, and what it means. */
  readonly ending: Readonly<Record<ContactEnding, Sentence>>;
  /** In place of the advice of a failed contact where Connect says why, one sentence each. */
  readonly failedBecause: Readonly<Record<FailureCause, string>>;
  readonly story: {
    readonly initial: string;
    readonly related: string;
    readonly copy: string;
    readonly copied: string;
  };
  /** What is special about a call, one sentence each. */
  readonly preview: string;
  readonly secondCall: (talkingTo: string) => string;
  readonly supervision: Readonly<Record<Supervision['role'], string>>;
  readonly inPanel: Readonly<Record<Exclude<Contact['channel'], 'voice' | 'queueCallback'>, string>>;
  readonly announce: {
    readonly joined: (who: string) => string;
    readonly left: (who: string) => string;
    readonly paused: string;
  };
}
