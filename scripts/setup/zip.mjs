import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** Sizes and marks of the ZIP format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, section 4.3. */
const endSize = 22;
const endMark = 0x06054b50;
const entrySize = 46;
const localHeaderSize = 30;
const deflated = 8;

/**
 * Unpacks the wanted entries of a ZIP archive that has no comment and needs no ZIP64, keeping their file modes.
 *
 * Node has no unzip of its own, and a fresh machine need not have the program.
 *
 * @param {string} archive
 * @param {string} folder
 * @param {(path: string) => boolean} isWanted
 */
export async function unzip(archive, folder, isWanted) {
  const file = await open(archive);
  try {
    for (const entry of await readEntries(file)) {
      if (isWanted(entry.path) && !entry.path.endsWith('/')) await extract(file, entry, folder);
    }
  } finally {
    await file.close();
  }
}

/** @typedef {{ path: string, method: number, packedSize: number, mode: number, at: number }} Entry */

/** @param {import('node:fs/promises').FileHandle} file */
async function readEntries(file) {
  const end = await read(file, (await file.stat()).size - endSize, endSize);
  if (end.readUInt32LE(0) !== endMark) throw new Error('Not a ZIP archive, or one with a comment.');
  const directory = await read(file, end.readUInt32LE(16), end.readUInt32LE(12));
  /** @type {Entry[]} */
  const entries = [];
  for (let at = 0; at < directory.length; ) {
    const pathEnd = at + entrySize + directory.readUInt16LE(at + 28);
    entries.push({
      path: directory.toString('utf8', at + entrySize, pathEnd),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      mode: directory.readUInt16LE(at + 40) & 0o777,
      at: directory.readUInt32LE(at + 42),
    });
    at = pathEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {Entry} entry
 * @param {string} folder
 */
async function extract(file, entry, folder) {
  const target = resolve(folder, entry.path);
  if (!target.startsWith(resolve(folder) + sep)) throw new Error(`${entry.path} would leave the folder.`);
  await mkdir(dirname(target), { recursive: true });
  // The local header has lengths of its own, so only it says where the content begins.
  const header = await read(file, entry.at, localHeaderSize);
  const start = entry.at + localHeaderSize + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await read(file, start, entry.packedSize);
  await writeFile(target, entry.method === deflated ? await inflate(packed) : packed, { mode: entry.mode });
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function read(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error('The ZIP archive ends too early.');
  return buffer;
}
