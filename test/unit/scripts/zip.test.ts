import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzip } from '../../../scripts/setup/zip.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('unzip', () => {
  it('unpacks the wanted entries with their modes', async () => {
    await writeFile(join(folder, 'a.zip'), zipOf({ 'app/run': 'x'.repeat(1_000), 'app/empty': '', 'other/no': 'no' }));
    await unzip(join(folder, 'a.zip'), join(folder, 'out'), (path) => path.startsWith('app/'));
    expect(await readFile(join(folder, 'out/app/run'), 'utf8')).toBe('x'.repeat(1_000));
    expect((await stat(join(folder, 'out/app/run'))).mode & 0o777).toBe(0o755);
    expect(await readFile(join(folder, 'out/app/empty'), 'utf8')).toBe('');
    await expect(stat(join(folder, 'out/other'))).rejects.toThrow('ENOENT');
  });

  it('refuses entries that would leave the folder, and broken archives', async () => {
    await writeFile(join(folder, 'bad.zip'), zipOf({ '../evil': 'x' }));
    await expect(unzip(join(folder, 'bad.zip'), join(folder, 'out'), () => true)).rejects.toThrow('leave the folder');
    await writeFile(join(folder, 'cut.zip'), zipOf({ a: 'x' }).subarray(0, 60));
    await expect(unzip(join(folder, 'cut.zip'), join(folder, 'out'), () => true)).rejects.toThrow('Not a ZIP');
  });
});

/** A ZIP archive with the fields that unpacking reads; every file has mode 755. */
function zipOf(files: Record<string, string>) {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const local = Buffer.alloc(30);
    local.writeUInt16LE(path.length, 26);
    locals.push(local, Buffer.from(path), packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt16LE(0o100755, 40);
    entry.writeUInt32LE(at, 42);
    entries.push(entry, Buffer.from(path));
    at += 30 + path.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}
