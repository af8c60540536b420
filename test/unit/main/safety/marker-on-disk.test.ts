import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openMarkerFile } from '../../../../main/safety/marker-file.js';

const calls = vi.hoisted((): string[] => []);
// The real disk; only the order is noted, as nothing else tells whether a power cut would find the file empty.
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>();
  const noted =
    (name: 'writeSync' | 'fsyncSync' | 'renameSync') =>
    (...given: never[]) => {
      calls.push(name);
      return (real[name] as (...args: never[]) => unknown)(...given);
    };
  return { ...real, writeSync: noted('writeSync'), fsyncSync: noted('fsyncSync'), renameSync: noted('renameSync') };
});

it('has its text on the disk before it takes the place of the former', () => {
  const file = openMarkerFile(mkdtempSync(join(tmpdir(), 'marker-')));
  const marker = {
    version: 1 as const,
    epoch: 1,
    armed: true,
    ccpUrl: '',
    agentId: null,
    statusName: 'Available',
    atMs: 1,
  };
  expect(file.write(marker)).toBe(true);
  expect(calls).toEqual(['writeSync', 'fsyncSync', 'renameSync']);
  expect(file.read()).toEqual(marker);
});
