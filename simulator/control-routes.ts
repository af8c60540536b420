import type { Control } from './control.js';
import * as read from './control-input.js';
import { personas } from './personas.js';
import { readScenarioChoice } from './scenario-input.js';
import { scenarios } from './scenario-library.js';

/** One call of Control over HTTP: gets the contact id of the path, the parsed body and the query, returns JSON. */
export type ControlRoute = (call: {
  readonly control: Control;
  readonly contactId: string;
  readonly partyId: string;
  readonly body: unknown;
  readonly query: URLSearchParams;
}) => unknown;

/** All calls, by method and path; `:id` stands for a contact id and `:party` for a connection id. */
export const controlRoutes: Readonly<Record<string, ControlRoute>> = {
  'GET /state': ({ control }) => control.state(),
  'GET /events': ({ control, query }) => control.eventsSince(read.readSince(query)),
  'GET /requests': ({ control, query }) => control.requestsSince(read.readSince(query)),
  'GET /personas': () => personas,
  'POST /contacts': ({ control, body }) => ({ contactId: control.offer(read.readOffer(body)) }),
  'POST /contacts/:id/hang-up': ({ control, contactId }) => control.hangUp(contactId),
  'POST /contacts/:id/miss': ({ control, contactId, body }) => control.miss(contactId, read.readMissEnding(body)),
  'POST /contacts/:id/abandon': ({ control, contactId, body }) =>
    control.abandon(contactId, read.readRejectEnding(body)),
  'POST /contacts/:id/fail': ({ control, contactId }) => control.fail(contactId),
  'POST /contacts/:id/answer-outbound': ({ control, contactId }) => control.answerOutbound(contactId),
  'POST /contacts/:id/dial': ({ control, contactId }) => control.dial(contactId),
  'POST /contacts/:id/supervise': ({ control, contactId, body }) =>
    control.supervise(contactId, read.readSupervision(body)),
  'POST /contacts/:id/end-supervision': ({ control, contactId }) => control.endSupervision(contactId),
  'POST /contacts/:id/parties/:party/answer': ({ control, contactId, partyId }) =>
    control.answerParty(contactId, partyId),
  'POST /contacts/:id/parties/:party/hang-up': ({ control, contactId, partyId }) =>
    control.hangUpParty(contactId, partyId),
  'POST /contacts/:id/attributes': ({ control, contactId, body }) =>
    control.setAttributes(contactId, read.readAttributes(body, 'The body')),
  'POST /contacts/:id/remove': ({ control, contactId }) => control.remove(contactId),
  'POST /contacts/:id/auto-clear': ({ control, contactId }) => control.autoClear(contactId),
  'POST /read-only-contacts': ({ control, body }) => ({
    contactId: control.addReadOnlyContact(read.readReadOnlyContact(body)),
  }),
  'POST /monitored-calls': ({ control, body }) => ({ contactId: control.monitorCall(read.readMonitoring(body)) }),
  'POST /status': ({ control, body }) => control.changeStatus(read.readStatusName(body)),
  'POST /statuses': ({ control, body }) => control.setStatuses(read.readStatuses(body)),
  'POST /faults': ({ control, body }) => control.setFault(read.readFault(body)),
  'DELETE /faults': ({ control }) => control.clearFaults(),
  'POST /session': ({ control, body }) => control.setSession(read.readSession(body)),
  'POST /approved-origins': ({ control, body }) => control.setApprovedOrigins(read.readOrigins(body)),
  'POST /web-socket': ({ control, body }) => control.setWebSocket(read.readWebSocketMode(body)),
  'DELETE /session': ({ control }) => control.expireSession(),
  'POST /identity-provider': ({ control, body }) => control.setIdentityProvider(read.readIdentityHabits(body)),
  'POST /auto-accept': ({ control, body }) => control.setAutoAccept(read.readAutoAccept(body)),
  'GET /scenarios': () =>
    Object.entries(scenarios).map(([name, { title, description, steps }]) => ({
      name,
      title,
      description,
      steps: steps.length,
    })),
  'POST /scenario': ({ control, body }) => control.playScenario(readScenarioChoice(body)),
  'DELETE /scenario': ({ control }) => control.stopScenario(),
  'POST /habits': ({ control, body }) => control.setHabits(read.readHabits(body)),
};
