import { expect, it } from 'vitest';
import { loadWhenArmed } from '../../../../main/safety/load-when-armed.js';
import type { Exposed } from '../../../../main/safety/safety-net.js';

const as = (statusName: string): Exposed => ({ ccpUrl: 'https://x.my.connect.aws/ccp-v2/', agentId: null, statusName });

function createWorld() {
  const deeds: string[] = [];
  const loads: { readonly done: () => void; readonly fail: () => void }[] = [];
  const real = {
    arm: ({ statusName }: Exposed) => deeds.push(statusName),
    disarm: () => deeds.push('off'),
    end: () => void deeds.push('ended'),
  };
  const layer = loadWhenArmed(
    () => new Promise((done, fail) => loads.push({ done: () => done(real), fail: () => fail(new Error('no file')) })),
    () => deeds.push('not loaded'),
  );
  return { deeds, loads, layer };
}

it('is loaded by the first arming only, and then told the newest', async () => {
  const { layer, loads, deeds } = createWorld();
  layer.disarm(true);
  layer.end();
  expect(loads).toHaveLength(0);
  layer.arm(as('Available'));
  layer.arm(as('Lunch'));
  expect(loads).toHaveLength(1);
  loads[0]?.done();
  await Promise.resolve();
  layer.arm(as('Training'));
  layer.disarm(true);
  layer.end();
  expect(deeds).toEqual(['Lunch', 'Training', 'off', 'ended']);
});

it('arms nobody who was confirmed Offline while it was loaded', async () => {
  const { layer, loads, deeds } = createWorld();
  layer.arm(as('Available'));
  layer.disarm(true);
  loads[0]?.done();
  await Promise.resolve();
  expect(deeds).toEqual([]);
});

it('says that it could not be loaded', async () => {
  const { layer, loads, deeds } = createWorld();
  layer.arm(as('Available'));
  loads[0]?.fail();
  await Promise.resolve();
  layer.arm(as('Lunch'));
  expect(deeds).toEqual(['not loaded']);
});
