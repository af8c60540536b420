import { describe, expect, it } from 'vitest';
import { attemptMs, budgetMs } from '../../../../main/presence/gate-machine.js';
import { unknownPresence } from '../../../../main/presence/presence.js';
import {
  blackHole,
  confirmed,
  createGateWorld,
  failsWith,
  idle,
  succeeds,
  talking,
  talkingQueued,
  wrapUp,
  wrapUpQueued,
} from './gate-world.js';

const codes = (world: ReturnType<typeof createGateWorld>): number[] => world.exits.map(({ code }) => code);
const unavailable = failsWith('refused');

describe('quitting without a contact', () => {
  it('passes at once while Offline', () => {
    const world = createGateWorld(confirmed);
    world.ask('agent');
    expect(codes(world)).toEqual([0]);
    expect(world.attempts).toEqual([]);
  });

  it('passes at once while nobody is signed in', () => {
    const world = createGateWorld(unknownPresence);
    world.ask('system');
    expect(codes(world)).toEqual([0]);
    expect(world.attempts).toEqual([]);
  });

  it('holds until a snapshot confirms Offline', () => {
    const world = createGateWorld(idle);
    world.ask('agent');
    world.advance(100);
    expect(codes(world)).toEqual([]);
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
  });

  it('leaves on the snapshot even before the attempt answered', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    world.advance(10);
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
  });

  it('shows the spinner after 400 ms, not before', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    world.advance(399);
    expect(world.views).toEqual([]);
    world.advance(1);
    expect(world.views).toEqual([{ kind: 'settingOffline' }]);
  });

  it('survives two 503 and leaves after the third attempt', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(unavailable, unavailable, succeeds);
    world.ask('agent');
    world.advance(30 + 250 + 30 + 500 + 30);
    expect(world.attempts).toHaveLength(3);
    expect(codes(world)).toEqual([]);
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
  });

  it('waits longer between attempts, 250, 500, 1000 and then 2000 ms', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(failsWith('refused', 0));
    world.ask('agent');
    world.advance(11_999);
    const starts = world.attempts.map(({ atMs }) => atMs);
    expect(starts.slice(1).map((atMs, index) => atMs - (starts[index] ?? 0))).toEqual([
      250, 500, 1_000, 2_000, 2_000, 2_000, 2_000, 2_000,
    ]);
  });

  it.each([
    [0, 200],
    [1, 300],
  ])('spreads the retries of many agents: a jitter of %d waits %d ms', (jitter, waitMs) => {
    const world = createGateWorld(idle, jitter);
    world.connectAnswers(failsWith('refused', 0));
    world.ask('agent');
    world.advance(waitMs - 1);
    expect(world.attempts).toHaveLength(1);
    world.advance(1);
    expect(world.attempts).toHaveLength(2);
  });

  it('does not take a success without a snapshot for Offline, and tries again', () => {
    const world = createGateWorld(idle);
    world.ask('agent');
    world.advance(30 + 1_500 + 249);
    expect(world.attempts).toHaveLength(1);
    world.advance(1);
    expect(world.attempts).toHaveLength(2);
    expect(codes(world)).toEqual([]);
  });

  it('ends a lie, success for ever and never Offline, in not confirmed', () => {
    const world = createGateWorld(idle);
    world.ask('agent');
    world.advance(budgetMs.agent);
    expect(world.views.at(-1)).toEqual({ kind: 'notConfirmed', reason: 'noAnswer' });
    expect(codes(world)).toEqual([]);
  });

  it('tells a signed-out agent at once', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(failsWith('signedOut', 5));
    world.ask('agent');
    world.advance(5);
    expect(world.views).toEqual([{ kind: 'notConfirmed', reason: 'signedOut' }]);
    expect(codes(world)).toEqual([]);
  });

  it('gives up on a black hole after 12 s, never before', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    world.advance(budgetMs.agent - 1);
    expect(world.state().kind).toBe('leaving');
    world.advance(1);
    expect(world.state()).toEqual({ kind: 'notConfirmed' });
    expect(world.views.at(-1)).toEqual({ kind: 'notConfirmed', reason: 'noAnswer' });
    expect(codes(world)).toEqual([]);
  });

  it('gives each attempt at most 2.5 s and never more than is left', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    world.advance(budgetMs.agent);
    const startMs = world.attempts[0]?.atMs ?? 0;
    expect(world.attempts[0]?.timeoutMs).toBe(attemptMs.agent);
    for (const { atMs, timeoutMs } of world.attempts) {
      expect(timeoutMs).toBeLessThanOrEqual(attemptMs.agent);
      expect(atMs + timeoutMs).toBeLessThanOrEqual(startMs + budgetMs.agent);
    }
  });

  it('follows an Offline chosen in the panel beside it', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    world.advance(budgetMs.agent);
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
  });

  it('ignores a second wish of the agent while leaving', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    world.advance(100);
    world.ask('agent');
    expect(world.attempts).toHaveLength(1);
    world.advance(budgetMs.agent - 100);
    expect(world.state().kind).toBe('notConfirmed');
  });
});

describe('an agent who was told that Offline is not confirmed', () => {
  function notConfirmed() {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    world.advance(budgetMs.agent);
    world.connectAnswers(succeeds);
    return world;
  }

  it('may try again', () => {
    const world = notConfirmed();
    const before = world.attempts.length;
    world.choose('tryAgain');
    expect(world.attempts).toHaveLength(before + 1);
    world.advance(100);
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
  });

  it('has the full 12 s again after trying again', () => {
    const world = notConfirmed();
    world.connectAnswers(blackHole);
    world.choose('tryAgain');
    world.advance(budgetMs.agent - 1);
    expect(world.state().kind).toBe('leaving');
    world.advance(1);
    expect(world.state().kind).toBe('notConfirmed');
  });

  it('may stay, and nothing happens any more', () => {
    const world = notConfirmed();
    world.choose('stay');
    expect(world.views.at(-1)).toBeNull();
    const before = world.deeds();
    world.advance(600_000);
    world.become(confirmed);
    expect(world.deeds()).toBe(before);
    expect(world.state()).toEqual({ kind: 'resting' });
  });

  it('may quit anyway, which says so in the exit code', () => {
    const world = notConfirmed();
    world.choose('quitAnyway');
    expect(codes(world)).toEqual([4]);
  });

  it('is tried for again after a minute without an answer', () => {
    const world = notConfirmed();
    const before = world.attempts.length;
    world.advance(59_999);
    expect(world.attempts).toHaveLength(before);
    world.advance(1);
    expect(world.attempts).toHaveLength(before + 1);
  });

  it('is not asked by a system that ends: it leaves by the short limit', () => {
    const world = notConfirmed();
    world.connectAnswers(blackHole);
    world.ask('system');
    world.advance(budgetMs.system);
    expect(codes(world)).toEqual([4]);
  });
});

describe('quitting on a contact', () => {
  function asking() {
    const world = createGateWorld(talking);
    world.ask('agent');
    return world;
  }

  it('asks first and changes nothing', () => {
    const world = asking();
    expect(world.views).toEqual([{ kind: 'onContact' }]);
    world.advance(600_000);
    expect(world.attempts).toEqual([]);
    expect(codes(world)).toEqual([]);
  });

  it('goes on when the agent stays', () => {
    const world = asking();
    world.choose('stay');
    expect(world.views).toEqual([{ kind: 'onContact' }, null]);
    expect(world.state()).toEqual({ kind: 'resting' });
    expect(world.attempts).toEqual([]);
  });

  it('cannot be left unconfirmed from the question', () => {
    const world = asking();
    world.choose('quitAnyway');
    expect(codes(world)).toEqual([]);
    expect(world.state()).toEqual({ kind: 'asking' });
  });

  it('leaves when clear: Offline queued, contact over, cleared, Offline', () => {
    const world = asking();
    world.choose('quitWhenClear');
    world.advance(30);
    world.become(talkingQueued);
    expect(world.views.at(-1)).toEqual({ kind: 'whenClear' });
    world.advance(3_600_000);
    world.become(wrapUpQueued);
    expect(codes(world)).toEqual([]);
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
    expect(world.attempts).toHaveLength(1);
  });

  it('queues Offline anew when it was lost while waiting to be clear', () => {
    const world = asking();
    world.choose('quitWhenClear');
    world.advance(30);
    world.become(talkingQueued);
    world.become(idle);
    expect(world.attempts).toHaveLength(2);
    expect(codes(world)).toEqual([]);
  });

  it('may be called off while waiting to be clear', () => {
    const world = asking();
    world.choose('quitWhenClear');
    world.advance(30);
    world.become(talkingQueued);
    world.choose('stay');
    world.become(confirmed);
    expect(codes(world)).toEqual([]);
    expect(world.views.at(-1)).toBeNull();
  });

  it('waits when a contact arrives while going Offline', () => {
    const world = createGateWorld(idle);
    world.ask('agent');
    world.advance(10);
    world.become(talking);
    world.advance(20);
    world.become(talkingQueued);
    expect(world.state()).toEqual({ kind: 'whenClear' });
    world.advance(budgetMs.agent);
    expect(codes(world)).toEqual([]);
  });
});

describe('quitting in after-contact work', () => {
  it('queues Offline, then clears the contact once, then leaves', () => {
    const world = createGateWorld(wrapUp);
    world.ask('agent');
    world.advance(30);
    expect(world.clears).toEqual([]);
    world.become(wrapUpQueued);
    world.become(wrapUpQueued);
    world.become(wrapUpQueued);
    expect(world.clears).toEqual([['c1']]);
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
  });

  it('clears what becomes over later, and only that', () => {
    const world = createGateWorld(wrapUp);
    world.ask('agent');
    world.become(wrapUpQueued);
    world.become({ ...wrapUpQueued, overContactIds: ['c1', 'c2'] });
    expect(world.clears).toEqual([['c1'], ['c2']]);
  });

  it('clears at once when the snapshot came before the answer', () => {
    const world = createGateWorld(wrapUpQueued);
    world.ask('agent');
    world.advance(30);
    expect(world.clears).toEqual([['c1']]);
  });
});

describe('a system that ends', () => {
  it('leaves unconfirmed after 4 s and shows nobody a question', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('system');
    world.advance(budgetMs.system - 1);
    expect(codes(world)).toEqual([]);
    world.advance(1);
    expect(codes(world)).toEqual([4]);
    expect(world.views).toEqual([]);
  });

  it('gives each attempt at most 1.2 s', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('system');
    world.advance(budgetMs.system);
    expect(Math.max(...world.attempts.map(({ timeoutMs }) => timeoutMs))).toBe(attemptMs.system);
    expect(world.attempts.length).toBeGreaterThan(2);
  });

  it('leaves confirmed as soon as Offline is queued on a contact', () => {
    const world = createGateWorld(talking);
    world.ask('system');
    world.advance(30);
    expect(codes(world)).toEqual([]);
    world.become(talkingQueued);
    expect(codes(world)).toEqual([0]);
  });

  it('leaves at once, unconfirmed, when the sign-in has ended', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(failsWith('signedOut', 5));
    world.ask('system');
    world.advance(5);
    expect(codes(world)).toEqual([4]);
  });

  it('takes five signals in a second for one', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    for (let signal = 0; signal < 5; signal += 1) {
      world.ask('system');
      world.advance(200);
    }
    expect(world.attempts).toHaveLength(1);
    world.advance(budgetMs.system - 1_000);
    expect(codes(world)).toEqual([4]);
  });

  it('shortens the limit of an agent who is leaving', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    world.advance(1_000);
    world.ask('system');
    world.advance(budgetMs.system - 1);
    expect(codes(world)).toEqual([]);
    world.advance(1);
    expect(codes(world)).toEqual([4]);
  });

  it('never lengthens a limit that is nearly over', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    world.advance(budgetMs.agent - 500);
    world.ask('system');
    world.advance(500);
    expect(codes(world)).toEqual([4]);
  });

  it('overrules an agent who is being asked', () => {
    const world = createGateWorld(talking);
    world.ask('agent');
    world.ask('system');
    world.advance(30);
    world.become(talkingQueued);
    expect(codes(world)).toEqual([0]);
  });

  it('leaves confirmed when Offline is queued already, even if Connect no longer answers', () => {
    const world = createGateWorld(talkingQueued);
    world.connectAnswers(blackHole);
    world.ask('system');
    world.advance(budgetMs.system);
    expect(codes(world)).toEqual([0]);
  });
});

describe('a gate that has left', () => {
  it('does nothing any more, whatever happens', () => {
    const world = createGateWorld(confirmed);
    world.ask('agent');
    const before = world.deeds();
    world.ask('system');
    world.ask('agent');
    world.choose('quitAnyway');
    world.choose('tryAgain');
    world.become(idle);
    world.send({ kind: 'attemptSettled', failure: null });
    world.send({ kind: 'timerFired', timer: 'deadline' });
    world.advance(600_000);
    expect(world.deeds()).toBe(before);
    expect(codes(world)).toEqual([0]);
  });
});
