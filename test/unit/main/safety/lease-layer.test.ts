import { expect, it } from 'vitest';
import { succeed } from '../../../../contract/result.js';
import { createLeaseLayer } from '../../../../main/safety/lease-layer.js';

const exposed = { ccpUrl: 'https://x.my.connect.aws/ccp-v2/', agentId: 'arn:ada', statusName: 'Available' };

function start() {
  const asked: string[] = [];
  const ask = (path: string) => async () => {
    asked.push(path);
    return succeed({ expired: false, silentMs: null });
  };
  const layer = createLeaseLayer({
    client: { lease: ask('lease'), release: ask('release') },
    hookFor: (agentId) => ({ url: 'https://hook.example', token: 'T0KEN', agentId }),
    epoch: 1,
    intervalMs: 60_000,
    ttlMs: 120_000,
    wallMs: Date.now,
    steadyMs: () => performance.now(),
    expired: () => undefined,
    record: () => undefined,
  });
  return { layer, asked };
}

it('releases the lease of an agent who is Offline, which the end of the app is worth waiting for', async () => {
  const { layer, asked } = start();
  layer.arm(exposed);
  expect(layer.end()).toBeNull();
  layer.disarm(true);
  await layer.end();
  expect(asked).toEqual(['lease', 'release']);
  expect(layer.end()).toBeNull();
});

it.each([
  ['who leaves without a confirmed Offline', (layer: ReturnType<typeof start>['layer']) => layer.disarm(false)],
  ['who is not told any more', (layer: ReturnType<typeof start>['layer']) => layer.arm({ ...exposed, agentId: null })],
])('leaves the lease of an agent %s to run out', (_who, leave) => {
  const { layer, asked } = start();
  layer.arm(exposed);
  leave(layer);
  expect(layer.end()).toBeNull();
  expect(asked).toEqual(['lease']);
});
