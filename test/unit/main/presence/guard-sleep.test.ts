import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { guardSleep } from '../../../../main/presence/guard-sleep.js';

function openGuard(isWanted = true) {
  const power = new EventEmitter();
  const asked: string[] = [];
  const guard = guardSleep({
    power: power as unknown as PowerMonitor,
    gate: { askSleep: (cause) => asked.push(cause) },
    wanted: () => isWanted,
  });
  return { power, guard, asked };
}

const spent = { goal: 'sleep', cause: 'system', outcome: 'unconfirmed' } as const;

beforeEach(() => {
  vi.useFakeTimers();
});

it('leads a sleep to the gate once, though Linux tells of it twice, and the next one again', () => {
  const { power, asked } = openGuard();
  power.emit('suspend');
  power.emit('suspend');
  expect(asked).toEqual(['system']);
  power.emit('resume');
  power.emit('suspend');
  expect(asked).toEqual(['system', 'system']);
});

it('does nothing where the setting says so', () => {
  const { power, asked } = openGuard(false);
  power.emit('suspend');
  expect(asked).toEqual([]);
});

it('makes up for what was not confirmed when the computer wakes, once', () => {
  const { power, guard, asked } = openGuard();
  power.emit('suspend');
  guard.left(spent);
  vi.runAllTimers();
  expect(asked).toEqual(['system']);
  power.emit('resume');
  expect(asked).toEqual(['system', 'recover']);
  guard.left({ ...spent, cause: 'recover' });
  vi.runAllTimers();
  power.emit('resume');
  expect(asked).toEqual(['system', 'recover']);
});

it('makes up for it after its end, when the computer slept in the midst of it', () => {
  const { power, guard, asked } = openGuard();
  power.emit('suspend');
  power.emit('resume');
  guard.left(spent);
  vi.runAllTimers();
  expect(asked).toEqual(['system', 'recover']);
});

it.each(['confirmed', 'queued'] as const)('owes nothing after an end that was %s', (outcome) => {
  const { power, guard, asked } = openGuard();
  power.emit('suspend');
  guard.left({ ...spent, outcome });
  vi.runAllTimers();
  power.emit('resume');
  expect(asked).toEqual(['system']);
});
