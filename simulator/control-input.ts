import type { StatusOption } from './agent-status.js';
import type { Channel, MonitorMode } from './contact.js';
import type { Fault } from './fault.js';
import type { Habits } from './habits.js';
import type { IdentityHabits } from './identity-provider.js';
import {
  type Check,
  count,
  duration,
  flag,
  httpStatus,
  listOf,
  membersOf,
  oneOf,
  orNull,
  refuse,
  text,
} from './input-checks.js';
import type { MonitorOptions, OfferOptions, ReadOnlyContactOptions } from './offer-options.js';
import { isObject } from './operations/operation.js';
import type { WebSocketMode } from './web-socket-side.js';

// Reads what came over HTTP into the arguments of Control. Everything here throws a Refusal (ValidationException) that
// names the member at fault; unknown members are at fault too, as a misspelt one would otherwise be ignored.

/** Reads contact attributes: an object of texts. */
export function readAttributes(value: unknown, name = 'attributes'): Readonly<Record<string, string>> {
  if (!isObject(value)) return refuse(`${name} must be an object`);
  return Object.fromEntries(Object.entries(value).map(([key, given]) => [key, text(given, `${name}.${key}`)]));
}

export function readOffer(body: unknown): OfferOptions {
  return membersOf<Required<OfferOptions>>({
    customer: text,
    attributes: readAttributes,
    queue: text,
    phoneNumber: orNull(text),
    channel: oneOf('voice', 'queue_callback', 'chat', 'task', 'email'),
    waitedMs: duration,
    description: text,
    interrupts: flag,
  })(body, 'The body');
}

export function readReadOnlyContact(body: unknown): ReadOnlyContactOptions {
  const { channel, ...rest } = membersOf<Required<ReadOnlyContactOptions>>({
    channel: oneOf('chat', 'task', 'email'),
    customer: text,
    attributes: readAttributes,
    queue: text,
  })(body, 'The body');
  return { channel: channel ?? refuse('channel is missing'), ...rest };
}

export function readFault(body: unknown, name = 'The body'): Fault {
  const { op, kind, ...rest } = membersOf<Required<Fault>>({
    op: text,
    kind: oneOf('status', 'hang', 'drop', 'badjson', 'delay', 'dead'),
    status: httpStatus,
    type: text,
    message: text,
    ms: duration,
    count,
  })(body, name);
  if (kind === 'dead' && op !== 'page') refuse('only the page can fall silent (dead)');
  return { op: op ?? refuse('op is missing'), kind: kind ?? refuse('kind is missing'), ...rest };
}

export function readHabits(body: unknown): Partial<Habits> {
  return membersOf<Habits>({
    missEndsAs: oneOf('missed', 'error'),
    rejectEndsAs: oneOf('rejected', 'error'),
    autoAnswerOutboundMs: orNull(duration),
    ringTimeoutMs: orNull(duration),
    afterContactMs: orNull(duration),
    acceptedCallbackIs: oneOf('connecting', 'pending'),
    callbackRenewsAgentLeg: flag,
    multiParty: flag,
  })(body, 'The body');
}

export function readMissEnding(body: unknown): { endsAs?: Habits['missEndsAs'] } {
  return membersOf({ endsAs: oneOf<Habits['missEndsAs']>('missed', 'error') })(body, 'The body');
}

export function readRejectEnding(body: unknown): { endsAs?: Habits['rejectEndsAs'] } {
  return membersOf({ endsAs: oneOf<Habits['rejectEndsAs']>('rejected', 'error') })(body, 'The body');
}

export function readSession(body: unknown): { readonly signedIn: boolean } {
  const { signedIn } = membersOf({ signedIn: flag })(body, 'The body');
  return { signedIn: signedIn ?? refuse('signedIn is missing') };
}

export function readOrigins(body: unknown): readonly string[] {
  const { origins } = membersOf({ origins: listOf(readOrigin) })(body, 'The body');
  return origins ?? refuse('origins is missing');
}

/** A CSP source; a separator in it would smuggle in a directive, a line break would break the answer. */
function readOrigin(value: unknown, name: string): string {
  const source = text(value, name);
  return /^[^\s;,]+$/.test(source) ? source : refuse(`${name} must be one origin`);
}

export const readWebSocketModeName = oneOf<WebSocketMode>('normal', 'drop', 'mute-heartbeat', 'refuse');

export function readWebSocketMode(body: unknown): WebSocketMode {
  const { mode } = membersOf({ mode: readWebSocketModeName })(body, 'The body');
  return mode ?? refuse('mode is missing');
}

const readStatus: Check<StatusOption> = (value, name) => {
  const status = membersOf<StatusOption>({ name: text, type: oneOf('routable', 'not_routable', 'offline') })(
    value,
    name,
  );
  return {
    name: status.name ?? refuse(`${name}.name is missing`),
    type: status.type ?? refuse(`${name}.type is missing`),
  };
};

export function readStatuses(body: unknown): readonly StatusOption[] {
  const { statuses } = membersOf({ statuses: listOf(readStatus) })(body, 'The body');
  return statuses ?? refuse('statuses is missing');
}

export function readStatusName(body: unknown): string {
  const { name } = membersOf({ name: text })(body, 'The body');
  return name ?? refuse('name is missing');
}

export function readSupervision(body: unknown): { readonly mode: MonitorMode; readonly supervisor?: string } {
  const { mode, ...rest } = membersOf({ mode: oneOf<MonitorMode>('SILENT_MONITOR', 'BARGE'), supervisor: text })(
    body,
    'The body',
  );
  return { mode: mode ?? refuse('mode is missing'), ...rest };
}

export function readMonitoring(body: unknown): MonitorOptions {
  return membersOf<Required<MonitorOptions>>({ agent: text, customer: text })(body, 'The body');
}

export function readIdentityHabits(body: unknown): Partial<IdentityHabits> {
  return membersOf<IdentityHabits>({ hops: duration, popUp: flag, answers: flag, remembers: flag })(body, 'The body');
}

export function readAutoAccept(body: unknown): readonly Exclude<Channel, 'queue_callback'>[] {
  const channels = listOf(oneOf<Exclude<Channel, 'queue_callback'>>('voice', 'chat', 'task', 'email'));
  return membersOf({ channels })(body, 'The body').channels ?? refuse('channels is missing');
}

/** Reads `?since=`: a count, 0 when absent. */
export function readSince(query: URLSearchParams): number {
  const since = query.get('since') ?? '0';
  return /^\d{1,9}$/.test(since) ? Number(since) : refuse('since must be a count');
}
