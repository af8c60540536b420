import { describe, expect, it } from 'vitest';
import { stepGuardian } from '../../../guardian/guardian-machine.js';
import type { GuardianEffect, GuardianEvent, GuardianState } from '../../../guardian/guardian-state.js';

const second = 1_000;

/** Drives the machine on a clock of its own: its timer fires when it is due, its tick comes each second. */
function watch(hasHook: boolean) {
  let nowMs = 0;
  let state: GuardianState = { kind: 'idle' };
  let dueMs: number | null = null;
  let effects: GuardianEffect[] = [];
  const happen = (event: GuardianEvent): void => {
    const step = stepGuardian(state, event, nowMs);
    state = step.state;
    for (const effect of step.effects) {
      if (effect.kind === 'setTimer') dueMs = nowMs + effect.afterMs;
      if (effect.kind === 'stopTimer') dueMs = null;
      effects.push(effect);
    }
  };
  const world = {
    happen,
    state: () => state,
    nowMs: () => nowMs,
    /** What was done since it was last asked, without timers and records. */
    acts() {
      const done = effects
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'record' && kind !== 'setTimer' && kind !== 'stopTimer');
      effects = [];
      return done;
    },
    deeds: () => effects.flatMap((effect) => (effect.kind === 'record' ? [effect.deed] : [])),
    pass(ms: number, { beats = false } = {}) {
      for (const until = nowMs + ms; nowMs < until; ) {
        nowMs += 250;
        if (dueMs !== null && dueMs <= nowMs) {
          dueMs = null;
          happen({ kind: 'timerFired' });
        }
        if (nowMs % second !== 0) continue;
        if (beats) happen({ kind: 'beat' });
        happen({ kind: 'ticked', gapMs: second });
      }
    },
    standStill(ms: number) {
      nowMs += ms;
      happen({ kind: 'ticked', gapMs: ms });
    },
    hook: (offline: boolean) => happen({ kind: 'hookSettled', offline }),
    relaunch: (exitCode: number | null) => happen({ kind: 'relaunchSettled', exitCode }),
  };
  happen({ kind: 'armed', assignment: { epoch: 1, hasHook } });
  return world;
}

/** All tries of a hook that does not help. */
function failHook(world: ReturnType<typeof watch>): void {
  for (let tries = 0; tries < 3; tries++) {
    world.hook(false);
    if (tries < 2) world.pass(second);
  }
}

describe('the app ends', () => {
  it('without having been armed: nothing is done', () => {
    expect(stepGuardian({ kind: 'idle' }, { kind: 'inputEnded' }, 0).state.kind).toBe('finished');
  });

  it('after bye: nothing is done', () => {
    const world = watch(true);
    world.happen({ kind: 'bye' });
    expect(world.acts()).toEqual(['forget', 'end']);
    world.happen({ kind: 'inputEnded' });
    expect(world.acts()).toEqual([]);
  });

  it('after disarm: nothing is done but to end', () => {
    const world = watch(true);
    world.happen({ kind: 'disarmed' });
    expect(world.acts()).toEqual(['forget']);
    world.happen({ kind: 'inputEnded' });
    expect(world.acts()).toEqual(['forget', 'end']);
  });

  it('after disarm and a new arm: acts', () => {
    const world = watch(true);
    world.happen({ kind: 'disarmed' });
    world.happen({ kind: 'armed', assignment: { epoch: 2, hasHook: true } });
    world.acts();
    world.happen({ kind: 'inputEnded' });
    expect(world.acts()).toEqual(['callHook']);
  });

  it('calls the hook in the same step, and is done when it helps', () => {
    const world = watch(true);
    world.pass(5 * second, { beats: true });
    world.happen({ kind: 'inputEnded' });
    expect(world.acts()).toEqual(['callHook']);
    world.hook(true);
    expect(world.deeds()).toContainEqual({ kind: 'offline', by: 'hook' });
    expect(world.acts()).toEqual(['forget', 'end']);
  });

  it('tries the hook three times within five seconds, then starts the app hidden', () => {
    const world = watch(true);
    world.happen({ kind: 'inputEnded' });
    failHook(world);
    expect(world.acts()).toEqual(['callHook', 'callHook', 'callHook', 'relaunch']);
    expect(world.nowMs()).toBeLessThanOrEqual(5 * second);
  });

  it('gives a hook that hangs no more than its window', () => {
    const world = watch(true);
    world.happen({ kind: 'inputEnded' });
    const limits: number[] = [];
    for (let tries = 0; tries < 3; tries++) {
      const state = world.state();
      if (state.kind !== 'acting' || state.stage.kind !== 'hook') break;
      const limitMs = Math.min(2 * second, state.stage.untilMs - world.nowMs());
      limits.push(limitMs);
      world.pass(limitMs);
      world.hook(false);
      world.pass(500);
    }
    expect(limits[0]).toBe(2 * second);
    expect(limits.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(5 * second);
    expect(world.acts().at(-1)).toBe('relaunch');
  });

  it('without a hook starts the app hidden in the same step, for 30 s', () => {
    const world = watch(false);
    const step = stepGuardian(world.state(), { kind: 'inputEnded' }, 0);
    expect(step.effects).toContainEqual({ kind: 'relaunch', budgetMs: 30 * second });
  });

  for (const [exitCode, deed] of [
    [0, { kind: 'offline', by: 'relaunch' }],
    [5, { kind: 'adopted' }],
    [6, { kind: 'loginExpired' }],
  ] as const) {
    it(`is done when the hidden start ends with ${exitCode}: ${deed.kind}`, () => {
      const world = watch(false);
      world.happen({ kind: 'inputEnded' });
      world.relaunch(exitCode);
      expect(world.deeds()).toContainEqual(deed);
      expect(world.acts()).toEqual(['relaunch', 'forget', 'end']);
      expect(world.state().kind).toBe('finished');
    });
  }

  for (const exitCode of [1, 3, 4, 7, 134, null]) {
    it(`tries again when the hidden start ends with ${exitCode}`, () => {
      const world = watch(false);
      world.happen({ kind: 'inputEnded' });
      world.relaunch(exitCode);
      expect(world.acts()).toEqual(['relaunch']);
      world.pass(4_750);
      expect(world.acts()).toEqual([]);
      world.pass(250);
      expect(world.acts()).toEqual(['relaunch']);
    });
  }

  it('waits 5, 10, 20, 40, 60, 60 seconds between its rounds', () => {
    const world = watch(false);
    world.happen({ kind: 'inputEnded' });
    const pauses = [5, 10, 20, 40, 60, 60].map((seconds) => {
      world.acts();
      world.relaunch(1);
      world.pass((seconds - 1) * second);
      const early = world.acts();
      world.pass(second);
      return [early, world.acts()];
    });
    expect(pauses).toEqual(pauses.map(() => [[], ['relaunch']]));
  });

  it('gives up after twelve hours, not before', () => {
    const world = watch(false);
    world.happen({ kind: 'inputEnded' });
    while (world.state().kind !== 'finished' && world.nowMs() < 13 * 3_600 * second) {
      world.relaunch(1);
      world.pass(60 * second);
    }
    expect(world.deeds()).toContainEqual({ kind: 'gaveUp' });
    expect(world.nowMs()).toBeGreaterThanOrEqual(12 * 3_600 * second);
    expect(world.nowMs()).toBeLessThan(12.1 * 3_600 * second);
  });

  it('with a hook goes on with it alone when the sign-in has expired', () => {
    const world = watch(true);
    world.happen({ kind: 'inputEnded' });
    failHook(world);
    world.relaunch(6);
    world.acts();
    world.pass(5 * second);
    failHook(world);
    expect(world.acts()).toEqual(['callHook', 'callHook', 'callHook']);
    world.pass(10 * second);
    world.hook(true);
    expect(world.acts()).toEqual(['callHook', 'forget', 'end']);
  });

  it('does not stop for a suspend', () => {
    const world = watch(false);
    world.happen({ kind: 'inputEnded' });
    world.standStill(3_600 * second);
    expect(world.state().kind).toBe('acting');
  });
});

describe('the app says nothing', () => {
  it('does nothing while it beats', () => {
    const world = watch(true);
    world.pass(3_600 * second, { beats: true });
    expect(world.acts()).toEqual([]);
  });

  it('acts after ten seconds, not before', () => {
    const world = watch(true);
    world.pass(9 * second);
    expect(world.acts()).toEqual([]);
    world.pass(second);
    expect(world.acts()).toEqual(['callHook']);
  });

  it('leaves the app alone when the hook helped, and watches on when it beats', () => {
    const world = watch(true);
    world.pass(10 * second);
    world.hook(true);
    world.acts();
    world.pass(600 * second);
    expect(world.acts()).toEqual([]);
    world.happen({ kind: 'beat' });
    expect(world.state().kind).toBe('watching');
    world.happen({ kind: 'inputEnded' });
    expect(world.acts()).toEqual(['callHook']);
  });

  it('acts again when the app ends after the hook helped', () => {
    const world = watch(true);
    world.pass(10 * second);
    world.hook(true);
    world.acts();
    world.happen({ kind: 'inputEnded' });
    expect(world.acts()).toEqual(['callHook']);
  });

  it('ends the app only after twenty seconds, and starts it hidden only when it is gone', () => {
    const world = watch(false);
    world.pass(19_750);
    expect(world.acts()).toEqual([]);
    world.pass(250);
    expect(world.acts()).toEqual(['killParent']);
    world.pass(second);
    expect(world.acts()).toEqual([]);
    world.happen({ kind: 'inputEnded' });
    expect(world.acts()).toEqual(['relaunch']);
  });

  it('tries the hook before it ends the app', () => {
    const world = watch(true);
    world.pass(10 * second);
    failHook(world);
    expect(world.acts()).toEqual(['callHook', 'callHook', 'callHook']);
    world.pass(20 * second - world.nowMs());
    expect(world.acts()).toEqual(['killParent']);
  });

  it('begins another round when the app survives its kill', () => {
    const world = watch(true);
    world.pass(10 * second);
    failHook(world);
    world.pass(20 * second - world.nowMs() + 5 * second);
    world.acts();
    world.pass(5 * second);
    expect(world.acts()).toEqual(['callHook']);
  });

  it('acts at once when the app ends during the pause between two rounds', () => {
    const world = watch(false);
    world.pass(20 * second);
    world.pass(5 * second);
    expect(world.acts()).toEqual(['killParent']);
    world.happen({ kind: 'inputEnded' });
    expect(world.acts()).toEqual(['relaunch']);
  });

  it('goes on without a kill when the app ends while it waits', () => {
    const world = watch(false);
    world.pass(12 * second);
    world.happen({ kind: 'inputEnded' });
    expect(world.acts()).toEqual(['relaunch']);
  });

  it('counts a hook that is answered after the app has ended', () => {
    const world = watch(true);
    world.pass(10 * second);
    world.happen({ kind: 'inputEnded' });
    world.hook(true);
    expect(world.acts()).toEqual(['callHook', 'forget', 'end']);
  });

  for (const stage of ['hook', 'hookPause', 'beforeKill', 'dying'] as const) {
    it(`stops acting when the app beats in ${stage}`, () => {
      const world = reach(stage);
      world.acts();
      world.happen({ kind: 'beat' });
      expect(world.deeds()).toContainEqual({ kind: 'answered' });
      world.hook(false);
      world.pass(9 * second);
      expect(world.acts()).toEqual([]);
    });

    it(`waits 15 s for the app after a suspend in ${stage}`, () => {
      const world = reach(stage);
      world.acts();
      world.standStill(4 * second);
      expect(world.deeds()).toContainEqual({ kind: 'woke' });
      world.pass(14 * second);
      expect(world.acts()).toEqual([]);
      world.pass(second);
      expect(world.acts()).toHaveLength(stage === 'hook' || stage === 'hookPause' ? 1 : 0);
    });

    it(`is done when it is told so in ${stage}`, () => {
      for (const kind of ['disarmed', 'bye'] as const) {
        const world = reach(stage);
        world.acts();
        world.happen({ kind });
        expect(world.acts()).toContain('forget');
        world.pass(60 * second);
        expect(world.acts()).toEqual([]);
      }
    });
  }

  function reach(stage: 'hook' | 'hookPause' | 'beforeKill' | 'dying'): ReturnType<typeof watch> {
    const world = watch(stage === 'hook' || stage === 'hookPause');
    world.pass(stage === 'dying' ? 20 * second : 10 * second);
    if (stage === 'hookPause') world.hook(false);
    const state = world.state();
    expect(state.kind === 'acting' && state.stage.kind).toBe(stage);
    return world;
  }
});

describe('this process stood still', () => {
  it('forgives the silence and gives the app 15 s', () => {
    const world = watch(true);
    world.pass(8 * second);
    world.standStill(4 * second);
    world.pass(14 * second);
    expect(world.acts()).toEqual([]);
    world.pass(second);
    expect(world.acts()).toEqual(['callHook']);
  });

  it('does not forgive a late tick of up to three seconds', () => {
    const world = watch(true);
    world.pass(8 * second);
    world.standStill(3 * second);
    expect(world.acts()).toEqual(['callHook']);
  });
});

describe('a newer app has the agent', () => {
  it('ends for good, whatever it was doing', () => {
    for (const prepare of [
      (world: ReturnType<typeof watch>) => world.happen({ kind: 'inputEnded' }),
      (world: ReturnType<typeof watch>) => world.pass(20 * second),
      () => undefined,
    ]) {
      const world = watch(false);
      prepare(world);
      world.acts();
      world.happen({ kind: 'fenced' });
      expect(world.deeds()).toContainEqual({ kind: 'adopted' });
      expect(world.acts()).toEqual(['forget', 'end']);
    }
  });
});

describe('in every state, whatever happens', () => {
  const events: readonly GuardianEvent[] = [
    { kind: 'armed', assignment: { epoch: 1, hasHook: true } },
    { kind: 'armed', assignment: { epoch: 2, hasHook: false } },
    ...(['beat', 'disarmed', 'bye', 'inputEnded', 'timerFired', 'fenced'] as const).map((kind) => ({ kind })),
    ...[second, 4 * second].map((gapMs) => ({ kind: 'ticked', gapMs }) as const),
    ...[true, false].map((offline) => ({ kind: 'hookSettled', offline }) as const),
    ...[0, 1, 5, 6, null].map((exitCode) => ({ kind: 'relaunchSettled', exitCode }) as const),
  ];
  const acts = ['callHook', 'relaunch', 'killParent'];
  const shapeOf = (state: GuardianState): string =>
    JSON.stringify(state, (name, value) => (/Ms$|rounds/.test(name) ? undefined : value));

  /** Every state that can be reached, each with the time that led to it; times apart, there are few. */
  const seen = new Map<string, { state: GuardianState; nowMs: number }>();
  const open: { state: GuardianState; nowMs: number }[] = [{ state: { kind: 'idle' }, nowMs: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const shape = shapeOf(next.state);
    if (seen.has(shape)) continue;
    seen.set(shape, next);
    for (const event of events) {
      for (const afterMs of [0, 12 * second, 40 * second]) {
        const nowMs = next.nowMs + afterMs;
        open.push({ state: stepGuardian(next.state, event, nowMs).state, nowMs });
      }
    }
  }
  const each = (check: (state: GuardianState, event: GuardianEvent, nowMs: number) => void): void => {
    for (const { state, nowMs } of seen.values()) {
      for (const event of events) check(state, event, nowMs + 12 * second);
    }
  };

  it('there are states of every kind and stage', () => {
    const stages = new Set(
      [...seen.values()].map(({ state }) => (state.kind === 'acting' ? state.stage.kind : state.kind)),
    );
    expect([...stages].sort()).toEqual(
      ['beforeKill', 'done', 'dying', 'finished', 'hook', 'hookPause', 'idle', 'pause', 'relaunch', 'watching'].sort(),
    );
  });

  it('acts only on behalf of an agent who may be other than Offline', () =>
    each((state, event, nowMs) => {
      if (state.kind !== 'idle' && state.kind !== 'finished') return;
      const { effects } = stepGuardian(state, event, nowMs);
      expect(effects.filter(({ kind }) => acts.includes(kind))).toEqual([]);
    }));

  it('does one act at a time', () =>
    each((state, event, nowMs) => {
      const { effects } = stepGuardian(state, event, nowMs);
      expect(effects.filter(({ kind }) => acts.includes(kind)).length).toBeLessThanOrEqual(1);
    }));

  it('never starts the app hidden beside one that lives, and never ends one that is dead', () =>
    each((state, event, nowMs) => {
      const step = stepGuardian(state, event, nowMs);
      const does = (kind: string): boolean => step.effects.some((effect) => effect.kind === kind);
      const ended = step.state.kind === 'acting' && step.state.cause === 'ended';
      if (does('relaunch')) expect(ended).toBe(true);
      if (does('killParent')) expect(ended).toBe(false);
    }));

  it('forgets order and jar whenever it no longer guards, and ends whenever it is finished', () =>
    each((state, event, nowMs) => {
      const step = stepGuardian(state, event, nowMs);
      const kinds = step.effects.map(({ kind }) => kind);
      if (state.kind === 'finished') expect(kinds).toEqual([]);
      else {
        expect(kinds.includes('end')).toBe(step.state.kind === 'finished');
        expect(kinds.includes('forget')).toBe(
          step.state.kind === 'finished' || (step.state.kind === 'idle' && event.kind === 'disarmed'),
        );
      }
    }));

  it('always has something coming while it acts: an outcome, a timer, or the app itself', () =>
    each((state, event, nowMs) => {
      const step = stepGuardian(state, event, nowMs);
      if (step.state.kind !== 'acting' || step.state === state) return;
      const { stage, cause } = step.state;
      const kinds = step.effects.map(({ kind }) => kind);
      const was = state.kind === 'acting' ? state.stage.kind : null;
      const entered = was !== stage.kind || event.kind === 'timerFired';
      if (!entered) return;
      if (stage.kind === 'hook') expect(kinds).toContain('callHook');
      else if (stage.kind === 'relaunch') expect(kinds).toContain('relaunch');
      else if (stage.kind === 'done') expect(cause).toBe('silent');
      else expect(kinds).toContain('setTimer');
    }));
});
