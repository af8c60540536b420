/** Builds the gallery, serves it under the policy of the phone's page, and opens it in a window like the phone's. */

import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { build } from 'esbuild';
import { findElectron } from '../../scripts/electron.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const startLimitMs = 20_000;

const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** @type {Readonly<Record<string, string>>} */
const PAGES = {
  '/index.html': `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Switchhook</title><link rel="stylesheet" href="styles.css"><script type="module" src="gallery.js"></script><body></body></html>`,
  '/panel.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Panel</title><link rel="stylesheet" href="panel.css">
    <header>Contact Control Panel</header><p>Amazon Connect's own panel</p></html>`,
  '/panel.css': `body{margin:0;background:#fff;font:13px system-ui;color:#5b6471;text-align:center}
    header{background:#232f3e;color:#fff;font-weight:600;text-align:left;padding:12px 14px}p{margin-top:40vh}`,
};
/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/**
 * Opens the gallery on the display there is.
 * @param {NodeJS.ProcessEnv} env
 */
export async function openGallery(env) {
  const folder = await mkdtemp(join(tmpdir(), 'switchhook-gallery-'));
  await mkdir(join(folder, 'page'));
  await bundle(join(folder, 'page'));
  const server = await serve(join(folder, 'page'));
  const address = `http://127.0.0.1:${portOf(server)}/`;
  const app = await openWindow(address, join(folder, 'profile'), env);
  const page = await app.firstWindow();
  // Again, as the window does not say when it has loaded by itself.
  await page.goto(address);
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // The examination itself evaluates text, which the policy reports.
    if (message.type() === 'error' && !message.text().includes("'TrustedScript'")) errors.push(message.text());
  });
  return {
    page,
    /** Names of all looks, in their order. @type {readonly string[]} */
    names: await page.evaluate('Object.keys(window.gallery.looks)'),
    /** @param {string} name @param {string} locale */
    show: (name, locale) => show(page, name, locale),
    /** What is wrong with what is shown now. @returns {Promise<readonly string[]>} */
    async findFaults() {
      /** @type {readonly string[]} */
      const found = await page.evaluate('window.gallery.findFaults()');
      return [...errors.splice(0), ...found];
    },
    async close() {
      await app.close();
      server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/**
 * Shows a look and does what the agent does in it.
 * @param {import('@playwright/test').Page} page @param {string} name @param {string} locale
 */
async function show(page, name, locale) {
  // The pointer would light up what happens to lie under it.
  await page.mouse.move(0, 0);
  /** @type {readonly import('./looks/look.js').Step[]} */
  const steps = await page.evaluate(`window.gallery.showLook(${JSON.stringify(name)}, ${JSON.stringify(locale)})`);
  await page.evaluate('window.gallery.drawn()');
  for (const step of steps) {
    if ('press' in step) await page.locator(step.press).first().click();
    else if ('type' in step) await page.locator(step.into).first().pressSequentially(step.type);
    else for (let times = 0; times < step.tab; times += 1) await page.keyboard.press('Tab');
  }
  if (steps.length > 0) await page.evaluate('window.gallery.drawn()');
}

/** @param {string} folder */
async function bundle(folder) {
  await build({
    entryPoints: { gallery: join(here, 'gallery.tsx'), styles: join(here, 'gallery.css') },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'chrome130',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
}

/** @param {string} folder @returns {Promise<import('node:http').Server>} */
function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname.replace(/\/$/, '/index.html');
    const body = PAGES[path] ?? (await readFile(join(folder, path)).catch(() => null));
    if (body === null) {
      response.writeHead(404).end();
      return;
    }
    const policy = path === '/index.html' ? { 'content-security-policy': CONTENT_POLICY } : {};
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain', ...policy }).end(body);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** @param {import('node:http').Server} server */
function portOf(server) {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** @param {string} address @param {string} profile @param {NodeJS.ProcessEnv} env */
async function openWindow(address, profile, env) {
  const electron = findElectron();
  if (!electron.ok) throw new Error(electron.message);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return _electron.launch({
    executablePath: electron.path,
    args: [...sandbox, `--user-data-dir=${profile}`, join(here, 'window'), address],
    env: /** @type {Record<string, string>} */ (env),
    chromiumSandbox: true,
    timeout: startLimitMs,
  });
}
