import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NativeImage, nativeImage } from 'electron';
import type { TrayGround } from './tray-look.js';

/** What scripts/icons.mjs writes beside the sheets. */
interface SheetIndex {
  readonly points: number;
  readonly scalePercents: readonly number[];
  readonly columns: number;
  readonly names: readonly string[];
}

/** The pictures of assets/tray, each read when it is first shown. */
export interface TrayIcons {
  /** One picture at every scale. Throws on a name that no sheet has, which is a bug of ours. */
  icon(name: string, ground: TrayGround): NativeImage;
  /** The same at one scale, for a desktop that takes one and makes it smaller itself. */
  largeIcon(name: string, ground: TrayGround): NativeImage;
}

/** Opens the sheets in a folder. */
export function openTrayIcons(folder: string, images: typeof nativeImage): TrayIcons {
  const index = JSON.parse(readFileSync(join(folder, 'sheet.json'), 'utf8')) as SheetIndex;
  const { points, scalePercents, columns, names } = index;
  const sheets = new Map<string, NativeImage>();
  const icons = new Map<string, NativeImage>();

  function pieceOf(name: string, ground: TrayGround, percent: number): NativeImage {
    const at = names.indexOf(name);
    if (at === -1) throw new Error(`There is no icon ${name}`);
    const file = `${ground}-${percent}.png`;
    const sheet = sheets.get(file) ?? images.createFromPath(join(folder, file));
    sheets.set(file, sheet);
    const side = (points * percent) / 100;
    return sheet.crop({ x: (at % columns) * side, y: Math.floor(at / columns) * side, width: side, height: side });
  }

  function kept(key: string, make: () => NativeImage): NativeImage {
    const icon = icons.get(key) ?? make();
    icons.set(key, icon);
    return icon;
  }

  return {
    icon: (name, ground) =>
      kept(`${name} ${ground}`, () => {
        const image = images.createEmpty();
        for (const percent of scalePercents) {
          const side = (points * percent) / 100;
          const buffer = pieceOf(name, ground, percent).toBitmap();
          image.addRepresentation({ scaleFactor: percent / 100, width: side, height: side, buffer });
        }
        image.setTemplateImage(ground === 'template');
        return image;
      }),
    largeIcon: (name, ground) =>
      kept(`${name} ${ground} large`, () => pieceOf(name, ground, scalePercents.at(-1) ?? 100)),
  };
}
