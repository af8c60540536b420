import type { MenuItemConstructorOptions } from 'electron';
import type { Drawn } from '../shell/draw-changes.js';
import { buildMenu } from './build-menu.js';
import type { MenuDeed, MenuLine } from './surface-menus.js';

/** A menu of the system, as far as it is used here: Electron's `Menu` is one. */
export interface SystemMenu {
  on(event: 'menu-will-show' | 'menu-will-close', listener: () => void): unknown;
}

export interface DrawMenuDeps<Built extends SystemMenu> {
  build(template: MenuItemConstructorOptions[]): Built;
  draw(menu: Built): void;
  perform(deed: MenuDeed): void;
}

/** A shift has some statuses, each with a handful of states of a contact; what comes back after so many is built again. */
const mostKept = 32;

interface Kept<Built extends SystemMenu> {
  readonly menu: Built;
  lines: readonly MenuLine[];
  /** What the agent looks at; null while the menu is closed. */
  opened: readonly MenuLine[] | null;
}

/**
 * Draws a menu when it shows something else, and keeps what was built: Electron 33 on Linux never lets go of a submenu
 * that was once in the tray (5 KB of heap for each five lines, measured), and each contact has its own deeds under the
 * same labels. What is chosen is done to whatever the line meant when the menu was opened, as far as the
 * system tells of it.
 */
export function drawMenu<Built extends SystemMenu>(deps: DrawMenuDeps<Built>): Drawn<readonly MenuLine[]> {
  const menus = new Map<string, Kept<Built>>();
  let last: readonly MenuLine[] | null = null;
  let drawn: Kept<Built> | null = null;

  function keep(shown: string, lines: readonly MenuLine[]): Kept<Built> {
    const choose = (path: readonly number[]): void => {
      const line = lineAt(kept.opened ?? kept.lines, path);
      if (line?.kind !== 'deed' && line?.kind !== 'radio') return;
      deps.perform(line.deed);
      if (line.kind === 'radio') marked();
    };
    // The system marks what was chosen by itself; what is so is the snapshot's to say, in a menu built anew.
    const marked = (): void => {
      if (menus.get(shown) === kept) menus.delete(shown);
      again();
    };
    const kept: Kept<Built> = { menu: deps.build(buildMenu(lines, choose)), lines, opened: null };
    kept.menu.on('menu-will-show', () => {
      kept.opened = kept.lines;
    });
    kept.menu.on('menu-will-close', () => {
      // The choice may be told after this, in the same turn.
      setImmediate(() => {
        kept.opened = null;
      });
    });
    return kept;
  }

  /** The menu of these lines: one that was built before where it shows the same. */
  function menuOf(lines: readonly MenuLine[]): Kept<Built> {
    const shown = JSON.stringify(lines, (key, value: unknown) => (key === 'deed' ? undefined : value));
    const kept = menus.get(shown) ?? keep(shown, lines);
    kept.lines = lines;
    // A map is in the order of what was put in; so it is in the order of use.
    menus.delete(shown);
    menus.set(shown, kept);
    const [oldest] = menus.keys();
    if (menus.size > mostKept && oldest !== undefined) menus.delete(oldest);
    return kept;
  }

  function draw(kept: Kept<Built>): void {
    drawn = kept;
    // Not every desktop tells that it has closed a menu.
    kept.opened = null;
    deps.draw(kept.menu);
  }

  function again(): void {
    if (last !== null) draw(menuOf(last));
  }

  return {
    show(lines) {
      last = lines;
      const kept = menuOf(lines);
      if (kept !== drawn) draw(kept);
    },
    again,
  };
}

function lineAt(lines: readonly MenuLine[], [index = 0, ...rest]: readonly number[]): MenuLine | undefined {
  const line = lines[index];
  if (rest.length === 0) return line;
  return line?.kind === 'menu' ? lineAt(line.lines, rest) : undefined;
}
