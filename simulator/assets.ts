import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A page file, ready to be sent. */
export interface Asset {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** The folder of the built pages, seen from a bundle in dist/, a chunk beside it, or the TypeScript source. */
function findAssetsDir(): string {
  const candidates = ['./page', '../simulator/page', '../dist/simulator/page'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return candidates.find((dir) => existsSync(join(dir, 'streams.js'))) ?? join('dist', 'simulator', 'page');
}

/** Reads page files by name, each once. The result rejects when the pages have not been built. */
export function createAssetReader(assetsDir: string = findAssetsDir()): (name: string) => Promise<Asset> {
  const read = new Map<string, Promise<Asset>>();

  async function load(name: string): Promise<Asset> {
    const body = await readFile(join(assetsDir, name));
    const extension = name.slice(name.lastIndexOf('.') + 1);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    return { body, type: types[extension] ?? 'application/octet-stream', etag };
  }

  return (name) => {
    const known = read.get(name) ?? load(name);
    read.set(name, known);
    known.catch(() => read.delete(name));
    return known;
  };
}
