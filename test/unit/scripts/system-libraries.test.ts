import { describe, expect, it } from 'vitest';
import { namesKnownTo, notFoundIn } from '../../../scripts/setup/system-libraries.mjs';

describe('namesKnownTo', () => {
  it('takes the t64 name where the system has it, else the old one', () => {
    const known = new Set(['libnss3', 'libasound2', 'libasound2t64']);
    expect(namesKnownTo(['libnss3', 'libasound2'], known)).toEqual(['libnss3', 'libasound2t64']);
    expect(namesKnownTo(['libgtk-3-0'], new Set())).toEqual(['libgtk-3-0']);
  });
});

describe('notFoundIn', () => {
  it('lists the libraries that ldd misses', () => {
    const listing = '\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibgtk-3.so.0 => not found\n\tlibgbm.so.1 => not found\n';
    expect(notFoundIn(listing)).toEqual(['libgtk-3.so.0', 'libgbm.so.1']);
    expect(notFoundIn('\tnot a dynamic executable\n')).toEqual([]);
  });
});
