import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuardianOrder } from '../../../../contract/guardian-message.js';
import { type GuardianLinkState, openGuardian } from '../../../../main/guardian/guardian-link.js';
import type { GuardianLauncher } from '../../../../main/guardian/launch-guardian.js';

beforeEach(() => void vi.useFakeTimers());

const order: GuardianOrder = {
  epoch: 7,
  markerFile: 'marker',
  hook: null,
  relaunch: { command: 'app', args: [], cwd: '/' },
  parentPid: 4711,
};

/** Guardians that take lines and can die; a dead one takes none. */
function openWorld({ there = true } = {}) {
  const guardians: { lines: string[]; die: () => void }[] = [];
  const world = { there, diesAtOnce: false };
  const launcher: GuardianLauncher = {
    isThere: () => world.there,
    launch() {
      const listeners: (() => void)[] = [];
      let dead = false;
      const lines: string[] = [];
      const die = (): void => {
        if (dead) return;
        dead = true;
        for (const listener of listeners) listener();
      };
      guardians.push({ lines, die });
      if (world.diesAtOnce) setTimeout(die, 10);
      return {
        write: (bytes) => void (!dead && lines.push(Buffer.from(bytes as string).toString('utf8'))),
        onEnd: (listener) => void listeners.push(listener),
      };
    },
  };
  const states: GuardianLinkState[] = [];
  const recorded: string[] = [];
  const link = openGuardian({
    launcher,
    onChange: (state) => void states.push(state),
    record: (event, facts) => void recorded.push(`${event} ${JSON.stringify(facts)}`),
  });
  const kinds = (index: number): readonly string[] =>
    (guardians[index]?.lines ?? []).map((line) => {
      expect(line.endsWith('\n')).toBe(true);
      return line.startsWith('jar ') ? line.trimEnd() : JSON.parse(line).kind;
    });
  return { world, guardians, kinds, link, states, recorded };
}

const jar = (text: string): Uint8Array => Buffer.from(text);

describe('the link to the guardian', () => {
  it('starts nothing before it is armed', () => {
    const { guardians, link } = openWorld();
    link.setJar(jar('[1]'));
    link.disarm();
    vi.advanceTimersByTime(60_000);
    expect(guardians).toEqual([]);
    expect(link.state()).toEqual({ kind: 'off', reason: 'notArmed' });
  });

  it('tells order, jar and a beat each second, and nothing more after disarm', () => {
    const { guardians, kinds, link, states } = openWorld();
    link.arm(order);
    link.setJar(jar('[1]'));
    vi.advanceTimersByTime(3_000);
    expect(JSON.parse(guardians[0]?.lines[0] ?? '')).toEqual({ kind: 'arm', ...order });
    expect(kinds(0)).toEqual(['arm', 'jar [1]', 'beat', 'beat', 'beat']);
    link.disarm();
    vi.advanceTimersByTime(60_000);
    expect(kinds(0).slice(5)).toEqual(['disarm']);
    link.arm(order);
    expect(kinds(0).slice(6)).toEqual(['arm']);
    expect(guardians).toHaveLength(1);
    expect(states.map(({ kind }) => kind)).toEqual(['on', 'off', 'on']);
  });

  it('says bye in the same breath', () => {
    const { kinds, guardians, link } = openWorld();
    link.arm(order);
    link.bye();
    expect(kinds(0).at(-1)).toBe('bye');
    guardians[0]?.die();
    vi.advanceTimersByTime(60_000);
    expect(guardians).toHaveLength(1);
  });

  it('says bye to one that is not armed', () => {
    const { kinds, link } = openWorld();
    link.arm(order);
    link.disarm();
    link.bye();
    expect(kinds(0)).toEqual(['arm', 'disarm', 'bye']);
  });

  it('replaces one that dies within a second, with order and jar', () => {
    const { guardians, kinds, link, states } = openWorld();
    link.arm(order);
    link.setJar(jar('[1]'));
    guardians[0]?.die();
    expect(link.state().kind).toBe('starting');
    vi.advanceTimersByTime(900);
    expect(kinds(1)).toEqual(['arm', 'jar [1]']);
    expect(states.map(({ kind }) => kind)).toEqual(['on', 'starting', 'on']);
  });

  it('gives up after three deaths in a row and says why', () => {
    const { world, guardians, link } = openWorld();
    world.diesAtOnce = true;
    link.arm(order);
    vi.advanceTimersByTime(60_000);
    expect(guardians).toHaveLength(3);
    expect(link.state()).toEqual({ kind: 'off', reason: 'keepsEnding' });
  });

  it('tries again with the next order', () => {
    const { world, guardians, link } = openWorld();
    world.diesAtOnce = true;
    link.arm(order);
    vi.advanceTimersByTime(60_000);
    world.diesAtOnce = false;
    link.arm({ ...order, epoch: 8 });
    vi.advanceTimersByTime(60_000);
    expect(guardians).toHaveLength(4);
    expect(link.state().kind).toBe('on');
  });

  it('does not count deaths that are far apart', () => {
    const { guardians, link } = openWorld();
    link.arm(order);
    for (let death = 0; death < 10; death++) {
      vi.advanceTimersByTime(61_000);
      guardians.at(-1)?.die();
    }
    vi.advanceTimersByTime(1_000);
    expect(guardians).toHaveLength(11);
    expect(link.state().kind).toBe('on');
  });

  it('does not replace one that is not needed', () => {
    const { guardians, link } = openWorld();
    link.arm(order);
    link.disarm();
    guardians[0]?.die();
    vi.advanceTimersByTime(60_000);
    expect(guardians).toHaveLength(1);
    link.arm(order);
    expect(guardians).toHaveLength(2);
  });

  it('does not replace one after disarm that died before', () => {
    const { guardians, link } = openWorld();
    link.arm(order);
    guardians[0]?.die();
    link.disarm();
    vi.advanceTimersByTime(60_000);
    expect(guardians).toHaveLength(1);
  });

  it('says where there is none to start', () => {
    const { guardians, link } = openWorld({ there: false });
    link.arm(order);
    vi.advanceTimersByTime(60_000);
    expect(guardians).toEqual([]);
    expect(link.state()).toEqual({ kind: 'off', reason: 'missing' });
  });

  it('never hands on the jar of another order', () => {
    const { guardians, kinds, link } = openWorld();
    link.arm(order);
    link.setJar(jar('[1]'));
    link.arm({ ...order, epoch: 8 });
    guardians[0]?.die();
    vi.advanceTimersByTime(900);
    expect(kinds(1)).toEqual(['arm']);
  });

  it('refuses a jar that is more than one line or too long, without a word of it', () => {
    const { kinds, link, recorded } = openWorld();
    link.arm(order);
    link.setJar(jar('[1,\n2]'));
    link.setJar(jar('x'.repeat(1_000_000)));
    expect(kinds(0)).toEqual(['arm']);
    expect(recorded.filter((line) => line.startsWith('guardian-jar-refused'))).toHaveLength(2);
  });

  it('records no order and no jar', () => {
    const { link, recorded } = openWorld();
    link.arm({ ...order, hook: { url: 'https://hook.example', token: 'T0KEN', agentId: 'agent-1' } });
    link.setJar(jar('[S3CRET]'));
    link.disarm();
    expect(recorded.join()).not.toMatch(/T0KEN|hook\.example|S3CRET|agent-1/);
  });
});
