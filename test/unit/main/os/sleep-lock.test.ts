import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createLinuxSleepLock } from '../../../../main/os/sleep-lock.js';

const waits = { timeout: 5_000 };

/** A stand-in that notes its arguments and its end, and in between runs the command that it is given. */
function createProgram(): { readonly program: string; told(): readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'sleep-lock-'));
  const program = join(folder, 'inhibit');
  const notes = join(folder, 'notes');
  writeFileSync(
    program,
    `#!/bin/sh\necho "taken $*" >>${notes}\nfor last; do :; done\n"$last"\necho released >>${notes}\n`,
  );
  chmodSync(program, 0o700);
  return { program, told: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trimEnd().split('\n') : []) };
}

it.skipIf(process.platform === 'win32')('is held by a child until it is released, and taken again', async () => {
  const records: string[] = [];
  const { program, told } = createProgram();
  const lock = createLinuxSleepLock((event) => records.push(event), program);
  const taken = 'taken --what=sleep --mode=delay --who=Switchhook --why=Sets the agent Offline cat';
  lock.take();
  lock.take();
  await vi.waitFor(() => expect(told()).toEqual([taken]), waits);
  lock.release();
  lock.release();
  await vi.waitFor(() => expect(told()).toEqual([taken, 'released']), waits);
  lock.take();
  await vi.waitFor(() => expect(told()).toEqual([taken, 'released', taken]), waits);
  lock.release();
  await vi.waitFor(() => expect(told()).toHaveLength(4), waits);
  expect(records).toEqual([]);
});

it.each([
  ['is not there', join(tmpdir(), 'there-is-no-such-program')],
  ['ends at once', process.execPath],
])('says once that nothing is put off where the program %s', async (_what, program) => {
  const records: string[] = [];
  const lock = createLinuxSleepLock((event) => records.push(event), program);
  lock.take();
  await vi.waitFor(() => expect(records).toEqual(['sleep-lock-not-held']), waits);
  lock.release();
  lock.take();
  lock.release();
  expect(records).toEqual(['sleep-lock-not-held']);
});
