/**
 * Takes a picture of every state of the window in every way of sheets.mjs, into test-results/look/, and examines each.
 * `npm run look -- [part of a name ...]`; `--sheet=NAME` takes one sheet only. Fails when axe finds something, something is
 * cut off, or the page reports an error.
 */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDisplay } from '../../scripts/setup/display.mjs';
import { openGallery } from './open-gallery.mjs';
import { hasLook, sheets, takeUp } from './sheets.mjs';

const output = join(dirname(fileURLToPath(import.meta.url)), '../../test-results/look');
/** Pictures on one page: as many as can still be read. */
const onPage = { usual: 12, narrow: 12 };

const asked = process.argv.slice(2);
const wantedSheets = asked.filter((word) => word.startsWith('--sheet=')).map((word) => word.slice('--sheet='.length));
const parts = asked.filter((word) => !word.startsWith('--'));
const isWanted = (name) => parts.length === 0 || parts.some((part) => name.includes(part));

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
const display = await ensureDisplay();
const gallery = await openGallery(display.env);
try {
  process.exitCode = await takePictures();
} finally {
  await gallery.close();
  await display.stop();
}

/** Gives the exit code: 1 when anything was found wrong. */
async function takePictures() {
  const { page } = gallery;
  const looks = await page.evaluate('window.gallery.looks');
  const wrong = [];
  const taken = [];
  for (const sheet of sheets.filter(({ name }) => wantedSheets.length === 0 || wantedSheets.includes(name))) {
    await takeUp(page, sheet);
    const pictures = [];
    for (const name of gallery.names.filter((each) => isWanted(each) && hasLook(sheet, each, looks[each]))) {
      await gallery.show(name, sheet.locale);
      const file = `${sheet.name}--${name}.png`;
      await page.screenshot({ path: join(output, file) });
      pictures.push({ name, file });
      for (const fault of await gallery.findFaults()) wrong.push(`${sheet.name}/${name}: ${fault}`);
    }
    taken.push({ sheet, pictures });
  }
  for (const each of taken) await takeSheets(page, each);
  await writeFile(join(output, 'wrong.txt'), `${wrong.join('\n')}\n`);
  process.stdout.write(wrong.length === 0 ? 'Nothing wrong.\n' : `${wrong.join('\n')}\n${wrong.length} wrong.\n`);
  return wrong.length === 0 ? 0 : 1;
}

/** The pictures of a sheet side by side, on as many pages as it takes. */
async function takeSheets(page, { sheet, pictures }) {
  const isNarrow = sheet.size.width < 720;
  const count = isNarrow ? onPage.narrow : onPage.usual;
  await page.setViewportSize({ width: 2000, height: 1200 });
  await page.goto('about:blank');
  for (let start = 0; start < pictures.length; start += count) {
    const figures = await Promise.all(pictures.slice(start, start + count).map(drawFigure));
    await page.setContent(`<style>body{margin:12px;font:14px system-ui;background:#888;display:grid;gap:12px;
      align-content:start;grid-template-columns:repeat(${isNarrow ? 6 : 3},1fr)}figure{margin:0}img{width:100%;display:block}</style>${figures.join('')}`);
    const file = `sheet-${sheet.name}-${1 + start / count}.png`;
    await page.screenshot({ path: join(output, file), fullPage: true });
  }
}

async function drawFigure({ name, file }) {
  const image = (await readFile(join(output, file))).toString('base64');
  return `<figure><img src="data:image/png;base64,${image}"><figcaption>${name}</figcaption></figure>`;
}
