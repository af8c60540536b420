import { encodePng } from './encode-png.mjs';
import { paintIcon } from './paint-icon.mjs';
import { iconPoints, icons, scalePercents, schemes } from './shapes.mjs';

/** Where each icon is on every sheet, and how large: what the app reads with them. */
export const sheetIndex = { points: iconPoints, scalePercents, columns: 8, names: Object.keys(icons) };

/**
 * Every sheet by the name of its file: all icons on one ground and at one scale, line by line.
 *
 * @returns {ReadonlyMap<string, Buffer>}
 */
export function makeSheets(percents = scalePercents) {
  const { columns, names } = sheetIndex;
  const sheets = new Map();
  for (const [scheme, colours] of Object.entries(schemes)) {
    for (const percent of percents) {
      const side = (iconPoints * percent) / 100;
      const width = columns * side;
      const pixels = new Uint8Array(width * Math.ceil(names.length / columns) * side * 4);
      for (const [index, name] of names.entries()) {
        const left = (index % columns) * side;
        const top = Math.floor(index / columns) * side;
        const icon = paintIcon(icons[name] ?? [], colours, side);
        for (let y = 0; y < side; y += 1) {
          pixels.set(icon.subarray(y * side * 4, (y + 1) * side * 4), ((top + y) * width + left) * 4);
        }
      }
      sheets.set(`${scheme}-${percent}.png`, encodePng(pixels, width));
    }
  }
  return sheets;
}
