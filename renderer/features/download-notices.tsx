import type { DownloadNews } from '../../contract/download-news.js';
import type { DownloadNewsModel } from '../models/download-news.js';
import { Button } from '../ui/button.js';
import { NoticeLine } from './notices.js';
import { useScreen } from './screen-context.js';

/** What became of files from the panel. A file is shown in its folder, never opened. */
export function DownloadNotices({ downloads }: { readonly downloads: DownloadNewsModel }) {
  const { words } = useScreen();
  return (
    <>
      {downloads.unread.value.map((news) => (
        <NoticeLine
          key={keyOf(news)}
          tone={news.kind === 'saved' ? 'off' : 'bad'}
          icon={news.kind === 'saved' ? 'check' : 'warning'}
          text={words.download(news)}
          onDismiss={() => downloads.dismiss(news)}
        >
          {news.kind === 'saved' && (
            <Button label={words.showInFolder} compact onPress={() => downloads.show(news.downloadId)} />
          )}
        </NoticeLine>
      ))}
    </>
  );
}

const keyOf = (news: DownloadNews): string =>
  news.kind === 'saved' ? `${news.downloadId}` : `${news.kind} ${news.name}`;
