import type { DownloadNews } from '../../contract/download-news.js';
import { createUnread, type Unread } from './unread.js';

/** What became of the files that the panel offered, until it is read. */
export interface DownloadNewsModel extends Unread<DownloadNews> {
  /** Shows a saved file in its folder. */
  show(downloadId: number): void;
}

export function createDownloadNews(show: (downloadId: number) => void): DownloadNewsModel {
  return { ...createUnread(downloadKey), show };
}

/** Tells news of one file from those of another. */
export const downloadKey = (news: DownloadNews): string =>
  news.kind === 'saved' ? `${news.downloadId}` : `${news.kind} ${news.name}`;
