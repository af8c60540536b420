import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** Changes when a field changes its meaning, so that what reads the line can tell. */
const lineVersion = 1;

/** The phone as one line of JSON for another program: no name, number or attribute of a customer is in it. */
export function describePhone({ agent, contacts, health, muted, skewMs }: PhoneSnapshot): string {
  const local = (serverMs: number | null | undefined): string | null => {
    const time = new Date((serverMs ?? Number.NaN) + skewMs);
    return Number.isNaN(time.getTime()) ? null : time.toISOString();
  };
  return JSON.stringify({
    version: lineVersion,
    signedIn: agent !== null,
    status: agent?.availability.name ?? null,
    statusType: agent?.availability.type ?? null,
    since: local(agent?.availability.sinceMs),
    next: agent?.nextStatus?.name ?? null,
    activity: agent?.activity ?? null,
    contacts: contacts.map(({ channel, direction, state, sinceMs }) => ({
      channel,
      direction,
      state,
      since: local(sinceMs),
    })),
    muted,
    connected: health.phase === 'ready',
    trouble: health.trouble,
  });
}
