import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLastSignFile } from '../../../../main/ledger/last-sign-file.js';
import { makeTemporaryFolder, makeUnwritableFolder } from '../temporary-folder.js';

const lastSign = { atMs: 7, status: 'Available', offline: false, contacts: 0 };

it('gives back the last sign, to whoever asks for that run', () => {
  const file = openLastSignFile(makeTemporaryFolder());
  file.write(1, { ...lastSign, atMs: 6 });
  file.write(1, lastSign);
  expect([file.read(1), file.read(2)]).toEqual([lastSign, null]);
});

it.each(['', '{"startedAtMs":1,"lastSi', '{"startedAtMs":1,"lastSign":{"atMs":1e300}}', '[]'])(
  'claims nothing from %j',
  (text) => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'last-sign.json'), text);
    expect(openLastSignFile(folder).read(1)).toBeNull();
  },
);

it('goes on where nothing can be written', () => {
  const file = openLastSignFile(makeUnwritableFolder());
  file.write(1, lastSign);
  expect(file.read(1)).toBeNull();
});
