import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, DownloadItem, WebContents } from 'electron';
import type { DownloadNews } from '../../contract/download-news.js';
import { isTooLarge, judgeDownload } from './judge-download.js';
import { safeName, uniqueName } from './safe-name.js';

export interface DownloadDeps {
  /** Asked for each file. */
  folder(): string;
  maxMb(): number;
  tell(news: DownloadNews): void;
  showInFolder(path: string): void;
}

/** The files that come out of the panel. */
export interface Downloads {
  /** Applies the table of `judgeDownload` to a phone window and to all that shares its session. */
  guard(window: BrowserWindow, panelOrigin: string | null): void;
  /** Saves a text of ours in the same folder and tells of it in the same way. */
  saveText(name: string, text: string): void;
  /** Shows a saved file in its folder; throws when it is not there any more. */
  show(downloadId: number): void;
}

export function createDownloads(deps: DownloadDeps): Downloads {
  const saved: string[] = [];
  /** Where files are on their way to; Chromium makes them only when the first bytes come. */
  const underway = new Set<string>();

  const freeName = (folder: string, name: string): string =>
    uniqueName(name, (each) => underway.has(join(folder, each)) || existsSync(join(folder, each)));

  function save(item: DownloadItem, name: string): void {
    const folder = deps.folder();
    mkdirSync(folder, { recursive: true });
    const unique = freeName(folder, name);
    const path = join(folder, unique);
    const limitMb = deps.maxMb();
    underway.add(path);
    // Without a path Electron would ask with a dialog.
    item.setSavePath(path);
    let stopped = false;
    item.on('updated', (_event, state) => {
      // It could go on later, but nobody would ask for it.
      if (state === 'interrupted') return item.cancel();
      if (!isTooLarge(item.getReceivedBytes(), limitMb)) return;
      // Remembered here: a cancelled item has received nothing.
      stopped = true;
      item.cancel();
    });
    item.once('done', (_event, state) => {
      underway.delete(path);
      if (stopped || isTooLarge(item.getReceivedBytes(), limitMb)) {
        // The last bytes may have come between two looks at the size.
        rmSync(path, { force: true });
        deps.tell({ kind: 'tooLarge', name: unique, limitMb });
      } else if (state === 'completed') {
        deps.tell({ kind: 'saved', name: unique, downloadId: saved.push(path) - 1 });
      } else {
        deps.tell({ kind: 'failed', name: unique });
      }
    });
  }

  return {
    saveText(name, text) {
      const folder = deps.folder();
      const unique = freeName(folder, name);
      const path = join(folder, unique);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, text);
        deps.tell({ kind: 'saved', name: unique, downloadId: saved.push(path) - 1 });
      } catch {
        deps.tell({ kind: 'failed', name: unique });
      }
    },
    guard(window, panelOrigin) {
      const { webContents } = window;
      const { session } = webContents;
      const willDownload: WillDownload = (event, item, asking) => {
        const name = safeName(item.getFilename());
        const limits = { panelOrigin, maxMb: deps.maxMb() };
        const fromPhone = asking === webContents;
        const addresses = [...item.getURLChain(), item.getURL()];
        const refusal = judgeDownload({ fromPhone, addresses, name, totalBytes: item.getTotalBytes() }, limits);
        if (refusal === null) return save(item, name);
        event.preventDefault();
        deps.tell(refusal === 'tooLarge' ? { kind: refusal, name, limitMb: limits.maxMb } : { kind: refusal, name });
      };
      session.on('will-download', willDownload);
      window.once('closed', () => session.off('will-download', willDownload));
    },
    show(downloadId) {
      const path = saved[downloadId];
      if (path === undefined || !existsSync(path)) throw new Error('The file is not there any more');
      deps.showInFolder(path);
    },
  };
}

type WillDownload = (event: { preventDefault(): void }, item: DownloadItem, asking: WebContents | null) => void;
