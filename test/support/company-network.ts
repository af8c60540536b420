import { createHash, X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { ElectronApplication } from '@playwright/test';
import { makeCertificate } from '../../main/origin/make-certificate.js';
import { joinSockets } from './tap.js';

/** The instance as people know it; nobody but the proxy leads there. */
export const instanceHost = 'acme.my.connect.aws';

/** What the way to the instance is like. */
export type Way =
  | 'open'
  /** The proxy does not let the instance pass. */
  | 'refused'
  /** The proxy reads along, with a certificate of an authority of its own. */
  | 'inspected'
  /** The instance's certificate begins in two days, as it does for a computer whose clock is late. */
  | 'early';

/** A company's network: a proxy, and behind it a pretend instance over TLS. */
export interface CompanyNetwork {
  /** The switch that makes Chromium use it. */
  readonly proxySwitch: string;
  /** Fingerprints, as Electron spells them, of certificates whose authority a computer knows. */
  readonly knownCertificates: readonly string[];
  setWay(way: Way): void;
  stop(): Promise<void>;
}

const dayMs = 24 * 3_600_000;

/** Starts a network that leads to what listens on a port of this machine. */
export async function startCompanyNetwork(instancePort: number): Promise<CompanyNetwork> {
  const now = Date.now();
  const [open, inspected, early] = await Promise.all(
    [now, now, now + 3 * dayMs].map((madeMs) => makeCertificate(instanceHost, madeMs)),
  );
  const certificates = { open, inspected, early };
  let way: Way = 'open';
  const sockets = new Set<Socket>();
  const proxy = createServer((_request, response) => response.writeHead(403).end());
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  proxy.on('connect', ({ url }, socket: Socket) => {
    const certificate = way === 'refused' ? undefined : certificates[way];
    if (certificate === undefined || url !== `${instanceHost}:443`) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const { cert, key } = certificate;
    joinSockets(new TLSSocket(socket, { isServer: true, cert, key }), connect(instancePort, '127.0.0.1'));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    proxySwitch: `--proxy-server=http://127.0.0.1:${portOf(proxy)}`,
    knownCertificates: [open, early].map((made) => fingerprintOf(made?.cert ?? '')),
    setWay(next) {
      way = next;
    },
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => proxy.close(() => resolve()));
    },
  };
}

/**
 * Makes a computer know the authority of these certificates, as nobody can be given a public one in a test. Of them only
 * the dates are left to judge, by the clock; every other certificate is judged as the app asks for.
 */
export function knowAuthority(app: ElectronApplication, known: readonly string[]): Promise<void> {
  return app.evaluate(({ session }, fingerprints) => {
    const certDateInvalid = -201;
    const sessions = Object.getPrototypeOf(session.defaultSession) as Electron.Session;
    const install = sessions.setCertificateVerifyProc;
    sessions.setCertificateVerifyProc = function (judge) {
      install.call(this, (request, answer) => {
        const { fingerprint, validStart, validExpiry } = request.certificate;
        const nowSeconds = Date.now() / 1_000;
        if (!fingerprints.includes(fingerprint)) judge?.(request, answer);
        else answer(validStart <= nowSeconds && nowSeconds <= validExpiry ? 0 : certDateInvalid);
      });
    };
  }, known);
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const fingerprintOf = (pem: string): string =>
  `sha256/${createHash('sha256').update(new X509Certificate(pem).raw).digest('base64')}`;
