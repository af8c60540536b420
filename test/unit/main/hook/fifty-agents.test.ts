import { expect, it, onTestFinished } from 'vitest';
import { createHookClient } from '../../../../main/hook/hook-client.js';
import { createLeaseKeeper } from '../../../../main/hook/lease-keeper.js';
import { startHookServer } from '../../../../simulator/hook/hook-server.js';
import { createManualClock } from '../../simulator/manual-clock.js';

const agents = Array.from({ length: 50 }, (_none, index) => `arn:agent-${index}`);
const tokenOf = (agentId: string): string => `token-of-${agentId.slice(4)}`;
const intervalMs = 15_000;
const ttlMs = 45_000;
/** Five at once, then two a second. */
const throttledMs = 22_500;

// Row 53 of the fault matrix, with the client as it is; only the hook's clock is moved on.
it('row 53: fifty computers that vanish together leave nobody Available, and each is told when it comes back', async () => {
  const clock = createManualClock(0);
  const setOffline: string[] = [];
  const hook = await startHookServer({
    clock,
    tokens: new Map(agents.map((agentId) => [tokenOf(agentId), agentId])),
    setOffline(agentId) {
      setOffline.push(agentId);
      return { state: 'offline', changed: true };
    },
  });
  onTestFinished(hook.stop);
  const told: string[] = [];
  const keepers = agents.map((agentId) =>
    createLeaseKeeper({
      client: createHookClient((address, init) => fetch(address, init)),
      hookFor: () => ({ url: hook.url, token: tokenOf(agentId), agentId }),
      epoch: 1,
      intervalMs,
      ttlMs,
      wallMs: Date.now,
      steadyMs: () => performance.now(),
      expired: (news) => told.push(`${agentId} ${news.unreachableMs} ${news.sure}`),
      record: () => undefined,
    }),
  );
  for (const [index, keeper] of keepers.entries()) {
    keeper.arm({ agentId: agents[index] ?? '', statusName: 'Available' });
    await hook.waitForRequest(({ status }) => status === 200, { timeoutMs: 5_000, since: index });
  }
  for (const keeper of keepers) keeper.lapse();
  for (let passedMs = 0; passedMs < ttlMs + throttledMs; passedMs += 500) {
    clock.advance(500);
    await new Promise(setImmediate);
  }
  expect(setOffline, 'all of them, in the order in which they were last heard of').toEqual(agents);
  const since = hook.requests.length;
  for (const [index, keeper] of keepers.entries())
    keeper.arm({ agentId: agents[index] ?? '', statusName: 'Available' });
  await expect.poll(() => told.length, { timeout: 5_000 }).toBe(agents.length);
  expect([...told].sort()).toEqual(agents.map((agentId) => `${agentId} ${ttlMs + throttledMs} true`).sort());
  expect(hook.requests.slice(since).every(({ path }) => path === 'lease')).toBe(true);
  for (const keeper of keepers) keeper.lapse();
});
