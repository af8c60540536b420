import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { parseJson } from './http-exchange.js';
import { isObject } from './operations/operation.js';

/** `drop` closes what is open and goes back to normal; the others stay until changed. */
export type WebSocketMode = 'normal' | 'drop' | 'mute-heartbeat' | 'refuse';

/** The service's web socket: it answers heartbeats and subscriptions and otherwise listens. */
export interface WebSocketSide {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  setMode(mode: WebSocketMode): void;
  mode(): WebSocketMode;
  open(): number;
  stop(): void;
}

export function createWebSocketSide(): WebSocketSide {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 });
  let mode: WebSocketMode = 'normal';

  function answer(socket: WebSocket, text: string): void {
    const message = parseJson(text);
    if (!isObject(message)) return;
    const content = isObject(message.content) ? message.content : {};
    if (message.topic === 'aws/heartbeat' && mode !== 'mute-heartbeat') {
      send(socket, { topic: 'aws/heartbeat', content: { status: 'success' } });
    }
    if (message.topic === 'aws/subscribe') {
      send(socket, { topic: 'aws/subscribe', content: { status: 'success', topics: content.topics ?? [] } });
    }
  }

  function send(socket: WebSocket, message: unknown): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  }

  return {
    upgrade(request, socket, head) {
      if (mode === 'refuse') {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (client) => {
        client.on('message', (data) => answer(client, String(data)));
        client.on('error', () => client.terminate());
      });
    },
    setMode(wanted) {
      mode = wanted === 'drop' ? 'normal' : wanted;
      if (wanted === 'drop') for (const client of server.clients) client.terminate();
    },
    mode: () => mode,
    open: () => server.clients.size,
    stop() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
