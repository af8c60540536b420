import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { root } from '../app/root.mjs';

const page = join(root, 'dist/bare/page');

/** Serves the bare page to a browser, cached between starts as the app's own page is. */
export async function serveBarePage() {
  const buildId = readFileSync(join(page, 'build-id'), 'utf8');
  const html = readFileSync(join(page, 'index.html'), 'utf8').replaceAll('?build', `?${buildId}`);
  const script = readFileSync(join(page, 'bare.js'));
  const server = createServer((request, response) => {
    const isScript = request.url === `/bare.js?${buildId}`;
    response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.setHeader('cache-control', isScript ? 'max-age=31536000, immutable' : 'no-store');
    response.end(isScript ? script : html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://localhost:${address.port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
