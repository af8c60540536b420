import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Display, Rectangle } from 'electron';
import * as z from 'zod';
import { readOnce } from '../app/read-once.js';
import { clampBounds, type LeastSize } from './clamp-bounds.js';

/** Remembers where the window was. */
export interface WindowPlace {
  /** Where a new window goes; null where nothing is known. */
  bounds(least: LeastSize): Rectangle | null;
  maximized(): boolean;
  /** Remembers each place of this window. */
  follow(window: BrowserWindow): void;
}

/** A window that is moved tells of it many times a second. */
const writeAfterMs = 500;

const coordinate = z.number().int().min(-100_000).max(100_000);
const placeSchema = z.object({
  x: coordinate,
  y: coordinate,
  width: coordinate.min(1),
  height: coordinate.min(1),
  maximized: z.boolean(),
});
type Place = z.infer<typeof placeSchema>;

/** Opens what a profile remembers. A file that cannot be read or written costs the place and nothing else. */
export function openWindowPlace(folder: string, displays: () => readonly Pick<Display, 'workArea'>[]): WindowPlace {
  const file = join(folder, 'window-place.json');
  let place = readPlace(file);
  return {
    bounds: (least) =>
      place &&
      clampBounds(
        place,
        displays().map(({ workArea }) => workArea),
        least,
      ),
    maximized: () => place?.maximized ?? false,
    follow(window) {
      let timer: NodeJS.Timeout | undefined;
      function write(): void {
        if (window.isDestroyed() || window.isMinimized()) return;
        const next = { ...window.getNormalBounds(), maximized: window.isMaximized() };
        if (JSON.stringify(next) === JSON.stringify(place)) return;
        place = next;
        writePlace(file, next);
      }
      function later(): void {
        clearTimeout(timer);
        timer = setTimeout(write, writeAfterMs);
      }
      window.on('move', later);
      window.on('resize', later);
      window.on('maximize', later);
      window.on('unmaximize', later);
      window.on('close', write);
    },
  };
}

function readPlace(file: string): Place | null {
  try {
    return placeSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')), readOnce).data ?? null;
  } catch {
    return null;
  }
}

function writePlace(file: string, place: Place): void {
  try {
    writeFileSync(file, JSON.stringify(place));
  } catch {
    // Read-only: the next start opens where the system likes.
  }
}
