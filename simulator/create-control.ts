import type { AgentEvent } from './agent-event.js';
import type { AnswerShape } from './api-side.js';
import type { CcpSite } from './ccp-server.js';
import type { Control } from './control.js';
import * as customer from './customer-actions.js';
import type { IdentityProvider } from './identity-provider.js';
import { instance, type NamedResource } from './instance.js';
import type { Journal } from './journal.js';
import * as monitor from './monitor-actions.js';
import type { OfferOptions } from './offer-options.js';
import { findPersona, type Persona } from './personas.js';
import { Refusal } from './refusal.js';
import type { Scenario } from './scenario.js';
import { scenarios } from './scenario-library.js';
import { playScenario, type ScenarioPlayer } from './scenario-player.js';
import { viewDesk } from './simulator-state.js';
import type { WireObject } from './snapshot.js';
import { chooseStatus, setStatuses } from './status-actions.js';
import type { WebSocketSide } from './web-socket-side.js';

const usualWaitMs = 42_000;

function findQueue(wanted: string): NamedResource {
  const found = instance.queues.find(({ name, arn }) => name === wanted || arn === wanted);
  if (!found) throw new Refusal('InvalidParameterException', `There is no queue ${wanted}`);
  return found;
}

function findScenario(name: string): Scenario {
  const found = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (!found) throw new Refusal('InvalidParameterException', `There is no scenario ${name}`);
  return found;
}

function newcomer(name: string): Persona {
  return { name, phoneNumber: '+12025550100', queue: 'BasicQueue', attributes: { customerName: name } };
}

/** Makes the control of a running simulator. */
export function createControl(
  site: CcpSite,
  events: Journal<AgentEvent>,
  webSockets: WebSocketSide,
  dealPersona: () => Persona,
  identityProvider: IdentityProvider | null,
): Control {
  const { desk, longPoll, session, shapes } = site.api;

  function choosePersona(name: string | undefined): Persona {
    return name === undefined ? dealPersona() : (findPersona(name) ?? newcomer(name));
  }

  function offer(options: OfferOptions = {}): string {
    const queue = options.queue === undefined ? null : findQueue(options.queue);
    const persona = choosePersona(options.customer);
    const channel = options.channel ?? 'voice';
    const phoneNumber = options.phoneNumber === undefined ? persona.phoneNumber : options.phoneNumber;
    const isCall = channel === 'voice' || channel === 'queue_callback';
    return customer.offer(desk, {
      channel,
      queue: queue ?? findQueue(persona.queue),
      phoneNumber: isCall ? phoneNumber : null,
      customerName: persona.name,
      attributes: options.attributes ?? persona.attributes,
      waitedMs: options.waitedMs ?? usualWaitMs,
      description:
        options.description ?? (channel === 'task' || channel === 'email' ? (persona.attributes.reason ?? null) : null),
      interrupts: options.interrupts ?? false,
    }).id;
  }

  function setAnswerShape(operation: string, shape: AnswerShape | null): void {
    if (shape) shapes.set(operation, shape);
    else shapes.delete(operation);
    // The held poll goes out in its new shape.
    if (operation === 'GetAgentSnapshot') longPoll.bump();
  }

  let player: ScenarioPlayer | null = null;

  const control: Control = {
    ring: offer,
    offer,
    hangUp: (contactId) => customer.hangUp(desk, contactId),
    miss: (contactId, options) => customer.miss(desk, contactId, options?.endsAs),
    abandon: (contactId, options) => customer.abandon(desk, contactId, options?.endsAs),
    fail: (contactId) => customer.fail(desk, contactId),
    answerOutbound: (contactId) => customer.answerOutbound(desk, contactId),
    dial: (contactId) => customer.dial(desk, contactId),
    answerParty: (contactId, connectionId) => customer.answerParty(desk, contactId, connectionId),
    hangUpParty: (contactId, connectionId) => customer.hangUpParty(desk, contactId, connectionId),
    supervise: (contactId, { mode, supervisor }) =>
      monitor.superviseContact(desk, contactId, supervisor ?? 'Supervisor', mode),
    endSupervision: (contactId) => monitor.endSupervision(desk, contactId),
    monitorCall(options = {}) {
      const { name, phoneNumber } = choosePersona(options.customer);
      return monitor.monitorCall(desk, { agentName: options.agent ?? 'Grace Hopper', customerName: name, phoneNumber })
        .id;
    },
    setAttributes: (contactId, attributes) => customer.setAttributes(desk, contactId, attributes),
    remove: (contactId) => customer.remove(desk, contactId),
    autoClear: (contactId) => customer.autoClear(desk, contactId),
    addReadOnlyContact(options) {
      const queue = options.queue === undefined ? null : findQueue(options.queue);
      const persona = choosePersona(options.customer);
      return customer.addReadOnlyContact(desk, {
        channel: options.channel,
        queue: queue ?? findQueue(persona.queue),
        customerName: persona.name,
        attributes: options.attributes ?? persona.attributes,
      }).id;
    },
    changeStatus: (name) => chooseStatus(desk, { arn: null, name }, true),
    setFault: (fault) => site.faults.set(fault),
    clearFaults: () => site.faults.clear(),
    setSession: ({ signedIn }) => (signedIn ? session.signIn() : session.signOut()),
    expireSession: () => session.expire(),
    setIdentityProvider(habits) {
      if (!identityProvider) throw new Refusal('InvalidStateException', 'There is no identity provider here');
      Object.assign(identityProvider.habits, habits);
    },
    setAutoAccept(channels) {
      desk.change(({ configuration }) => {
        configuration.softphoneAutoAccept = channels.includes('voice');
        configuration.autoAccept = channels.filter((channel) => channel !== 'voice');
      });
    },
    playScenario(wanted) {
      const found = typeof wanted === 'string' ? findScenario(wanted) : wanted;
      player?.stop();
      player = playScenario(found, { control, desk, events, isSignedIn: () => session.isSignedIn() });
    },
    stopScenario: () => player?.stop(),
    setAnswerShape,
    setSnapshotShape(shape) {
      setAnswerShape(
        'GetAgentSnapshot',
        shape && ((answer) => ({ ...answer, snapshot: shape(answer.snapshot as WireObject) })),
      );
    },
    setApprovedOrigins(origins) {
      site.approvedOrigins = [...origins];
    },
    setWebSocket: (mode) => webSockets.setMode(mode),
    setStatuses: (statuses) => setStatuses(desk, statuses),
    setHabits: (habits) => void Object.assign(desk.habits, habits),
    state: () => ({
      ...viewDesk(desk),
      signedIn: session.isSignedIn(),
      pollsHeld: longPoll.held(),
      webSocketsOpen: webSockets.open(),
      eventCount: events.entries.length,
      requestCount: site.requests.entries.length,
      faults: site.faults.list(),
      webSocketMode: webSockets.mode(),
      identityProvider: identityProvider && { ...identityProvider.habits },
      scenario: player?.view() ?? null,
    }),
    eventsSince: (n) => events.entries.slice(n),
    requestsSince: (n) => site.requests.entries.slice(n),
  };
  return control;
}
