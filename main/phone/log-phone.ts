import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Log } from '../app/log.js';

/**
 * Writes what support needs to know of the phone, each time it changes: how well it is, what kind of status is chosen and
 * what the agent is doing. Names, numbers and attributes stay out of the log by not being looked at.
 */
export function logPhone(log: Log, onSnapshot: (listener: (snapshot: PhoneSnapshot) => void) => void): void {
  let last = '';
  onSnapshot(({ health, agent, contacts }) => {
    const facts = {
      phase: health.phase,
      trouble: health.trouble,
      recovery: health.recovery,
      webSocket: health.webSocketUp,
      status: agent?.availability.type ?? null,
      next: agent?.nextStatus?.type ?? null,
      activity: agent?.activity ?? null,
      contacts: contacts.map((contact) => `${contact.channel}/${contact.state}`).join(',') || null,
    };
    const line = JSON.stringify(facts);
    if (line === last) return;
    last = line;
    log.write('phone', facts);
  });
}
