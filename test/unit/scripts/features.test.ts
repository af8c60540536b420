import { describe, expect, it } from 'vitest';
import { findContradictions as contradictionsOf } from '../../../scripts/features/contradictions.mjs';
import type { StreamsApi } from '../../../scripts/features/describe-features.mjs';

const hasTest = (file: string): boolean => file === 'e2e/there.spec.ts';
const findContradictions = (
  apis: readonly StreamsApi[],
  source: Parameters<typeof contradictionsOf>[1],
  seen: Parameters<typeof contradictionsOf>[2],
) => contradictionsOf(apis, source, seen, hasTest);
const called: StreamsApi = { part: 'Contact', api: 'accept', rating: 'M', call: 'accept', operation: 'AcceptContact' };
const source = (text: string, ...calls: string[]) => ({ text, calls: new Set(calls) });
const record = (members: readonly string[], operations: readonly string[] = []) => ({
  members: new Set(members),
  operations: new Set(operations),
});
const whole = record(['accept'], ['AcceptContact']);

describe('the list of members of Streams', () => {
  it('is right when source and run agree with it', () => {
    expect(findContradictions([called], source('', 'accept'), whole)).toEqual([]);
    const used: StreamsApi = {
      part: 'initCCP',
      api: 'region',
      rating: 'M',
      via: 'region',
      provedBy: 'e2e/there.spec.ts',
    };
    const left: StreamsApi = { part: 'Agent', api: 'getName, getExtension', rating: 'M', reason: 'not needed' };
    expect(findContradictions([used, left], source('{ region }'), record([]))).toEqual([]);
  });

  it.each([
    ['a member the source does not call', [called], source(''), whole, 'does not call accept'],
    [
      'a member no test ran',
      [called],
      source('', 'accept'),
      record([], ['AcceptContact']),
      'accept was not seen to run',
    ],
    ['an operation no test saw', [called], source('', 'accept'), record(['accept']), 'AcceptContact was not seen'],
    [
      'a reason that is no longer true',
      [{ part: 'Contact', api: 'accept, clear', rating: 'M', reason: 'not needed' }],
      source('', 'accept'),
      whole,
      'accept is called after all',
    ],
    [
      'a use that is not in the source',
      [{ part: 'initCCP', api: 'region', rating: 'M', via: 'region' }],
      source(''),
      record([]),
      'does not hold region',
    ],
    [
      'a use that no test is named for',
      [{ part: 'initCCP', api: 'region', rating: 'M', via: 'region' }],
      source('{ region }'),
      record([]),
      'no test is named',
    ],
    [
      'a test that is not there',
      [{ part: 'initCCP', api: 'region', rating: 'M', via: 'region', provedBy: 'e2e/gone.spec.ts' }],
      source('{ region }'),
      record([]),
      'there is no test/e2e/gone.spec.ts',
    ],
    ['a call without a row', [], source('', 'getExtension'), record([]), 'getExtension is called in renderer/phone'],
    [
      'a row without a use',
      [{ part: 'Contact', api: 'x', rating: 'M' }],
      source(''),
      record([]),
      'not exactly one use',
    ],
  ] as const)('tells of %s', (_what, apis, from, seen, sentence) => {
    expect(findContradictions(apis, from, seen).join('\n')).toContain(sentence);
  });

  it('knows a member by the name its function has', () => {
    const alias: StreamsApi = {
      part: 'Contact',
      api: 'getInitialContactId',
      rating: 'M',
      call: 'getInitialContactId',
      runsAs: 'getOriginalContactId',
    };
    const calls = source('', 'getInitialContactId');
    expect(findContradictions([alias], calls, record(['getOriginalContactId']))).toEqual([]);
    expect(findContradictions([alias], calls, record(['getInitialContactId']))).not.toEqual([]);
  });
});
