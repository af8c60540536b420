/** Paints the icons of tray and task bar into assets/tray/ from their one description, scripts/icons/shapes.mjs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './app/root.mjs';
import { makeSheets, sheetIndex } from './icons/make-sheets.mjs';

const folder = join(root, 'assets/tray');
mkdirSync(folder, { recursive: true });
for (const [name, png] of makeSheets()) writeFileSync(join(folder, name), png);
writeFileSync(join(folder, 'sheet.json'), `${JSON.stringify(sheetIndex, null, 2)}\n`);
