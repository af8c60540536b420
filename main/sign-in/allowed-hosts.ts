/** Hosts the agent has allowed in the sign-in window, for each host of an instance. */
export type AllowedHosts = Readonly<Record<string, readonly string[]>>;

/** More than a company ever needs; the oldest are asked for again. */
const maxHosts = 64;

/** The hosts allowed for one instance. */
export function hostsAllowedFor(allowed: AllowedHosts, instanceHost: string): readonly string[] {
  return Object.hasOwn(allowed, instanceHost) ? (allowed[instanceHost] ?? []) : [];
}

/** The same with one host more. What is allowed for one instance says nothing for another. */
export function allowHost(allowed: AllowedHosts, instanceHost: string, host: string): AllowedHosts {
  const others = hostsAllowedFor(allowed, instanceHost).filter((each) => each !== host);
  return { ...allowed, [instanceHost]: [...others, host].slice(-maxHosts) };
}
