import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server on this machine that hears what passes. */
export interface Tap {
  readonly port: number;
  /** Every Cookie header that was sent to the server, one a line. */
  cookies(): string;
  stop(): Promise<void>;
}

/** Starts a tap in front of a port. */
export async function startTap(port: number): Promise<Tap> {
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('data', (piece) => heard.push(piece));
    joinSockets(socket, connect(port, '127.0.0.1'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cookies() {
      const text = Buffer.concat(heard).toString('latin1');
      return [...text.matchAll(/^cookie: (.*)$/gim)].map(([, cookie]) => cookie).join('\n');
    },
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Joins two ends; what breaks one breaks the other. */
export function joinSockets(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
}
