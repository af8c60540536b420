/**
 * Bundles every room into dist/: main (ESM, Node), preload (CJS, sandboxed), renderer (ESM, browser), the guardian (an
 * executable of its own), and the simulator with its pages, as they ship. `--dev` keeps them readable, with source maps; `--watch` does so and rebuilds on save.
 */
import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { makeGuardian } from './app/make-guardian.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const watching = process.argv.includes('--watch');
const readable = watching || process.argv.includes('--dev');

/** Bundled CommonJS packages call `require` for Node built-ins; an ES module has none, so one is made. */
const requireForBundledCommonJs =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const shared = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  minify: !readable,
  sourcemap: readable ? 'linked' : false,
  legalComments: 'none',
};

const nodeModule = {
  ...shared,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  external: ['electron'],
  banner: { js: requireForBundledCommonJs },
};

const page = { ...shared, platform: 'browser', target: 'chrome130', format: 'esm' };

/**
 * Parts of the page that are loaded when they are wanted, by the names of their files. Each is a bundle of its own: what it
 * shared with the page would be one more file that every start waits for.
 */
const laterParts = {
  'headset-service': 'renderer/headset/headset-service.ts',
  'telephone-numbers': 'libphonenumber-js/min',
};
/** As the page imports them. */
const laterImports = {
  './headset/headset-service.js': 'headset-service',
  'libphonenumber-js/min': 'telephone-numbers',
};

const guardianScript = 'dist/guardian/guardian.cjs';

const bundles = [
  { ...nodeModule, entryPoints: ['main/start.ts'], outdir: 'dist/main' },
  {
    ...nodeModule,
    entryPoints: { 'simulator/cli': 'simulator/cli.ts', 'simulator/simulator': 'simulator/simulator.ts' },
    outdir: 'dist',
  },
  {
    ...shared,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['electron'],
    entryPoints: ['preload/index.ts', 'preload/toast.ts'],
    outdir: 'dist/preload',
    outExtension: { '.js': '.cjs' },
  },
  {
    ...shared,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // In a single executable only `require` finds Node's own modules.
    supported: { 'dynamic-import': false },
    sourcemap: false,
    entryPoints: ['guardian/index.ts'],
    outfile: guardianScript,
    plugins: [{ name: 'guardian', setup: ({ onEnd }) => onEnd(() => makeGuardian(join(root, guardianScript))) }],
  },
  // A classic script: Chromium 130 keeps the compiled form of a module, too, but was never seen to take it again.
  {
    ...page,
    format: 'iife',
    entryPoints: ['renderer/index.tsx'],
    outdir: 'dist/renderer',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [{ name: 'later-parts', setup: nameLaterParts }],
  },
  // By itself: what two pages shared would be one more file that the window waits for.
  { ...page, entryPoints: ['renderer/rescue.ts'], outdir: 'dist/renderer' },
  {
    ...page,
    entryPoints: ['renderer/toast.tsx'],
    outdir: 'dist/renderer',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
  {
    ...page,
    format: 'iife',
    entryPoints: ['simulator/page/ccp.ts', 'simulator/page/panel.ts'],
    outdir: 'dist/simulator/page',
  },
  { ...nodeModule, splitting: false, entryPoints: ['test/support/bare-streams/main.ts'], outfile: 'dist/bare/main.js' },
  // The benchmark presses buttons of headsets, too.
  {
    ...nodeModule,
    entryPoints: ['hid-rig', 'hid-bus', 'headset', 'headset-layouts'].map((name) => `test/support/hid/${name}.ts`),
    outdir: 'dist/bench-hid',
  },
  { ...page, format: 'iife', entryPoints: ['test/support/bare-streams/bare.ts'], outfile: 'dist/bare/page/bare.js' },
];

const laterBundle = {
  ...page,
  entryPoints: laterParts,
  outdir: 'dist/renderer/chunks',
  // Named by what is in it, a part may be cached for ever.
  entryNames: watching ? '[name]' : '[name]-[hash]',
  metafile: true,
};
/** Where each part is found beside the page. */
const laterFiles = new Map();

function noteLaterFiles({ metafile }) {
  for (const file of Object.keys(metafile.outputs)) {
    const part = Object.keys(laterParts).find((name) => basename(file).startsWith(name));
    if (part !== undefined && file.endsWith('.js')) laterFiles.set(part, `./${relative('dist/renderer', file)}`);
  }
}

/** Has the page load the later parts from the files they became. */
function nameLaterParts({ onResolve }) {
  onResolve({ filter: /./ }, ({ kind, path }) => {
    if (kind !== 'dynamic-import') return undefined;
    const file = laterFiles.get(laterImports[path]);
    return file === undefined
      ? { errors: [{ text: `No part of the page is named for ${path}` }] }
      : { path: file, external: true };
  });
}

/** Files that are served as they are. */
const copies = [
  ['renderer/index.html', 'dist/renderer/index.html'],
  ['renderer/rescue.html', 'dist/renderer/rescue.html'],
  ['renderer/toast.html', 'dist/renderer/toast.html'],
  ['simulator/page/ccp.html', 'dist/simulator/page/ccp.html'],
  ['simulator/page/ccp.css', 'dist/simulator/page/ccp.css'],
  ['simulator/page/panel.html', 'dist/simulator/page/panel.html'],
  ['simulator/page/panel.css', 'dist/simulator/page/panel.css'],
  ['test/support/bare-streams/package.json', 'dist/bare/package.json'],
  ['test/support/bare-streams/index.html', 'dist/bare/page/index.html'],
  ['node_modules/amazon-connect-streams/release/connect-streams.js', 'dist/simulator/page/streams.js'],
];

/** Pictures that the desktop side reads. */
const folders = [['assets/tray', 'dist/main/tray']];

async function copyStaticFiles() {
  for (const [from, to] of folders) await cp(join(root, from), join(root, to), { recursive: true });
  for (const [from, to] of copies) {
    await mkdir(dirname(join(root, to)), { recursive: true });
    await copyFile(join(root, from), join(root, to));
  }
}

/** Names each build of a page, so that a browser cache never mixes two builds. */
async function writeBuildIds() {
  for (const [folder, ...files] of [
    ['dist/renderer', 'index.js', 'index.css', 'rescue.js', 'toast.js', 'toast.css'],
    ['dist/bare/page', 'bare.js'],
  ]) {
    const hash = createHash('sha256');
    for (const file of files) hash.update(await readFile(join(root, folder, file)));
    await writeFile(join(root, folder, 'build-id'), hash.digest('hex').slice(0, 16));
  }
}

await rm(join(root, 'dist'), { recursive: true, force: true });
await copyStaticFiles();
noteLaterFiles(await build(laterBundle));
if (watching) {
  await (await context(laterBundle)).watch();
  for (const options of bundles) await (await context(options)).watch();
  process.stdout.write('Watching for changes.\n');
} else {
  await Promise.all(bundles.map((options) => build(options)));
  await writeBuildIds();
}
