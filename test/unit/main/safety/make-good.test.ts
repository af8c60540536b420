import { expect, it } from 'vitest';
import type { PresenceMarker } from '../../../../contract/presence-marker.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { makeGood } from '../../../../main/safety/make-good.js';
import { buildAgent, buildSnapshot } from '../../contract/build-snapshot.js';

const ccpUrl = 'https://x.my.connect.aws/ccp-v2/';
const left: PresenceMarker = {
  version: 1,
  epoch: 1,
  armed: true,
  ccpUrl,
  agentId: 'arn:ada',
  statusName: 'Available',
  atMs: 500,
};

function start(former: PresenceMarker | null, now = 1_000, address = ccpUrl) {
  let panel = address;
  const deeds: unknown[] = [];
  const listeners = new Set<(snapshot: PhoneSnapshot) => void>();
  const { pending } = makeGood({
    left: former,
    ccpUrl: () => panel,
    onSnapshot(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    askRecover: (sinceMs) => deeds.push(['recover', sinceMs]),
    letGo: () => deeds.push('let go'),
    now: () => now,
  });
  return {
    pending,
    deeds,
    open: (next: string) => {
      panel = next;
    },
    hear: (agentId: string | null | undefined) => {
      const agent = agentId === undefined ? null : buildAgent({ agentId });
      for (const listener of [...listeners]) listener(buildSnapshot({ agent }));
    },
  };
}

it('sets the one who was left Offline, once, as soon as Connect tells who is there', () => {
  const run = start(left);
  run.hear(undefined);
  expect(run.pending()).toBe(true);
  run.hear('arn:ada');
  run.hear('arn:ada');
  expect(run.deeds).toEqual([['recover', 500]]);
  expect(run.pending()).toBe(false);
});

it('says no time that lies ahead', () => {
  const run = start(left, 100);
  run.hear('arn:ada');
  expect(run.deeds).toEqual([['recover', null]]);
});

it.each([
  ['who cannot be told from the one who was left', null],
  ['of whom Connect tells no id', left.agentId],
])('sets an agent Offline %s', (_who, agentId) => {
  const run = start({ ...left, agentId: agentId === null ? 'arn:ada' : null });
  run.hear(agentId);
  expect(run.deeds).toEqual([['recover', 500]]);
});

it('lets somebody else go', () => {
  const run = start(left);
  run.hear('arn:grace');
  expect(run.deeds).toEqual(['let go']);
  expect(run.pending()).toBe(false);
});

it.each([
  ['there is nothing', null, ccpUrl],
  ['it was on another instance', left, 'https://y.my.connect.aws/ccp-v2/'],
  ['there is no instance', left, ''],
])('has nothing to do where %s', (_what, former, address) => {
  const run = start(former, 1_000, address);
  expect(run.pending()).toBe(false);
  run.hear('arn:ada');
  expect(run.deeds).toEqual([]);
});

it('touches nobody on another instance that is opened meanwhile, and goes on when it is left again', () => {
  const run = start(left);
  run.open('https://y.my.connect.aws/ccp-v2/');
  expect(run.pending()).toBe(false);
  run.hear(null);
  expect(run.deeds).toEqual([]);
  run.open(ccpUrl);
  expect(run.pending()).toBe(true);
  run.hear('arn:ada');
  expect(run.deeds).toEqual([['recover', 500]]);
});
