import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PowerMonitor } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSystemLayers } from '../../../../main/safety/system-layers.js';

const exposed = { ccpUrl: 'https://x.my.connect.aws/ccp-v2/', agentId: null, statusName: 'Available' };

function openLayers(packaged: boolean, recoverAtLogin: boolean, offlineOnSuspend = false) {
  const config = mkdtempSync(join(tmpdir(), 'system-layers-'));
  vi.stubEnv('XDG_CONFIG_HOME', config);
  const records: string[] = [];
  const layers = createSystemLayers({
    power: new EventEmitter() as unknown as PowerMonitor,
    gate: { leaving: () => false },
    startedWith: { execPath: '/opt/switchhook', argv: ['/opt/switchhook', '--user-data-dir=/p'], packaged },
    offlineOnSuspend,
    recoverAtLogin,
    record: (event) => records.push(event),
  });
  return { layers, records, entry: join(config, 'autostart', 'switchhook-recover.desktop') };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it.each([
  ['linux', 1],
  ['win32', 0],
  ['darwin', 0],
] as const)('puts sleep off only where the system waits: %s', (platform, count) => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
  expect(openLayers(false, true, true).layers).toHaveLength(count);
  expect(openLayers(false, true, false).layers).toHaveLength(0);
});

describe.skipIf(process.platform !== 'linux')('what Linux does for an agent who may be left behind', () => {
  it('is a hidden start of the packaged app on the same profile at the next login', async () => {
    const { layers, records, entry } = openLayers(true, true);
    for (const layer of layers) layer.arm(exposed);
    await vi.waitFor(() => expect(existsSync(entry)).toBe(true), { timeout: 5_000 });
    expect(readFileSync(entry, 'utf8')).toContain('\nExec="/opt/switchhook" "--user-data-dir=/p" "--recover"\n');
    for (const layer of layers) layer.disarm(true);
    expect(existsSync(entry)).toBe(false);
    expect(records).toEqual([]);
  });

  it.each([
    ['a checkout', false, true],
    ['an app whose setting says so', true, false],
  ])('is nothing for %s', (_what, packaged, recoverAtLogin) => {
    expect(openLayers(packaged, recoverAtLogin).layers).toEqual([]);
  });
});
