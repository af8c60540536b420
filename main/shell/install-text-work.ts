import { app, type BrowserWindow, Menu, shell } from 'electron';
import type { DownloadNews } from '../../contract/download-news.js';
import type { Settings } from '../../contract/settings.js';
import { chooseWords } from '../../contract/words/choose-words.js';
import { createDownloads } from '../downloads/guard-downloads.js';
import { buildMenuBar } from '../text/build-menu-bar.js';
import { refusePrinting } from '../text/refuse-printing.js';
import { offerContextMenu } from '../text/show-context-menu.js';
import { applySpelling, planSpelling } from '../text/spelling.js';

export interface TextWorkDeps {
  settings(): Settings;
  openInBrowser(address: string): void;
  tell(news: DownloadNews): void;
}

/** Work with text and files in the panel. */
export interface TextWork {
  /** For each phone window, before its page loads. */
  windowOpened(window: BrowserWindow): void;
  /** Shows a file that came from the panel in its folder. */
  showDownload(downloadId: number): void;
  /** Saves a text of ours where files from the panel go. */
  saveText(name: string, text: string): void;
}

/** Installs the menu bar, and gives each window its right click, its spelling and its rules for files. */
export function installTextWork({ settings, openInBrowser, tell }: TextWorkDeps): TextWork {
  const words = chooseWords(app.getLocale());
  const downloads = createDownloads({
    folder: () => app.getPath('downloads'),
    maxMb: () => settings().maxDownloadMb,
    tell,
    showInFolder: (path) => shell.showItemInFolder(path),
  });
  // Its keys are of no use before the window is there, which is on its way first.
  setImmediate(() => Menu.setApplicationMenu(buildMenuBar(words)));
  return {
    windowOpened(window) {
      const { ccpUrl, spellCheckDictionaryUrl } = settings();
      const { webContents } = window;
      const { session } = webContents;
      const spelling = planSpelling({
        platform: process.platform,
        wanted: [app.getLocale(), ...app.getPreferredSystemLanguages()],
        available: session.availableSpellCheckerLanguages,
        dictionaryUrl: spellCheckDictionaryUrl,
      });
      applySpelling(session, spelling);
      refusePrinting(webContents);
      offerContextMenu(webContents, { words, openInBrowser });
      downloads.guard(window, ccpUrl === '' ? null : new URL(ccpUrl).origin);
    },
    showDownload: downloads.show,
    saveText: downloads.saveText,
  };
}
