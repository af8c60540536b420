import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuardianDeedLine } from '../../../contract/guardian-deed.js';
import type { GuardianMessage } from '../../../contract/guardian-message.js';
import { createGuardian } from '../../../guardian/guardian.js';

beforeEach(() => void vi.useFakeTimers());

const secret = 'S3CRET-COOKIE';
const arm: GuardianMessage = {
  kind: 'arm',
  epoch: 7,
  markerFile: 'marker',
  hook: { url: 'https://hook.example', token: 'T0KEN', agentId: 'agent-1' },
  relaunch: { command: 'app', args: ['--recover'], cwd: '/' },
  parentPid: 4711,
};

function openWorld() {
  const world = {
    newestEpoch: 7 as number | null,
    hookHelps: false,
    exitCode: 1 as number | null,
    acts: [] as string[],
    /** A newer app appears after so many acts. */
    newerAfter: Number.POSITIVE_INFINITY,
    jars: [] as { given: Buffer; text: string }[],
    log: [] as GuardianDeedLine[],
    ended: 0,
    reads: 0,
    /** A suspend is time that only the wall clock counts. */
    suspendedMs: 0,
  };
  const guardian = createGuardian({
    callHook: async ({ token }, body) => {
      world.acts.push(`hook ${token} ${JSON.stringify(body)}`);
      return world.hookHelps;
    },
    startRecovery: async ({ command, args }, jar) => {
      world.acts.push(`start ${command} ${args.join(' ')}`);
      world.jars.push({ given: jar, text: jar.toString('utf8') });
      return world.exitCode;
    },
    killParent: (pid) => void world.acts.push(`kill ${pid}`),
    readMarkerEpoch: () => {
      world.reads++;
      return world.acts.length >= world.newerAfter ? 8 : world.newestEpoch;
    },
    log: (line) => void world.log.push(line),
    wallMs: () => Date.now() + world.suspendedMs,
    steadyMs: () => Date.now(),
    end: () => void world.ended++,
  });
  const write = (text: string): Buffer => {
    const chunk = Buffer.from(text);
    guardian.push(chunk);
    return chunk;
  };
  const send = (message: unknown): Buffer => write(`${JSON.stringify(message)}\n`);
  return { world, guardian, write, send, passes: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

describe('the guardian', () => {
  it('asks the hook with agent, epoch and cause when the app ends', async () => {
    const { world, guardian, send, passes } = openWorld();
    world.hookHelps = true;
    send(arm);
    guardian.inputEnded();
    await passes(0);
    expect(world.acts).toEqual(['hook T0KEN {"agentId":"agent-1","epoch":7,"cause":"ended"}']);
    expect(world.ended).toBe(1);
  });

  it('gives the jar to the app it starts, byte for byte, and zeroes its copy afterwards', async () => {
    const { world, guardian, send, write, passes } = openWorld();
    world.exitCode = 0;
    send({ ...arm, hook: null });
    write(`jar [{"value":"${secret}\\u00e4 ä"}]\n`);
    guardian.inputEnded();
    await passes(0);
    expect(world.jars.map(({ text }) => text)).toEqual([`[{"value":"${secret}\\u00e4 ä"}]`]);
    expect(world.jars.map(({ given }) => given.every((byte) => byte === 0))).toEqual([true]);
  });

  it('zeroes what it was given, also a jar in pieces', () => {
    const { send, write } = openWorld();
    send(arm);
    const pieces = [write(`jar [${secret}`), write(`${secret}]\n{"ki`), write('nd":"beat"}\n')];
    expect(pieces.every((piece) => piece.every((byte) => byte === 0))).toBe(true);
  });

  it('keeps the newest jar only, none of another order and none without one', async () => {
    for (const lines of [
      ['jar old', 'ARM', 'jar older', 'jar newest'],
      ['ARM', 'jar newest', 'ARM'],
      ['ARM', 'jar newest', '{"kind":"disarm"}', 'ARM'],
      ['jar newest', 'ARM'],
    ]) {
      const { world, guardian, write, passes } = openWorld();
      world.exitCode = 0;
      for (const line of lines) write(`${line === 'ARM' ? JSON.stringify({ ...arm, hook: null }) : line}\n`);
      guardian.inputEnded();
      await passes(0);
      expect(world.jars.map(({ text }) => text)).toEqual([lines.at(-1) === 'jar newest' ? 'newest' : '']);
    }
  });

  it('ignores lines that are no message and goes on', async () => {
    const { world, guardian, send, write, passes } = openWorld();
    send(arm);
    for (const line of [
      '',
      'null',
      '[]',
      '"bye"',
      '{"kind":"arm"}',
      '{"kind":"bye"',
      '{"kind":["bye"]}',
      JSON.stringify({ ...arm, parentPid: 0 }),
      JSON.stringify({ ...arm, epoch: '9' }),
      JSON.stringify({ ...arm, relaunch: { command: 'x', args: [1], cwd: '/' } }),
      JSON.stringify({ ...arm, hook: { url: 1 } }),
      '\u0000\uffff'.repeat(1_000),
      `{"kind":"bye"}${' '.repeat(1_000_000)}`,
    ]) {
      write(`${line}\n`);
    }
    expect(world.ended).toBe(0);
    guardian.inputEnded();
    await passes(0);
    expect(world.acts[0]).toContain('"epoch":7');
  });

  it('reads the marker before every act, each try and each kill, and stops for good at a higher epoch', async () => {
    // The acts of a hang are hook, hook, hook, kill, hook and so on.
    for (let before = 0; before < 9; before++) {
      const { world, send, passes } = openWorld();
      world.newerAfter = before;
      send(arm);
      await passes(13 * 60_000);
      expect(world.ended).toBe(1);
      expect(world.acts).toHaveLength(before);
      expect(world.reads).toBe(before + 1);
      expect(world.log.at(-1)?.kind).toBe('adopted');
    }
  });

  it('reads the marker before each hidden start', async () => {
    for (let before = 0; before < 4; before++) {
      const { world, guardian, send, passes } = openWorld();
      world.newerAfter = before;
      send({ ...arm, hook: null });
      guardian.inputEnded();
      await passes(13 * 60_000);
      expect(world.acts).toEqual(Array.from({ length: before }, () => 'start app --recover'));
      expect(world.ended).toBe(1);
    }
  });

  it('takes a marker that does not tell, or tells of its own or an older epoch, for its own', async () => {
    for (const epoch of [null, 7, 6]) {
      const { world, guardian, send, passes } = openWorld();
      world.newestEpoch = epoch;
      send(arm);
      guardian.inputEnded();
      await passes(0);
      expect(world.acts).toHaveLength(1);
    }
  });

  it('sees a suspend that its own timers did not notice', async () => {
    const { world, send, passes } = openWorld();
    send(arm);
    await passes(9_500);
    world.suspendedMs = 3_600_000;
    await passes(14_000);
    expect(world.log.map(({ kind }) => kind)).toEqual(['armed', 'woke']);
    await passes(3_000);
    expect(world.acts.length).toBeGreaterThan(0);
  });

  it('writes words and numbers of its own only', async () => {
    const { world, guardian, send, write, passes } = openWorld();
    send({ ...arm, hook: { url: 'https://secret.example/path', token: secret, agentId: secret } });
    write(`jar ${secret}\n`);
    guardian.inputEnded();
    await passes(60_000);
    const text = JSON.stringify(world.log);
    expect(world.log.map(({ kind }) => kind)).toContain('tried');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('example');
    expect(world.log.every(({ epoch, atMs }) => epoch === 7 && atMs > 0)).toBe(true);
  });
});
