import type { Desk } from '../desk.js';
import type { LongPoll } from '../long-poll.js';
import { Refusal } from '../refusal.js';
import type { Secrets } from '../session.js';
import type { WireObject } from '../snapshot.js';

/** What an operation works on. */
export interface OperationContext {
  readonly desk: Desk;
  readonly longPoll: LongPoll;
  readonly secrets: Secrets;
  /** Parsed request body. */
  readonly body: WireObject;
  /** `host:port` under which the client reached the service. */
  readonly host: string;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

/** Handles one API operation: the answer, or a Refusal thrown. */
export type Operation = (context: OperationContext) => WireObject | Promise<WireObject>;

/** Reads a text member. Throws a Refusal (ValidationException) when it is missing or no text. */
export function requireText(body: WireObject, member: string): string {
  const value = body[member];
  if (typeof value === 'string' && value !== '') return value;
  throw new Refusal('ValidationException', `${member} must be a text`);
}

/** Reads an optional text member; null when absent. Throws a Refusal (ValidationException) when it is no text. */
export function readText(body: WireObject, member: string): string | null {
  return body[member] === undefined || body[member] === null ? null : requireText(body, member);
}

/** Reads an object member. Throws a Refusal (ValidationException) when it is missing or no object. */
export function requireObject(body: WireObject, member: string): WireObject {
  const value = body[member];
  if (isObject(value)) return value;
  throw new Refusal('ValidationException', `${member} must be an object`);
}

/** Whether a parsed JSON value is an object, not a list. */
export function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
