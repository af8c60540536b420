import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hookAgentId, test } from '../support/hook-world.js';
import { expect } from '../support/phone-test.js';

test.describe('with a guardian', () => {
  test.use({ settingsFile: '{"guardian": true}' });

  test('the hook is asked for Offline when the app is killed, and nothing is started', async ({
    simulator,
    app,
    phone,
    profile,
    hook,
  }) => {
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    const log = join(profile, 'logs', 'switchhook.log');
    await expect.poll(() => readFileSync(log, 'utf8')).toContain(' guardian state=on');
    process.kill(app.process().pid ?? Number.NaN, 'SIGKILL');
    const deed = await hook.waitForDeed(({ by }) => by === 'request', { timeoutMs: 5_000 });
    expect(deed).toMatchObject({ agentId: hookAgentId, outcome: { state: 'offline', changed: true } });
    expect(simulator.control.state().status.type).toBe('offline');
    expect(simulator.requests.filter(({ operation }) => operation === 'page')).toHaveLength(1);
  });
});
