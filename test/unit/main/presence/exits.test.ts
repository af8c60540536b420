import { EventEmitter } from 'node:events';
import type { App, BrowserWindow } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import { guardAppExits, guardWindowExits } from '../../../../main/presence/exits.js';

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
const before = new Map(signals.map((signal) => [signal, process.listeners(signal)] as const));

afterEach(() => {
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (!before.get(signal)?.includes(listener)) process.off(signal, listener);
    }
  }
});

function noteExits() {
  const asked: string[] = [];
  return { asked, askExit: (cause: string, what: string) => asked.push(`${cause} ${what}`), passes: () => false };
}

function cancellable() {
  let prevented = 0;
  return { preventDefault: () => (prevented += 1), prevented: () => prevented };
}

describe('guardAppExits', () => {
  it.each(signals)('leads %s to the gate as the system', (signal) => {
    const gate = noteExits();
    guardAppExits(new EventEmitter() as unknown as App, gate);
    const ours = process.listeners(signal).filter((listener) => !before.get(signal)?.includes(listener));
    for (const listener of ours) listener(signal);
    expect(gate.asked).toEqual([`system ${signal}`]);
  });

  it('holds a quit and leads it to the gate as the agent', () => {
    const gate = noteExits();
    const app = new EventEmitter();
    guardAppExits(app as unknown as App, gate);
    const event = cancellable();
    app.emit('before-quit', event);
    expect(event.prevented()).toBe(1);
    expect(gate.asked).toEqual(['agent before-quit']);
  });

  it('does not let Electron quit with its last window', () => {
    const app = new EventEmitter();
    guardAppExits(app as unknown as App, noteExits());
    expect(app.listenerCount('window-all-closed')).toBe(1);
  });
});

describe('guardWindowExits', () => {
  function openWindow() {
    const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() });
    const gate = noteExits();
    guardWindowExits(window as unknown as BrowserWindow, gate);
    return { window, gate };
  }

  it('holds the closing of the window and leads it to the gate', () => {
    const { window, gate } = openWindow();
    const event = cancellable();
    window.emit('close', event);
    expect(event.prevented()).toBe(1);
    expect(gate.asked).toEqual(['agent window-close']);
  });

  it('overrules a page that objects to unloading', () => {
    const { window, gate } = openWindow();
    const event = cancellable();
    window.webContents.emit('will-prevent-unload', event);
    expect(event.prevented()).toBe(1);
    expect(gate.asked).toEqual([]);
  });
});
