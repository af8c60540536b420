import type { AgentEvent } from './agent-event.js';
import type { Control } from './control.js';
import type { Desk } from './desk.js';
import { describeForEvents } from './event-snapshot.js';
import type { Journal } from './journal.js';
import type { OfferOptions } from './offer-options.js';
import { Refusal } from './refusal.js';
import type { Scenario, ScenarioStep, ScenarioView } from './scenario.js';

/** A scenario that is being played, or has been. */
export interface ScenarioPlayer {
  view(): ScenarioView;
  stop(): void;
}

/** What a scenario is played on. */
export interface Stage {
  readonly control: Control;
  readonly desk: Desk;
  readonly events: Journal<AgentEvent>;
  readonly isSignedIn: () => boolean;
}

/** The members of a step that say what is offered. */
function pickOffer(step: ScenarioStep): OfferOptions {
  const { after: _after, waitMs: _wait, do: _do, as: _as, contact: _contact, ...rest } = step;
  const { status: _status, fault: _fault, mode: _mode, ...offer } = rest;
  return offer;
}

const general: readonly ScenarioStep['do'][] = [
  'ring',
  'changeStatus',
  'setFault',
  'clearFaults',
  'setWebSocket',
  'expireSession',
];

/** Whether a step does something to a contact that the agent may have ended meanwhile. */
function isAboutContact(step: ScenarioStep): boolean {
  return !general.includes(step.do);
}

/**
 * Plays a scenario from its first step on. What can no longer be done to a contact, as the agent was faster, is left out;
 * anything else the centre refuses ends the scenario.
 */
export function playScenario(scenario: Scenario, { control, desk, events, isSignedIn }: Stage): ScenarioPlayer {
  const contacts = new Map<string, string>();
  let rungLast: string | null = null;
  let stepsDone = 0;
  let isTimed = false;
  let status: ScenarioView['status'] = 'playing';
  let problem: string | null = null;
  let cancelTimer = (): void => {};
  const acts: Readonly<Record<ScenarioStep['do'], (step: ScenarioStep, contactId: string) => void>> = {
    ring(step) {
      rungLast = control.offer(pickOffer(step));
      if (step.as !== undefined) contacts.set(step.as, rungLast);
    },
    hangUp: (_step, id) => control.hangUp(id),
    abandon: (_step, id) => control.abandon(id),
    miss: (_step, id) => control.miss(id),
    fail: (_step, id) => control.fail(id),
    dial: (_step, id) => control.dial(id),
    answerOutbound: (_step, id) => control.answerOutbound(id),
    setAttributes: ({ attributes }, id) => control.setAttributes(id, attributes ?? {}),
    autoClear: (_step, id) => control.autoClear(id),
    remove: (_step, id) => control.remove(id),
    bargeIn: (_step, id) => control.supervise(id, { mode: 'BARGE' }),
    endSupervision: (_step, id) => control.endSupervision(id),
    changeStatus: ({ status: name }) => control.changeStatus(name ?? ''),
    setFault({ fault }) {
      if (fault) control.setFault(fault);
    },
    clearFaults: () => control.clearFaults(),
    setWebSocket: ({ mode }) => control.setWebSocket(mode ?? 'normal'),
    expireSession: () => control.expireSession(),
  };
  // Every visible change is in the event stream, so nothing else needs to be watched.
  const unsubscribe = events.subscribe(advance);

  function finish(how: ScenarioView['status']): void {
    status = how;
    cancelTimer();
    unsubscribe();
  }

  function meantContact({ contact }: ScenarioStep): string | null {
    if (contact !== undefined) return contacts.get(contact) ?? null;
    return rungLast ?? desk.state.contacts.at(-1)?.id ?? null;
  }

  function holds(step: ScenarioStep): boolean {
    if (step.after === undefined) return true;
    const [what = '', wanted = ''] = step.after.split(/:(.*)/s);
    const { AgentStatus, NextAgentStatus, Contacts } = describeForEvents(desk.state);
    const state = Contacts.find(({ ContactId }) => ContactId === meantContact(step))?.State;
    switch (what) {
      case 'signedIn':
        return isSignedIn() && events.entries.some(({ EventType }) => EventType === 'LOGIN');
      case 'agentStatus':
        return AgentStatus.Name === wanted;
      case 'nextStatus':
        return NextAgentStatus?.Name === wanted;
      case 'contactGone':
        return state === undefined;
      default:
        return state === wanted;
    }
  }

  function advance(): void {
    const step = scenario.steps[stepsDone];
    if (status !== 'playing' || isTimed) return;
    if (!step) {
      finish('finished');
      return;
    }
    if (isTooLate(step)) {
      skip(step, 'its contact is gone');
      return;
    }
    if (!holds(step)) return;
    isTimed = true;
    // Never from inside the change that made the condition true: its listeners are not through yet.
    cancelTimer = desk.clock.after(step.waitMs ?? 0, () => take(step));
  }

  /** The agent was faster than the scenario: it goes on without this step. */
  function skip(step: ScenarioStep, reason: string): void {
    problem = `Step ${stepsDone + 1}, ${step.do}, was left out: ${reason}`;
    stepsDone += 1;
    isTimed = false;
    advance();
  }

  /** Whether a step waits for a state of a contact that has left the desk. */
  function isTooLate(step: ScenarioStep): boolean {
    const id = step.after?.startsWith('contactState:') ? meantContact(step) : null;
    return id !== null && !desk.state.contacts.some((contact) => contact.id === id);
  }

  /** Stays timed until the step is done, as the act itself makes events. */
  function take(step: ScenarioStep): void {
    try {
      acts[step.do](step, meantContact(step) ?? '');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (isAboutContact(step)) {
        skip(step, error.message);
        return;
      }
      problem = `Step ${stepsDone + 1}, ${step.do}: ${error.message}`;
      finish('failed');
      return;
    }
    stepsDone += 1;
    isTimed = false;
    advance();
  }

  advance();
  return {
    view: () => ({
      title: scenario.title,
      stepsDone,
      steps: scenario.steps.length,
      waitsFor: status === 'playing' && !isTimed ? (scenario.steps[stepsDone]?.after ?? null) : null,
      status,
      problem,
    }),
    stop() {
      if (status === 'playing') finish('stopped');
    },
  };
}
