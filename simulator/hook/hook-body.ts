import type { Check } from '../input-checks.js';
import { count, refuse, text } from '../input-checks.js';
import { isObject } from '../operations/operation.js';

const maxIdLength = 512;
const maxTtlSeconds = 3_600;
const msPerSecond = 1_000;

/** What every request to the hook says. */
export interface HookBody {
  readonly agentId: string;
  readonly epoch: number;
}

export interface LeaseBody extends HookBody {
  readonly seq: number;
  readonly status: string;
  readonly ttlMs: number;
}

function read<T>(body: unknown, name: string, check: Check<T>): T {
  return isObject(body) ? check(body[name], name) : refuse('The body must be an object');
}

/** The members that are needed are checked; more are left alone, as a later version may send them. Throws a Refusal. */
export function readHookBody(body: unknown): HookBody {
  const agentId = read(body, 'agentId', text);
  if (agentId === '' || agentId.length > maxIdLength) refuse('agentId must be the ARN of an agent');
  return { agentId, epoch: read(body, 'epoch', count) };
}

export function readReleaseBody(body: unknown): HookBody & { readonly seq: number } {
  return { ...readHookBody(body), seq: read(body, 'seq', count) };
}

export function readLeaseBody(body: unknown): LeaseBody {
  const ttlSeconds = read(body, 'ttlSeconds', count);
  if (ttlSeconds > maxTtlSeconds) refuse(`ttlSeconds must be at most ${maxTtlSeconds}`);
  return { ...readReleaseBody(body), status: read(body, 'status', text), ttlMs: ttlSeconds * msPerSecond };
}
