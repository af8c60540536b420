import type { CommandFailure } from '../../contract/command.js';

/** The pair of callbacks Streams calls take. */
export interface StreamsCallbacks {
  success(): void;
  failure(error: unknown): void;
}

/** Connect's answer to a call is awaited this long; Streams itself would wait minutes, or for ever after a 401 or 403. */
export const answerTimeoutMs = 10_000;

/** The error types of Connect that mean that the sign-in has ended. Source: Streams 2.28.2 `CTIExceptions`. */
const SIGNED_OUT_TYPES: ReadonlySet<string> = new Set(['UnauthorizedException', 'RefreshTokenExpiredException']);

/**
 * Makes one Streams call and resolves with its failure or null, once, at the latest after `timeoutMs`. Answers that
 * come late or twice are ignored. What Streams throws at once is a failure too: it does so for contacts that are gone.
 */
export function callStreams(
  call: (callbacks: StreamsCallbacks) => void,
  timeoutMs = answerTimeoutMs,
): Promise<CommandFailure | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ reason: 'noAnswer', detail: null }), timeoutMs);
    const settle = (failure: CommandFailure | null): void => {
      clearTimeout(timer);
      resolve(failure);
    };
    try {
      call({ success: () => settle(null), failure: (error) => settle(readFailure(error)) });
    } catch (error) {
      settle(readThrown(error));
    }
  });
}

/** What is told of an error is as long at most. */
const maxTypeLength = 80;

/** Streams hands errors over as JSON text, as `{}`, as a bare word or as an object; only a type is taken from them. */
export function readFailure(error: unknown): CommandFailure {
  const type = typeOf(typeof error === 'string' ? parse(error) : error);
  if (type !== null && SIGNED_OUT_TYPES.has(type)) return { reason: 'signedOut', detail: type };
  return { reason: 'refused', detail: type };
}

function readThrown(error: unknown): CommandFailure {
  const gone = error instanceof Error && error.name === 'StateError';
  return { reason: gone ? 'noContact' : 'refused', detail: nameOf(error) };
}

/** What an error calls itself, as far as the contract takes it; a message may be personal. */
export function nameOf(error: unknown): string | null {
  if (!(error instanceof Error) || typeof error.name !== 'string') return null;
  return error.name.slice(0, maxTypeLength);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function typeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('type' in error)) return null;
  return typeof error.type === 'string' ? error.type.slice(0, maxTypeLength) : null;
}
