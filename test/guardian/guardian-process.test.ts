import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeCertificate } from '../../main/origin/make-certificate.js';
import { makeTemporaryFolder } from '../unit/main/temporary-folder.js';
import { gone, guardianExecutable, openHook, openWorld, until } from './guardian-world.js';

const secret = 'S3CRET-C00KIE';
const jar = `[{"name":"session","value":"${secret} \\n ä \u2028"}]`;
const limitMs = 45_000;

/** Arguments and environment of a process, which others on the machine may see. */
function openFactsOf(pid: number): string {
  if (existsSync('/proc/self/environ')) {
    return ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'utf8')).join('\n');
  }
  return execFileSync('ps', ['-Eww', '-p', String(pid)], { encoding: 'utf8' });
}

/** What the file descriptors of a process lead to; one may be closed while they are read. */
function targetsOf(pid: number | undefined): readonly string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${name}`);
    } catch {
      return [];
    }
  });
}

// Windows has neither these signals nor process groups; it was not tried there.
describe.skipIf(process.platform === 'win32')('the guardian as built', () => {
  it('is there: run "npm run build" first', () => expect(existsSync(guardianExecutable)).toBe(true));
});

describe.skipIf(process.platform === 'win32')('the guardian as a process', { timeout: limitMs }, () => {
  it('sees the app die within 50 ms and has it Offline within a second', async () => {
    const seenAfterMs: number[] = [];
    for (let run = 0; run < 5; run++) {
      const hook = await openHook();
      const world = await openWorld({ hookUrl: hook.url });
      const killedAtMs = Date.now();
      process.kill(world.app, 'SIGKILL');
      const { atMs } = await world.deed('acting');
      seenAfterMs.push(atMs - killedAtMs);
      await world.deed('offline');
      await gone(world.watcher);
      expect(hook.asked).toHaveLength(1);
      expect((hook.asked[0]?.atMs ?? 0) - killedAtMs).toBeLessThan(1_000);
      expect(hook.asked[0]?.request.headers.authorization).toBe('Bearer T0KEN');
    }
    // The best of them: others use this machine as well.
    expect(Math.min(...seenAfterMs)).toBeLessThan(50);
  });

  it('asks a hook with TLS', async () => {
    const folder = makeTemporaryFolder();
    const { cert, key } = await makeCertificate('localhost', Date.now());
    writeFileSync(join(folder, 'authority.pem'), cert);
    const server = createServer({ cert, key }, (_request, response) => response.end('{"offline":true}'));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const world = await openWorld({
      hookUrl: `https://localhost:${(server.address() as AddressInfo).port}`,
      env: { NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') },
    });
    process.kill(world.app, 'SIGKILL');
    expect(await world.deed('offline')).toMatchObject({ by: 'hook', epoch: 7 });
  });

  it('ignores what ends other processes', async () => {
    const hook = await openHook();
    const world = await openWorld({ hookUrl: hook.url });
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR1'] as const) {
      for (let time = 0; time < 3; time++) process.kill(world.watcher, signal);
    }
    process.kill(world.app, 'SIGKILL');
    await world.deed('offline');
    await gone(world.watcher);
    // The link never had to start another.
    expect(world.states).toEqual([{ kind: 'on' }]);
  });

  it('survives the death of the whole group of the app', async () => {
    const hook = await openHook();
    for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
      const world = await openWorld({ hookUrl: hook.url });
      process.kill(-world.app, signal);
      await gone(world.app);
      await world.deed('offline');
    }
    expect(hook.asked).toHaveLength(2);
  });

  // Elsewhere a child gets nothing that it was not given.
  it.skipIf(process.platform !== 'linux')('lets go of what a child of Chromium gets besides its stdio', async () => {
    const folder = makeTemporaryFolder();
    const held = openSync(join(folder, 'held'), 'w');
    const guardian = spawn(guardianExecutable, [folder], {
      stdio: ['pipe', 'ignore', 'ignore', 'pipe', held],
      detached: true,
    });
    onTestFinished(() => void guardian.kill('SIGKILL'));
    closeSync(held);
    const socket = guardian.stdio[3];
    await new Promise((resolve) => void (socket as Readable).resume().once('close', resolve));
    await until(() => (targetsOf(guardian.pid).some((target) => target.includes(folder)) ? null : true));
    expect(targetsOf(guardian.pid).filter((target) => target.startsWith('socket:'))).toHaveLength(1);
    expect(guardian.exitCode).toBeNull();
    guardian.stdin?.end();
    await new Promise((resolve) => void guardian.once('exit', resolve));
    expect(guardian.exitCode).toBe(0);
  });

  it('gives the jar to the app it starts, byte for byte, and to nobody else', async () => {
    const world = await openWorld();
    world.tell({ do: 'jar', text: jar });
    // What is told after the jar is read after it.
    world.tell({ do: 'arm', order: world.order });
    await until(() => (world.log().filter(({ kind }) => kind === 'armed').length === 2 ? true : null));
    const facts = openFactsOf(world.watcher);
    process.kill(world.app, 'SIGKILL');
    const { jar: given, argv, env } = await until(world.recovered);
    expect(Buffer.from(given, 'base64').toString('utf8')).toBe(jar);
    expect(await world.deed('offline')).toMatchObject({ by: 'relaunch' });
    await gone(world.watcher);
    expect(facts).toContain('logs');
    for (const open of [facts, JSON.stringify([argv, env]), JSON.stringify(world.log())]) {
      expect(open).not.toContain(secret);
      expect(open).not.toContain('T0KEN');
    }
  });

  it('leaves the agent to a newer app', async () => {
    const hook = await openHook();
    for (const hookUrl of [hook.url, null]) {
      const world = await openWorld({ hookUrl });
      writeFileSync(world.order.markerFile, '{"epoch":8}');
      process.kill(world.app, 'SIGKILL');
      await world.deed('adopted');
      await gone(world.watcher);
      expect(world.recovered()).toBeNull();
    }
    expect(hook.asked).toEqual([]);
  });

  it('is done after bye in the same breath as the end, and after disarm', async () => {
    const hook = await openHook();
    for (const last of ['bye', 'bye', 'bye', 'bye', 'bye', 'disarm'] as const) {
      const world = await openWorld({ hookUrl: hook.url });
      world.tell({ do: 'jar', text: jar });
      world.tell({ do: last });
      if (last === 'disarm') {
        await world.deed('disarmed');
        process.kill(world.app, 'SIGKILL');
      }
      await gone(world.app);
      await gone(world.watcher);
      expect(world.log().map(({ kind }) => kind)).not.toContain('acting');
    }
    expect(hook.asked).toEqual([]);
  });

  it('is replaced when it is killed, and given up after three times in a row', async () => {
    const hook = await openHook();
    const world = await openWorld({ hookUrl: hook.url });
    for (let death = 1; death <= 2; death++) {
      const victim = await until(world.guardian);
      process.kill(victim, 'SIGKILL');
      await gone(victim);
      const killedAtMs = Date.now();
      const next = await until(world.guardian);
      expect(next).not.toBe(victim);
      expect(Date.now() - killedAtMs).toBeLessThan(2_000);
      await until(() => (world.log().filter(({ kind }) => kind === 'armed').length > death ? true : null));
    }
    process.kill(await until(world.guardian), 'SIGKILL');
    await world.state('off');
    expect(world.states.at(-1)).toEqual({ kind: 'off', reason: 'keepsEnding' });
    expect(world.guardian()).toBeNull();
  });

  it('that took over does the work of the one that was killed', async () => {
    const world = await openWorld();
    world.tell({ do: 'jar', text: jar });
    process.kill(world.watcher, 'SIGKILL');
    await until(() => (world.log().filter(({ kind }) => kind === 'armed').length === 2 ? true : null));
    world.guardian();
    process.kill(world.app, 'SIGKILL');
    const { jar: given } = await until(world.recovered);
    expect(Buffer.from(given, 'base64').toString('utf8')).toBe(jar);
  });
});
