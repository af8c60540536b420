import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callHook } from '../../../guardian/call-hook.js';
import { makeCertificate } from '../../../main/origin/make-certificate.js';

const body = { agentId: 'agent-1', epoch: 7, cause: 'ended' } as const;
const tryMs = 2_000;

async function listen(server: Server): Promise<string> {
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = (url: string, timeoutMs = tryMs): Promise<boolean> =>
  callHook({ url, token: 'T0KEN', agentId: body.agentId }, body, timeoutMs);

async function answered(listener: RequestListener, timeoutMs?: number): Promise<boolean> {
  return ask(`http://${await listen(createServer(listener))}/base`, timeoutMs);
}

describe('the hook', () => {
  it('is asked by POST below its address, with token, agent, epoch and cause', async () => {
    const seen: unknown[] = [];
    const offline = await answered((request, response) => {
      let text = '';
      request.on('data', (piece) => {
        text += piece;
      });
      request.on('end', () => {
        const { 'content-type': type, authorization } = request.headers;
        seen.push([request.method, request.url, authorization, type, JSON.parse(text)]);
        response.end('{"offline":true}');
      });
    });
    expect(offline).toBe(true);
    expect(seen).toEqual([['POST', '/base/offline', 'Bearer T0KEN', 'application/json', body]]);
  });

  it('may say that Connect takes Offline when the contact is over', async () => {
    expect(await answered((_request, response) => response.end('{"queued":true}'))).toBe(true);
  });

  for (const answer of [
    '',
    'offline',
    '{}',
    'null',
    'true',
    '[]',
    '{"offline":false}',
    '{"offline":"true"}',
    '{"queued":1}',
    '{"offline":true',
  ]) {
    it(`does not help by saying ${JSON.stringify(answer)}`, async () => {
      expect(await answered((_request, response) => response.end(answer))).toBe(false);
    });
  }

  for (const status of [201, 204, 400, 401, 403, 404, 429, 500, 503]) {
    it(`does not help with status ${status}`, async () => {
      expect(await answered((_request, response) => response.writeHead(status).end('{"offline":true}'))).toBe(false);
    });
  }

  it('is not followed elsewhere, so that the token stays where it belongs', async () => {
    let elsewhere = 0;
    const other = await listen(
      createServer((_request, response) => {
        elsewhere++;
        response.end('{"offline":true}');
      }),
    );
    for (const status of [301, 302, 303, 307, 308]) {
      const location = `http://${other}/base/offline`;
      expect(await answered((_request, response) => response.writeHead(status, { location }).end())).toBe(false);
    }
    expect(elsewhere).toBe(0);
  });

  it('that never answers costs no more than its time', async () => {
    const since = performance.now();
    expect(await answered(() => undefined, 300)).toBe(false);
    expect(performance.now() - since).toBeGreaterThanOrEqual(290);
    expect(performance.now() - since).toBeLessThan(3_000);
  });

  it('that stops in the middle of its answer costs no more than its time', async () => {
    expect(await answered((_request, response) => void response.write('{"offline":'), 300)).toBe(false);
  });

  it('may answer with 64 kB and no more, without an end as well', async () => {
    const filled = (bytes: number): string => '{"offline":true}'.padEnd(bytes);
    expect(await answered((_request, response) => response.end(filled(65_536)))).toBe(true);
    expect(await answered((_request, response) => response.end(filled(65_537)))).toBe(false);
    let sent = 0;
    const endless = await answered((_request, response) => {
      const more = (): void => {
        sent += 65_536;
        if (!response.destroyed) response.write(' '.repeat(65_536), () => setImmediate(more));
      };
      more();
    });
    expect(endless).toBe(false);
    expect(sent).toBeGreaterThan(65_536);
  });

  it('that cuts the connection does not help', async () => {
    expect(await answered((request) => void request.socket.destroy())).toBe(false);
    expect(await ask('http://127.0.0.1:1')).toBe(false);
  });

  it('with a certificate of nobody known is told nothing', async () => {
    const { cert, key } = await makeCertificate('localhost', Date.now());
    let asked = 0;
    const server = createSecureServer({ cert, key }, (_request, response) => {
      asked++;
      response.end('{"offline":true}');
    });
    const port = (await listen(server)).split(':')[1];
    expect(await ask(`https://localhost:${port}`)).toBe(false);
    expect(asked).toBe(0);
    // Somebody who knows the certificate is answered.
    const status = await new Promise((resolve, reject) => {
      get({ host: 'localhost', port, ca: cert, family: 4 }, (answer) => resolve(answer.statusCode)).on('error', reject);
    });
    expect([status, asked]).toEqual([200, 1]);
  });

  it('is not asked where others could read along, or where the address holds more than a place', async () => {
    let asked = 0;
    const host = await listen(
      createServer((_request, response) => {
        asked++;
        response.end('{"offline":true}');
      }),
    );
    const port = host.split(':')[1];
    for (const url of [
      // It leads to this machine too, but only by chance.
      `http://0.0.0.0:${port}`,
      `http://user:password@${host}`,
      `http://${host}/?x=1`,
      `http://${host}/#x`,
      `ftp://${host}`,
      host,
      '',
    ]) {
      expect(await ask(url), url).toBe(false);
    }
    expect(asked).toBe(0);
    expect(await ask(`http://localhost:${port}///`)).toBe(true);
  });
});
