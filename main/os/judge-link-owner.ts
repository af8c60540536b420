import type { LinkOwner } from '../../contract/link-state.js';

/** What a system says of a scheme. */
export interface LinkFacts {
  /** Whether the system knows this app as one for the scheme. */
  readonly registered: boolean;
  /** What opens its links, as the system calls it; '' for nothing. */
  readonly chosen: string;
  /** This app, as the system calls it. */
  readonly own: string;
}

const maxNameLength = 200;

/** Who opens the links: an app that is not known to the system can be chosen by nobody. */
export function judgeLinkOwner({ registered, chosen, own }: LinkFacts): LinkOwner {
  const name = chosen.trim();
  if (registered && name === own) return { kind: 'ours' };
  if (!registered) return { kind: 'notRegistered' };
  return name === '' ? { kind: 'nobody' } : { kind: 'another', name: name.slice(0, maxNameLength) };
}
