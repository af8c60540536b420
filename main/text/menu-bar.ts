import type { MenuWord } from '../../contract/words/menu-word.js';

/** The roles of Electron that the menu bar uses. There is none that reloads: the page holds the call. */
export type MenuRole =
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'selectAll'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'toggleDevTools'
  | 'minimize'
  | 'close';

export interface MenuEntry {
  readonly role: MenuRole;
  readonly word: MenuWord;
  readonly accelerator?: string;
  /** Works by its shortcut only. */
  readonly hidden?: true;
}

/** One menu of the bar; null stands for a line. `word` is null for the app's own menu, which macOS names. */
export interface MenuColumn {
  readonly word: Extract<MenuWord, 'edit' | 'view' | 'window' | 'help'> | null;
  readonly entries: readonly (MenuEntry | null)[];
}

const entry = (role: MenuRole, word: MenuWord, more: Omit<MenuEntry, 'role' | 'word'> = {}): MenuEntry => ({
  role,
  word,
  ...more,
});

const APP: MenuColumn = {
  word: null,
  entries: [
    entry('about', 'about'),
    null,
    entry('hide', 'hide'),
    entry('hideOthers', 'hideOthers'),
    entry('unhide', 'showAll'),
    null,
    // Held by the gate, as every way out is.
    entry('quit', 'quit'),
  ],
};

const EDIT: MenuColumn = {
  word: 'edit',
  entries: [
    entry('undo', 'undo'),
    entry('redo', 'redo'),
    null,
    entry('cut', 'cut'),
    entry('copy', 'copy'),
    entry('paste', 'paste'),
    entry('pasteAndMatchStyle', 'pastePlain'),
    null,
    entry('selectAll', 'selectAll'),
  ],
};

const ZOOM: readonly MenuEntry[] = [
  entry('resetZoom', 'actualSize'),
  entry('zoomIn', 'zoomIn'),
  // Plus is a shifted key on many keyboards, and people press it without.
  entry('zoomIn', 'zoomIn', { accelerator: 'CommandOrControl+=', hidden: true }),
  entry('zoomOut', 'zoomOut'),
];

/** The menu bar of a system. Developer tools are for builds that are not installed. */
export function menuBar(platform: NodeJS.Platform, packaged: boolean): readonly MenuColumn[] {
  const mac = platform === 'darwin';
  const tools = packaged ? [] : [null, entry('toggleDevTools', 'developerTools')];
  return [
    ...(mac ? [APP] : []),
    EDIT,
    { word: 'view', entries: [...ZOOM, ...tools] },
    // Control+W is not a habit outside of macOS that an agent on a call should trip over.
    { word: 'window', entries: [entry('minimize', 'minimize'), ...(mac ? [entry('close', 'closeWindow')] : [])] },
    { word: 'help', entries: mac ? [] : [entry('about', 'about')] },
  ];
}
