import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GuardianDeed } from '../../../../contract/guardian-deed.js';
import { openDeedLog } from '../../../../guardian/deed-log.js';
import { readGuardianOutcome } from '../../../../main/guardian/read-guardian-deeds.js';
import { makeTemporaryFolder, makeUnwritableFolder } from '../temporary-folder.js';

function outcomeOf(deeds: readonly GuardianDeed[], epoch = 7) {
  const folder = makeTemporaryFolder();
  const log = openDeedLog(join(folder, 'logs'));
  deeds.forEach((deed, index) => void log({ atMs: index + 1, epoch: 7, ...deed }));
  return readGuardianOutcome(join(folder, 'logs'), epoch);
}

const acting: GuardianDeed = { kind: 'acting', cause: 'ended' };

describe('what the guardian did, at the next start', () => {
  it('is when and how the agent was set Offline', () => {
    expect(outcomeOf([{ kind: 'armed' }, acting, { kind: 'offline', by: 'hook' }])).toEqual({
      kind: 'offline',
      by: 'hook',
      atMs: 3,
    });
    expect(
      outcomeOf([acting, { kind: 'tried', by: 'relaunch', exitCode: null }, { kind: 'offline', by: 'relaunch' }]),
    ).toEqual({ kind: 'offline', by: 'relaunch', atMs: 3 });
  });

  it('is nothing after an orderly end, a hang that passed or another epoch', () => {
    expect(outcomeOf([{ kind: 'armed' }, { kind: 'bye' }])).toBeNull();
    expect(outcomeOf([acting, { kind: 'offline', by: 'hook' }, { kind: 'answered' }, { kind: 'bye' }])).toBeNull();
    expect(outcomeOf([acting, { kind: 'offline', by: 'hook' }], 8)).toBeNull();
    expect(outcomeOf([])).toBeNull();
  });

  it('is that it did not come to an end, or how it ended without Offline', () => {
    expect(outcomeOf([acting, { kind: 'tried', by: 'hook' }])).toEqual({ kind: 'unfinished', atMs: 1 });
    for (const kind of ['adopted', 'loginExpired', 'gaveUp'] as const) {
      expect(outcomeOf([acting, { kind }])).toEqual({ kind, atMs: 2 });
    }
  });

  it('stays Offline when a newer app came afterwards', () => {
    const hung: GuardianDeed = { kind: 'acting', cause: 'silent' };
    expect(outcomeOf([hung, { kind: 'offline', by: 'hook' }, acting, { kind: 'adopted' }])).toEqual({
      kind: 'offline',
      by: 'hook',
      atMs: 2,
    });
  });

  it('is read past lines that are none', () => {
    const folder = makeTemporaryFolder();
    const log = openDeedLog(folder);
    log({ atMs: 1, epoch: 7, ...acting });
    appendFileSync(join(folder, 'guardian.ndjson'), '{"atMs":\n\n[]\n{"kind":"offline","epoch":7}\n');
    log({ atMs: 2, epoch: 7, kind: 'offline', by: 'hook' });
    expect(readGuardianOutcome(folder, 7)?.kind).toBe('offline');
  });

  it('is bounded on the disk, and costs nothing where none can be written', () => {
    const folder = makeTemporaryFolder();
    const log = openDeedLog(folder);
    appendFileSync(join(folder, 'guardian.ndjson'), 'x'.repeat(200_001));
    log({ atMs: 1, epoch: 7, kind: 'armed' });
    expect(readFileSync(join(folder, 'guardian.ndjson'), 'utf8')).toBe('{"atMs":1,"epoch":7,"kind":"armed"}\n');
    expect(() => openDeedLog(makeUnwritableFolder())({ atMs: 1, epoch: 7, kind: 'armed' })).not.toThrow();
    expect(readGuardianOutcome(makeUnwritableFolder(), 7)).toBeNull();
  });
});
