import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from '../../contract/words/words.js';
import { type MenuColumn, type MenuEntry, menuBar } from './menu-bar.js';

/**
 * What stands in the place of Electron's own menu bar, which reloads the page. On Windows and Linux it stays hidden, but
 * its shortcuts work; on macOS copy and paste do not work without one. `phone` is what can be done with the phone now.
 */
export function buildMenuBar({ menus, appName, tray }: Words, phone: MenuItemConstructorOptions[] = []): Menu {
  const lineOf = (entry: MenuEntry | null): MenuItemConstructorOptions => {
    if (entry === null) return { type: 'separator' };
    const { role, word, accelerator, hidden } = entry;
    return {
      role,
      label: menus[word],
      ...(accelerator === undefined ? {} : { accelerator }),
      ...(hidden === true ? { visible: false, acceleratorWorksWhenHidden: true } : {}),
    };
  };
  const columnOf = ({ word, entries }: MenuColumn): MenuItemConstructorOptions => ({
    label: word === null ? appName : menus[word],
    // macOS lists windows and searches in the menus of these roles.
    ...(word === 'window' || word === 'help' ? { role: word } : {}),
    submenu: entries.map(lineOf),
  });
  const columns = menuBar(process.platform, app.isPackaged);
  // The app's own menu stands first on macOS, whatever else there is.
  const ownColumns = columns.filter(({ word }) => word === null).length;
  const bar = columns.map(columnOf);
  const withPhone = phone.length === 0 ? bar : bar.toSpliced(ownColumns, 0, { label: tray.phone, submenu: phone });
  return Menu.buildFromTemplate(withPhone);
}
