import type { MenuItemConstructorOptions } from 'electron';
import type { MenuDeed, MenuLine } from './surface-menus.js';

/** What Electron makes a menu of. An ampersand would underline the letter after it. */
export function buildMenu(lines: readonly MenuLine[], perform: (deed: MenuDeed) => void): MenuItemConstructorOptions[] {
  return lines.map((line) => (line === null ? { type: 'separator' } : buildLine(line, perform)));
}

function buildLine(line: Exclude<MenuLine, null>, perform: (deed: MenuDeed) => void): MenuItemConstructorOptions {
  const label = line.label.replaceAll('&', '&&');
  switch (line.kind) {
    case 'text':
      return { label, enabled: false };
    case 'menu':
      return { label, submenu: buildMenu(line.lines, perform) };
    case 'radio':
      return { label, type: 'radio', checked: line.chosen, click: () => perform(line.deed) };
    case 'deed':
      return { label, click: () => perform(line.deed) };
  }
}
