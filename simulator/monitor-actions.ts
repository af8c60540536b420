import { agentConnection, type Contact, type MonitorMode } from './contact.js';
import { findConnection, findContact, moveConnection, requireState } from './contact-steps.js';
import type { Desk } from './desk.js';
import { requireVoiceSlot } from './interrupt.js';
import { makeConnection, makeContact } from './make-contact.js';
import { Refusal } from './refusal.js';

// Monitoring, as far as the public Streams can tell: a supervisor's leg has the type `monitoring`, and `monitorStatus`
// says what it does. Where the service puts such a leg is ours; no recorded snapshot has been seen.

/** A supervisor joins a connected call. Listening is not shown to the agent; barging in adds a leg. */
export function superviseContact(desk: Desk, contactId: string, supervisor: string, mode: MonitorMode): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['connected'], 'supervise');
  const present = contact.connections.find(({ type, initial, state }) => {
    return type === 'monitoring' && !initial && state !== 'disconnected';
  });
  desk.change(() => {
    if (mode === 'SILENT_MONITOR') {
      if (present) moveConnection(desk, present, 'disconnected');
      return;
    }
    if (present) return;
    const leg = { type: 'monitoring', initial: false, phoneNumber: null, state: 'connected' } as const;
    contact.connections.push(makeConnection(desk, { ...leg, quickConnectName: supervisor, monitorMode: mode }));
  });
}

/** The supervisor leaves the call. Throws a Refusal when nobody has barged in. */
export function endSupervision(desk: Desk, contactId: string): void {
  const contact = findContact(desk, contactId);
  const leg = contact.connections.find(({ type, initial, state }) => {
    return type === 'monitoring' && !initial && state !== 'disconnected';
  });
  if (!leg) throw new Refusal('InvalidStateException', `Nobody has barged into contact ${contactId}`);
  desk.change(() => moveConnection(desk, findConnection(contact, leg.id), 'disconnected'));
}

/** What somebody else's call is known by. */
export interface MonitoredCall {
  readonly agentName: string;
  readonly phoneNumber: string | null;
  readonly customerName: string | null;
}

/** The agent of this desk starts to listen to another agent's call. Throws a Refusal while a call is at the desk. */
export function monitorCall(desk: Desk, { agentName, phoneNumber, customerName }: MonitoredCall): Contact {
  requireVoiceSlot(desk, false);
  return desk.change((state) => {
    const made = makeContact(desk, {
      channel: 'voice',
      initiation: 'monitor',
      state: 'connected',
      queue: null,
      waitedMs: null,
      phoneNumber,
      customerName,
      attributes: {},
    });
    // Streams' fixtures show the supervisor's own leg as the initial one; the people on the call follow.
    const [, customer] = made.connections;
    const listener = makeConnection(desk, {
      type: 'monitoring',
      initial: true,
      phoneNumber: null,
      quickConnectName: null,
      state: 'connected',
      monitorMode: 'SILENT_MONITOR',
      monitors: agentName,
    });
    const talking = makeConnection(desk, {
      type: 'outbound',
      initial: false,
      phoneNumber: null,
      quickConnectName: agentName,
      state: 'connected',
    });
    made.connections.splice(0, made.connections.length, listener, talking);
    if (customer) made.connections.push({ ...customer, initial: false });
    state.contacts.push(made);
    return made;
  });
}

/** The agent changes between listening and barging in. Throws a Refusal on a call the agent does not monitor. */
export function setMonitorMode(desk: Desk, contactId: string, mode: MonitorMode): void {
  const contact = findContact(desk, contactId);
  requireState(contact, ['connected'], 'monitor');
  const leg = agentConnection(contact);
  if (leg.type !== 'monitoring') throw new Refusal('AccessDeniedException', 'The agent does not monitor this contact');
  desk.change(() => {
    leg.monitorMode = mode;
  });
}
