import type { BrowserWindow, PowerMonitor } from 'electron';
import type { PresenceGate } from './gate.js';

type Asked = Pick<PresenceGate, 'askExit' | 'holds'>;

/**
 * Leads the end of a Windows session to the gate. Refusing it gives the gate its four seconds; a window that is hidden may
 * not refuse, so it is shown. A critical end cannot be put off.
 * Source: https://learn.microsoft.com/en-us/windows/win32/shutdown/shutdown-changes-for-windows-vista
 */
export function guardSessionEnd(window: BrowserWindow, gate: Asked): void {
  window.on('query-session-end', (event) => {
    if (gate.holds() && !event.reasons.includes('critical')) {
      event.preventDefault();
      window.show();
    }
    gate.askExit('system', 'query-session-end');
  });
  window.on('session-end', () => gate.askExit('system', 'session-end'));
}

/**
 * Leads the shutdown of Linux and macOS to the gate. The order of the two listeners matters: Electron takes the lock that
 * puts a shutdown off only if `shutdown` is not the first listener ever added (measured with Electron 33 on Linux).
 */
export function guardShutdown(power: PowerMonitor, gate: Asked, record: (event: string) => void): void {
  power.on('suspend', () => record('suspend'));
  const shutdown = (event: { preventDefault(): void }): void => {
    if (gate.holds()) event.preventDefault();
    gate.askExit('system', 'shutdown');
  };
  // Electron's types leave out what its documentation gives: the event, by which the shutdown is put off.
  power.on('shutdown', shutdown as () => void);
}
