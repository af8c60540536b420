/** A bare window on the gallery, with the same page settings as the phone's own. */
import { app, BrowserWindow } from 'electron';

const address = process.argv.find((argument) => argument.startsWith('http://127.0.0.1'));

// Not awaited at top level: Electron is ready only after its main module has been evaluated.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1080,
    height: 720,
    useContentSize: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, backgroundThrottling: false },
  });
  if (address !== undefined) void window.loadURL(address);
});
