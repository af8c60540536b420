import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHookClient, hookTimeoutMs } from '../../../../main/hook/hook-client.js';
import { makeCertificate } from '../../../../main/origin/make-certificate.js';

const body = { epoch: 7, seq: 3, status: 'Available', ttlSeconds: 45 };
const client = createHookClient((address, init) => fetch(address, init));

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const at = (url: string) => ({ url, token: 'T0KEN', agentId: 'arn:ada' });

async function answered(listener: RequestListener) {
  const port = await listen(createServer(listener));
  return client.lease(at(`http://127.0.0.1:${port}/base/`), body);
}

afterEach(() => void vi.useRealTimers());

describe('the hook', () => {
  it('is asked with the token in a header, and says what became of the lease before', async () => {
    const seen: unknown[] = [];
    const port = await listen(
      createServer((request, response) => {
        request.setEncoding('utf8').on('data', (text: string) => {
          const { authorization, cookie } = request.headers;
          seen.push([
            request.method,
            request.url,
            authorization,
            request.headers['content-type'],
            cookie,
            JSON.parse(text),
          ]);
          response.setHeader('set-cookie', 'a=b').end('{"expired":true,"silentMs":61000,"more":1}');
        });
      }),
    );
    const hook = at(`http://127.0.0.1:${port}/base`);
    expect(await client.lease(hook, body)).toEqual({ ok: true, value: { expired: true, silentMs: 61_000 } });
    expect(await client.release(hook, { epoch: 7, seq: 4 })).toMatchObject({ ok: true });
    const headers = ['Bearer T0KEN', 'application/json', undefined];
    expect(seen).toEqual([
      ['POST', '/base/lease', ...headers, { agentId: 'arn:ada', ...body }],
      ['POST', '/base/release', ...headers, { agentId: 'arn:ada', epoch: 7, seq: 4 }],
    ]);
  });

  it('need not say for how long', async () => {
    expect(await answered((_request, response) => response.end('{"expired":false}'))).toEqual({
      ok: true,
      value: { expired: false, silentMs: null },
    });
  });

  it.each([
    '',
    'no',
    '{}',
    'null',
    '[]',
    '{"expired":1}',
    '{"expired":"true"}',
    '{"expired":true,"silentMs":-1}',
    '{"expired":',
  ])('is not understood by saying %j', async (text) => {
    expect(await answered((_request, response) => response.end(text))).toEqual({ ok: false, failure: 'badAnswer' });
  });

  it.each([
    [201, 'status'],
    [204, 'status'],
    [304, 'status'],
    [400, 'status'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'status'],
    [409, 'stale'],
    [429, 'status'],
    [500, 'status'],
    [503, 'status'],
  ])('means with status %i that it is %s', async (status, failure) => {
    expect(await answered((_request, response) => response.writeHead(status).end('{"expired":true}'))).toEqual({
      ok: false,
      failure,
    });
  });

  it('is not followed elsewhere, so that the token stays where it belongs', async () => {
    let elsewhere = 0;
    const other = await listen(
      createServer((_request, response) => {
        elsewhere++;
        response.end('{"expired":false}');
      }),
    );
    for (const status of [301, 302, 303, 307, 308]) {
      const location = `http://127.0.0.1:${other}/base/lease`;
      expect(await answered((_request, response) => response.writeHead(status, { location }).end())).toEqual({
        ok: false,
        failure: 'notReached',
      });
    }
    expect(elsewhere).toBe(0);
  });

  it.each([
    ['never answers', () => undefined],
    ['stops in the middle of its answer', (_request, response) => void response.write('{"expired":')],
  ] as readonly (readonly [string, RequestListener])[])(
    'that %s costs no more than its time',
    async (_how, listener) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      let asked = (): void => undefined;
      const isAsked = new Promise<void>((resolve) => (asked = resolve));
      const outcome = answered((request, response) => {
        listener(request, response);
        asked();
      });
      await isAsked;
      await vi.advanceTimersByTimeAsync(hookTimeoutMs);
      expect(await outcome).toEqual({ ok: false, failure: 'timedOut' });
    },
  );

  it('may answer with 64 kB and no more, without an end as well', async () => {
    const filled = (bytes: number): string => '{"expired":false}'.padEnd(bytes);
    expect(await answered((_request, response) => response.end(filled(65_536)))).toMatchObject({ ok: true });
    const tooLarge = { ok: false, failure: 'tooLarge' };
    expect(await answered((_request, response) => response.end(filled(65_537)))).toEqual(tooLarge);
    let isLetGo = (): void => undefined;
    const letGo = new Promise<void>((resolve) => (isLetGo = resolve));
    const endless = await answered((_request, response) => {
      response.on('close', isLetGo);
      const more = (): void => {
        if (!response.destroyed) response.write(' '.repeat(65_536), () => setImmediate(more));
      };
      more();
    });
    expect(endless).toEqual(tooLarge);
    await letGo;
  });

  it('that cuts the connection or is not there is not reached', async () => {
    const notReached = { ok: false, failure: 'notReached' };
    expect(await answered((request) => void request.socket.destroy())).toEqual(notReached);
    expect(await client.lease(at('http://127.0.0.1:1'), body)).toEqual(notReached);
  });

  it('with a certificate of nobody known is told nothing', async () => {
    const { cert, key } = await makeCertificate('localhost', Date.now());
    let asked = 0;
    const server = createSecureServer({ cert, key }, (_request, response) => {
      asked++;
      response.end('{"expired":false}');
    });
    const port = await listen(server);
    expect(await client.lease(at(`https://localhost:${port}`), body)).toEqual({ ok: false, failure: 'notReached' });
    expect(asked).toBe(0);
    // Somebody who knows the certificate is answered.
    const status = await new Promise((resolve, reject) => {
      get({ host: 'localhost', port, ca: cert, family: 4 }, (answer) => resolve(answer.statusCode)).on('error', reject);
    });
    expect([status, asked]).toEqual([200, 1]);
  });
});
