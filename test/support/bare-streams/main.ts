import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { startOrigin } from '../../../main/origin/start-origin.js';
import { boundPageHeaps } from '../../../main/windows/bound-page-heaps.js';

// The limit the phone is measured against: the same Electron, flags and origin, one window, the bare page and nothing
// else. It is not throttled either when something covers it.
// With --record the window stays empty and any simulator on this machine may be framed: tests load the page themselves.

const ccpUrl = process.argv.find((argument) => argument.startsWith('--ccp-url='))?.slice('--ccp-url='.length) ?? '';
const records = process.argv.includes('--record');
boundPageHeaps(app.commandLine);
const origin = await startOrigin({
  commandLine: app.commandLine,
  origin: 'https://switchhook.localhost',
  certificateFolder: join(app.getPath('userData'), 'origin'),
  pageFolder: join(import.meta.dirname, 'page'),
});

void app.whenReady().then(() => {
  const webPreferences = { sandbox: true, backgroundThrottling: false };
  const window = new BrowserWindow({ width: 1080, height: 720, webPreferences });
  origin.admit(window.webContents.session, records ? 'http://127.0.0.1:*' : new URL(ccpUrl).origin);
  window.webContents.session.setPermissionRequestHandler((_contents, _permission, answer) => answer(true));
  void window.loadURL(records ? 'about:blank' : `${origin.origin}/?ccpUrl=${encodeURIComponent(ccpUrl)}`);
});
