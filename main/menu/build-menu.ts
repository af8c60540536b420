import type { MenuItemConstructorOptions } from 'electron';
import type { MenuLine } from './surface-menus.js';

/**
 * What Electron makes a menu of; `choose` is told which line was chosen, by its place and the places of the menus it is
 * in. An ampersand would underline the letter after it.
 */
export function buildMenu(
  lines: readonly MenuLine[],
  choose: (path: readonly number[]) => void,
  path: readonly number[] = [],
): MenuItemConstructorOptions[] {
  return lines.map((line, index) =>
    line === null ? { type: 'separator' } : buildLine(line, choose, [...path, index]),
  );
}

function buildLine(
  line: Exclude<MenuLine, null>,
  choose: (path: readonly number[]) => void,
  path: readonly number[],
): MenuItemConstructorOptions {
  const label = line.label.replaceAll('&', '&&');
  const click = (): void => choose(path);
  switch (line.kind) {
    case 'text':
      return { label, enabled: false };
    case 'menu':
      return { label, submenu: buildMenu(line.lines, choose, path) };
    case 'radio':
      return { label, type: 'radio', checked: line.chosen, click };
    case 'deed':
      return { label, click };
  }
}
