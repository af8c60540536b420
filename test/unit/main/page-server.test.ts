import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOwnCertificate } from '../../../main/origin/certificate.js';
import { answerFor, type PageServerOptions, servePage } from '../../../main/origin/page-server.js';
import { makeTemporaryFolder } from './temporary-folder.js';

const host = 'switchhook.localhost';
let options: PageServerOptions;

beforeEach(() => {
  const parent = makeTemporaryFolder();
  const folder = join(parent, 'page');
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  mkdirSync(join(parent, 'page-of-another'));
  writeFileSync(join(parent, 'page-of-another', 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<script src="/index.js?build"></script><link href="/index.css?build">');
  writeFileSync(join(folder, 'index.js'), 'const query = "?build";');
  writeFileSync(join(folder, 'index.css'), 'body{}');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'data.bin'), 'x');
  for (const name of ['later.js', 'later-7AYJYY6G.js']) writeFileSync(join(folder, 'chunks', name), 'export {};');
  options = {
    certificate: { certPem: '', keyPem: '', fingerprint: '' },
    folder,
    host,
    buildId: 'b42',
    contentPolicy: () => "default-src 'none'",
  };
});

const get = (target: string) => answerFor(options, 'GET', host, target);

describe('the page server', () => {
  it('answers the document with its policy and never lets it be cached', () => {
    const { status, headers } = get('/');
    expect(status).toBe(200);
    expect(headers).toEqual({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'origin',
      'Cache-Control': 'no-store',
    });
  });

  it('asks for the policy anew at each answer', () => {
    let policy = 'first';
    options = { ...options, contentPolicy: () => policy };
    expect(get('/').headers['Content-Security-Policy']).toBe('first');
    policy = 'second';
    expect(get('/').headers['Content-Security-Policy']).toBe('second');
  });

  it('names the build in the document and nowhere else', () => {
    expect(String(get('/').body)).toBe('<script src="/index.js?b42"></script><link href="/index.css?b42">');
    expect(String(get('/index.js?b42').body)).toBe('const query = "?build";');
  });

  it('lets a script of this build be cached for ever, another one not', () => {
    expect(get('/index.js?b42').headers['Cache-Control']).toBe('max-age=31536000, immutable');
    expect(get('/index.js?b41').headers['Cache-Control']).toBe('no-store');
    expect(get('/index.js').headers['Cache-Control']).toBe('no-store');
    expect(get('/chunks/later-7AYJYY6G.js').headers['Cache-Control']).toBe('max-age=31536000, immutable');
    expect(get('/chunks/later.js').headers['Cache-Control']).toBe('no-store');
  });

  it.each([
    ['/index.html', 'text/html; charset=utf-8'],
    ['/index.js', 'text/javascript; charset=utf-8'],
    ['/index.css', 'text/css; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml'],
    ['/chunks/later.js', 'text/javascript; charset=utf-8'],
    ['/data.bin', 'application/octet-stream'],
  ])('serves %s as %s', (target, type) => expect(get(target).headers['Content-Type']).toBe(type));

  it.each(['evil.example', '', 'localhost', '127.0.0.1:4173', 'switchhook.localhost:8443', 'switchhook.localhost.'])(
    'refuses the host %j, as DNS rebinding would name',
    (other) => expect(answerFor(options, 'GET', other, '/').status).toBe(421),
  );

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', ''])('refuses the method %j', (method) =>
    expect(answerFor(options, method, host, '/').status).toBe(405),
  );

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2fsecret.txt',
    '/chunks/..%2f..%2fsecret.txt',
    '/..%2fpage-of-another/secret.txt',
    '//evil.example/../secret.txt',
    '/etc/passwd',
    '/missing.js',
    '/chunks',
    '/chunks/',
    '/index.js%00',
  ])('finds nothing at %s', (target) => {
    const { status, body } = get(target);
    expect(status).toBe(404);
    expect(String(body)).toBe('Not found');
  });

  // Thrown here it would reach the process as an uncaught exception and leave the request unanswered.
  it.each(['/%', '/%E0%A4%A', '//', 'http://', ''])('answers the bad target %j instead of throwing', (target) => {
    const answers: number[] = [];
    expect(() => answers.push(get(target).status)).not.toThrow();
    expect(answers[0]).toBeLessThan(500);
  });
});

it('serves the page over TLS on a loopback port, for its own host only', async () => {
  const certificate = await readOwnCertificate(makeTemporaryFolder(), host);
  const port = await servePage({ ...options, certificate });
  const statusFor = (name: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(
        { host: '127.0.0.1', port, servername: host, ca: certificate.certPem, headers: { host: name }, agent: false },
        (response) => {
          response.resume();
          response.once('end', () => resolve(response.statusCode));
        },
      )
        .once('error', reject)
        .end();
    });
  expect(await statusFor(host)).toBe(200);
  expect(await statusFor('evil.example')).toBe(421);
});
