import { instance, type QuickConnect } from './instance.js';

const kinds = ['agent', 'queue', 'phone_number'] as const;

function makeQuickConnect(index: number): QuickConnect {
  const serial = String(index + 1).padStart(4, '0');
  const arn = `${instance.arn}/transfer-destination/${index + 1}`;
  switch (kinds[index % kinds.length]) {
    case 'queue':
      return { arn, name: `Queue ${serial}`, type: 'queue', queue: instance.queues[index % instance.queues.length] };
    case 'phone_number':
      return {
        arn,
        name: `External ${serial}`,
        type: 'phone_number',
        phoneNumber: `+1202555${String(index % 10_000).padStart(4, '0')}`,
      };
    default:
      return { arn, name: `Agent ${serial}`, type: 'agent', agentLogin: `agent-${serial}` };
  }
}

/** The quick connects of an instance: its own when no number is given, else that many, of all three kinds in turn. */
export function makeQuickConnects(count: number | null): readonly QuickConnect[] {
  if (count === null) return instance.quickConnects;
  return Array.from({ length: count }, (_nothing, index) => makeQuickConnect(index));
}

/** Size of a page when the client asks for none; Streams asks for 500. */
const defaultPageSize = 100;

/** One page of a list, and the token of the next; the token is the position it begins at. */
export function readPage<T>(
  items: readonly T[],
  nextToken: string | null,
  maxResults: number | null,
): { readonly page: readonly T[]; readonly nextToken: string | null } {
  const start = nextToken === null ? 0 : Number(nextToken);
  const end = start + (maxResults ?? defaultPageSize);
  return { page: items.slice(start, end), nextToken: end < items.length ? String(end) : null };
}
