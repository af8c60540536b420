import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import type { OwnCertificate } from './certificate.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

export interface PageServerOptions {
  readonly certificate: OwnCertificate;
  /** Folder of the built page. */
  readonly folder: string;
  /** The host and port the page is addressed by; any other Host is refused, against DNS rebinding. */
  readonly host: string;
  /** Changes with each build, see scripts/build.mjs, so that the page's scripts may be cached for ever between builds. */
  readonly buildId: string;
  /** The content security policy of what is asked for, as it is now. */
  contentPolicy(target: string): string;
}

/** Serves our page over TLS on an ephemeral loopback port; resolves with that port. */
export async function servePage(options: PageServerOptions): Promise<number> {
  const server = createServer(
    { cert: options.certificate.certPem, key: options.certificate.keyPem },
    (request, response) => {
      const answer = answerFor(options, request.method ?? '', request.headers.host ?? '', request.url ?? '');
      response.writeHead(answer.status, answer.headers).end(answer.body);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  return (server.address() as AddressInfo).port;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** What the server answers to one request; pure but for reading the file. */
export function answerFor(options: PageServerOptions, method: string, host: string, target: string): Answer {
  if (host !== options.host) return refuse(421, 'Not this host');
  if (method !== 'GET') return refuse(405, 'Only GET');
  const path = filePathOf(options.folder, target);
  if (path === null) return refuse(404, 'Not found');
  try {
    return {
      status: 200,
      headers: {
        'Content-Type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy': options.contentPolicy(target),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'origin',
        'Cache-Control': isOfOneBuild(target, options.buildId) ? 'max-age=31536000, immutable' : 'no-store',
      },
      body: withBuildId(readFileSync(path), path, options.buildId),
    };
  } catch {
    return refuse(404, 'Not found');
  }
}

/** A part that is loaded later; its name changes with what is in it. */
const chunk = /^\/chunks\/[\w-]+-[0-9A-Z]{8}\.js$/;

/** Scripts are asked for by build, see `withBuildId`; the document itself must always be fresh. */
function isOfOneBuild(target: string, buildId: string): boolean {
  return target.includes(`?${buildId}`) || chunk.test(target);
}

function refuse(status: number, body: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}

/** The file behind a request target, or null when it points outside the folder or is none. */
function filePathOf(folder: string, target: string): string | null {
  const pathname = target.split(/[?#]/, 1)[0] ?? '';
  try {
    const path = normalize(join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)));
    return path.startsWith(folder + sep) ? path : null;
  } catch {
    return null;
  }
}

/** The document names its scripts and styles with the build, so that their cached copies end with it. */
function withBuildId(body: Buffer, path: string, buildId: string): Buffer | string {
  return path.endsWith('.html') ? body.toString('utf8').replaceAll('?build', `?${buildId}`) : body;
}
