import { describe, expect, it } from 'vitest';
import { agentSchema } from '../../../../contract/agent.js';
import type { ContactState } from '../../../../contract/contact.js';
import { mapAgent } from '../../../../renderer/phone/agent-slice.js';
import type { StateReading } from '../../../../renderer/phone/streams-reading.js';
import { available, buildContact, lunch, offline } from '../../contract/build-snapshot.js';
import { agentReading } from './fake-streams.js';

const state = (change: Partial<StateReading>): StateReading => ({
  arn: null,
  name: 'Busy',
  type: 'system',
  startMs: 2_000,
  ...change,
});

describe('mapAgent', () => {
  it.each(['constructor', 'toString', '__proto__'])('takes no name that every object has for a type: %s', (type) => {
    const odd = state({ arn: 'arn:odd', name: 'Odd', type });
    const agent = mapAgent(agentReading({ states: [odd], state: odd, availability: null }), []);
    expect(agent.statuses).toEqual([]);
    expect(agent.availability.type).toBeNull();
  });

  it.each(['', 'x'.repeat(2_049)])('offers no status that no command could name: %j', (arn) => {
    const agent = mapAgent(agentReading({ states: [state({ arn, name: 'Lunch', type: 'not_routable' })] }), []);
    expect(agent.statuses).toEqual([]);
  });

  it('makes an agent of the contract', () => {
    const agent = mapAgent(agentReading(), []);
    expect(agent).toEqual({
      agentId: 'arn:agent/maria',
      name: 'Maria Torres',
      statuses: [available, lunch, offline],
      availability: { name: 'Available', type: 'routable', statusId: 'arn:available', sinceMs: 1_000 },
      activity: 'idle',
      errorName: null,
      nextStatus: null,
      mayDial: true,
      dialableCountries: ['us'],
    });
    expect(agentSchema.parse(agent)).toEqual(agent);
  });

  it('lists only what an agent chooses and what has an id', () => {
    const states = [
      state({ name: 'Init', type: 'init', arn: 'a' }),
      state({ name: 'Busy', type: 'system', arn: 'b' }),
      state({ name: 'MissedCallAgent', type: 'error', arn: 'c' }),
      state({ name: 'Nowhere', type: 'routable', arn: null }),
      state({ name: 'Lunch', type: 'not_routable', arn: 'arn:lunch' }),
    ];
    expect(mapAgent(agentReading({ states }), []).statuses).toEqual([lunch]);
  });

  it('keeps the chosen status while Connect is busy with the agent', () => {
    const busy = mapAgent(agentReading({ state: state({}) }), [buildContact()]);
    expect(busy.availability).toMatchObject({ name: 'Available', type: 'routable' });
  });

  it('knows Offline by its type, whatever it is called', () => {
    const reading = agentReading({ availability: { name: 'Feierabend', startMs: 3_000 } });
    expect(mapAgent(reading, []).availability).toEqual({
      name: 'Feierabend',
      type: 'offline',
      statusId: 'arn:offline',
      sinceMs: 3_000,
    });
  });

  it('takes the effective state where the chosen status is not told', () => {
    const reading = agentReading({ availability: null, state: state({ name: 'Lunch', type: 'not_routable' }) });
    expect(mapAgent(reading, []).availability).toEqual({
      name: 'Lunch',
      type: 'notRoutable',
      statusId: 'arn:lunch',
      sinceMs: 2_000,
    });
  });

  it('never makes a type up for a status that is in no list', () => {
    const availability = { name: 'Offline', startMs: null };
    expect(mapAgent(agentReading({ availability }), []).availability).toMatchObject({ type: null, statusId: null });
    const withState = agentReading({ availability, states: [], state: state({ name: 'Offline', type: 'offline' }) });
    expect(mapAgent(withState, []).availability).toMatchObject({ type: 'offline', statusId: null, sinceMs: 2_000 });
    const system = agentReading({ availability: null, state: state({}) });
    expect(mapAgent(system, []).availability).toMatchObject({ name: 'Busy', type: null });
    const nothing = agentReading({ availability: null, state: null });
    expect(mapAgent(nothing, []).availability).toEqual({ name: '', type: null, statusId: null, sinceMs: null });
  });

  it.each([
    ['by its id', state({ arn: 'arn:offline', name: 'renamed', type: 'offline' }), offline],
    ['by its name', state({ name: 'Feierabend', type: 'offline' }), offline],
    [
      'though it is not listed',
      state({ arn: 'arn:new', name: 'New', type: 'offline' }),
      { statusId: 'arn:new', name: 'New', type: 'offline' },
    ],
    ['though nothing is known of it', state({ name: 'New' }), { statusId: 'New', name: 'New', type: 'notRoutable' }],
  ])('finds the next status %s', (_what, nextState, nextStatus) => {
    expect(mapAgent(agentReading({ nextState }), []).nextStatus).toEqual(nextStatus);
  });

  it.each([
    ['idle', []],
    ['ringing', ['incoming']],
    ['ringing', ['connected', 'connecting']],
    ['onContact', ['connected']],
    ['onContact', ['ended', 'onHold']],
    ['onContact', ['paused']],
    ['onContact', ['pending']],
    ['afterContactWork', ['ended']],
    ['afterContactWork', ['missed', 'ended']],
    ['error', ['missed']],
    ['error', ['rejected']],
    ['error', ['error']],
  ] as const)('is %s with contacts %j', (activity, states: readonly ContactState[]) => {
    const contacts = states.map((contactState) => buildContact({ state: contactState }));
    expect(mapAgent(agentReading(), contacts).activity).toBe(activity);
  });

  it('is on contact, not ringing, while the agent calls somebody', () => {
    const contacts = [buildContact({ state: 'connecting', direction: 'outbound' })];
    expect(mapAgent(agentReading(), contacts).activity).toBe('onContact');
  });

  it('names the error Connect put the agent into, and nothing otherwise', () => {
    const missed = agentReading({ state: state({ name: 'MissedCallAgent', type: 'error' }) });
    expect(mapAgent(missed, [])).toMatchObject({ activity: 'error', errorName: 'MissedCallAgent' });
    expect(mapAgent(agentReading({ state: state({}) }), []).errorName).toBeNull();
  });

  it('may dial only with the permission to', () => {
    expect(mapAgent(agentReading({ permissions: ['inboundCall'] }), []).mayDial).toBe(false);
  });
});
