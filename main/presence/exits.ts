import type { App, BrowserWindow } from 'electron';
import type { PresenceGate } from './gate.js';

type Asked = Pick<PresenceGate, 'askExit' | 'passes'>;

const systemSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Leads every way out of the app to the gate. Call when the app is ready: Chromium overwrites signal handlers that were
 * there before, and a second signal would end the process at once.
 */
export function guardAppExits(app: App, gate: Asked): void {
  for (const signal of systemSignals) process.on(signal, () => gate.askExit('system', signal));
  app.on('before-quit', (event) => {
    if (gate.passes()) return;
    event.preventDefault();
    gate.askExit('agent', 'before-quit');
  });
  // Quitting with the last window is the gate's to decide, not Electron's.
  app.on('window-all-closed', () => undefined);
}

/**
 * Leads the closing of a window to the gate. It must be held here: by the time of `before-quit` the panel is already
 * destroyed and nothing can be sent any more. An update closes the windows itself, when the gate is done. `closed` says
 * what closing means, where it may mean less than leaving.
 */
export function guardWindowExits(
  window: BrowserWindow,
  gate: Asked,
  closed = (): void => gate.askExit('agent', 'window-close'),
): void {
  window.on('close', (event) => {
    if (gate.passes()) return;
    event.preventDefault();
    closed();
  });
  // A page that objects to unloading would cancel the quit silently.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
}
