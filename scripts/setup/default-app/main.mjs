/**
 * Starts the app whose folder is given on the command line, as the default app of Electron's own downloads does
 * (https://github.com/electron/electron/blob/main/default_app/main.ts).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { appFolder } from './app-folder.mjs';

/** Electron's own default app uses these two as well; they are left out of the public types. */
const inner = /** @type {typeof app & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app);

/** @param {string} folder */
async function start(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  app.setName(manifest.productName ?? manifest.name);
  inner.setVersion(manifest.version);
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
  inner.setAppPath(folder);
  await import(pathToFileURL(join(folder, manifest.main ?? 'index.js')).href);
}

const folder = appFolder(process.argv);
try {
  if (!folder) throw new Error('Usage: electron <folder of the app> [switches]');
  await start(folder);
} catch (error) {
  // Left uncaught, it would open a message box that nobody answers in a test.
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  app.exit(1);
}
