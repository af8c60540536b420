/**
 * Takes a picture of every state of the window, in both themes, wide, narrow and in German, into test-results/look/, and
 * lets axe look at each. `node test/look/render.mjs [part of a name ...]`; fails when axe finds something or the page
 * reports an error.
 */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { build } from 'esbuild';
import { findElectron } from '../../scripts/electron.mjs';
import { ensureDisplay } from '../../scripts/setup/display.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const output = join(root, 'test-results/look');
const wide = { width: 1080, height: 720 };
const narrow = { width: 320, height: 640 };
/** What is left of the usual window at 200 %. */
const zoomed = { width: 540, height: 360 };

/** All looks, or those named, in one theme, size and language each. */
const SHEETS = [
  { name: 'light', theme: 'light', query: '', size: wide },
  { name: 'dark', theme: 'dark', query: '', size: wide },
  { name: 'narrow', theme: 'light', query: '', size: narrow },
  { name: 'german', theme: 'light', query: 'locale=de', size: wide },
  { name: 'german-narrow', theme: 'dark', query: 'locale=de', size: narrow },
  {
    name: 'zoomed',
    theme: 'light',
    query: '',
    size: zoomed,
    only: ['idle', 'ringing', 'hold-failed', 'leaving-contact'],
  },
  {
    name: 'forced',
    theme: 'light',
    query: '',
    size: wide,
    forcedColors: 'active',
    only: ['idle', 'ringing', 'connected-muted', 'next-set', 'next-failed', 'wrap-next', 'lost-talking'],
  },
];

/** What an agent opens; taken in addition, where the look has it. */
const OPENED = [
  { look: 'connected', name: 'status-menu', role: 'button', label: /^Status/ },
  { look: 'connected', name: 'next-menu', role: 'button', label: /^(Next status|Nächster Status)$/ },
  { look: 'next-set', name: 'change-next', role: 'button', label: /^(Next: |Nächster: )/ },
  { look: 'idle-weak', name: 'connection', role: 'button', label: /weak|schwach/ },
  { look: 'hostile', name: 'show-all', role: 'button', label: /^(Show all|Alle anzeigen)$/ },
  { look: 'idle', name: 'national', role: 'textbox', label: /./, text: '030 231' },
  { look: 'idle', name: 'bad-number', role: 'textbox', label: /./, text: '+49 1\n' },
  { look: 'first-run', name: 'bad-address', role: 'textbox', label: /./, text: 'nonsense\n' },
  { look: 'two-contacts', name: 'show-panel', role: 'button', label: /^(Zum )?Panel$/, narrowOnly: true },
];

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

const PAGES = {
  '/index.html': `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Switchhook</title><link rel="stylesheet" href="styles.css"><script type="module" src="gallery.js"></script><body></body></html>`,
  '/panel.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Panel</title><link rel="stylesheet" href="panel.css">
    <header>Contact Control Panel</header><p>Amazon Connect's own panel</p></html>`,
  '/panel.css': `body{margin:0;background:#fff;font:13px system-ui;color:#5b6471;text-align:center}
    header{background:#232f3e;color:#fff;font-weight:600;text-align:left;padding:12px 14px}p{margin-top:40vh}`,
};
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' };

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part));

await rm(output, { recursive: true, force: true });
await mkdir(join(output, 'page'), { recursive: true });
await bundleGallery();
const server = await serve();
const address = `http://127.0.0.1:${server.address().port}`;
const display = await ensureDisplay();
const app = await openWindow();
try {
  process.exitCode = await takePictures(await app.firstWindow());
} finally {
  await app.close();
  await display.stop();
  server.close();
}

async function bundleGallery() {
  await build({
    entryPoints: { gallery: join(here, 'gallery.tsx'), styles: join(root, 'renderer/styles/index.css') },
    outdir: join(output, 'page'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'chrome130',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
}

/** Serves the gallery under the policy the phone's page has. */
function serve() {
  const listener = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname.replace(/\/$/, '/index.html');
    const body = PAGES[path] ?? (await readFile(join(output, 'page', path)).catch(() => null));
    if (body === null) return response.writeHead(404).end();
    return response
      .writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'text/plain',
        ...(path === '/index.html' ? { 'content-security-policy': CONTENT_POLICY } : {}),
      })
      .end(body);
  });
  return new Promise((resolve) => listener.listen(0, '127.0.0.1', () => resolve(listener)));
}

async function openWindow() {
  const electron = findElectron();
  if (!electron.ok) throw new Error(electron.message);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return _electron.launch({
    executablePath: electron.path,
    args: [...sandbox, join(here, 'window'), `${address}/`],
    env: display.env,
    timeout: 20_000,
  });
}

/** Gives the exit code: 1 when anything was found wrong. */
async function takePictures(page) {
  const wrong = [];
  let current = '';
  page.on('pageerror', (error) => wrong.push(`${current}: ${error.message}`));
  page.on('console', (message) => {
    // The examination itself evaluates text, which the policy reports.
    if (message.type() === 'error' && !message.text().includes("'TrustedScript'"))
      wrong.push(`${current}: ${message.text()}`);
  });
  await page.goto(`${address}/?look=idle`);
  const names = await page.evaluate('window.lookNames');
  for (const sheet of SHEETS) {
    const pictures = [];
    await page.setViewportSize(sheet.size);
    await page.emulateMedia({ colorScheme: sheet.theme, forcedColors: sheet.forcedColors ?? 'none' });
    const take = async (name, look, opened) => {
      current = `${sheet.name}/${name}`;
      await page.goto(`${address}/?look=${look}&${sheet.query}`);
      if (opened !== undefined) {
        const control = page.getByRole(opened.role, { name: opened.label }).first();
        await control.click({ timeout: 2_000 });
        if (opened.text !== undefined) await control.pressSequentially(opened.text);
      }
      await page.waitForTimeout(180);
      const file = `${sheet.name}--${name}.png`;
      await page.screenshot({ path: join(output, file) });
      pictures.push({ name, file });
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if (overflow > 0) wrong.push(`${current}: ${overflow} px wider than the window`);
      for (const violation of await page.evaluate('window.findViolations()')) wrong.push(`${current}: ${violation}`);
    };
    for (const name of names.filter((each) => isWanted(each) && (sheet.only?.includes(each) ?? true)))
      await take(name, name);
    for (const opened of OPENED.filter((each) => isWanted(each.name) && isFor(each, sheet))) {
      await take(`${opened.look}-${opened.name}`, opened.look, opened).catch((error) =>
        wrong.push(`${current}: ${error.message.split('\n')[0]}`),
      );
    }
    await takeSheet(page, sheet, pictures);
  }
  await writeFile(join(output, 'wrong.txt'), `${wrong.join('\n')}\n`);
  process.stdout.write(wrong.length === 0 ? 'Nothing wrong.\n' : `${wrong.join('\n')}\n${wrong.length} wrong.\n`);
  return wrong.length === 0 ? 0 : 1;
}

function isFor({ narrowOnly }, { size, only }) {
  return only === undefined && (!narrowOnly || size === narrow);
}

/** All pictures of a sheet on one, four in a row, or eight where they are narrow. */
async function takeSheet(page, { name, size }, pictures) {
  const inRow = size.width < 720 ? 8 : 4;
  const figures = await Promise.all(
    pictures.map(async (picture) => {
      const image = (await readFile(join(output, picture.file))).toString('base64');
      return `<figure><img src="data:image/png;base64,${image}"><figcaption>${picture.name}</figcaption></figure>`;
    }),
  );
  await page.setViewportSize({ width: 2000, height: 1200 });
  await page.goto('about:blank');
  await page.setContent(`<style>body{margin:16px;font:14px system-ui;background:#888;display:grid;gap:16px;
    grid-template-columns:repeat(${inRow},1fr)}figure{margin:0}img{width:100%;display:block}</style>${figures.join('')}`);
  await page.screenshot({ path: join(output, `sheet-${name}.png`), fullPage: true });
}
