import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startForTest, type TestSimulator } from './start-for-test.js';

function connectTo(simulator: TestSimulator): WebSocket {
  const socket = new WebSocket(`ws://${new URL(simulator.ccpUrl).host}/ws`);
  onTestFinished(() => socket.terminate());
  return socket;
}

/** Resolves with the next event of that name. Rejects after a second. */
function next(socket: WebSocket, event: 'open' | 'close' | 'message' | 'error'): Promise<string> {
  const limitMs = 1_000;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No ${event} within ${limitMs} ms`)), limitMs);
    socket.once(event, (detail: unknown) => {
      clearTimeout(timer);
      resolve(String(detail));
    });
  });
}

const heartbeat = JSON.stringify({ topic: 'aws/heartbeat' });
const subscription = JSON.stringify({ topic: 'aws/subscribe', content: { topics: ['aws/softphone'] } });

describe('the web socket', () => {
  it('answers heartbeats and subscriptions, and shrugs at nonsense', async () => {
    const simulator = await startForTest();
    const socket = connectTo(simulator);
    await next(socket, 'open');
    for (const nonsense of ['', '{', '[]', '7', '{"topic":{}}', '{"topic":"aws/unknown"}']) socket.send(nonsense);
    socket.send(heartbeat);
    expect(JSON.parse(await next(socket, 'message'))).toEqual({
      topic: 'aws/heartbeat',
      content: { status: 'success' },
    });
    socket.send(subscription);
    expect(JSON.parse(await next(socket, 'message'))).toEqual({
      topic: 'aws/subscribe',
      content: { status: 'success', topics: ['aws/softphone'] },
    });
  });

  it('can be dropped, and comes back', async () => {
    const simulator = await startForTest();
    const socket = connectTo(simulator);
    await next(socket, 'open');
    expect(simulator.control.state().webSocketsOpen).toBe(1);
    const closed = next(socket, 'close');
    simulator.control.setWebSocket('drop');
    expect(await closed).toBe('1006');
    await next(connectTo(simulator), 'open');
  });

  it('can refuse, and be silent about heartbeats', async () => {
    const simulator = await startForTest();
    simulator.control.setWebSocket('refuse');
    expect(await next(connectTo(simulator), 'error')).toContain('503');
    simulator.control.setWebSocket('mute-heartbeat');
    const socket = connectTo(simulator);
    await next(socket, 'open');
    socket.send(heartbeat);
    socket.send(subscription);
    expect(JSON.parse(await next(socket, 'message'))).toMatchObject({ topic: 'aws/subscribe' });
  });
});
