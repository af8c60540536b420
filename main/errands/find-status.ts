import type { AgentStatus } from '../../contract/agent.js';
import { fail, type Result, succeed } from '../../contract/result.js';

/** Finds a status by a name as somebody wrote it: capitals do not count, unless they tell two apart. */
export function findStatus(
  name: string,
  statuses: readonly AgentStatus[],
): Result<AgentStatus, 'unknownStatus' | 'ambiguousStatus'> {
  const named = statuses.filter((status) => plain(status.name) === plain(name));
  const [exact, another] = named.filter((status) => status.name === name);
  const [first, second] = exact !== undefined && another === undefined ? [exact] : named;
  if (first === undefined) return fail('unknownStatus');
  return second === undefined ? succeed(first) : fail('ambiguousStatus');
}

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
