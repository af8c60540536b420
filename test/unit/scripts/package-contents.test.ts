import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { developmentOnly } from '../../../scripts/package/make-package.mjs';

const root = join(import.meta.dirname, '..', '..', '..');
const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8');

/** The lines of a list in electron-builder.yml. */
function listOf(name: string): readonly string[] {
  const [, lines = ''] = new RegExp(`^${name}:\\n((?: +.*\\n)+)`, 'm').exec(builder) ?? [];
  return lines.split('\n').filter((line) => line.trim() !== '');
}

describe('a package', () => {
  it('holds what the build made for the app, and nothing of the tests', () => {
    expect(listOf('files').map((line) => line.trim())).toEqual([
      '- dist/main/**',
      '- dist/preload/**',
      '- dist/renderer/**',
      '- package.json',
      '- "!**/*.map"',
    ]);
    expect(listOf('extraResources').map((line) => line.trim())).toEqual([
      '- from: dist/guardian',
      'to: guardian',
      'filter: ["switchhook-guardian*"]',
    ]);
  });

  it('has no libudev: the one of the tests has no word for it in the build, and packaging refuses one', () => {
    const packed = ['dist/main', 'dist/preload', 'dist/renderer', 'dist/guardian', 'out/linux-unpacked'];
    const built = packed.map((folder) => join(root, folder)).filter(existsSync);
    const files = built.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }));
    expect(files.filter((path) => /libudev|hid-rig/.test(path))).toEqual([]);
    expect(developmentOnly).toContain('libudev.so.1');
  });
});
