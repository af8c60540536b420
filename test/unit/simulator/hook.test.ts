import { describe, expect, it, onTestFinished } from 'vitest';
import { type HookServerOptions, startHookServer } from '../../../simulator/hook/hook-server.js';
import { setOfflineBy } from '../../../simulator/hook/set-offline.js';
import { createManualClock } from './manual-clock.js';
import { startForTest } from './start-for-test.js';

const ttlSeconds = 45;
const ttlMs = 45_000;
const agents = Array.from({ length: 50 }, (_none, index) => `arn:agent-${index}`);

/** A hook over real HTTP whose time stands still, and a Connect that notes who was set Offline when. */
async function start(options: Partial<HookServerOptions> = {}) {
  const clock = createManualClock(0);
  const tokens = new Map(agents.map((agentId) => [`token of ${agentId}`.replaceAll(/[ :]/g, '-'), agentId]));
  const setOffline: [agentId: string, atMs: number][] = [];
  const hook = await startHookServer({
    clock,
    tokens,
    setOffline(agentId) {
      setOffline.push([agentId, clock.now()]);
      return { state: 'offline', changed: true };
    },
    ...options,
  });
  onTestFinished(hook.stop);
  const post = async (path: string, body: object, token = tokenOf((body as { agentId: string }).agentId)) => {
    const answer = await fetch(`${hook.url}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    return [answer.status, await answer.json()] as const;
  };
  const tokenOf = (agentId: string): string => [...tokens].find(([, whose]) => whose === agentId)?.[0] ?? 'none';
  const lease = (agentId: string, epoch: number, seq: number) =>
    post('lease', { agentId, epoch, seq, status: 'Available', ttlSeconds });
  return { hook, clock, tokens, tokenOf, setOffline, post, lease };
}

/** Lets the queue, whose work is done in promises, take its turn. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function advance(clock: { advance(ms: number): void }, ms: number, stepMs = 250): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    clock.advance(stepMs);
    await settled();
  }
}

const [ada = '', grace = ''] = agents;
const keptAnswer = [200, { expired: false, silentMs: null }];

describe('a lease at the hook', () => {
  it('keeps an agent as long as it is renewed, and no longer', async () => {
    const { clock, lease, setOffline } = await start();
    for (let seq = 1; seq <= 5; seq++) {
      expect(await lease(ada, 1, seq)).toEqual(keptAnswer);
      await advance(clock, ttlMs - 1_000);
    }
    expect(setOffline).toEqual([]);
    await advance(clock, 1_000);
    expect(setOffline).toEqual([[ada, 5 * (ttlMs - 1_000) + 1_000]]);
    await advance(clock, 10 * ttlMs);
    expect(setOffline).toHaveLength(1);
  });

  it('that ran out is told with the next answer, once, and with the whole time', async () => {
    const { clock, lease } = await start();
    await lease(ada, 1, 1);
    await advance(clock, ttlMs + 10_000);
    expect(await lease(ada, 1, 2)).toEqual([200, { expired: true, silentMs: ttlMs + 10_000 }]);
    expect(await lease(ada, 1, 3)).toEqual(keptAnswer);
  });

  it('is told by a release as well', async () => {
    const { clock, lease, post, setOffline } = await start();
    await lease(ada, 1, 1);
    await advance(clock, ttlMs);
    expect(await post('release', { agentId: ada, epoch: 1, seq: 2 })).toEqual([
      200,
      { expired: true, silentMs: ttlMs },
    ]);
    expect(await post('release', { agentId: ada, epoch: 1, seq: 3 })).toEqual(keptAnswer);
    await advance(clock, 10 * ttlMs);
    expect(setOffline).toHaveLength(1);
  });

  it('that is released ends without anything', async () => {
    const { clock, lease, post, setOffline } = await start();
    await lease(ada, 1, 1);
    expect(await post('release', { agentId: ada, epoch: 1, seq: 2 })).toEqual(keptAnswer);
    await advance(clock, 2 * ttlMs);
    expect(setOffline).toEqual([]);
  });

  it('of an agent who was Offline anyway is nothing to tell', async () => {
    const { clock, lease } = await start({ setOffline: () => ({ state: 'offline', changed: false }) });
    await lease(ada, 1, 1);
    await advance(clock, ttlMs);
    expect(await lease(ada, 1, 2)).toEqual(keptAnswer);
  });
});

describe('fencing', () => {
  it('refuses what comes from an older stretch of work, which never acts', async () => {
    const { clock, lease, post, setOffline } = await start();
    await lease(ada, 1, 5);
    expect(await lease(ada, 2, 1)).toEqual(keptAnswer);
    expect((await lease(ada, 1, 6))[0]).toBe(409);
    expect((await post('release', { agentId: ada, epoch: 1, seq: 7 }))[0]).toBe(409);
    expect((await post('offline', { agentId: ada, epoch: 1, cause: 'ended' }))[0]).toBe(409);
    expect(setOffline).toEqual([]);
    // The newer one is what counts, and it is not renewed.
    await advance(clock, ttlMs);
    expect(setOffline).toHaveLength(1);
  });

  it('refuses a renewal that a later request has overtaken', async () => {
    const { clock, lease, post, setOffline } = await start();
    await lease(ada, 1, 1);
    await post('release', { agentId: ada, epoch: 1, seq: 3 });
    expect((await lease(ada, 1, 2))[0]).toBe(409);
    await advance(clock, 2 * ttlMs);
    expect(setOffline).toEqual([]);
  });

  it('drops an Offline that waited while the agent came back', async () => {
    const { clock, lease, post, setOffline } = await start({ pace: { perSecond: 1, burst: 1 } });
    await post('offline', { agentId: grace, epoch: 1, cause: 'ended' });
    const late = post('offline', { agentId: ada, epoch: 1, cause: 'ended' });
    await expect.poll(() => lease(ada, 2, 1)).toEqual(keptAnswer);
    await advance(clock, 5_000);
    expect((await late)[0]).toBe(409);
    expect(setOffline.map(([agentId]) => agentId)).toEqual([grace]);
  });

  it('drops an expiry that waited while the lease was renewed', async () => {
    const { clock, lease, setOffline } = await start({ pace: { perSecond: 0.1, burst: 1 } });
    await lease(ada, 1, 1);
    await lease(grace, 1, 1);
    await advance(clock, ttlMs);
    expect(setOffline.map(([agentId]) => agentId)).toEqual([ada]);
    expect(await lease(grace, 1, 2)).toEqual(keptAnswer);
    await advance(clock, ttlMs - 1_000);
    expect(setOffline).toHaveLength(1);
  });
});

describe('Offline by request', () => {
  it('ends the lease, and says what became of it', async () => {
    const { clock, lease, post, setOffline } = await start();
    await lease(ada, 1, 1);
    expect(await post('offline', { agentId: ada, epoch: 1, cause: 'ended' })).toEqual([200, { offline: true }]);
    await advance(clock, 2 * ttlMs);
    expect(setOffline).toEqual([[ada, 0]]);
  });

  it('becomes the next status on a contact', async () => {
    const simulator = await startForTest();
    const { post, hook } = await start({ setOffline: () => setOfflineBy(simulator.control) });
    const contactId = simulator.control.addReadOnlyContact({ channel: 'chat' });
    const asks = { agentId: ada, epoch: 1, cause: 'ended' };
    expect(await post('offline', asks)).toEqual([200, { queued: true }]);
    expect(await post('offline', asks)).toEqual([200, { queued: true }]);
    expect(simulator.control.state()).toMatchObject({ nextStatus: 'Offline', status: { type: 'routable' } });
    simulator.control.remove(contactId);
    expect(simulator.control.state().status.type).toBe('offline');
    expect(await post('offline', asks)).toEqual([200, { offline: true }]);
    expect(hook.deeds.map(({ outcome }) => outcome.changed)).toEqual([true, false, false]);
  });
});

describe('a token', () => {
  it.each(['lease', 'offline', 'release'])('is for one agent only: %s', async (path) => {
    const { post, tokenOf, setOffline, clock, lease } = await start();
    await lease(grace, 1, 1);
    const body = { agentId: grace, epoch: 9, seq: 9, status: 'x', ttlSeconds: 1, cause: 'ended' };
    expect((await post(path, body, tokenOf(ada)))[0]).toBe(403);
    expect((await post(path, body, 'guessed'))[0]).toBe(401);
    await advance(clock, ttlMs - 1_000);
    expect(setOffline).toEqual([]);
  });

  it('that is taken back counts no more', async () => {
    const { lease, tokens, tokenOf } = await start();
    expect(await lease(ada, 1, 1)).toEqual(keptAnswer);
    tokens.delete(tokenOf(ada));
    expect((await lease(ada, 1, 2))[0]).toBe(401);
  });

  it('is in no record', async () => {
    const { lease, hook, tokenOf } = await start();
    await lease(ada, 1, 1);
    expect(hook.requests).toHaveLength(1);
    expect(JSON.stringify(hook.requests)).not.toContain(tokenOf(ada));
  });
});

it.each([
  [{ agentId: ada, epoch: 0, seq: 1, status: 'x', ttlSeconds: 45 }],
  [{ agentId: ada, epoch: 1, seq: 0, status: 'x', ttlSeconds: 45 }],
  [{ agentId: ada, epoch: 1, seq: 1.5, status: 'x', ttlSeconds: 45 }],
  [{ agentId: ada, epoch: 1, seq: 1, ttlSeconds: 45 }],
  [{ agentId: ada, epoch: 1, seq: 1, status: 'x' }],
  [{ agentId: ada, epoch: 1, seq: 1, status: 'x', ttlSeconds: 3_601 }],
  [{ agentId: ada }],
])('refuses %j', async (body) => expect((await (await start()).post('lease', body))[0]).toBe(400));

it('answers nothing but a POST below its address', async () => {
  const { hook, post } = await start();
  expect((await fetch(`${hook.url}/lease`)).status).toBe(405);
  expect((await post('other', { agentId: ada }))[0]).toBe(404);
  expect((await fetch(new URL('/lease', hook.url), { method: 'POST' })).status).toBe(404);
});

describe('fifty agents who vanish together', () => {
  it("are all set Offline at Connect's pace, in their order, with nothing lost", async () => {
    const { clock, lease, setOffline } = await start();
    for (const agentId of agents) expect(await lease(agentId, 1, 1)).toEqual(keptAnswer);
    await advance(clock, ttlMs);
    // Five at once, then two a second.
    expect(setOffline).toHaveLength(5);
    await advance(clock, 22_500);
    expect(setOffline.map(([agentId]) => agentId)).toEqual(agents);
    expect(setOffline.at(-1)?.[1]).toBe(ttlMs + 22_500);
    for (const [index, [, atMs]] of setOffline.entries()) {
      const inTheSecond = setOffline.filter(([, other]) => other > atMs - 1_000 && other <= atMs).length;
      expect(inTheSecond, `at ${index}`).toBeLessThanOrEqual(5 + 2);
    }
    for (const agentId of agents) expect((await lease(agentId, 1, 2))[1]).toMatchObject({ expired: true });
  });

  it('are all set Offline though Connect refuses now and then', async () => {
    const clock = createManualClock(0);
    const done: string[] = [];
    let calls = 0;
    const { lease } = await start({
      clock,
      setOffline(agentId) {
        calls += 1;
        if (calls % 3 === 0) throw new Error('429');
        done.push(agentId);
        return { state: 'offline', changed: true };
      },
    });
    for (const agentId of agents) await lease(agentId, 1, 1);
    await advance(clock, ttlMs + 60_000);
    expect([...done].sort()).toEqual([...agents].sort());
  });

  it('lose nobody who comes back in time, and nobody is set Offline who did', async () => {
    const { clock, lease, setOffline } = await start();
    for (const agentId of agents) await lease(agentId, 1, 1);
    await advance(clock, ttlMs + 10_000);
    const gone = setOffline.map(([agentId]) => agentId);
    const back = agents.filter((agentId) => !gone.includes(agentId));
    for (const agentId of back) expect(await lease(agentId, 1, 2)).toEqual(keptAnswer);
    await advance(clock, 30_000);
    expect(setOffline.map(([agentId]) => agentId)).toEqual(gone);
  });
});
