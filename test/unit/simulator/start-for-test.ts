import { readFileSync } from 'node:fs';
import { expect, onTestFinished } from 'vitest';
import { type Simulator, startSimulator } from '../../../simulator/simulator.js';
import type { SimulatorOptions } from '../../../simulator/simulator-options.js';
import { findSchemaErrors, type JsonSchema } from './json-schema.js';
import { createManualClock, type ManualClock } from './manual-clock.js';

const schema = JSON.parse(
  readFileSync(new URL('../../../simulator/agent-event.schema.json', import.meta.url), 'utf8'),
) as JsonSchema;

/** A simulator under test, with the clock it runs on. */
export interface TestSimulator extends Simulator {
  readonly clock: ManualClock;
}

/**
 * Starts a simulator with the agent Available and a clock that stands still. When the test ends it is stopped, and every
 * event it published must have been valid.
 */
export async function startForTest(options: SimulatorOptions = {}): Promise<TestSimulator> {
  const clock = createManualClock();
  const simulator = await startSimulator({ clock, agent: { initialStatus: 'Available' }, ...options });
  onTestFinished(async () => {
    await simulator.stop();
    const errors = simulator.events.flatMap((event, index) =>
      findSchemaErrors(event, schema).map((error) => `event ${index}: ${error}`),
    );
    expect(errors).toEqual([]);
  });
  return { ...simulator, clock };
}

/** Lists what is wrong with an event by the simulator's own schema. */
export function findEventErrors(event: unknown): string[] {
  return findSchemaErrors(event, schema);
}
