import type { AgentEvent } from './agent-event.js';
import type { StatusOption } from './agent-status.js';
import type { AnswerShape } from './api-side.js';
import type { Channel, MonitorMode } from './contact.js';
import type { Fault } from './fault.js';
import type { Habits } from './habits.js';
import type { IdentityHabits } from './identity-provider.js';
import type { MonitorOptions, OfferOptions, ReadOnlyContactOptions } from './offer-options.js';
import type { RequestRecord } from './request-record.js';
import type { Scenario } from './scenario.js';
import type { SimulatorState } from './simulator-state.js';
import type { WireObject } from './snapshot.js';
import type { WebSocketMode } from './web-socket-side.js';

/**
 * The customer's and the trainer's side of the simulator. What cannot be done throws a Refusal and changes nothing; over
 * HTTP that is a 4xx with the reason as JSON.
 */
export interface Control {
  /**
   * Offers a contact, a call unless a channel is given, whatever the agent's status. Returns the contact id. Refused when
   * the channel has no free slot: one call, two chats, one task, one e-mail.
   */
  offer(options?: OfferOptions): string;
  /** The same as `offer`, as calls are what is offered most. */
  ring(options?: OfferOptions): string;
  /** The customer puts the phone down; while ringing this is `abandon`, while being dialled it ends the contact. */
  hangUp(contactId: string): void;
  /** The ring runs out. */
  miss(contactId: string, options?: { readonly endsAs?: Habits['missEndsAs'] }): void;
  /** The customer gives up while the agent's phone rings. */
  abandon(contactId: string, options?: { readonly endsAs?: Habits['rejectEndsAs'] }): void;
  /** The call breaks: `error`. */
  fail(contactId: string): void;
  /** The dialled customer, or the dialled third party, picks up. */
  answerOutbound(contactId: string): void;
  /** The centre starts to dial for a callback that pends. */
  dial(contactId: string): void;
  /** One dialled third party picks up. */
  answerParty(contactId: string, connectionId: string): void;
  /** One third party declines or leaves. */
  hangUpParty(contactId: string, connectionId: string): void;
  /** A supervisor listens to the agent's call, of which the agent sees nothing, or barges in. */
  supervise(contactId: string, options: { readonly mode: MonitorMode; readonly supervisor?: string }): void;
  /** The supervisor who has barged in leaves. */
  endSupervision(contactId: string): void;
  /** The agent listens to another agent's call. Returns the contact id. */
  monitorCall(options?: MonitorOptions): string;
  /** Adds or replaces contact attributes. */
  setAttributes(contactId: string, attributes: Readonly<Record<string, string>>): void;
  /** The contact vanishes without having ended. */
  remove(contactId: string): void;
  /** After-contact work runs out by itself. */
  autoClear(contactId: string): void;
  /** Lays a connected contact of another channel on the desk. Returns its id. */
  addReadOnlyContact(options: ReadOnlyContactOptions): string;
  /** A supervisor sets the agent's status; with a contact at the desk it becomes the next status. */
  changeStatus(name: string): void;
  setFault(fault: Fault): void;
  clearFaults(): void;
  /** Signs the agent in or out on the server; the page is not told. */
  setSession(session: { readonly signedIn: boolean }): void;
  /** The session runs out: the next API call and the next authorize are refused, and nobody is told. */
  expireSession(): void;
  /** How the identity provider behaves; refused when the simulator was started without one. */
  setIdentityProvider(habits: Partial<IdentityHabits>): void;
  /** Channels whose contacts are accepted for the agent. */
  setAutoAccept(channels: readonly Exclude<Channel, 'queue_callback'>[]): void;
  /** Plays a scenario, one that comes along by its name; one that is playing is stopped. */
  playScenario(scenario: string | Scenario): void;
  stopScenario(): void;
  /** In process only: last hand on every answer of an operation, for malformed ones; null takes it off. */
  setAnswerShape(operation: string, shape: AnswerShape | null): void;
  /** The same for the snapshot within the answer of GetAgentSnapshot. */
  setSnapshotShape(shape: ((snapshot: WireObject) => unknown) | null): void;
  /** Replaces the CSP sources that may frame the CCP; none means nobody may. */
  setApprovedOrigins(origins: readonly string[]): void;
  setWebSocket(mode: WebSocketMode): void;
  setStatuses(statuses: readonly StatusOption[]): void;
  setHabits(habits: Partial<Habits>): void;
  state(): SimulatorState;
  /** Events from position `n` on; `n` is a count of events already seen. */
  eventsSince(n: number): readonly AgentEvent[];
  /** Finished requests at the CCP's address from position `n` on. */
  requestsSince(n: number): readonly RequestRecord[];
}
