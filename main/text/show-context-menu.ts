import { BrowserWindow, clipboard, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { Words } from '../../contract/words/words.js';
import { type ContextAct, type ContextItem, contextItems, type PointedAt } from './context-menu.js';

export interface ContextMenuDeps {
  readonly words: Words;
  openInBrowser(address: string): void;
}

/** Gives a window, its frames and the windows that open from it a menu at a right click. */
export function offerContextMenu(contents: WebContents, deps: ContextMenuDeps): void {
  contents.on('context-menu', (_event, at) => {
    const items = contextItems(at);
    if (items.length === 0) return;
    const window = BrowserWindow.fromWebContents(contents);
    const menu = Menu.buildFromTemplate(items.map((item) => lineOf(item, at, contents, deps)));
    menu.popup(window === null ? {} : { window });
  });
  contents.on('did-create-window', (window) => offerContextMenu(window.webContents, deps));
}

type Act = (contents: WebContents, at: PointedAt, deps: ContextMenuDeps) => void;

/** Done in these contents and not by role: a role acts on the window that has the focus by then. */
const ACTS: Readonly<Record<ContextAct, Act>> = {
  cut: (contents) => contents.cut(),
  copy: (contents) => contents.copy(),
  paste: (contents) => contents.paste(),
  pastePlain: (contents) => contents.pasteAndMatchStyle(),
  selectAll: (contents) => contents.selectAll(),
  copyLink: (_contents, { linkURL }) => void clipboard.writeText(linkURL),
  openLink: (_contents, { linkURL }, { openInBrowser }) => openInBrowser(linkURL),
  addToDictionary: (contents, { misspelledWord }) => {
    contents.session.addWordToSpellCheckerDictionary(misspelledWord);
  },
};

function lineOf(
  item: ContextItem,
  at: PointedAt,
  contents: WebContents,
  deps: ContextMenuDeps,
): MenuItemConstructorOptions {
  if (item.kind === 'line') return { type: 'separator' };
  if (item.kind === 'suggestion') {
    return { label: asLabel(item.text), click: () => contents.replaceMisspelling(item.text) };
  }
  return { label: deps.words.menus[item.act], click: () => ACTS[item.act](contents, at, deps) };
}

/** An ampersand in a menu marks the next letter. */
function asLabel(text: string): string {
  return text.replaceAll('&', '&&');
}
