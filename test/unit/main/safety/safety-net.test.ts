import { expect, it } from 'vitest';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { type Exposed, openSafetyNet } from '../../../../main/safety/safety-net.js';
import { available, buildAgent, buildSnapshot, chose, lunch } from '../../contract/build-snapshot.js';

function createWorld() {
  const deeds: string[] = [];
  let listener = (_snapshot: PhoneSnapshot): void => undefined;
  let holds = false;
  const layer = (name: string) => ({
    arm: ({ statusName }: Exposed) => deeds.push(`${name} ${statusName}`),
    disarm: (isConfirmed: boolean) => deeds.push(`${name} ${isConfirmed ? 'off' : 'off, unconfirmed'}`),
    end: () => void deeds.push(`${name} ended`),
  });
  const net = openSafetyNet({
    onSnapshot(given) {
      listener = given;
      return () => undefined;
    },
    holds: () => holds,
    ccpUrl: () => 'https://x.my.connect.aws/ccp-v2/',
    layers: [layer('first'), layer('second')],
  });
  return {
    net,
    hear(snapshot: PhoneSnapshot, gateHolds: boolean) {
      holds = gateHolds;
      listener(snapshot);
      return deeds.splice(0);
    },
    standDown() {
      net.standDown();
      return deeds.splice(0);
    },
  };
}

const there = (status = available) => buildSnapshot({ agent: buildAgent({ availability: chose(status) }) });

it('is armed while somebody may be other than Offline, and once for each status', () => {
  const world = createWorld();
  expect(world.hear(buildSnapshot({ agent: null }), false)).toEqual([]);
  expect(world.hear(there(), true)).toEqual(['first Available', 'second Available']);
  expect(world.hear(there(), true)).toEqual([]);
  expect(world.hear(there(lunch), true)).toEqual(['first Lunch', 'second Lunch']);
  expect(world.hear(there(), false)).toEqual(['first off', 'second off']);
  expect(world.hear(there(), false)).toEqual([]);
});

it('stays armed while a page that comes anew knows nobody', () => {
  const world = createWorld();
  world.hear(there(), true);
  expect(world.hear(buildSnapshot({ agent: null }), true)).toEqual([]);
});

it('tells an agent who has left without Offline from one who is Offline', () => {
  const world = createWorld();
  world.hear(there(), true);
  expect(world.hear(buildSnapshot({ agent: null }), false)).toEqual([
    'first off, unconfirmed',
    'second off, unconfirmed',
  ]);
});

it('stands down at once when asked, and only once', () => {
  const world = createWorld();
  world.hear(there(), true);
  expect(world.standDown()).toEqual(['first off', 'second off']);
  expect(world.standDown()).toEqual([]);
});

it('tells each layer that the app ends', () => {
  const world = createWorld();
  expect(world.net.end()).toBeNull();
  expect(world.hear(there(), false)).toEqual(['first ended', 'second ended']);
});

it('ends when the last layer has said what it had to say', async () => {
  let said = (): void => undefined;
  const idle = { arm: () => undefined, disarm: () => undefined };
  const { end } = openSafetyNet({
    onSnapshot: () => () => undefined,
    holds: () => false,
    ccpUrl: () => '',
    layers: [
      { ...idle, end: () => null },
      { ...idle, end: () => undefined },
      { ...idle, end: () => new Promise((resolve) => (said = resolve)) },
    ],
  });
  let isOver = false;
  const over = end()?.then(() => {
    isOver = true;
  });
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  said();
  await over;
  expect(isOver).toBe(true);
});
