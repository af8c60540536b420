import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../simulator/scenario-input.js';
import { scenarios } from '../../../simulator/scenario-library.js';
import { findSchemaErrors, type JsonSchema } from './json-schema.js';
import { startForTest } from './start-for-test.js';
import { callApi } from './wire.js';

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../simulator/scenarios/${name}.json`, import.meta.url), 'utf8'));
}

const schema = readJson('scenario.schema') as JsonSchema;

describe('a scenario', () => {
  it('is played step by step, as the agent acts', async () => {
    const simulator = await startForTest({ agent: { initialStatus: 'Offline' } });
    simulator.control.playScenario(
      readScenario({
        title: 'One call',
        steps: [
          { after: 'agentStatus:Available', waitMs: 500, do: 'ring', customer: 'Jan Kowalski', as: 'call' },
          { after: 'contactState:CONNECTED', contact: 'call', waitMs: 2_000, do: 'hangUp' },
          { after: 'contactGone', do: 'changeStatus', status: 'Lunch' },
        ],
      }),
    );
    expect(simulator.control.state().scenario).toMatchObject({ stepsDone: 0, waitsFor: 'agentStatus:Available' });
    simulator.control.changeStatus('Available');
    expect(simulator.control.state().contacts).toEqual([]);
    simulator.clock.advance(500);
    const [contact] = simulator.control.state().contacts;
    expect(contact?.customerName).toBe('Jan Kowalski');
    await callApi(simulator, 'AcceptContact', { contactId: contact?.contactId });
    simulator.clock.advance(1_999);
    expect(simulator.control.state().contacts[0]?.state).toBe('connected');
    simulator.clock.advance(1);
    expect(simulator.control.state().contacts[0]?.state).toBe('ended');
    await callApi(simulator, 'ClearContact', { contactId: contact?.contactId });
    simulator.clock.advance(0);
    expect(simulator.control.state()).toMatchObject({
      status: { name: 'Lunch' },
      scenario: { status: 'finished', stepsDone: 3, steps: 3, waitsFor: null, problem: null },
    });
  });

  it('breaks off with the reason when the centre refuses a step', async () => {
    const simulator = await startForTest();
    simulator.control.ring();
    simulator.control.playScenario(readScenario({ title: 'Too much', steps: [{ do: 'ring' }, { do: 'clearFaults' }] }));
    simulator.clock.advance(0);
    expect(simulator.control.state().scenario).toMatchObject({
      status: 'failed',
      stepsDone: 0,
      problem: expect.stringContaining('Step 1, ring'),
    });
  });

  it('goes on without what the agent was too fast for', async () => {
    const simulator = await startForTest();
    simulator.control.playScenario(
      readScenario({
        title: 'Slow customer',
        steps: [
          { do: 'ring' },
          { after: 'contactState:CONNECTED', waitMs: 5_000, do: 'hangUp' },
          { after: 'contactState:CONNECTED_ONHOLD', do: 'setAttributes', attributes: { held: 'yes' } },
          { after: 'contactGone', do: 'changeStatus', status: 'Break' },
        ],
      }),
    );
    simulator.clock.advance(0);
    const { contactId, agentConnectionId } = simulator.control.state().contacts[0] ?? {};
    await callApi(simulator, 'AcceptContact', { contactId });
    await callApi(simulator, 'DestroyConnection', { contactId, connectionId: agentConnectionId });
    await callApi(simulator, 'ClearContact', { contactId });
    simulator.clock.advance(5_000);
    simulator.clock.advance(0);
    expect(simulator.control.state()).toMatchObject({
      status: { name: 'Break' },
      scenario: { status: 'finished', problem: expect.stringContaining('Step 3, setAttributes, was left out') },
    });
  });

  it('can be stopped, and gives way to another', async () => {
    const simulator = await startForTest();
    simulator.control.playScenario('first-calls');
    simulator.control.stopScenario();
    simulator.clock.advance(60_000);
    expect(simulator.control.state()).toMatchObject({ contacts: [], scenario: { status: 'stopped' } });
    simulator.control.playScenario('a-bad-day');
    expect(simulator.control.state().scenario).toMatchObject({ title: 'A bad day', status: 'playing' });
    expect(() => simulator.control.playScenario('no-such')).toThrow('There is no scenario no-such');
  });

  it.each([
    [[], 'must be an object'],
    [{ steps: [] }, 'title is missing'],
    [{ title: 'x' }, 'steps is missing'],
    [{ title: 'x', steps: [{}] }, 'steps[0].do is missing'],
    [{ title: 'x', steps: [{ do: 'dance' }] }, 'do must be one of'],
    [{ title: 'x', steps: [{ do: 'ring', after: 'contactState:HAPPY' }] }, 'is no condition'],
    [{ title: 'x', steps: [{ do: 'setFault' }] }, 'steps[0].fault is missing'],
    [{ title: 'x', steps: [{ do: 'setFault', fault: { op: '*', kind: 'dead' } }] }, 'only the page'],
    [{ title: 'x', steps: [{ do: 'ring', custmer: 'Jo' }] }, 'has no member custmer'],
  ])('that is none is refused: %j', (value, reason) => {
    expect(() => readScenario(value)).toThrow(reason);
  });

  it.each(Object.keys(scenarios))('%s comes along and fits the schema', (name) => {
    expect(findSchemaErrors(readJson(name), schema)).toEqual([]);
    expect(scenarios[name]?.description).not.toBe('');
  });
});
