import { expect, it } from 'vitest';
import { createRestartLimit } from '../../../../main/recovery/restart-limit.js';

const tenMinutesMs = 600_000;

it('allows three restarts in ten minutes, calls the third the last, and refuses the fourth', () => {
  const { take: mayRestart } = createRestartLimit();
  expect([0, 1, 2, 3, tenMinutesMs - 1].map(mayRestart)).toEqual(['free', 'free', 'last', 'refused', 'refused']);
});

it('allows again as the first of them is ten minutes ago', () => {
  const { take: mayRestart } = createRestartLimit();
  expect([0, 100, 200].map(mayRestart)).toEqual(['free', 'free', 'last']);
  expect([tenMinutesMs, tenMinutesMs + 1, tenMinutesMs + 100].map(mayRestart)).toEqual(['last', 'refused', 'last']);
});

it('does not count a restart that was refused', () => {
  const { take: mayRestart } = createRestartLimit();
  for (const atMs of [0, 1, 2, 500_000, 599_999]) mayRestart(atMs);
  expect([tenMinutesMs, tenMinutesMs + 1, tenMinutesMs + 2].map(mayRestart)).toEqual(['last', 'last', 'last']);
});

it('counts each page by itself', () => {
  const { take: first } = createRestartLimit();
  for (const atMs of [0, 1, 2]) first(atMs);
  expect(createRestartLimit().take(3)).toBe('free');
});

it('tells from when it allows again, once three are spent', () => {
  const limit = createRestartLimit();
  for (const atMs of [0, 100]) limit.take(atMs);
  expect(limit.blockedUntilMs(150)).toBeNull();
  limit.take(200);
  expect(limit.blockedUntilMs(300)).toBe(tenMinutesMs);
  expect(limit.blockedUntilMs(tenMinutesMs)).toBeNull();
  expect(limit.take(tenMinutesMs)).toBe('last');
  expect(limit.blockedUntilMs(tenMinutesMs)).toBe(tenMinutesMs + 100);
});
