import { type DownloadNewsModel, downloadKey } from '../models/download-news.js';
import { Button } from '../ui/button.js';
import { NoticeLine } from './notices.js';
import { useScreen } from './screen-context.js';

/** What became of files from the panel. A file is shown in its folder, never opened. */
export function DownloadNotices({ downloads }: { readonly downloads: DownloadNewsModel }) {
  const { words } = useScreen();
  return (
    <>
      {downloads.items.value.map((news) => (
        <NoticeLine
          key={downloadKey(news)}
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
