import type { WebContents } from 'electron';

type Frame = 'top' | 'panel';

/** Where each frame of the phone window may go; everything else is refused. */
const ALLOWED: readonly (readonly [frame: Frame, to: 'page' | 'anywhere', reason: string])[] = [
  ['top', 'page', 'the top frame is the phone and stays the phone'],
  ['panel', 'anywhere', 'the panel redirects through sign-in pages; frame-src still bounds what is shown'],
];

/** Whether a frame of the phone window may go to an address. */
export function mayNavigate(isTopFrame: boolean, address: string, pageOrigin: string): boolean {
  const frame: Frame = isTopFrame ? 'top' : 'panel';
  const rule = ALLOWED.find((row) => row[0] === frame);
  if (rule?.[1] === 'anywhere') return true;
  return URL.canParse(address) && new URL(address).origin === pageOrigin;
}

/** Refuses navigation of the phone window that the table does not list. */
export function guardNavigation(contents: WebContents, pageOrigin: string, refused: (address: string) => void): void {
  contents.on('will-frame-navigate', (event) => {
    if (mayNavigate(event.isMainFrame, event.url, pageOrigin)) return;
    event.preventDefault();
    refused(event.url);
  });
}
