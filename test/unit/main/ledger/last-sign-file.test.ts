import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLastSignFile } from '../../../../main/ledger/last-sign-file.js';
import { makeTemporaryFolder, makeUnwritableFolder } from '../temporary-folder.js';

const lastSign = { atMs: 7, status: 'Available', offline: false, contacts: 0 };

it('gives back the last sign, to whoever asks for that run', async () => {
  const file = openLastSignFile(makeTemporaryFolder());
  await file.write(1, { ...lastSign, atMs: 6 });
  await file.write(1, lastSign);
  expect([file.read(1), file.read(2)]).toEqual([lastSign, null]);
});

it('holds nobody up, and ends with the newest however fast they come', async () => {
  const file = openLastSignFile(makeTemporaryFolder());
  const written = [1, 2, 3, 4, 5].map((atMs) => file.write(1, { ...lastSign, atMs }));
  expect(file.read(1)).toBeNull();
  await Promise.all(written);
  expect(file.read(1)?.atMs).toBe(5);
});

it('goes on with the next sign after one that the disk would not take', async () => {
  const folder = makeTemporaryFolder();
  const file = openLastSignFile(folder);
  mkdirSync(join(folder, 'last-sign.json.new'));
  await file.write(1, lastSign);
  rmdirSync(join(folder, 'last-sign.json.new'));
  await file.write(1, lastSign);
  expect(file.read(1)).toEqual(lastSign);
});

it.each(['', '{"startedAtMs":1,"lastSi', '{"startedAtMs":1,"lastSign":{"atMs":1e300}}', '[]'])(
  'claims nothing from %j',
  (text) => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'last-sign.json'), text);
    expect(openLastSignFile(folder).read(1)).toBeNull();
  },
);

it('goes on where nothing can be written', async () => {
  const file = openLastSignFile(makeUnwritableFolder());
  await file.write(1, lastSign);
  expect(file.read(1)).toBeNull();
});
