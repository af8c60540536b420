import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../../main/app/log.js';
import { makeTemporaryFolder, makeUnwritableFolder } from './temporary-folder.js';

const now = () => new Date('2026-01-15T09:00:00.000Z');
const nameOf = (folder: string): string => join(folder, 'switchhook.log');
const textOf = (folder: string): string => readFileSync(nameOf(folder), 'utf8');

describe('openLog', () => {
  it('writes one line an event, at once, into a folder it makes', () => {
    const folder = join(makeTemporaryFolder(), 'logs');
    const log = openLog(folder, now);
    log.write('gate', { from: 'resting', attempts: 2, dark: true, reason: null });
    expect(textOf(folder)).toBe('2026-01-15T09:00:00.000Z gate from=resting attempts=2 dark=true reason=null\n');
    log.write('exit');
    expect(textOf(folder).split('\n')).toHaveLength(3);
  });

  it.each(['one\rtwo', 'one\u2028two', 'one\u0085two', 'one\vtwo\f'])(
    'takes nothing for a new line that other programs would: %j',
    (error) => {
      const folder = makeTemporaryFolder();
      openLog(folder, now).write('uncaught-exception', { error });
      expect(textOf(folder)).toMatch(/error=one \| two[ |]*\n$/);
    },
  );

  it.each(['a', 'a.', ' ', 'token', 'http://'])(
    'writes text of any length in no time, cut to what is worth reading: %j',
    (piece) => {
      const folder = makeTemporaryFolder();
      const began = performance.now();
      openLog(folder, now).write('page-failed', { error: piece.repeat(100_000) });
      expect(performance.now() - began).toBeLessThan(1_000);
      expect(textOf(folder).length).toBeLessThan(5_000);
    },
  );

  it.each(['Error: lost\n    at first\n    at second', 'one\r\ntwo', '\n'])(
    'keeps a value of several lines, such as a stack, on its one line: %j',
    (error) => {
      const folder = makeTemporaryFolder();
      openLog(folder, now).write('uncaught-exception', { error });
      expect(textOf(folder).match(/\n/g)).toHaveLength(1);
    },
  );

  it('redacts every value on the way', () => {
    const folder = makeTemporaryFolder();
    openLog(folder, now).write('dialled', { to: '+14155550100' });
    expect(textOf(folder)).toContain('to=[number]');
  });

  it('goes on after a restart', () => {
    const folder = makeTemporaryFolder();
    openLog(folder, now).write('first');
    openLog(folder, now).write('second');
    expect(textOf(folder)).toMatch(/first\n.*second\n$/);
  });

  it('keeps a full log as one older file', () => {
    const folder = makeTemporaryFolder();
    writeFileSync(nameOf(folder), 'x'.repeat(2_000_001));
    writeFileSync(`${nameOf(folder)}.old`, 'older');
    openLog(folder, now).write('fresh');
    expect(textOf(folder)).toBe('2026-01-15T09:00:00.000Z fresh\n');
    expect(statSync(`${nameOf(folder)}.old`).size).toBe(2_000_001);
  });

  it('keeps a log that is not full', () => {
    const folder = makeTemporaryFolder();
    writeFileSync(nameOf(folder), 'x'.repeat(2_000_000));
    openLog(folder, now).write('more');
    expect(existsSync(`${nameOf(folder)}.old`)).toBe(false);
  });

  it('drops the line where nothing can be written', () => {
    const folder = makeUnwritableFolder();
    const log = openLog(folder, now);
    expect(() => log.write('lost')).not.toThrow();
    expect(existsSync(folder)).toBe(false);
  });

  it('writes again as soon as the disk takes lines again', () => {
    const folder = makeTemporaryFolder();
    mkdirSync(nameOf(folder));
    const log = openLog(folder, now);
    log.write('lost');
    rmdirSync(nameOf(folder));
    log.write('kept');
    expect(textOf(folder)).toBe('2026-01-15T09:00:00.000Z kept\n');
  });
});
