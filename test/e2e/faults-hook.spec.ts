import type { ElectronApplication, Page, TestInfo } from '@playwright/test';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import type { HookServer } from '../../simulator/hook/hook-server.js';
import {
  deedsOf,
  detailsOf,
  type FaultRow,
  type FaultWorld,
  isOffline,
  measureRow,
  titleOf,
} from '../support/fault-row.js';
import { awaitGuarded, hangMain, madeGoodBy } from '../support/guardian.js';
import { test } from '../support/hook-world.js';
import { expect, killed } from '../support/phone-test.js';

type HookWorld = FaultWorld & { readonly hook: HookServer };

/** A row with the customer's hook beside Connect. */
function hookRow(row: FaultRow, run: (world: HookWorld) => Promise<void>): void {
  test(titleOf(row), detailsOf(row), ({ simulator, app, phone, profile, hook }, testInfo: TestInfo) =>
    measureRow(row, { simulator, app, phone, profile }, testInfo, (world) => run({ ...world, hook })),
  );
}

const untilOffline = 'Offline on the backend';
const eventLimitMs = 20_000;
const pidOf = (app: ElectronApplication): number => app.process().pid ?? Number.NaN;
const quit = (app: ElectronApplication) => app.evaluate(({ app: electron }) => electron.quit());
const button = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true });

async function watched({ phone, profile }: FaultWorld): Promise<void> {
  await expect(button(phone, 'Status: Available')).toBeVisible();
  await awaitGuarded(profile);
}

async function offlineByHook(world: HookWorld, timeoutMs = eventLimitMs): Promise<void> {
  world.at(await world.simulator.waitForEvent(isOffline, { timeoutMs, since: 0 }));
  await madeGoodBy('hook', world.profile);
}

for (const [row, fault, strike, limitMs] of [
  [8, 'SIGTERM to the whole group, hook', (app: ElectronApplication) => process.kill(-pidOf(app), 'SIGTERM'), 2_000],
  [10, 'SIGKILL, hook', (app: ElectronApplication) => process.kill(pidOf(app), 'SIGKILL'), 1_000],
  [14, 'SIGKILL to the whole group, hook', (app: ElectronApplication) => process.kill(-pidOf(app), 'SIGKILL'), 1_000],
  [16, 'abort, hook', (app: ElectronApplication) => process.kill(pidOf(app), 'SIGABRT'), 1_000],
  [16, 'segmentation fault, hook', (app: ElectronApplication) => process.kill(pidOf(app), 'SIGSEGV'), 1_000],
] as const) {
  hookRow({ row, fault, layer: 'L2 by hook', until: untilOffline, limitMs }, async (world) => {
    await watched(world);
    world.strike(() => strike(world.app));
    if (row !== 8) return offlineByHook(world);
    // Chromium may leave the gate the time it needs before it ends; then nobody has to act.
    world.at(await world.simulator.waitForEvent(isOffline, { timeoutMs: eventLimitMs, since: 0 }));
  });
}

hookRow(
  {
    row: 13,
    fault: 'SIGKILL in the middle of a quit, hook',
    layer: 'L2 by hook',
    until: untilOffline,
    limitMs: 2_000,
  },
  async (world) => {
    await watched(world);
    world.simulator.control.setFault({ op: 'PutAgentState', kind: 'hang' });
    world.app.process().kill('SIGTERM');
    await world.simulator.waitForRequest(({ operation }) => operation === 'PutAgentState', {
      timeoutMs: eventLimitMs,
      since: 0,
    });
    world.strike(() => process.kill(pidOf(world.app), 'SIGKILL'));
    await offlineByHook(world);
  },
);

for (const [row, fault, hang] of [
  [19, 'the main process hangs, hook', (world: FaultWorld) => hangMain(world.app)],
  [21, 'SIGSTOP of the app alone, hook', (world: FaultWorld) => process.kill(pidOf(world.app), 'SIGSTOP')],
] as const) {
  hookRow({ row, fault, layer: 'L2 by hook', until: untilOffline, limitMs: 12_000 }, async (world) => {
    await watched(world);
    world.strike(() => hang(world));
    world.at(await world.simulator.waitForEvent(isOffline, { timeoutMs: eventLimitMs, since: 0 }));
    // An app that hangs is not ended for what the hook has done.
    expect(deedsOf(world.profile).map(({ kind }) => kind)).not.toContain('killed');
    process.kill(pidOf(world.app), 'SIGKILL');
    await expect.poll(() => deedsOf(world.profile).at(-1)?.kind).toBe('offline');
  });
}

for (const [row, fault, breakPanel, outcome, limitMs] of [
  [
    31,
    '500 for ever, "Quit anyway", hook',
    ({ simulator }: FaultWorld) => simulator.control.setFault({ op: 'PutAgentState', kind: 'status', status: 500 }),
    'chosen',
    13_000,
  ],
  [
    33,
    'no answer, "Quit anyway", hook',
    ({ simulator }: FaultWorld) => simulator.control.setFault({ op: 'PutAgentState', kind: 'hang' }),
    'chosen',
    13_000,
  ],
  [
    35,
    '401 at quit, "Quit anyway", hook',
    ({ simulator }: FaultWorld) => simulator.control.expireSession(),
    'chosen',
    4_000,
  ],
  [
    36,
    '403 at quit, "Quit anyway", hook',
    ({ simulator }: FaultWorld) => simulator.control.setFault({ op: 'PutAgentState', kind: 'status', status: 403 }),
    'chosen',
    13_000,
  ],
] as const) {
  hookRow({ row, fault, layer: 'L2 after L0', until: untilOffline, limitMs }, async (world) => {
    await watched(world);
    breakPanel(world);
    world.strike(() => quit(world.app));
    await button(world.phone, 'Quit anyway')
      .click({ timeout: 14_000 })
      .catch(() => undefined);
    expect(await world.ended(outcome)).toBe(4);
    await offlineByHook(world);
  });
}

hookRow(
  {
    row: 27,
    fault: 'the panel no longer loads, SIGTERM, hook',
    layer: 'L2 after L0',
    until: untilOffline,
    limitMs: 6_000,
  },
  async (world) => {
    await watched(world);
    world.simulator.control.setFault({ op: 'page', kind: 'hang' });
    // The page has not finished loading before its frame has.
    await world.phone.reload({ waitUntil: 'domcontentloaded' });
    await expect(world.phone.getByText('Connecting to Amazon Connect')).toBeVisible();
    world.strike(() => world.app.process().kill('SIGTERM'));
    expect(await world.ended('unconfirmed')).toBe(3);
    await offlineByHook(world);
  },
);

for (const [row, fault, strike] of [
  [10, 'SIGKILL, a hook that hangs', { kind: 'hang' }],
  [10, 'SIGKILL, a hook that answers garbage', { kind: 'garbage' }],
  [10, 'SIGKILL, a hook that leads elsewhere', { kind: 'redirect' }],
] as const) {
  hookRow({ row, fault, layer: 'L2', until: untilOffline, limitMs: 10_000 }, async (world) => {
    await watched(world);
    world.hook.setFault({ path: 'offline', ...strike });
    world.strike(() => process.kill(pidOf(world.app), 'SIGKILL'));
    world.at(await world.simulator.waitForEvent(isOffline, { timeoutMs: eventLimitMs, since: 0 }));
    await madeGoodBy('relaunch', world.profile);
  });
}

test('the start after that tells when the hook set the agent Offline, and asks Connect for nothing', async ({
  simulator,
  app,
  phone,
  profile,
}) => {
  await expect(button(phone, 'Status: Available')).toBeVisible();
  await awaitGuarded(profile);
  process.kill(pidOf(app), 'SIGKILL');
  await simulator.waitForEvent(isOffline, { timeoutMs: eventLimitMs, since: 0 });
  await madeGoodBy('hook', profile);
  const again = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile });
  try {
    const window = await again.firstWindow();
    await expect(button(window, 'Status: Offline')).toBeVisible();
    await expect(window.getByText(/You were set Offline at \S+/)).toBeVisible();
    await expect(window.getByRole('alertdialog')).toHaveCount(0);
    expect(simulator.requests.filter(({ operation }) => operation === 'PutAgentState')).toEqual([]);
  } finally {
    await killed(again.process());
  }
});
