import type { CommandLine, Session, WebContents } from 'electron';
import type { OwnCertificate } from './certificate.js';

/** Chromium's verdicts of a certificate verify procedure. Source: Electron docs, `ses.setCertificateVerifyProc`. */
const accept = 0;
const askChromium = -3;

/** Host and port of an origin as a Host header and a resolver rule spell them; https implies 443. */
export function hostOf(origin: string): { readonly host: string; readonly hostname: string; readonly port: number } {
  const url = new URL(origin);
  return { host: url.host, hostname: url.hostname, port: url.port === '' ? 443 : Number(url.port) };
}

/**
 * Makes the fixed origin lead to our page server, wherever it listens. Must run before the app is ready, as Chromium
 * reads the rule when its network service starts.
 */
export function mapOrigin(commandLine: CommandLine, origin: string, port: number): void {
  const own = hostOf(origin);
  commandLine.appendSwitch('host-resolver-rules', `MAP ${own.hostname}:${own.port} 127.0.0.1:${port}`);
}

/** Accepts our own certificate for our own host, by fingerprint; everything else is Chromium's to judge. */
export function trustOwnCertificate(session: Session, origin: string, certificate: OwnCertificate): void {
  session.setCertificateVerifyProc((request, callback) => {
    const own = isOwn(request.hostname, request.certificate, origin, certificate);
    callback(own ? accept : askChromium);
  });
}

/**
 * The same judgement where Chromium has refused: a process of the network that replaces one that died knows no judge. To
 * give it one as soon as the death is told comes too early about every third time, and then a refusal is remembered
 * (measured with Electron 33 on Linux).
 */
export function vouchForOwnCertificate(
  contents: Pick<WebContents, 'on'>,
  origin: string,
  certificate: OwnCertificate,
): void {
  contents.on('certificate-error', (event, address, _error, offered, callback) => {
    if (!isOwn(new URL(address).hostname, offered, origin, certificate)) return;
    event.preventDefault();
    callback(true);
  });
}

function isOwn(
  hostname: string,
  offered: Pick<OwnCertificate, 'fingerprint'>,
  origin: string,
  { fingerprint }: OwnCertificate,
): boolean {
  return hostname === hostOf(origin).hostname && offered.fingerprint === fingerprint;
}
