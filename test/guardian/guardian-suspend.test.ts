import { describe, expect, it } from 'vitest';
import { gone, openHook, openWorld } from './guardian-world.js';

const limitMs = 45_000;

/** Processes that stand still for a while, as in a suspend. */
async function standStill(pids: readonly number[], ms: number): Promise<void> {
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await new Promise((resolve) => void setTimeout(resolve, ms));
  for (const pid of pids) process.kill(pid, 'SIGCONT');
}

describe.skipIf(process.platform === 'win32')('a guardian that stood still', { timeout: limitMs }, () => {
  it('does nothing when it was suspended with the app', async () => {
    const hook = await openHook();
    const world = await openWorld({ hookUrl: hook.url });
    await standStill([world.app, world.watcher], 11_000);
    await world.deed('woke');
    world.tell({ do: 'bye' });
    await gone(world.watcher);
    expect(world.log().map(({ kind }) => kind)).toEqual(['armed', 'woke', 'bye']);
    expect(hook.asked).toEqual([]);
  });

  it('does nothing when it alone stood still', async () => {
    const hook = await openHook();
    const world = await openWorld({ hookUrl: hook.url });
    await standStill([world.watcher], 4_000);
    await world.deed('woke');
    world.tell({ do: 'bye' });
    await gone(world.watcher);
    expect(hook.asked).toEqual([]);
  });
});
