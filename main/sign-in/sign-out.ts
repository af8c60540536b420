import type { Session, WebContents } from 'electron';

/** Where an instance ends a session. The older addresses have everything of Connect below /connect. */
export function logOutAddress(ccpUrl: string): string {
  const { origin, hostname } = new URL(ccpUrl);
  return `${origin}${hostname.endsWith('.awsapps.com') ? '/connect/logout' : '/logout'}`;
}

const logOutLimitMs = 5_000;

/** Asks the instance to end the session; resolves with whether it answered. It is asked once, as the cookies go next. */
export async function askLogOut(session: Pick<Session, 'fetch'>, ccpUrl: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(logOutLimitMs);
    const answer = await session.fetch(logOutAddress(ccpUrl), { credentials: 'include', signal });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Empties what an instance's partition keeps of an agent: cookies, storage, cached pages and passwords. */
export async function clearSession(
  session: Pick<Session, 'clearStorageData' | 'clearCache' | 'clearAuthCache' | 'flushStorageData'>,
): Promise<void> {
  await session.clearStorageData();
  await session.clearCache();
  await session.clearAuthCache();
  session.flushStorageData();
}

/** Lets `hold` keep the panel's frame from going to where the session ends. */
export function holdLogOut(contents: WebContents, ccpUrl: string, hold: () => boolean): void {
  const address = logOutAddress(ccpUrl);
  contents.on('will-frame-navigate', (event) => {
    const isLogOut =
      URL.canParse(event.url) && `${new URL(event.url).origin}${new URL(event.url).pathname}` === address;
    if (!event.isMainFrame && isLogOut && hold()) event.preventDefault();
  });
}
