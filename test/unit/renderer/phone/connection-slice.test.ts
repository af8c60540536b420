import { describe, expect, it } from 'vitest';
import { mapConnections, mapSupervision } from '../../../../renderer/phone/connection-slice.js';
import { connectionReading } from './fake-streams.js';

const party = (change: Parameters<typeof connectionReading>[0]) =>
  mapConnections([connectionReading({ initial: false, ...change })])[0]?.party;
const leg = (change: Parameters<typeof connectionReading>[0]) =>
  connectionReading({ type: 'monitoring', initial: false, ...change });

describe('the parties of a contact', () => {
  it.each([
    [{ type: 'agent' }, 'agent'],
    [{ type: 'inbound', initial: true }, 'customer'],
    [{ type: 'outbound', initial: true }, 'customer'],
    // On a call the agent supervises, the agent's own connection is the initial one.
    [{ type: 'inbound' }, 'customer'],
    [{ type: 'outbound' }, 'thirdParty'],
    [{ type: 'monitoring', initial: true }, 'agent'],
    [{ type: 'monitoring' }, 'supervisor'],
  ] as const)('%j is the %s', (change, expected) => {
    expect(party(change)).toBe(expected);
  });

  it.each([
    ['connecting', 'connecting'],
    ['connected', 'connected'],
    ['hold', 'onHold'],
    ['barge', 'connected'],
    ['silent_monitor', 'connected'],
  ])('in the state %s are %s', (stateType, state) => {
    expect(mapConnections([connectionReading({ stateType })])[0]?.state).toBe(state);
  });

  it.each(['disconnected', 'init', '', 'constructor'])('in the state %j are not there', (stateType) => {
    expect(mapConnections([connectionReading({ stateType })])).toEqual([]);
  });
});

describe('supervision', () => {
  const may = ['SILENT_MONITOR', 'BARGE'];
  it.each([
    ['listening', 'SILENT_MONITOR'],
    ['barged', 'BARGE'],
    // What is not said to be heard is taken for listening only.
    ['listening', null],
  ])('of an agent who supervises is %s for %s', (role, monitorStatus) => {
    const own = leg({ initial: true, monitorStatus, monitorCapabilities: may });
    expect(mapSupervision([own])).toEqual({ role, mayBargeIn: true, mayListen: true });
    const without = leg({ initial: true, monitorStatus, monitorCapabilities: [] });
    expect(mapSupervision([without])).toEqual({ role, mayBargeIn: false, mayListen: false });
  });

  it('of an agent who is supervised is told once the supervisor is heard', () => {
    expect(mapSupervision([connectionReading(), leg({ monitorStatus: 'BARGE' })])?.role).toBe('supervised');
    expect(mapSupervision([connectionReading(), leg({ monitorStatus: 'SILENT_MONITOR' })])).toBeNull();
    expect(
      mapSupervision([connectionReading(), leg({ monitorStatus: 'BARGE', stateType: 'disconnected' })]),
    ).toBeNull();
    expect(mapSupervision([connectionReading()])).toBeNull();
  });
});
