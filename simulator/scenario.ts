import type { Fault } from './fault.js';
import type { OfferOptions } from './offer-options.js';
import type { WebSocketMode } from './web-socket-side.js';

/** What a step can do; the names are Control's, and `contact` is the contact it is done to. */
export const scenarioActs = [
  'ring',
  'hangUp',
  'abandon',
  'miss',
  'fail',
  'dial',
  'answerOutbound',
  'setAttributes',
  'autoClear',
  'remove',
  'bargeIn',
  'endSupervision',
  'changeStatus',
  'setFault',
  'clearFaults',
  'setWebSocket',
  'expireSession',
] as const;

/** One step of a scenario: once `after` holds, and after a wait, something is done. */
export interface ScenarioStep extends OfferOptions {
  /**
   * `signedIn`, `agentStatus:NAME`, `nextStatus:NAME`, `contactState:STATE` with a state of the agent event stream, or
   * `contactGone`. At once when it is left out.
   */
  readonly after?: string;
  readonly waitMs?: number;
  readonly do: (typeof scenarioActs)[number];
  /** Name for the contact a `ring` makes, for later steps. */
  readonly as?: string;
  /** Name of the contact that is meant; else the one rung last, or the newest one when the scenario rang none. */
  readonly contact?: string;
  /** Name of the status for `changeStatus`. */
  readonly status?: string;
  readonly fault?: Fault;
  readonly mode?: WebSocketMode;
}

/** A play with an agent who does not know it: what customers do, and when. */
export interface Scenario {
  readonly title: string;
  readonly description: string;
  readonly steps: readonly ScenarioStep[];
}

/** How far a scenario has come. */
export interface ScenarioView {
  readonly title: string;
  readonly stepsDone: number;
  readonly steps: number;
  /** What the next step waits for; null when it only lets time pass, or when nothing is left. */
  readonly waitsFor: string | null;
  readonly status: 'playing' | 'finished' | 'stopped' | 'failed';
  /** The step that was left out last, or why the scenario failed. */
  readonly problem: string | null;
}
