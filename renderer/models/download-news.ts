import { type ReadonlySignal, signal } from '@preact/signals';
import type { DownloadNews } from '../../contract/download-news.js';

/** What became of the files that the panel offered, until it is read. */
export interface DownloadNewsModel {
  /** Oldest first. */
  readonly unread: ReadonlySignal<readonly DownloadNews[]>;
  add(news: DownloadNews): void;
  dismiss(news: DownloadNews): void;
  /** Shows a saved file in its folder. */
  show(downloadId: number): void;
}

/** More would hide the contact. */
const maxUnread = 3;

export function createDownloadNews(show: (downloadId: number) => void): DownloadNewsModel {
  const unread = signal<readonly DownloadNews[]>([]);
  return {
    unread,
    add(news) {
      unread.value = [...unread.value, news].slice(-maxUnread);
    },
    dismiss(news) {
      unread.value = unread.value.filter((other) => other !== news);
    },
    show,
  };
}
