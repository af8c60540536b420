import type { Session } from 'electron';
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
 * The rules of sign-in windows that only their session can keep; to be installed once a session. A page is held here and not
 * in the window's own events, because a request that is held goes on with the form it carries, and one that was
 * cancelled and asked anew does not.
 */
export function guardSignInSession(session: Session, findVisit: FindVisit): void {
  session.webRequest.onBeforeRequest({ urls: everything, types: ['mainFrame'] }, ({ webContentsId, url }, proceed) => {
    const found = findVisit(webContentsId);
    if (found === undefined) proceed({});
    else void found.visit.admit(url).then((admitted) => proceed({ cancel: !admitted }));
  });
  session.webRequest.onBeforeSendHeaders(
    { urls: everything },
    ({ webContentsId, url, requestHeaders: headers }, proceed) => {
      const found = findVisit(webContentsId);
      const userAgent = headers['User-Agent'];
      const isForeign = found !== undefined && new URL(url).origin !== found.instanceOrigin;
      if (!isForeign || userAgent === undefined) proceed({});
      else proceed({ requestHeaders: { ...headers, 'User-Agent': withoutAppTokens(userAgent) } });
    },
  );
  session.on('will-download', (event, _item, contents) => {
    if (findVisit(contents?.id) !== undefined) event.preventDefault();
  });
}
