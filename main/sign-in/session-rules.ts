import type { DownloadItem, Event, Session, WebContents } from 'electron';
import { withoutAppTokens } from './user-agent.js';
import type { Visit } from './visit.js';

/** What the rules of a session need to know of a window; undefined for one that is no sign-in window. */
export type FindVisit = (webContentsId: number | undefined) => OpenVisit | undefined;

export interface OpenVisit {
  readonly visit: Visit;
  readonly instanceOrigin: string;
}

const everything = ['<all_urls>'];

/**
 * The rules of sign-in windows that only their session can keep. A page is held here and not in the window's own events,
 * because a request that is held goes on with the form it carries, and one that was cancelled and asked anew does not.
 *
 * @returns what lifts them: as long as one listens, each answer to the panel takes a way through this process, see
 *   docs/adr/0031
 */
export function guardSignInSession(session: Session, findVisit: FindVisit): () => void {
  const { webRequest } = session;
  webRequest.onBeforeRequest({ urls: everything, types: ['mainFrame'] }, ({ webContentsId, url }, proceed) => {
    const found = findVisit(webContentsId);
    if (found === undefined) proceed({});
    else void found.visit.admit(url).then((admitted) => proceed({ cancel: !admitted }));
  });
  webRequest.onBeforeSendHeaders({ urls: everything }, ({ webContentsId, url, requestHeaders: headers }, proceed) => {
    const found = findVisit(webContentsId);
    const userAgent = headers['User-Agent'];
    const isForeign = found !== undefined && new URL(url).origin !== found.instanceOrigin;
    if (!isForeign || userAgent === undefined) proceed({});
    else proceed({ requestHeaders: { ...headers, 'User-Agent': withoutAppTokens(userAgent) } });
  });
  const refuseDownload = (event: Event, _item: DownloadItem, contents: WebContents | null): void => {
    if (findVisit(contents?.id) !== undefined) event.preventDefault();
  };
  session.on('will-download', refuseDownload);
  return () => {
    webRequest.onBeforeRequest(null);
    webRequest.onBeforeSendHeaders(null);
    session.off('will-download', refuseDownload);
  };
}
