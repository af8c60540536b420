import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failureCauseOf, failureCauses } from '../../../contract/failure-cause.js';

/** The names Streams has for an agent in error, from its types. */
function namesOfStreams(): readonly string[] {
  const types = readFileSync('node_modules/amazon-connect-streams/src/index.d.ts', 'utf8');
  const body = /enum AgentErrorStates \{([^}]+)\}/.exec(types)?.[1] ?? '';
  return [...body.matchAll(/"(\w+)"/g)].map(([, name = '']) => name);
}

describe('the cause of a failure', () => {
  it('is told for every name of Streams but those that say no more than that it failed, or are told otherwise', () => {
    const untold = ['Error', 'Default', 'MissedCallAgent'];
    expect([...failureCauses, ...untold].toSorted()).toEqual(namesOfStreams().toSorted());
  });

  it.each([...failureCauses])('is known by its name: %s', (name) => {
    expect(failureCauseOf(name)).toBe(name);
  });

  it.each([null, '', 'Error', 'MissedCallAgent', 'constructor'])('is not known for %j', (name) => {
    expect(failureCauseOf(name)).toBeNull();
  });
});
