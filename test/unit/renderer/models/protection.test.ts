import { expect, it } from 'vitest';
import { readProtection, sumUpProtection } from '../../../../renderer/models/protection.js';
import { buildSnapshot } from '../../contract/build-snapshot.js';

const ready = buildSnapshot();

it.each([
  ['on', 'whole'],
  ['starting', 'whole'],
  ['nobody', 'whole'],
  ['off', 'whole'],
  ['missing', 'unguarded'],
  ['keepsEnding', 'unguarded'],
  ['notNoted', 'unguarded'],
] as const)('a second process that is %s makes the protection %s', (guard, sum) => {
  const layers = readProtection(ready, { restartsBlocked: false, guard });
  expect(layers).toEqual({ gate: 'active', recovery: 'active', guard });
  expect(sumUpProtection(layers)).toBe(sum);
});

it('says first what concerns every exit', () => {
  const blocked = readProtection(ready, { restartsBlocked: true, guard: 'missing' });
  expect(sumUpProtection(blocked)).toBe('partly');
  const nobody = readProtection(buildSnapshot({ agent: null }), { restartsBlocked: false, guard: 'missing' });
  expect(sumUpProtection(nobody)).toBe('nobody');
});
