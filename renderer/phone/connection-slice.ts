import type { Connection, Party } from '../../contract/connection.js';
import type { Supervision } from '../../contract/contact.js';
import type { ConnectionReading } from './streams-reading.js';

/** Streams 2.28.2 `ConnectionStateType`: those of a party that has not left, and what they are called here. */
const STATES: ReadonlyMap<string, Connection['state']> = new Map([
  ['connecting', 'connecting'],
  ['connected', 'connected'],
  ['hold', 'onHold'],
  ['silent_monitor', 'connected'],
  ['barge', 'connected'],
]);

/** Streams 2.28.2 `MonitoringMode`. */
const listens = 'SILENT_MONITOR';
const barges = 'BARGE';

/** Maps the parties that have not left, in Connect's order. */
export function mapConnections(readings: readonly ConnectionReading[]): readonly Connection[] {
  return readings.flatMap((reading) => {
    const state = STATES.get(reading.stateType);
    if (state === undefined) return [];
    return {
      connectionId: reading.connectionId,
      party: partyOf(reading),
      name: reading.quickConnectName,
      phoneNumber: reading.phoneNumber,
      state,
      sinceMs: reading.stateMs,
      muted: reading.muted,
      muteLocked: reading.muteLocked,
    };
  });
}

/**
 * Exactly one connection of a contact is the initial one: the customer's, or the supervisor's own on a call that this
 * agent supervises, where the people on the call follow.
 */
function partyOf({ type, initial }: ConnectionReading): Party {
  if (type === 'agent') return 'agent';
  if (type === 'monitoring') return initial ? 'agent' : 'supervisor';
  return initial || type === 'inbound' ? 'customer' : 'thirdParty';
}

/** Who supervises whom, or null. Someone who only listens is not told to the agent who is listened to. */
export function mapSupervision(readings: readonly ConnectionReading[]): Supervision | null {
  const legs = readings.filter(({ type, stateType }) => type === 'monitoring' && STATES.has(stateType));
  const own = legs.find(({ initial }) => initial);
  if (own !== undefined) {
    return {
      role: own.monitorStatus === barges ? 'barged' : 'listening',
      mayBargeIn: own.monitorCapabilities.includes(barges),
      mayListen: own.monitorCapabilities.includes(listens),
    };
  }
  const barged = legs.some(({ monitorStatus }) => monitorStatus === barges);
  return barged ? { role: 'supervised', mayBargeIn: false, mayListen: false } : null;
}
