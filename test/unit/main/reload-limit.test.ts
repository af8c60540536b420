import { expect, it } from 'vitest';
import { createReloadLimit } from '../../../main/windows/reload-limit.js';

const tenMinutesMs = 600_000;

it('allows three reloads in ten minutes and refuses the fourth', () => {
  const mayReload = createReloadLimit();
  expect([0, 1, 2, 3, tenMinutesMs - 1].map(mayReload)).toEqual([true, true, true, false, false]);
});

it('allows again as the first of them is ten minutes ago', () => {
  const mayReload = createReloadLimit();
  expect([0, 100, 200].map(mayReload)).toEqual([true, true, true]);
  expect([tenMinutesMs, tenMinutesMs + 1, tenMinutesMs + 100].map(mayReload)).toEqual([true, false, true]);
});

it('does not count a reload that was refused', () => {
  const mayReload = createReloadLimit();
  for (const atMs of [0, 1, 2, 500_000, 599_999]) mayReload(atMs);
  expect([tenMinutesMs, tenMinutesMs + 1, tenMinutesMs + 2].map(mayReload)).toEqual([true, true, true]);
});

it('counts each page by itself', () => {
  const first = createReloadLimit();
  for (const atMs of [0, 1, 2]) first(atMs);
  expect(createReloadLimit()(3)).toBe(true);
});
