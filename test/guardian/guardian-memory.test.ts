import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GuardianMessage } from '../../contract/guardian-message.js';
import { makeTemporaryFolder } from '../unit/main/temporary-folder.js';
import { guardianExecutable, until } from './guardian-world.js';

const limitMs = 45_000;
/** Of beats, one a second: an hour's. V8 takes a function for hot, and optimizes it, after some hundred. */
const beats = 3_600;
/** It is 2; with V8's optimizing compiler 6 to 8. */
const mostGrowthMb = 4;

function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

describe.skipIf(process.platform !== 'linux')('the memory of the guardian', { timeout: limitMs }, () => {
  it('stays what it was after an hour of messages', async () => {
    const folder = makeTemporaryFolder();
    const guardian = spawn(guardianExecutable, [folder], { stdio: ['pipe', 'ignore', 'ignore'] });
    onTestFinished(() => void guardian.kill('SIGKILL'));
    const tell = (message: GuardianMessage): Promise<void> =>
      new Promise((resolve) => void guardian.stdin.write(`${JSON.stringify(message)}\n`, () => resolve()));
    const deeds = join(folder, 'guardian.ndjson');
    const armed = (times: number) =>
      until(() => {
        const log = existsSync(deeds) ? readFileSync(deeds, 'utf8') : '';
        return log.split('"armed"').length > times ? true : null;
      });
    const arm: GuardianMessage = {
      kind: 'arm',
      epoch: 1,
      markerFile: join(folder, 'none'),
      hook: null,
      relaunch: { command: process.execPath, args: ['--version'], cwd: folder },
      parentPid: process.pid,
    };
    await tell(arm);
    await armed(1);
    const before = residentMb(guardian.pid ?? 0);
    for (let beat = 0; beat < beats; beat += 1) await tell({ kind: 'beat' });
    await tell(arm);
    await armed(2);
    expect(residentMb(guardian.pid ?? 0) - before).toBeLessThan(mostGrowthMb);
    await tell({ kind: 'bye' });
  });
});
