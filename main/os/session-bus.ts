import { createConnection, type Socket } from 'node:net';
import { type BusCall, type BusMessage, decodeMessage, encodeCall, messageLength } from './dbus-message.js';

/** The session bus of a Linux desktop, for a few questions and the signals that tell when to ask them again. */
export interface SessionBus {
  /** Resolves with the answer, or null where there is none: an error, nobody there, no word in time, a bus that is gone. */
  ask(call: BusCall): Promise<BusMessage | null>;
  /** The same with what the answer says. */
  call(call: BusCall): Promise<readonly unknown[] | null>;
  /** Asks for signals by rules of the bus, and calls back at each that comes. */
  onSignal(rules: readonly string[], listener: (signal: BusMessage) => void): void;
  onClosed(listener: () => void): void;
}

const answerLimitMs = 3_000;
const busItself = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/**
 * Where the session bus listens, for a socket of Node; null where none is named that could be reached.
 * Source: https://dbus.freedesktop.org/doc/dbus-specification.html#addresses
 */
export function sessionBusPath(env: NodeJS.ProcessEnv): string | null {
  const runtime = env['XDG_RUNTIME_DIR'];
  const address = env['DBUS_SESSION_BUS_ADDRESS'] ?? (runtime === undefined ? '' : `unix:path=${runtime}/bus`);
  for (const one of address.split(';')) {
    const [transport, rest = ''] = one.split(/:(.*)/s);
    if (transport !== 'unix') continue;
    const pairs = new Map(rest.split(',').map((pair) => pair.split(/=(.*)/s) as [string, string]));
    const path = pairs.get('path');
    const abstract = pairs.get('abstract');
    try {
      if (path !== undefined) return decodeURIComponent(path);
      if (abstract !== undefined) return `\0${decodeURIComponent(abstract)}`;
    } catch {
      // Escaped as no address is: the next one may be good.
    }
  }
  return null;
}

/** Connects and says hello; null where that is not possible. The connection keeps no process alive. */
export async function openSessionBus(path: string, uid: number): Promise<SessionBus | null> {
  const socket = await connected(path);
  if (socket === null) return null;
  const bus = overSocket(socket, uid);
  const name = await bus.call({ ...busItself, member: 'Hello', body: [] });
  if (name !== null) return bus;
  socket.destroy();
  return null;
}

function connected(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.unref();
    socket.once('connect', () => resolve(socket));
    socket.on('error', () => resolve(null));
  });
}

function overSocket(socket: Socket, uid: number): SessionBus {
  const waiting = new Map<number, (answer: BusMessage | null) => void>();
  const signals = new Set<(signal: BusMessage) => void>();
  const closed = new Set<() => void>();
  let nextSerial = 1;
  let isOpen = true;
  let isLetIn = false;
  let unread: Buffer = Buffer.alloc(0);

  function heard(message: BusMessage): void {
    if (message.type === 'signal') for (const listener of signals) listener(message);
    if (message.replySerial === null) return;
    waiting.get(message.replySerial)?.(message.type === 'return' ? message : null);
  }

  function read(): void {
    if (!isLetIn) {
      const end = unread.indexOf('\r\n');
      if (end === -1) return;
      if (!unread.toString('latin1', 0, end).startsWith('OK')) throw new Error('The bus lets nobody in');
      unread = unread.subarray(end + 2);
      isLetIn = true;
    }
    let length = messageLength(unread);
    while (length !== null && unread.length >= length) {
      const message = unread.subarray(0, length);
      unread = unread.subarray(length);
      heard(decodeMessage(message));
      length = messageLength(unread);
    }
  }

  socket.on('data', (chunk) => {
    unread = Buffer.concat([unread, chunk]);
    try {
      read();
    } catch {
      // Nothing that comes after what was not understood can be relied on.
      socket.destroy();
    }
  });
  socket.on('close', () => {
    isOpen = false;
    for (const settle of [...waiting.values()]) settle(null);
    for (const listener of closed) listener();
  });
  // The bus knows by the socket who we are; what is said here must agree with it. What follows may be sent at once.
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(uid)).toString('hex')}\r\nBEGIN\r\n`);

  function ask(what: BusCall): Promise<BusMessage | null> {
    if (!isOpen) return Promise.resolve(null);
    const serial = nextSerial++;
    return new Promise((resolve) => {
      const settle = (answer: BusMessage | null): void => {
        clearTimeout(timer);
        waiting.delete(serial);
        resolve(answer);
      };
      const timer = setTimeout(settle, answerLimitMs, null);
      waiting.set(serial, settle);
      socket.write(encodeCall(serial, what));
    });
  }

  const call = async (what: BusCall): Promise<readonly unknown[] | null> => (await ask(what))?.body ?? null;

  return {
    ask,
    call,
    onSignal(rules, listener) {
      signals.add(listener);
      for (const rule of rules) void call({ ...busItself, member: 'AddMatch', body: [rule] });
    },
    onClosed: (listener) => void closed.add(listener),
  };
}
