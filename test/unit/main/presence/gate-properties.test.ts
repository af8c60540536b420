import { describe, expect, it } from 'vitest';
import { commandFailureReasonSchema } from '../../../../contract/command.js';
import { leavingChoiceSchema } from '../../../../contract/leaving.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { attemptMs, budgetMs, exitCodeOf } from '../../../../main/presence/gate-limits.js';
import { stepGate } from '../../../../main/presence/gate-machine.js';
import type { GateEffect, GateEvent, GateState } from '../../../../main/presence/gate-state.js';
import { readPresence } from '../../../../main/presence/presence.js';
import { available, buildAgent, buildContact, buildSnapshot, chose, offline } from '../../contract/build-snapshot.js';
import { createRandom } from '../../contract/seeded-random.js';
import { type AttemptAnswer, createGateWorld, type GateWorld } from './gate-world.js';

const nowMs = 1_000_000;
const causes = ['agent', 'system', 'crash'] as const;
const waits = ['answer', 'snapshot', 'nextAttempt'] as const;
const timers = ['spinner', 'snapshotDue', 'nextAttempt', 'deadline', 'askAgain'] as const;
const longestTimerMs = 60_000;

const leavings: readonly GateState[] = causes.flatMap((cause) =>
  waits.flatMap((waitsFor) =>
    [0, 1, budgetMs[cause]].map((leftMs) => ({
      kind: 'leaving' as const,
      cause,
      deadlineMs: nowMs + leftMs,
      attempts: leftMs === 1 ? 9 : 1,
      waitsFor,
      lastReason: null,
      endsCalls: leftMs === 1,
      dismissed: leftMs === 1 ? [{ kind: 'clear' as const, contactId: 'over' }] : [],
      reviving: leftMs === 0,
    })),
  ),
);
const states: readonly GateState[] = [
  { kind: 'resting' },
  { kind: 'asking' },
  { kind: 'confirmingEnd' },
  { kind: 'whenClear' },
  { kind: 'notConfirmed', phoneReady: false },
  { kind: 'notConfirmed', phoneReady: true },
  { kind: 'left' },
  ...leavings,
];

const events: readonly GateEvent[] = [
  ...causes.flatMap((cause) => [true, false].map((asks): GateEvent => ({ kind: 'exitAsked', cause, asks }))),
  { kind: 'probed', alive: true },
  { kind: 'probed', alive: false },
  { kind: 'snapshotChanged' },
  { kind: 'attemptSettled', failure: null },
  ...commandFailureReasonSchema.options.map(
    (reason): GateEvent => ({ kind: 'attemptSettled', failure: { reason, detail: null } }),
  ),
  ...timers.map((timer): GateEvent => ({ kind: 'timerFired', timer })),
  ...leavingChoiceSchema.options.map((choice): GateEvent => ({ kind: 'chosen', choice })),
];

const live = buildContact({ contactId: 'live', state: 'onHold' });
const rings = buildContact({ contactId: 'rings', state: 'connecting' });
const over = buildContact({ contactId: 'over', state: 'ended' });
/** Over too, and only the panel can clear it. */
const overChat = buildContact({ contactId: 'chat', channel: 'chat', state: 'ended' });
/** Every way an agent and contacts can be, as far as leaving is concerned, and nobody signed in. */
const snapshots: readonly PhoneSnapshot[] = [
  buildSnapshot({ agent: null }),
  ...[[], [live], [over], [live, over], [overChat], [over, overChat], [live, overChat], [rings], [rings, live]].flatMap(
    (contacts) =>
      [
        buildAgent(),
        buildAgent({ nextStatus: offline }),
        buildAgent({ availability: chose(offline) }),
        buildAgent({ availability: chose(offline), nextStatus: available }),
      ].map((agent) => buildSnapshot({ agent, contacts })),
  ),
];

/** Told from the snapshot itself, so that a wrong reading of it is found too. */
const isConfirmed = ({ agent, contacts }: PhoneSnapshot): boolean =>
  agent === null || (agent.availability.type === 'offline' && contacts.length === 0);
const isQueued = ({ agent, contacts }: PhoneSnapshot): boolean =>
  contacts.length > 0 && (agent?.availability.type === 'offline' || agent?.nextStatus?.type === 'offline');

interface Case {
  readonly state: GateState;
  readonly event: GateEvent;
  readonly snapshot: PhoneSnapshot;
  readonly next: GateState;
  readonly effects: readonly GateEffect[];
}

const cases: readonly Case[] = states.flatMap((state) =>
  events.flatMap((event) =>
    snapshots.map((snapshot): Case => {
      const step = stepGate(state, event, { presence: readPresence(snapshot), nowMs, jitter: 0.5 });
      return { state, event, snapshot, next: step.state, effects: step.effects };
    }),
  ),
);

/** Every case that breaks a rule, so that a failure names them. */
function breaking(holds: (each: Case) => boolean): readonly Case[] {
  return cases.filter((each) => !holds(each));
}

const exitOf = ({ effects }: Case): number | undefined =>
  effects.flatMap((effect) => (effect.kind === 'exit' ? [exitCodeOf(effect.outcome, effect.cause)] : []))[0];
const outcomeOf = ({ effects }: Case): string | undefined =>
  effects.flatMap((effect) => (effect.kind === 'exit' ? [effect.outcome] : []))[0];
/** Nobody can be asked and time is short. */
const inHaste = ({ state, event }: Case): boolean =>
  (event.kind === 'exitAsked' && event.cause !== 'agent') || (state.kind === 'leaving' && state.cause !== 'agent');
const isCrash = ({ state, event }: Case): boolean =>
  (event.kind === 'exitAsked' && event.cause === 'crash') || (state.kind === 'leaving' && state.cause === 'crash');

describe('every state, event and presence', () => {
  it('are enough of each to mean something', () => {
    expect(states.length).toBe(34);
    expect(events.length).toBe(30);
    expect(snapshots.length).toBe(37);
    expect(new Set(cases.map(exitOf))).toEqual(new Set([undefined, 0, 1, 3, 4]));
  });

  it('leave with code 0 only when Offline is confirmed or nobody was there', () => {
    expect(breaking((each) => exitOf(each) !== 0 || isConfirmed(each.snapshot))).toEqual([]);
  });

  it('call Offline confirmed only when the snapshot shows it, and queued only when it shows that', () => {
    const wrong = breaking((each) => {
      const outcome = outcomeOf(each);
      if (outcome === 'confirmed') return each.snapshot.agent !== null && isConfirmed(each.snapshot);
      return outcome !== 'queued' || (inHaste(each) && isQueued(each.snapshot));
    });
    expect(wrong).toEqual([]);
  });

  it('leave unconfirmed only by the choice to quit anyway or in haste', () => {
    const wrong = breaking((each) => {
      const outcome = outcomeOf(each);
      if (outcome !== 'unconfirmed' && outcome !== 'chosen') return true;
      const { state, event } = each;
      if (event.kind === 'chosen') return event.choice === 'quitAnyway' && state.kind === 'notConfirmed';
      return outcome === 'unconfirmed' && state.kind === 'leaving' && state.cause !== 'agent';
    });
    expect(wrong).toEqual([]);
  });

  it('leave with code 1 after a crash, and only then', () => {
    expect(breaking((each) => exitOf(each) === undefined || (exitOf(each) === 1) === isCrash(each))).toEqual([]);
  });

  it('hang up only for an agent who chose so twice', () => {
    const wrong = breaking(
      ({ state, effects }) =>
        (state.kind === 'leaving' && state.endsCalls) ||
        effects.every(
          (effect) => effect.kind !== 'dismiss' || effect.dismissals.every(({ kind }) => kind !== 'hangUp'),
        ),
    );
    expect(wrong).toEqual([]);
    const willHangUp = cases.filter(
      ({ state, next }) => state.kind !== 'leaving' && next.kind === 'leaving' && next.endsCalls,
    );
    expect(new Set(willHangUp.map(({ state }) => state.kind))).toEqual(new Set(['confirmingEnd']));
  });

  it('reject only what rings', () => {
    const wrong = breaking(({ effects }) =>
      effects.every(
        (effect) =>
          effect.kind !== 'dismiss' ||
          effect.dismissals.every(({ kind, contactId }) => kind !== 'reject' || contactId === 'rings'),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('never revive a phone that holds the call of an agent who can wait', () => {
    const wrong = breaking(
      ({ state, snapshot, effects }) =>
        effects.every(({ kind }) => kind !== 'revive') ||
        (state.kind === 'leaving' && state.cause !== 'agent') ||
        !snapshot.contacts.includes(live),
    );
    expect(wrong).toEqual([]);
  });

  it('leave at the deadline of a system that ends, whatever is known', () => {
    const held = breaking(
      (each) =>
        !(each.event.kind === 'timerFired' && each.event.timer === 'deadline') ||
        !(each.state.kind === 'leaving' && each.state.cause !== 'agent') ||
        exitOf(each) !== undefined,
    );
    expect(held).toEqual([]);
  });

  it('never leave without having been asked', () => {
    expect(
      breaking(
        (each) => each.state.kind !== 'resting' || each.event.kind === 'exitAsked' || exitOf(each) === undefined,
      ),
    ).toEqual([]);
  });

  it('leave exactly when the next state says so, once, and as the last thing', () => {
    const wrong = breaking(({ state, next, effects }) => {
      const exits = effects.filter((effect) => effect.kind === 'exit');
      if (state.kind === 'left') return next.kind === 'left' && effects.length === 0;
      if (next.kind !== 'left') return exits.length === 0;
      return exits.length === 1 && effects.at(-1)?.kind === 'exit' && effects[0]?.kind === 'stopTimers';
    });
    expect(wrong).toEqual([]);
  });

  it('set timers between now and a minute', () => {
    const wrong = breaking(({ effects }) =>
      effects.every(
        (effect) => effect.kind !== 'setTimer' || (effect.afterMs >= 0 && effect.afterMs <= longestTimerMs),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('give an attempt some time, at most what its cause allows', () => {
    const wrong = breaking(({ effects, next }) =>
      effects.every(
        (effect) =>
          effect.kind !== 'goOffline' ||
          (next.kind === 'leaving' &&
            next.waitsFor === 'answer' &&
            effect.timeoutMs > 0 &&
            effect.timeoutMs <= attemptMs[next.cause]),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('never give a leaving more than its limit, nor a later deadline than it had', () => {
    const wrong = breaking(({ state, next }) => {
      if (next.kind !== 'leaving') return true;
      const limitMs = nowMs + budgetMs[next.cause];
      return next.deadlineMs <= (state.kind === 'leaving' ? Math.min(state.deadlineMs, limitMs) : limitMs);
    });
    expect(wrong).toEqual([]);
  });

  it('start no leaving without its deadline', () => {
    const wrong = breaking(({ state, next, effects }) => {
      if (next.kind !== 'leaving' || state.kind === 'leaving') return true;
      const deadline = effects.find((effect) => effect.kind === 'setTimer' && effect.timer === 'deadline');
      return deadline?.kind === 'setTimer' && deadline.afterMs === budgetMs[next.cause];
    });
    expect(wrong).toEqual([]);
  });

  it('show nobody a question under a system that ends', () => {
    const wrong = breaking(
      ({ next, effects }) =>
        !(next.kind === 'leaving' && next.cause !== 'agent') ||
        effects.every((effect) => effect.kind !== 'show' || effect.view?.kind === 'settingOffline'),
    );
    expect(wrong).toEqual([]);
  });

  it('clear only contacts that are over', () => {
    const wrong = breaking(({ effects }) =>
      effects.every(
        (effect) =>
          effect.kind !== 'dismiss' ||
          effect.dismissals.every(
            ({ kind, contactId }) => kind !== 'clear' || [over, overChat].some((each) => each.contactId === contactId),
          ),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

const walks = 3_000;
const stepsAWalk = 60;
const presences = snapshots.map(readPresence);
const answers: readonly AttemptAnswer[] = [
  { afterMs: 20, failure: null },
  { afterMs: 1_100, failure: null },
  { afterMs: Number.POSITIVE_INFINITY, failure: null },
  { afterMs: 20, failure: { reason: 'refused', detail: null } },
  { afterMs: 20, failure: { reason: 'signedOut', detail: null } },
  { afterMs: 0, failure: { reason: 'noPhone', detail: null } },
];

interface Walk {
  readonly world: GateWorld;
  readonly systemAskedAtMs: number | null;
  readonly deedsAtExit: number | null;
  readonly quitAnyway: boolean;
}

/** One agent's random day: signals, quits, answers, snapshots and time, from a seed. */
function walk(seed: number, withSystem: boolean): Walk {
  const random = createRandom(seed);
  const world = createGateWorld(random.pick(presences), random.next());
  let systemAskedAtMs: number | null = null;
  let deedsAtExit: number | null = null;
  let quitAnyway = false;
  for (let step = 0; step < stepsAWalk; step += 1) {
    world.connectAnswers(random.pick(answers));
    const what = random.below(5);
    if (what === 0) {
      const cause = withSystem && random.below(3) === 0 ? 'system' : 'agent';
      if (cause === 'system') systemAskedAtMs ??= world.nowMs();
      world.ask(cause);
    }
    if (what === 1) world.become(random.pick(presences));
    if (what === 2) {
      const choice = random.pick(leavingChoiceSchema.options);
      quitAnyway ||= choice === 'quitAnyway' && world.exits.length === 0;
      world.choose(choice);
    }
    if (what > 2) world.advance(random.pick([1, 50, 400, 1_500, 3_000, 15_000, 70_000]));
    if (world.exits.length > 0) deedsAtExit ??= world.deeds();
  }
  world.advance(budgetMs.system);
  return { world, systemAskedAtMs, deedsAtExit, quitAnyway };
}

const seeds = Array.from({ length: walks }, (_, seed) => seed);

describe('random days', () => {
  it('end at most once, and nothing is done after the end', () => {
    const wrong = seeds.filter((seed) => {
      const { world, deedsAtExit } = walk(seed, true);
      return world.exits.length > 1 || (deedsAtExit !== null && deedsAtExit !== world.deeds());
    });
    expect(wrong).toEqual([]);
  });

  it('end within the limit of a system that ends', () => {
    const asked = seeds.map((seed) => walk(seed, true)).filter(({ systemAskedAtMs }) => systemAskedAtMs !== null);
    const wrong = asked.filter(({ world, systemAskedAtMs }) => {
      const endedAtMs = world.exits[0]?.atMs ?? Number.POSITIVE_INFINITY;
      return endedAtMs > (systemAskedAtMs ?? 0) + budgetMs.system;
    });
    expect(asked.length).toBeGreaterThan(walks / 2);
    expect(wrong).toEqual([]);
  });

  it('never end unconfirmed by an agent who did not choose so', () => {
    const days = seeds.map((seed) => walk(seed, false));
    const unconfirmed = days.filter(({ world }) => world.exits[0] !== undefined && world.exits[0].code !== 0);
    expect(unconfirmed.length).toBeGreaterThan(0);
    expect(unconfirmed.filter(({ quitAnyway }) => !quitAnyway)).toEqual([]);
  });

  it('never hold an agent in the leaving for longer than its limit', () => {
    const wrong = seeds.filter((seed) => {
      const { world } = walk(seed, false);
      if (world.state().kind !== 'leaving') return false;
      world.advance(budgetMs.agent);
      return world.state().kind === 'leaving';
    });
    expect(wrong).toEqual([]);
  });
});
