import { describe, expect, it } from 'vitest';
import { attemptMs, budgetMs } from '../../../../main/presence/gate-limits.js';
import { unknownPresence } from '../../../../main/presence/presence.js';
import {
  blackHole,
  confirmed,
  createGateWorld,
  failsWith,
  idle,
  onCall,
  onCallQueued,
  ringing,
  ringingQueued,
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
    expect(world.state().kind).toBe('notConfirmed');
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
    expect(codes(world)).toEqual([3]);
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
    expect(world.dismissals).toEqual([]);
    world.become(wrapUpQueued);
    world.become(wrapUpQueued);
    world.become(wrapUpQueued);
    expect(world.dismissals).toEqual([{ kind: 'clear', contactId: 'c1' }]);
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
  });

  it('clears what becomes over later, and only that', () => {
    const world = createGateWorld(wrapUp);
    world.ask('agent');
    world.become(wrapUpQueued);
    world.become({ ...wrapUpQueued, overContactIds: ['c1', 'c2'] });
    expect(world.dismissals).toEqual([
      { kind: 'clear', contactId: 'c1' },
      { kind: 'clear', contactId: 'c2' },
    ]);
  });

  it('clears at once when the snapshot came before the answer', () => {
    const world = createGateWorld(wrapUpQueued);
    world.ask('agent');
    world.advance(30);
    expect(world.dismissals).toEqual([{ kind: 'clear', contactId: 'c1' }]);
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
    expect(codes(world)).toEqual([3]);
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

  it('hands over as soon as Offline is queued on a contact, which is not the same as Offline', () => {
    const world = createGateWorld(talking);
    world.ask('system');
    world.advance(30);
    expect(codes(world)).toEqual([]);
    world.become(talkingQueued);
    expect(world.exits).toMatchObject([{ code: 3, outcome: 'queued' }]);
  });

  it('leaves at once, unconfirmed, when the sign-in has ended', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(failsWith('signedOut', 5));
    world.ask('system');
    world.advance(5);
    expect(codes(world)).toEqual([3]);
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
    expect(codes(world)).toEqual([3]);
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
    expect(codes(world)).toEqual([3]);
  });

  it('never lengthens a limit that is nearly over', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    world.advance(budgetMs.agent - 500);
    world.ask('system');
    world.advance(500);
    expect(codes(world)).toEqual([3]);
  });

  it('overrules an agent who is being asked', () => {
    const world = createGateWorld(talking);
    world.ask('agent');
    world.ask('system');
    world.advance(30);
    world.become(talkingQueued);
    expect(world.exits).toMatchObject([{ code: 3, outcome: 'queued' }]);
  });

  it('hands over when Offline is queued already, even if Connect no longer answers', () => {
    const world = createGateWorld(talkingQueued);
    world.connectAnswers(blackHole);
    world.ask('system');
    world.advance(budgetMs.system);
    expect(world.exits).toMatchObject([{ code: 3, outcome: 'queued' }]);
  });
});

describe('quitting while it rings', () => {
  it('rejects the ring once Offline is queued, clears it, and leaves without a question', () => {
    const world = createGateWorld(ringing);
    world.ask('agent');
    expect(world.dismissals).toEqual([]);
    world.advance(30);
    world.become(ringingQueued);
    world.become(ringingQueued);
    expect(world.dismissals).toEqual([{ kind: 'reject', contactId: 'c1' }]);
    world.become(wrapUpQueued);
    expect(world.dismissals.at(-1)).toEqual({ kind: 'clear', contactId: 'c1' });
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
    expect(world.views.filter((view) => view?.kind === 'onContact')).toEqual([]);
  });

  it('is not held by a customer who goes away by himself', () => {
    const world = createGateWorld(ringing);
    world.ask('system');
    world.advance(30);
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
  });
});

describe('ending the call to quit', () => {
  it('asks once more, then queues Offline, hangs up, clears, and leaves', () => {
    const world = createGateWorld(onCall);
    world.ask('agent');
    world.choose('endAndQuit');
    expect(world.views.at(-1)).toEqual({ kind: 'confirmEnd' });
    expect(world.attempts).toEqual([]);
    world.choose('endAndQuit');
    world.advance(30);
    world.become(onCallQueued);
    expect(world.dismissals).toEqual([{ kind: 'hangUp', contactId: 'c1' }]);
    world.become(wrapUpQueued);
    expect(world.dismissals.at(-1)).toEqual({ kind: 'clear', contactId: 'c1' });
    world.become(confirmed);
    expect(world.exits).toMatchObject([{ code: 0, outcome: 'confirmed' }]);
  });

  it('never hangs up for an agent who quits after the contact', () => {
    const world = createGateWorld(onCall);
    world.ask('agent');
    world.choose('endAndQuit');
    world.choose('quitWhenClear');
    world.advance(30);
    world.become(onCallQueued);
    expect(world.dismissals).toEqual([]);
    expect(world.state()).toEqual({ kind: 'whenClear' });
  });

  it('may be thought better of', () => {
    const world = createGateWorld(onCall);
    world.ask('agent');
    world.choose('endAndQuit');
    world.choose('stay');
    expect(world.state()).toEqual({ kind: 'resting' });
    expect(world.deeds()).toBe(4);
  });

  it('is told when the call does not end', () => {
    const world = createGateWorld(onCall);
    world.ask('agent');
    world.choose('endAndQuit');
    world.choose('endAndQuit');
    world.advance(30);
    world.become(onCallQueued);
    world.advance(budgetMs.agent);
    expect(world.state().kind).toBe('notConfirmed');
    expect(codes(world)).toEqual([]);
  });
});

describe('a phone that is dead', () => {
  const dead = { kind: 'probed', alive: false } as const;

  it('is felt for with the first attempt and after each that is not answered', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('agent');
    expect(world.probes).toHaveLength(1);
    world.advance(attemptMs.agent);
    expect(world.probes).toHaveLength(2);
  });

  it('is revived once, and asked again as soon as it is back', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(failsWith('noPhone', 0));
    world.ask('agent');
    world.send(dead);
    world.send(dead);
    expect(world.revivals).toHaveLength(1);
    world.advance(1);
    world.become({ ...idle, phoneReady: false });
    const before = world.attempts.length;
    world.become(idle);
    expect(world.attempts).toHaveLength(before + 1);
  });

  it('is left alone while it holds the call of an agent who quits after it', () => {
    const world = createGateWorld(talking);
    world.ask('agent');
    world.choose('quitWhenClear');
    world.send(dead);
    expect(world.revivals).toEqual([]);
  });

  it('is revived on a call when the system ends, which ends the call anyway', () => {
    const world = createGateWorld(talking);
    world.ask('system');
    world.send(dead);
    expect(world.revivals).toHaveLength(1);
  });

  it('that comes back is worth another attempt of an agent who was told', () => {
    const world = createGateWorld({ ...idle, phoneReady: false });
    world.connectAnswers(failsWith('signedOut', 5));
    world.ask('agent');
    world.advance(5);
    expect(world.state().kind).toBe('notConfirmed');
    world.connectAnswers(succeeds);
    const before = world.attempts.length;
    world.become(idle);
    expect(world.attempts).toHaveLength(before + 1);
    world.become(confirmed);
    expect(codes(world)).toEqual([0]);
  });
});

describe('a crash of ours', () => {
  it('leaves with code 1 when Offline is confirmed', () => {
    const world = createGateWorld(idle);
    world.ask('crash');
    world.advance(30);
    world.become(confirmed);
    expect(world.exits).toMatchObject([{ code: 1, outcome: 'confirmed' }]);
  });

  it('leaves after 3 s in any case, and asks nobody', () => {
    const world = createGateWorld(idle);
    world.connectAnswers(blackHole);
    world.ask('crash');
    world.advance(budgetMs.crash);
    expect(world.exits).toMatchObject([{ code: 1, outcome: 'unconfirmed' }]);
    expect(world.views).toEqual([]);
  });

  it('cuts off no customer: Offline is queued and the app ends after the contact', () => {
    const world = createGateWorld(talking);
    world.ask('crash');
    world.advance(30);
    world.become(talkingQueued);
    world.advance(60_000);
    expect(codes(world)).toEqual([]);
    expect(world.state()).toEqual({ kind: 'whenClear' });
  });
});

describe('throttling', () => {
  it('waits a second at least', () => {
    const world = createGateWorld(idle);
    world.connectAnswers({ afterMs: 0, failure: { reason: 'refused', detail: 'ThrottlingException' } });
    world.ask('agent');
    world.advance(999);
    expect(world.attempts).toHaveLength(1);
    world.advance(1);
    expect(world.attempts).toHaveLength(2);
  });
});

describe('nobody chose to leave', () => {
  it('goes Offline without a question even on a contact, and waits for its end', () => {
    const world = createGateWorld(talking);
    world.ask('agent', false);
    expect(world.attempts).toHaveLength(1);
    world.advance(30);
    world.become(talkingQueued);
    expect(world.views).toEqual([{ kind: 'whenClear' }]);
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
