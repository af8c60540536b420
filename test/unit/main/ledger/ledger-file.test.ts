import { appendFileSync, chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedgerFile } from '../../../../main/ledger/ledger-file.js';
import { makeTemporaryFolder, makeUnwritableFolder } from '../temporary-folder.js';
import { buildReport } from './build-report.js';

const dayMs = 86_400_000;
const started = (atMs: number) => ({ kind: 'started', atMs }) as const;
const unreadable = { kind: 'unreadable' } as const;
const open = (folder: string, nowMs = 0) => openLedgerFile(folder, 90, nowMs);

describe('the ledger file', () => {
  it('gives back what was added, in order', () => {
    const folder = makeTemporaryFolder();
    const left = { kind: 'left', atMs: 2, report: buildReport() } as const;
    expect([open(folder).add(started(1)), open(folder).add(left)]).toEqual([true, true]);
    expect(open(folder).read()).toEqual([started(1), left]);
  });

  it('is empty where there is none', () => {
    expect(open(makeTemporaryFolder()).read()).toEqual([]);
    expect(open(makeUnwritableFolder()).read()).toEqual([]);
  });

  it('says when the disk would not take a record', () => {
    expect(open(makeUnwritableFolder()).add(started(1))).toBe(false);
  });

  it('loses only the line that a power cut left unfinished', () => {
    const folder = makeTemporaryFolder();
    const file = join(folder, 'exits.ndjson');
    open(folder).add(started(1));
    open(folder).add(started(2));
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, -5));
    expect(open(folder).read()).toEqual([started(1), unreadable]);
    open(folder).add(started(3));
    expect(open(folder).read()).toEqual([started(1), unreadable, started(3)]);
  });

  it.each([
    ['no JSON', 'garbage'],
    ['another shape', '{"kind":"left","atMs":1}'],
    ['a time no calendar has', '{"kind":"started","atMs":1e300}'],
    ['a later version', '{"kind":"teleported","atMs":1}'],
  ])('tells that a line with %s cannot be read', (_what, line) => {
    const folder = makeTemporaryFolder();
    open(folder).add(started(1));
    appendFileSync(join(folder, 'exits.ndjson'), `${line}\n`);
    open(folder).add(started(2));
    expect(open(folder).read()).toEqual([started(1), unreadable, started(2)]);
  });

  it('drops at a start what is too old, and nothing else', () => {
    const folder = makeTemporaryFolder();
    open(folder).add(started(dayMs));
    open(folder).add(started(2 * dayMs));
    const future = started(500 * dayMs);
    open(folder).add(future);
    expect(open(folder, 91 * dayMs).read()).toEqual([started(2 * dayMs), future]);
    open(folder, 91 * dayMs).add(started(91 * dayMs));
    expect(open(folder, 91 * dayMs).read()).toHaveLength(3);
  });

  it('goes on when it may only be read', () => {
    const folder = makeTemporaryFolder();
    open(folder).add(started(1));
    chmodSync(join(folder, 'exits.ndjson'), 0o400);
    chmodSync(folder, 0o500);
    expect(() => open(folder, 200 * dayMs)).not.toThrow();
    chmodSync(folder, 0o700);
  });
});
