import { describe, expect, it } from 'vitest';
import type { Levels } from '../../../../renderer/headset/decoder.js';
import { type HeadsetCall, noCall } from '../../../../renderer/headset/headset-call.js';
import { dueMs, maxChanges, muteWishMs, stepSync, wishMs } from '../../../../renderer/headset/sync-reducer.js';
import { closedState, ledsOf, momentOf, type SyncState } from '../../../../renderer/headset/sync-state.js';
import type { SyncEffect, SyncEvent } from '../../../../renderer/headset/sync-step.js';
import type { Signal } from '../../../../renderer/headset/usages.js';

const ringing: HeadsetCall = { ...noCall, phase: 'ringing', ringId: 'a' };
const active: HeadsetCall = { phase: 'active', callId: 'a', ringId: null, muted: false };
const muted: HeadsetCall = { ...active, muted: true };
const held: HeadsetCall = { ...active, phase: 'held' };

/** A headset that was plugged in, told step by step. */
function tell(pulses: readonly Signal[] = ['mute', 'flash']) {
  let state: SyncState = closedState;
  let atMs = 0;
  const step = (event: SyncEvent): readonly string[] => {
    const { state: next, effects } = stepSync(state, event, atMs);
    state = next;
    return effects.map(textOf);
  };
  const story = {
    after(ms: number) {
      atMs += ms;
      return story;
    },
    step,
    call: (call: HeadsetCall) => step({ kind: 'call', call }),
    says: (levels: Levels) => step({ kind: 'levels', levels }),
    /** A button goes down and up. */
    press: (signal: Signal) => [
      ...step({ kind: 'levels', levels: { [signal]: true } }),
      ...step({ kind: 'levels', levels: { [signal]: false } }),
    ],
    state: () => state,
  };
  step({ kind: 'opened', pulses: new Set(pulses) });
  return story;
}

function textOf(effect: SyncEffect): string {
  if (effect.kind === 'intent') return effect.intent;
  if (effect.kind === 'flood') return 'flood';
  const lit = Object.entries(effect.leds).flatMap(([led, on]) => (on ? [led] : []));
  return `${effect.whole ? 'whole ' : ''}${lit.join('+') || 'dark'}`;
}

describe('a call answered on the headset', () => {
  it('is off-hook before the ring ends, at once', () => {
    const story = tell();
    expect(story.call(ringing)).toEqual(['ring']);
    expect(story.says({ hook: true })).toEqual(['answer', 'offHook+ring', 'offHook']);
    expect(story.after(300).call(active)).toEqual([]);
    expect(story.after(5_000).says({ hook: false })).toEqual(['hangUp', 'dark']);
    expect(story.after(100).call(noCall)).toEqual([]);
  });

  it('rings again when the answer fails, and when it is never seen', () => {
    const failed = tell();
    failed.call(ringing);
    failed.says({ hook: true });
    expect(failed.step({ kind: 'failed', intent: 'answer' })).toEqual(['ring']);
    const lost = tell();
    lost.call(ringing);
    lost.says({ hook: true });
    expect(dueMs(lost.state())).toBe(wishMs);
    expect(lost.after(wishMs - 1).step({ kind: 'tick' })).toEqual([]);
    expect(lost.after(1).step({ kind: 'tick' })).toEqual(['ring']);
    expect(dueMs(lost.state())).toBeNull();
  });

  it('goes on when the hook was a button that came up again', () => {
    const story = tell();
    story.call(ringing);
    story.says({ hook: true });
    expect(story.after(120).says({ hook: false })).toEqual(['whole offHook']);
    expect(story.after(50).call(active)).toEqual([]);
    // Its next press is one that hangs up.
    expect(story.after(5_000).says({ hook: true })).toEqual([]);
    expect(story.after(100).says({ hook: false })).toEqual(['hangUp', 'dark']);
  });

  it('goes on when it is up at once and the button comes up then', () => {
    const story = tell();
    story.call(ringing);
    story.says({ hook: true });
    story.after(50).call(active);
    expect(story.after(50).says({ hook: false })).toEqual(['whole offHook']);
  });

  it('ends as soon as it is up when the agent hung up before', () => {
    const story = tell();
    story.call(ringing);
    story.says({ hook: true });
    expect(story.after(400).says({ hook: false })).toEqual([]);
    expect(story.after(400).call(active)).toEqual(['hangUp', 'dark']);
  });

  it('may be lifted already when the headset is plugged in', () => {
    const story = tell();
    story.call(ringing);
    expect(story.says({ hook: true, mute: false })).toContain('answer');
  });
});

describe('a call answered elsewhere', () => {
  it('is answered by the headset with its hook, which is no wish of anybody', () => {
    const story = tell();
    story.says({ hook: false });
    story.call(ringing);
    expect(story.call(active)).toEqual(['offHook+ring', 'offHook']);
    expect(story.after(40).says({ hook: true })).toEqual([]);
    expect(story.after(4_000).says({ hook: false })).toEqual(['hangUp', 'dark']);
  });

  it('comes without a ring where Connect answers by itself', () => {
    const story = tell();
    expect(story.call(active)).toEqual(['offHook']);
    expect(story.says({ hook: true })).toEqual([]);
  });

  it('is not hung up by what a headset says first after it was plugged in', () => {
    const story = tell();
    story.call(active);
    expect(story.says({ hook: false, mute: false })).toEqual([]);
    expect(story.after(10).says({ hook: true })).toEqual([]);
  });

  it('swallows one press of a hook that is a press', () => {
    const story = tell(['hook', 'mute']);
    story.call(active);
    expect(story.after(50).press('hook')).toEqual([]);
    expect(story.after(500).press('hook')).toEqual(['hangUp', 'dark']);
  });

  it('ends with a hook that answers, and is dark', () => {
    const story = tell();
    story.call(active);
    story.says({ hook: true });
    expect(story.after(9_000).call(noCall)).toEqual(['dark']);
    expect(story.after(30).says({ hook: false })).toEqual([]);
  });
});

describe('declining', () => {
  it('is one command although the hook falls in the same report', () => {
    const story = tell();
    story.call(ringing);
    expect(story.says({ reject: true, hook: false })).toEqual(['decline', 'dark']);
    expect(story.after(20).says({ reject: false, hook: false })).toEqual([]);
    expect(story.after(80).press('reject')).toEqual([]);
    expect(story.after(20).call(noCall)).toEqual([]);
  });
});

describe('hold', () => {
  it('keeps off-hook', () => {
    const story = tell();
    story.call(active);
    expect(story.press('flash')).toEqual(['hold']);
    expect(story.call(held)).toEqual(['offHook+hold']);
    expect(story.press('flash')).toEqual(['hold']);
    expect(story.call(active)).toEqual(['offHook']);
  });
});

describe('mute', () => {
  it('acts when the button goes down and not when it comes up, and follows Streams', () => {
    const story = tell();
    story.call(active);
    expect(story.says({ mute: true })).toEqual(['mute']);
    expect(story.says({ mute: false })).toEqual([]);
    expect(story.call(muted)).toEqual(['offHook+mute']);
  });

  it('is asked for once more when it was pressed again on the way', () => {
    const story = tell();
    story.call(active);
    story.press('mute');
    expect(story.after(100).press('mute')).toEqual([]);
    expect(story.after(100).call(muted)).toEqual(['mute', 'offHook+mute']);
    expect(story.after(100).call(active)).toEqual(['offHook']);
  });

  it('is asked for no more when it was pressed twice again on the way', () => {
    const story = tell();
    story.call(active);
    story.press('mute');
    story.press('mute');
    story.press('mute');
    expect(story.after(300).call(muted)).toEqual(['offHook+mute']);
  });

  it('counts anew after Streams has lost it', () => {
    const story = tell();
    story.call(active);
    story.press('mute');
    expect(dueMs(story.state())).toBe(muteWishMs);
    story.after(muteWishMs).step({ kind: 'tick' });
    expect(story.press('mute')).toEqual(['mute']);
    story.step({ kind: 'failed', intent: 'mute' });
    expect(story.after(10).press('mute')).toEqual(['mute']);
  });

  it('stays where a boom arm is up: the headset answers our unmute with a press', () => {
    const story = tell();
    story.call(muted);
    expect(story.after(5_000).call(active)).toEqual(['offHook']);
    expect(story.after(600).press('mute')).toEqual(['mute']);
    expect(story.after(30).call(muted)).toEqual(['offHook+mute']);
  });

  it('ends muted where a headset answers every lamp with a press, soon or late', () => {
    for (const echoAfterMs of [1, 150, 300, 650]) {
      const story = tell();
      let call = active;
      story.call(call);
      let asked = story
        .after(5_000)
        .press('mute')
        .filter((text) => text === 'mute').length;
      let presses = asked;
      for (let round = 0; round < 50 && asked > 0; round += 1) {
        call = call.muted ? active : muted;
        story.after(20).call(call);
        asked = story
          .after(echoAfterMs)
          .press('mute')
          .filter((text) => text === 'mute').length;
        presses += asked;
      }
      expect(call.muted, `${echoAfterMs} ms`).toBe(true);
      expect(presses, `${echoAfterMs} ms`).toBeLessThan(8);
    }
  });

  it('is no press when a headset that is muted is plugged in and says so as a state', () => {
    const story = tell([]);
    story.call(active);
    expect(story.says({ mute: true, hook: true })).toEqual([]);
    expect(story.says({ mute: false, hook: true })).toEqual([]);
    expect(story.after(5_000).says({ mute: true, hook: true })).toEqual(['mute']);
  });
});

describe('another program with a call on the headset', () => {
  it('is left alone until it is done, and then the lamps are written whole', () => {
    const story = tell();
    story.says({ hook: false, busy: false });
    expect(story.says({ hook: true, busy: true })).toEqual([]);
    expect(story.state().inUse).toBe(true);
    expect(story.call(ringing)).toEqual([]);
    expect(story.after(900).says({ hook: false, busy: true })).toEqual([]);
    expect(story.after(900).says({ busy: false })).toEqual(['whole ring']);
    expect(story.state().inUse).toBe(false);
  });

  it('gives way to a call that the agent takes here', () => {
    const story = tell();
    story.says({ hook: false, busy: true });
    expect(story.call(active)).toEqual(['whole offHook']);
    expect(story.state().inUse).toBe(false);
  });

  it('is not ourselves: busy by our off-hook, and a while after', () => {
    const story = tell();
    story.says({ hook: false, busy: false });
    story.call(active);
    story.says({ hook: true, busy: true });
    expect(story.state().inUse).toBe(false);
    story.after(5_000).call(noCall);
    story.after(100).says({ hook: false, busy: true });
    expect(story.state().inUse).toBe(false);
    story.after(100).says({ busy: false });
    expect(story.after(9_000).says({ busy: true })).toEqual([]);
    expect(story.state().inUse).toBe(true);
  });

  it('is not the agent who answers, which the headset tells as hook and busy at once', () => {
    const story = tell();
    story.says({ hook: false, busy: false });
    story.call(ringing);
    expect(story.says({ hook: true, busy: true })[0]).toBe('answer');
  });
});

describe('unplugging', () => {
  it('forgets a hang-up that waited for the call to be up', () => {
    const story = tell();
    story.call(ringing);
    story.says({ hook: true });
    story.after(800).says({ hook: false });
    story.step({ kind: 'closed' });
    expect(story.call(active)).toEqual([]);
  });

  it('leaves the call alone, and the headset that comes back gets everything', () => {
    const story = tell();
    story.call(active);
    story.call(muted);
    expect(story.step({ kind: 'closed' })).toEqual([]);
    expect(story.says({ hook: false })).toEqual([]);
    expect(story.call({ ...held, muted: true })).toEqual([]);
    expect(story.after(3_000).step({ kind: 'opened', pulses: new Set() })).toEqual(['whole offHook+mute+hold']);
    expect(story.says({ hook: false, mute: true })).toEqual([]);
    expect(story.says({ hook: true, mute: true })).toEqual([]);
  });
});

describe('a headset that is not well', () => {
  it('hangs up nothing by a hook that bounces', () => {
    const story = tell();
    story.call(active);
    story.says({ hook: true });
    expect(story.after(5_000).says({ hook: false })).toEqual(['hangUp', 'dark']);
    story.step({ kind: 'failed', intent: 'hangUp' });
    story.after(50).says({ hook: true });
    expect(story.after(50).says({ hook: false })).not.toContain('hangUp');
  });

  it('is not believed when it presses everything at once', () => {
    const story = tell();
    story.call(active);
    expect(story.says({ mute: true, flash: true })).toEqual([]);
    story.says({ mute: false, flash: false });
    story.call({ ...active, ringId: 'b' });
    expect(story.says({ flash: true, reject: true })).toEqual([]);
  });

  it('is not listened to while it changes more often than a hand can, and is when it is calm', () => {
    const story = tell();
    story.call(active);
    const told: string[] = [];
    for (let change = 0; change < 2_000; change += 1) {
      told.push(...story.after(1).says({ mute: change % 2 === 0 }));
    }
    expect(told.filter((text) => text === 'mute').length).toBeLessThanOrEqual(maxChanges / 2);
    expect(told.filter((text) => text === 'flood')).toHaveLength(1);
    story.step({ kind: 'failed', intent: 'mute' });
    expect(story.after(1_000).press('mute')).toEqual(['mute']);
  });

  it('that changes 1,000 times a second for long has the lamps of the call at the end', () => {
    const story = tell();
    story.call(active);
    for (let change = 0; change < 3_000; change += 1) story.after(1).says({ mute: change % 2 === 0 });
    story.call(muted);
    const { shown } = story.state();
    expect(shown).toEqual(ledsOf(momentOf(story.state())));
  });
});
