import { type WebContents, webFrameMain } from 'electron';

/** In the world of the page, as that is where it calls. */
const script = 'window.print = () => undefined;';

/**
 * Makes `window.print` do nothing in the panel and in sign-in windows. Electron has no preview: it stops the page that
 * prints until the dialog is closed, and on Linux the whole window while it looks for printers, so that a ringing call
 * could neither be seen nor answered. Chromium has no switch or policy for it.
 */
export function refusePrinting(contents: WebContents): void {
  contents.on('did-frame-navigate', (_event, _address, _status, _text, _isMain, processId, routingId) => {
    // A frame that is gone by now prints nothing.
    webFrameMain
      .fromId(processId, routingId)
      ?.executeJavaScript(script)
      .catch(() => undefined);
  });
  contents.on('did-create-window', (window) => refusePrinting(window.webContents));
}
