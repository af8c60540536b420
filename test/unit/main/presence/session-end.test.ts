import { EventEmitter } from 'node:events';
import type { BrowserWindow, PowerMonitor } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardSessionEnd, guardShutdown } from '../../../../main/presence/session-end.js';

function noteGate(holds: boolean) {
  const asked: string[] = [];
  return { asked, holds: () => holds, askExit: (cause: string, what: string) => asked.push(`${cause} ${what}`) };
}

function cancellable(reasons: readonly string[] = []) {
  const event = {
    reasons,
    prevented: 0,
    preventDefault() {
      event.prevented += 1;
    },
  };
  return event;
}

function openWindow(gate: ReturnType<typeof noteGate>) {
  const window = Object.assign(new EventEmitter(), {
    shows: 0,
    show() {
      window.shows += 1;
    },
  });
  guardSessionEnd(window as unknown as BrowserWindow, gate);
  return window;
}

describe('the end of a Windows session', () => {
  it.each([
    ['is refused and the window shown, while Offline is not confirmed', true, ['shutdown'], 1],
    ['is not refused when it is critical', true, ['shutdown', 'critical'], 0],
    ['is not refused once Offline is confirmed', false, ['logoff'], 0],
  ] as const)('row 55: %s', (_what, holds, reasons, refusals) => {
    const gate = noteGate(holds);
    const window = openWindow(gate);
    const event = cancellable(reasons);
    window.emit('query-session-end', event);
    expect(event.prevented).toBe(refusals);
    expect(window.shows).toBe(refusals);
    expect(gate.asked).toEqual(['system query-session-end']);
  });

  it('row 55: an end that cannot be refused any more still leads to the gate', () => {
    const gate = noteGate(true);
    openWindow(gate).emit('session-end', cancellable());
    expect(gate.asked).toEqual(['system session-end']);
  });
});

describe('the shutdown of Linux and macOS', () => {
  function listen(holds: boolean) {
    const gate = noteGate(holds);
    const order: string[] = [];
    const power = new EventEmitter();
    power.on('newListener', (name) => order.push(name));
    guardShutdown(power as unknown as PowerMonitor, gate, (event) => gate.asked.push(`noted ${event}`));
    return { gate, power, order };
  }

  it('is listened to after `suspend`, or Electron takes no lock', () => {
    expect(listen(true).order).toEqual(['suspend', 'shutdown']);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('is put off only while somebody may not be Offline (%s)', (holds, times) => {
    const { gate, power } = listen(holds);
    const event = cancellable();
    power.emit('shutdown', event);
    expect(event.prevented).toBe(times);
    expect(gate.asked).toEqual(['system shutdown']);
  });

  it('takes sleep for no end', () => {
    const { gate, power } = listen(true);
    power.emit('suspend');
    expect(gate.asked).toEqual(['noted suspend']);
  });
});
