import { describe, expect, it, vi } from 'vitest';
import type { Command, CommandFailure } from '../../../../contract/command.js';
import { emptySnapshot } from '../../../../contract/empty-snapshot.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { english } from '../../../../contract/words/english.js';
import type { Errand, ErrandSource } from '../../../../main/errands/errand.js';
import type { ErrandAnswer } from '../../../../main/errands/errand-answer.js';
import { createErrandRunner } from '../../../../main/errands/run-errand.js';
import { buildAgent, buildContact, buildSnapshot, lunch } from '../../contract/build-snapshot.js';

const idle = buildSnapshot();
const onCall = buildSnapshot({ contacts: [buildContact()] });
const dial: Errand = { kind: 'dial', text: '+12025550142' };

/** The runner on a phone whose snapshots are given; what it does is noted in order. */
function start({
  snapshot = idle,
  confirmLinks = true,
  failure = null,
}: {
  readonly snapshot?: PhoneSnapshot;
  readonly confirmLinks?: boolean;
  readonly failure?: CommandFailure | null;
} = {}) {
  let now = snapshot;
  let leaving = false;
  const listeners: ((snapshot: PhoneSnapshot) => void)[] = [];
  const deeds: unknown[] = [];
  const logged: unknown[] = [];
  const runner = createErrandRunner({
    link: {
      snapshot: () => now,
      onSnapshot: (listener) => void listeners.push(listener),
      execute: async (command: Command) => {
        deeds.push(['execute', command]);
        return failure;
      },
    },
    gate: { leaving: () => leaving, askExit: (...given) => void deeds.push(['askExit', ...given]) },
    announcer: {
      announce(name, payload) {
        deeds.push([name, payload]);
        return () => undefined;
      },
    },
    words: english,
    log: { write: (...given) => void logged.push(given) },
    settings: { values: () => ({ confirmLinks }) },
    bringForward: () => void deeds.push('forward'),
  });
  return {
    runner,
    deeds,
    logged,
    show(next: PhoneSnapshot) {
      now = next;
      for (const listener of listeners) listener(next);
    },
    leave(is: boolean) {
      leaving = is;
    },
    async run(errand: Errand, source: ErrandSource = 'link') {
      let told: ErrandAnswer | null = null;
      await runner.run(errand, source, async (answer) => {
        await Promise.resolve();
        deeds.push('told');
        told = answer;
      });
      return told as ErrandAnswer | null;
    },
    asked: () =>
      deeds.filter((deed) => Array.isArray(deed) && deed[0] === 'errandAsked').map((deed) => (deed as unknown[])[1]),
    refused: () =>
      deeds
        .filter((deed) => Array.isArray(deed) && deed[0] === 'errandRefused')
        .map((deed) => (deed as [string, { kind: string }])[1].kind),
    executed: () =>
      deeds.filter((deed) => Array.isArray(deed) && deed[0] === 'execute').map((deed) => (deed as unknown[])[1]),
  };
}

describe('a number to call', () => {
  it('is asked for in front, and nothing is dialled on this side', async () => {
    const { run, asked, deeds, executed } = start();
    expect(await run(dial)).toEqual({ code: 0, text: english.errands.asks });
    expect(asked()).toEqual([{ errandId: 0, errand: dial, confirm: true }]);
    expect(deeds[0]).toBe('forward');
    expect(executed()).toEqual([]);
  });

  it('goes to the page without a question when the agent chose so', async () => {
    const { run, asked } = start({ confirmLinks: false });
    expect(await run(dial, 'commandLine')).toEqual({ code: 0, text: english.errands.dials });
    expect(asked()).toEqual([{ errandId: 0, errand: dial, confirm: false }]);
  });

  it('waits for somebody to sign in', async () => {
    const { run, asked, show } = start({ snapshot: emptySnapshot });
    expect(await run(dial)).toEqual({ code: 0, text: english.errands.waits });
    expect(asked()).toEqual([]);
    show(emptySnapshot);
    expect(asked()).toEqual([]);
    show(idle);
    expect(asked()).toEqual([{ errandId: 0, errand: dial, confirm: true }]);
    show(buildSnapshot());
    expect(asked()).toHaveLength(1);
  });

  it.each([
    [60_000, false],
    [60_001, true],
  ])('that waited %i ms is asked for though the agent wants no question: %s', async (waitedMs, confirm) => {
    vi.useFakeTimers({ now: 0 });
    try {
      const { run, asked, show } = start({ snapshot: emptySnapshot, confirmLinks: false });
      await run(dial);
      vi.setSystemTime(waitedMs);
      show(idle);
      expect(asked()).toEqual([{ errandId: 0, errand: dial, confirm }]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('waits on while the agent is being set Offline after a bad end', async () => {
    const { run, asked, show, leave } = start({ snapshot: emptySnapshot });
    await run(dial);
    leave(true);
    show(idle);
    expect(asked()).toEqual([]);
    leave(false);
    show(idle);
    expect(asked()).toHaveLength(1);
  });

  it('does not wait for another agent', async () => {
    const { run, runner, asked, show } = start({ snapshot: emptySnapshot });
    await run(dial);
    runner.forget();
    show(idle);
    expect(asked()).toEqual([]);
  });

  it('that waited and meets a call is refused in the window', async () => {
    const { run, asked, refused, show } = start({ snapshot: emptySnapshot });
    await run(dial, 'commandLine');
    show(onCall);
    expect([asked(), refused()]).toEqual([[], ['onCall']]);
  });

  it('is refused on a call, which is not touched', async () => {
    const { run, asked, refused, executed } = start({ snapshot: onCall, confirmLinks: false });
    expect(await run(dial)).toMatchObject({ code: 0 });
    expect([asked(), refused(), executed()]).toEqual([[], ['onCall'], []]);
  });

  it('is refused while the app is being left', async () => {
    const { run, leave, refused } = start();
    leave(true);
    expect(await run(dial)).toMatchObject({ code: 0 });
    expect(await run(dial, 'commandLine')).toMatchObject({ code: 1 });
    expect(refused()).toEqual(['leaving']);
  });

  it('is refused on the terminal alone when the command line asked', async () => {
    const { run, refused } = start({ snapshot: buildSnapshot({ agent: buildAgent({ mayDial: false }) }) });
    expect(await run(dial, 'commandLine')).toEqual({ code: 1, text: english.errands.refused({ kind: 'mayNotDial' }) });
    expect(refused()).toEqual([]);
  });

  it('gives way to a call that comes while it is asked for', async () => {
    const { run, asked, refused, show } = start();
    await run(dial);
    show(onCall);
    expect(asked()).toEqual([{ errandId: 0, errand: dial, confirm: true }, null]);
    expect(refused()).toEqual(['onCall']);
  });

  it('that is on its way is no longer taken back by its own call', async () => {
    const { run, runner, asked, refused, show } = start();
    await run(dial);
    runner.settle(0);
    show(onCall);
    expect([asked().length, refused()]).toEqual([1, []]);
  });

  it('is shown again by a page that comes anew, until it is answered', async () => {
    const { run, runner, asked } = start();
    await run(dial);
    runner.showAgain();
    expect(asked()).toHaveLength(2);
    runner.settle(7);
    runner.showAgain();
    expect(asked()).toHaveLength(3);
    runner.settle(0);
    runner.showAgain();
    expect(asked()).toHaveLength(3);
  });
});

describe('a thousand links at once', () => {
  it('are one question, and the window comes forward once', async () => {
    const { run, asked, refused, deeds, executed } = start();
    for (let count = 0; count < 1_000; count += 1) await run({ kind: 'dial', text: String(count) });
    expect(asked()).toEqual([{ errandId: 0, errand: { kind: 'dial', text: '0' }, confirm: true }]);
    expect(new Set(refused())).toEqual(new Set(['tooMany']));
    expect(refused()).toHaveLength(999);
    expect(deeds.filter((deed) => deed === 'forward')).toHaveLength(1);
    expect(executed()).toEqual([]);
  });

  it('are no more than five calls in ten seconds when nothing is asked', async () => {
    vi.useFakeTimers({ now: 0 });
    try {
      const { run, runner, asked } = start({ confirmLinks: false });
      for (let count = 0; count < 1_000; count += 1) {
        await run(dial);
        runner.settle(count);
      }
      expect(asked()).toHaveLength(5);
      vi.setSystemTime(10_000);
      await run(dial);
      expect(asked()).toHaveLength(6);
    } finally {
      vi.useRealTimers();
    }
  });

  it('of no use are told by the same sentence', async () => {
    const { run, refused } = start();
    for (let count = 0; count < 100; count += 1) await run({ kind: 'unknown', why: 'scheme' });
    expect(refused().slice(0, 6)).toEqual(['badLink', 'badLink', 'badLink', 'badLink', 'badLink', 'tooMany']);
  });
});

describe('a status', () => {
  const { statusId, name } = lunch;

  it('of a command line is set at once, and its outcome is the answer', async () => {
    const { run, executed } = start();
    expect(await run({ kind: 'status', name: 'LUNCH' }, 'commandLine')).toEqual({ code: 0, text: 'Status: Lunch' });
    expect(executed()).toEqual([{ kind: 'setStatus', statusId }]);
  });

  it('that Connect refuses is told with the reason', async () => {
    const { run } = start({ failure: { reason: 'signedOut', detail: null } });
    expect(await run({ kind: 'status', name: 'Lunch' }, 'commandLine')).toEqual({
      code: 1,
      text: 'Your status was not changed: your sign-in has ended. Sign in again.',
    });
  });

  it('becomes the next one on a contact', async () => {
    const { run, executed } = start({ snapshot: onCall });
    expect(await run({ kind: 'next', name: 'lunch' }, 'commandLine')).toEqual({ code: 0, text: 'Next: Lunch' });
    expect(executed()).toEqual([{ kind: 'queueStatus', statusId }]);
  });

  it('of a link is asked for', async () => {
    const { run, asked, executed } = start();
    expect(await run({ kind: 'status', name: 'lunch' })).toMatchObject({ code: 0 });
    expect(asked()).toEqual([{ errandId: 0, errand: { kind: 'setStatus', statusId, name }, confirm: true }]);
    expect(executed()).toEqual([]);
  });

  it('of a link is set at once when the agent chose so', async () => {
    const { run, executed } = start({ confirmLinks: false });
    await run({ kind: 'status', name: 'lunch' });
    expect(executed()).toEqual([{ kind: 'setStatus', statusId }]);
  });

  it('of a command line is no matter of the question that is open', async () => {
    const { run, executed } = start();
    await run(dial);
    expect(await run({ kind: 'status', name: 'Lunch' }, 'commandLine')).toMatchObject({ code: 0 });
    expect(executed()).toHaveLength(1);
  });

  it('of a link waits for a sign-in as a number does', async () => {
    const { run, executed, show } = start({ snapshot: emptySnapshot, confirmLinks: false });
    expect(await run({ kind: 'status', name: 'lunch' })).toEqual({ code: 0, text: english.errands.waits });
    show(idle);
    expect(executed()).toEqual([{ kind: 'setStatus', statusId }]);
  });

  it('is for somebody who is signed in', async () => {
    const { run } = start({ snapshot: emptySnapshot });
    expect(await run({ kind: 'status', name: 'Lunch' }, 'commandLine')).toMatchObject({
      code: 1,
      text: english.errands.refused({ kind: 'notSignedIn' }),
    });
  });

  it('that is none is answered with those there are', async () => {
    const { run } = start();
    const answer = await run({ kind: 'status', name: 'Mittag' }, 'commandLine');
    expect(answer?.text).toBe('There is no status Mittag; choose one of these: Available, Lunch, Feierabend.');
  });
});

describe('what else is asked', () => {
  it('is the line of the status, without a word to the page', async () => {
    const { run, deeds } = start();
    const answer = await run({ kind: 'printStatus' }, 'commandLine');
    expect(JSON.parse(answer?.text ?? '')).toMatchObject({ status: 'Available' });
    expect(deeds).toEqual(['told']);
  });

  it('is the end, by the gate, after the caller was told', async () => {
    const { run, deeds } = start();
    await run({ kind: 'quit' }, 'commandLine');
    expect(deeds).toEqual(['told', ['askExit', 'agent', 'second-instance']]);
  });

  it('is the window, and what no link may is refused', async () => {
    const { run, deeds, refused } = start();
    await run({ kind: 'show' });
    expect(deeds).toEqual(['forward', 'told']);
    await run({ kind: 'unknown', why: 'notForLinks' });
    expect(refused()).toEqual(['notForLinks']);
  });

  it('is logged without numbers and names', async () => {
    const { run, logged } = start();
    await run(dial);
    await run({ kind: 'status', name: 'Lunch' }, 'commandLine');
    expect(logged).toEqual([
      ['errand', { kind: 'dial', source: 'link', code: 0 }],
      ['errand', { kind: 'status', source: 'commandLine', code: 0 }],
    ]);
  });
});
