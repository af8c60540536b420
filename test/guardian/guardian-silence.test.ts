import { describe, expect, it } from 'vitest';
import { isAlive, openHook, openWorld, until } from './guardian-world.js';

const limitMs = 45_000;

// Each waits for the real ten or twenty seconds: what ships has no other clock.
describe.skipIf(process.platform === 'win32')('an app that says nothing', { timeout: limitMs }, () => {
  it('is set Offline by the hook after ten seconds of silence, and lives on when it speaks again', async () => {
    const hook = await openHook();
    const world = await openWorld({ hookUrl: hook.url });
    const stoppedAtMs = Date.now();
    process.kill(world.app, 'SIGSTOP');
    await world.deed('offline');
    const waitedMs = (hook.asked[0]?.atMs ?? 0) - stoppedAtMs;
    expect(waitedMs).toBeGreaterThan(8_500);
    expect(waitedMs).toBeLessThan(12_000);
    process.kill(world.app, 'SIGCONT');
    await world.deed('answered');
    expect(isAlive(world.app)).toBe(true);
    process.kill(world.app, 'SIGKILL');
    await until(() => (hook.asked.length === 2 ? true : null));
  });

  it('without a hook is ended after twenty seconds of silence, then started hidden', async () => {
    const world = await openWorld();
    const stoppedAtMs = Date.now();
    process.kill(world.app, 'SIGSTOP');
    const { atMs } = await world.deed('killed');
    expect(atMs - stoppedAtMs).toBeGreaterThan(18_500);
    expect(await world.deed('offline')).toMatchObject({ by: 'relaunch' });
    expect(isAlive(world.app)).toBe(false);
  });
});
