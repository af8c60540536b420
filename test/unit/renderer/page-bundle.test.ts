import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
/** What is loaded later is asked for by the names in scripts/build.mjs. */
const later = ['./headset/headset-service.js', 'libphonenumber-js/min'];

it('the page holds nothing that every start would load and only some need', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['renderer/index.tsx'],
    outdir: 'dist/none',
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: later,
  });
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const packages = files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  // Checks of the contract are the desktop side's: see docs/adr/0027.
  expect([...new Set(packages)].sort()).toEqual([
    '@preact/signals',
    '@preact/signals-core',
    'amazon-connect-streams',
    'lucide',
    'preact',
  ]);
});
