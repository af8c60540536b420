import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { createSleepLockLayer } from '../../../../main/safety/sleep-lock-layer.js';

const limitMs = 4_000;
const exposed = { ccpUrl: 'https://x.my.connect.aws/ccp-v2/', agentId: null, statusName: 'Available' };

function openLayer() {
  const power = new EventEmitter();
  const world = { leaving: true, held: false };
  const layer = createSleepLockLayer({
    power: power as unknown as PowerMonitor,
    lock: {
      take() {
        world.held = true;
      },
      release() {
        world.held = false;
      },
    },
    leaving: () => world.leaving,
    limitMs,
  });
  return { power, world, layer };
}

beforeEach(() => {
  vi.useFakeTimers();
});

it('holds the lock while somebody may be other than Offline, and only then', () => {
  const { layer, world } = openLayer();
  expect(world.held).toBe(false);
  layer.arm(exposed);
  expect(world.held).toBe(true);
  layer.disarm(true);
  expect(world.held).toBe(false);
});

it('lets the computer sleep once Offline is confirmed', () => {
  const { layer, power, world } = openLayer();
  layer.arm(exposed);
  power.emit('suspend');
  power.emit('suspend');
  expect(world.held).toBe(true);
  layer.disarm(true);
  expect(world.held).toBe(false);
});

it('lets it sleep after the limit, and not only so long after the second word of it', () => {
  const { layer, power, world } = openLayer();
  layer.arm(exposed);
  power.emit('suspend');
  vi.advanceTimersByTime(limitMs - 1);
  power.emit('suspend');
  expect(world.held).toBe(true);
  vi.advanceTimersByTime(1);
  expect(world.held).toBe(false);
});

it('lets it sleep at once when nobody is being set Offline', () => {
  const { layer, power, world } = openLayer();
  world.leaving = false;
  layer.arm(exposed);
  power.emit('suspend');
  expect(world.held).toBe(false);
});

it('takes the lock again when the computer wakes, and not while it falls asleep', () => {
  const { layer, power, world } = openLayer();
  world.leaving = false;
  layer.arm(exposed);
  power.emit('suspend');
  layer.arm({ ...exposed, statusName: 'Lunch' });
  expect(world.held).toBe(false);
  power.emit('resume');
  expect(world.held).toBe(true);
});

it('wakes without a lock when Offline was confirmed, and the limit of that sleep is over', () => {
  const { layer, power, world } = openLayer();
  layer.arm(exposed);
  power.emit('suspend');
  layer.disarm(true);
  power.emit('resume');
  expect(world.held).toBe(false);
  layer.arm(exposed);
  vi.advanceTimersByTime(limitMs);
  expect(world.held).toBe(true);
});
