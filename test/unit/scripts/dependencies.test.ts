import { describe, expect, it } from 'vitest';
import { installedAsLocked, stampOf } from '../../../scripts/setup/dependencies.mjs';

const lock = JSON.stringify({
  packages: {
    '': { name: 'switchhook' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-win32': { version: '2.0.0', optional: true },
  },
});
const record = (packages: Record<string, { version: string }>) => JSON.stringify({ packages });

describe('stampOf', () => {
  it('changes with the lock file', () => {
    expect(stampOf(lock)).toBe(stampOf(lock));
    expect(stampOf(lock)).not.toBe(stampOf(`${lock} `));
  });
});

describe('installedAsLocked', () => {
  it('holds when every package is there at its version, those for other platforms aside', () => {
    expect(installedAsLocked(lock, record({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true);
  });

  it('fails for another version, a missing package and a missing record', () => {
    expect(installedAsLocked(lock, record({ 'node_modules/a': { version: '1.0.1' } }))).toBe(false);
    expect(installedAsLocked(lock, record({}))).toBe(false);
    expect(installedAsLocked(lock, undefined)).toBe(false);
  });

  it('fails for an optional package at another version', () => {
    const installed = record({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-win32': { version: '1.9.0' } });
    expect(installedAsLocked(lock, installed)).toBe(false);
  });
});
