import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuardianHook } from '../../../../contract/guardian-message.js';
import { fail, type Result, succeed } from '../../../../contract/result.js';
import type { HookFailure, LeaseNews } from '../../../../main/hook/hook-client.js';
import { createLeaseKeeper } from '../../../../main/hook/lease-keeper.js';

type Outcome = Result<LeaseNews, HookFailure>;
const kept: Outcome = succeed({ expired: false, silentMs: null });
const ranOut: Outcome = succeed({ expired: true, silentMs: 61_000 });
const lost: Outcome = fail('notReached');

const intervalMs = 15_000;
const ttlMs = 45_000;
const ada = { agentId: 'arn:ada', statusName: 'Available' };

interface Asked {
  readonly path: 'lease' | 'release';
  readonly token: string;
  readonly agentId: string;
  readonly seq: number;
  readonly status?: string;
}

/** A hook, a computer with two clocks, and whoever hears of a lease that ran out. */
function start() {
  let answer: (asked: Asked) => Outcome | Promise<Outcome> = () => kept;
  let token: string | null = 'first';
  const asked: Asked[] = [];
  const news: unknown[] = [];
  const records: unknown[][] = [];
  const wall = { aheadMs: 0 };
  const steady = { leftOutMs: 0 };
  const ask =
    (path: Asked['path']) => async (hook: GuardianHook, body: { seq: number; status?: string; epoch: number }) => {
      const { seq, status } = body;
      expect(body.epoch).toBe(7);
      const each: Asked = {
        path,
        token: hook.token,
        agentId: hook.agentId,
        seq,
        ...(status === undefined ? {} : { status }),
      };
      asked.push(each);
      return answer(each);
    };
  const keeper = createLeaseKeeper({
    client: { lease: ask('lease'), release: ask('release') },
    hookFor: (agentId) => (token === null ? null : { url: 'https://hook.example', token, agentId }),
    epoch: 7,
    intervalMs,
    ttlMs,
    wallMs: () => Date.now() + wall.aheadMs,
    steadyMs: () => Date.now() - steady.leftOutMs,
    expired: (given) => news.push(given),
    record: (event, facts) => records.push([event, ...Object.values(facts ?? {})]),
  });
  return {
    keeper,
    asked,
    news,
    records,
    answers(next: typeof answer) {
      answer = next;
    },
    tokenIs(next: string | null) {
      token = next;
    },
    setWallClock(byMs: number) {
      wall.aheadMs += byMs;
    },
    /** Timers stand still as well, and the steady clock leaves the time out, as on Linux and macOS. */
    suspend(forMs: number) {
      wall.aheadMs += forMs;
    },
    /** As on Windows, whose steady clock goes on. */
    suspendWithSteady(forMs: number) {
      wall.aheadMs += forMs;
      steady.leftOutMs -= forMs;
    },
    asks: (path: Asked['path']) => asked.filter((each) => each.path === path).length,
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a lease', () => {
  it('is taken at once and renewed at each interval with a number that grows', async () => {
    const { keeper, asked } = start();
    keeper.arm(ada);
    await pass(0);
    expect(asked).toEqual([{ path: 'lease', token: 'first', agentId: 'arn:ada', seq: 1, status: 'Available' }]);
    await pass(intervalMs - 1);
    expect(asked).toHaveLength(1);
    await pass(1);
    keeper.arm({ ...ada, statusName: 'Lunch' });
    expect(asked).toHaveLength(2);
    await pass(intervalMs);
    expect(asked.map(({ seq, status }) => [seq, status])).toEqual([
      [1, 'Available'],
      [2, 'Available'],
      [3, 'Lunch'],
    ]);
  });

  it('is released once, and asked for no more', async () => {
    const { keeper, asked, asks } = start();
    keeper.disarm();
    expect(keeper.released()).toBeNull();
    keeper.arm(ada);
    await pass(0);
    keeper.disarm();
    const releasing = keeper.released();
    expect(releasing).not.toBeNull();
    await releasing;
    expect(keeper.released()).toBeNull();
    keeper.disarm();
    await pass(10 * ttlMs);
    expect(asked.map(({ path, seq }) => [path, seq])).toEqual([
      ['lease', 1],
      ['release', 2],
    ]);
    keeper.arm(ada);
    await pass(0);
    expect(asked.at(-1)).toMatchObject({ path: 'lease', seq: 3 });
    expect(asks('release')).toBe(1);
  });

  it('is left to run out where nobody confirmed Offline', async () => {
    const { keeper, asked, records } = start();
    keeper.lapse();
    keeper.arm(ada);
    await pass(0);
    keeper.lapse();
    expect(keeper.released()).toBeNull();
    await pass(10 * ttlMs);
    expect(asked.map(({ path }) => path)).toEqual(['lease']);
    expect(records.at(-1)).toEqual(['lease', 'lapsed']);
    keeper.arm(ada);
    await pass(0);
    expect(asked.map(({ path, seq }) => [path, seq]).at(-1)).toEqual(['lease', 2]);
  });

  it('of another agent is another, and the first is left to run out', async () => {
    const { keeper, asked } = start();
    keeper.arm(ada);
    await pass(0);
    keeper.arm({ agentId: 'arn:grace', statusName: 'Available' });
    await pass(intervalMs);
    expect(asked.map(({ path, agentId }) => [path, agentId])).toEqual([
      ['lease', 'arn:ada'],
      ['lease', 'arn:grace'],
      ['lease', 'arn:grace'],
    ]);
  });

  it('waits for no answer with a pile of others', async () => {
    const { keeper, asked, answers } = start();
    let settle = (_outcome: Outcome): void => undefined;
    answers(() => new Promise((resolve) => (settle = resolve)));
    keeper.arm(ada);
    await pass(5 * intervalMs);
    expect(asked).toHaveLength(1);
    settle(lost);
    await pass(intervalMs);
    expect(asked).toHaveLength(2);
  });

  it.each([1, 2, 3, 20])('is tried for again after %i failures, one each interval', async (failures) => {
    const { keeper, asked, answers, news, records } = start();
    keeper.arm(ada);
    await pass(0);
    answers(() => lost);
    await pass(failures * intervalMs);
    expect(asked).toHaveLength(1 + failures);
    expect(news).toEqual([]);
    answers(() => kept);
    await pass(intervalMs);
    expect(news).toHaveLength(failures < 3 ? 0 : 1);
    expect(records.filter(([event]) => event === 'lease')).toEqual([
      ['lease', 'held'],
      ['lease', 'notReached'],
      ['lease', 'held'],
    ]);
  });
});

describe('a token', () => {
  it('that is refused is read again from the file, once', async () => {
    const { keeper, asked, answers, tokenIs } = start();
    answers(({ token }) => (token === 'second' ? kept : fail('refused')));
    keeper.arm(ada);
    await pass(0);
    // The same one is there, so nothing is gained by asking again.
    expect(asked.map(({ token }) => token)).toEqual(['first']);
    tokenIs('second');
    await pass(intervalMs);
    expect(asked.map(({ token }) => token)).toEqual(['first', 'first', 'second']);
    await pass(intervalMs);
    expect(asked.map(({ token }) => token)).toEqual(['first', 'first', 'second', 'second']);
    expect(asked.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('that is refused both times ends no lease', async () => {
    const { keeper, asked, answers, tokenIs } = start();
    answers(() => fail('refused'));
    keeper.arm(ada);
    tokenIs('second');
    await pass(0);
    expect(asked.map(({ token }) => token)).toEqual(['first', 'second']);
    tokenIs(null);
    await pass(intervalMs);
    expect(asked.map(({ token }) => token)).toEqual(['first', 'second', 'second']);
  });

  it('that comes later is there with the next arming', async () => {
    const { keeper, asked, tokenIs, records } = start();
    tokenIs(null);
    keeper.arm(ada);
    await pass(10 * intervalMs);
    expect(asked).toEqual([]);
    expect(records).toEqual([['lease', 'noToken']]);
    tokenIs('late');
    keeper.arm({ ...ada, statusName: 'Lunch' });
    await pass(0);
    expect(asked).toMatchObject([{ token: 'late', status: 'Lunch' }]);
    tokenIs('new');
    keeper.arm(ada);
    await pass(intervalMs);
    expect(asked.at(-1)).toMatchObject({ token: 'new' });
  });

  it('that is refused at the release is read again as well', async () => {
    const { keeper, asked, answers, tokenIs } = start();
    keeper.arm(ada);
    await pass(0);
    tokenIs('second');
    answers(({ token }) => (token === 'second' ? kept : fail('refused')));
    keeper.disarm();
    await pass(0);
    expect(asked.map(({ path, token }) => [path, token])).toEqual([
      ['lease', 'first'],
      ['release', 'first'],
      ['release', 'second'],
    ]);
  });
});

describe('news of a lease that ran out', () => {
  it('is told once, with the time of the hook', async () => {
    const { keeper, answers, news } = start();
    keeper.arm(ada);
    await pass(0);
    answers(() => ranOut);
    await pass(intervalMs);
    answers(() => kept);
    await pass(10 * intervalMs);
    expect(news).toEqual([{ unreachableMs: 61_000, sure: true }]);
  });

  it('comes with the release, where Connect was faster than the hook', async () => {
    const { keeper, answers, news } = start();
    keeper.arm(ada);
    await pass(0);
    answers(() => lost);
    await pass(4 * intervalMs);
    keeper.disarm();
    await pass(3 * intervalMs);
    expect(news).toEqual([]);
    answers(() => succeed({ expired: true, silentMs: null }));
    await pass(intervalMs);
    await pass(10 * intervalMs);
    expect(news).toEqual([{ unreachableMs: 8 * intervalMs, sure: true }]);
  });

  it('is not made of a release alone: the agent may have gone Offline while the hook was down', async () => {
    const { keeper, answers, news } = start();
    keeper.arm(ada);
    await pass(0);
    answers(() => lost);
    await pass(4 * intervalMs);
    answers(() => kept);
    keeper.disarm();
    await pass(intervalMs);
    expect(news).toEqual([]);
  });

  it('of a run before is left to the next start', async () => {
    const { keeper, answers, news, records } = start();
    answers(() => ranOut);
    keeper.arm(ada);
    await pass(0);
    expect(news).toEqual([]);
    expect(records).toContainEqual(['lease-expired-before']);
    await pass(intervalMs);
    expect(news).toHaveLength(1);
  });

  it('still counts when the agent is armed anew', async () => {
    const { keeper, answers, news } = start();
    keeper.arm(ada);
    await pass(0);
    answers(() => lost);
    keeper.disarm();
    await pass(0);
    answers(() => ranOut);
    keeper.arm(ada);
    await pass(0);
    expect(news).toEqual([{ unreachableMs: 61_000, sure: true }]);
  });

  it('ends with what the hook will not hear of', async () => {
    const { keeper, answers, asks } = start();
    keeper.arm(ada);
    await pass(0);
    answers(() => fail('stale'));
    keeper.disarm();
    await pass(10 * intervalMs);
    expect(asks('release')).toBe(1);
  });

  it('is asked for by the release for a while, not for ever', async () => {
    const { keeper, answers, asks } = start();
    keeper.arm(ada);
    await pass(0);
    answers(() => lost);
    keeper.disarm();
    await pass(100 * intervalMs);
    expect(asks('release')).toBe(20);
  });

  it('is worth no release once there is a new lease', async () => {
    const { keeper, answers, asks } = start();
    keeper.arm(ada);
    await pass(0);
    answers(() => lost);
    keeper.disarm();
    await pass(0);
    keeper.arm(ada);
    await pass(10 * intervalMs);
    expect(asks('release')).toBe(1);
    expect(asks('lease')).toBe(12);
  });
});

describe('two clocks', () => {
  it.each([
    ['neither', 0, 0, false],
    ['the wall clock alone, as by a suspend on Linux or a clock that is set', 1, 0, false],
    ['the steady clock alone, as by a wall clock that is set back', 0, 1, false],
    ['both', 1, 1, true],
  ])('must agree on a lease that ran out: %s', async (_which, wallOver, steadyOver, told) => {
    const run = start();
    run.keeper.arm(ada);
    await pass(0);
    run.answers(() => lost);
    // Three intervals are as long as the lease; what comes to it decides.
    await pass(2 * intervalMs);
    run.answers(() => kept);
    if (wallOver === 1 && steadyOver === 1) run.suspendWithSteady(ttlMs);
    else if (wallOver === 1) run.suspend(ttlMs);
    else if (steadyOver === 1) {
      run.suspendWithSteady(ttlMs);
      run.setWallClock(-2 * ttlMs);
    }
    await pass(intervalMs);
    expect(run.news).toEqual(told ? [{ unreachableMs: 3 * intervalMs + ttlMs, sure: false }] : []);
  });

  it('is told after a sleep by the word of the hook', async () => {
    const run = start();
    run.keeper.arm(ada);
    await pass(0);
    run.suspend(8 * 3_600_000);
    run.answers(() => succeed({ expired: true, silentMs: null }));
    await pass(intervalMs);
    expect(run.news).toEqual([{ unreachableMs: 8 * 3_600_000 + intervalMs, sure: true }]);
  });

  it('that are set back and forth lead to no renewal too many and no news', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 20 }), async (jumps) => {
        const run = start();
        run.keeper.arm(ada);
        await pass(0);
        for (const byMs of jumps) {
          run.setWallClock(byMs);
          await pass(intervalMs);
        }
        expect(run.news).toEqual([]);
        expect(run.asked).toHaveLength(1 + jumps.length);
        run.keeper.disarm();
        await pass(0);
        expect(run.keeper.released()).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});

it('keeps its order and says nothing twice, whatever happens', async () => {
  type Deed = (run: ReturnType<typeof start>) => void;
  const deeds: Readonly<Record<string, Deed>> = {
    arm: ({ keeper }) => keeper.arm(ada),
    armOther: ({ keeper }) => keeper.arm({ agentId: 'arn:grace', statusName: 'Lunch' }),
    disarm: ({ keeper }) => keeper.disarm(),
    lapse: ({ keeper }) => keeper.lapse(),
    lose: ({ answers }) => answers(() => lost),
    refuse: ({ answers }) => answers(() => fail('refused')),
    stale: ({ answers }) => answers(() => fail('stale')),
    keep: ({ answers }) => answers(() => kept),
    hang: ({ answers }) => answers(() => new Promise((resolve) => setTimeout(resolve, 5_000, fail('timedOut')))),
    suspend: ({ suspend }) => suspend(3 * ttlMs),
    otherToken: ({ tokenIs }) => tokenIs('second'),
    noToken: ({ tokenIs }) => tokenIs(null),
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(deeds)), fc.constantFrom(0, 1_000, intervalMs, ttlMs)), {
        maxLength: 40,
      }),
      async (story) => {
        const run = start();
        for (const [deed, ms] of story) {
          deeds[deed]?.(run);
          await pass(ms);
        }
        const seqs = run.asked.map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.map((_seq, index) => index + 1));
        // The hook never said so, and what it did not say is told only of a lease that both clocks gave up.
        expect(run.news).toEqual(run.news.map(() => expect.objectContaining({ sure: false })));
        run.keeper.disarm();
        await pass(30 * intervalMs);
        const asked = run.asked.length;
        await pass(30 * intervalMs);
        expect(run.asked, 'nobody is asked for an agent who has gone').toHaveLength(asked);
        expect(vi.getTimerCount()).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});
