import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where files are: `/attachments/NAME?megabytes=N`, and `&length=unsaid` for one that does not say how long it is. */
export const attachmentsPath = '/attachments/';

const bytesInMb = 1_000_000;
const mostMb = 1_000;

/** Sends a file of zeros, as large as asked for; resolves when it is sent or the browser wants no more of it. */
export async function sendAttachment(response: ServerResponse, url: URL): Promise<void> {
  const name = decodeURIComponent(url.pathname.slice(attachmentsPath.length)).replaceAll(/[^\w.-]/g, '_');
  const asked = Number(url.searchParams.get('megabytes') ?? 1);
  const megabytes = Number.isFinite(asked) ? Math.min(Math.max(Math.trunc(asked), 0), mostMb) : 1;
  const isSaid = url.searchParams.get('length') !== 'unsaid';
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    ...(isSaid ? { 'content-length': String(megabytes * bytesInMb) } : {}),
  });
  await pipeline(Readable.from(zeros(megabytes)), response).catch(() => undefined);
}

function* zeros(megabytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(bytesInMb);
  for (let sent = 0; sent < megabytes; sent += 1) yield chunk;
}
