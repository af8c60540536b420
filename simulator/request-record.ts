/** One finished request at the CCP's address. */
export interface RequestRecord {
  /** ISO 8601 time of arrival. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  /** API operation, `page`, `authorize`, or null for everything else. */
  readonly operation: string | null;
  /** Parsed body without tokens; null when there was none or it was no JSON. */
  readonly body: unknown;
  /** HTTP status; null when nothing was answered. */
  readonly status: number | null;
  /** Kind of the fault that struck, if one did. */
  readonly fault: string | null;
  readonly origin: string | null;
}

const secretMembers = new Set(['authentication', 'authToken', 'refreshToken']);

/** Copies a parsed body without the members that carry tokens. */
export function withoutTokens(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutTokens);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => !secretMembers.has(name))
      .map(([name, value]) => [name, withoutTokens(value)]),
  );
}
