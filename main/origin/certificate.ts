import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The certificate our own page is served with. It vouches for nothing outside this installation. */
export interface OwnCertificate {
  readonly certPem: string;
  readonly keyPem: string;
  /** As Electron spells it: `sha256/` and base64 of the hash of the DER form. */
  readonly fingerprint: string;
}

const renewBeforeMs = 30 * 24 * 3600 * 1000;

/**
 * Reads the certificate of this installation, or makes one for `host` when there is none that fits. Rejects when the
 * folder cannot be written and no certificate could be kept, except that a fresh one still serves this run.
 */
export async function readOwnCertificate(folder: string, host: string, nowMs = Date.now()): Promise<OwnCertificate> {
  return readStored(folder, host, nowMs) ?? (await makeStored(folder, host, nowMs));
}

function readStored(folder: string, host: string, nowMs: number): OwnCertificate | null {
  try {
    const certPem = readFileSync(join(folder, 'cert.pem'), 'utf8');
    const keyPem = readFileSync(join(folder, 'key.pem'), 'utf8');
    const certificate = new X509Certificate(certPem);
    if (certificate.checkHost(host) === undefined || !certificate.checkPrivateKey(createPrivateKey(keyPem)))
      return null;
    if (Date.parse(certificate.validTo) - nowMs < renewBeforeMs) return null;
    return { certPem, keyPem, fingerprint: fingerprintOf(certificate) };
  } catch {
    return null;
  }
}

async function makeStored(folder: string, host: string, nowMs: number): Promise<OwnCertificate> {
  const { makeCertificate } = await import('./make-certificate.js');
  const { cert, key } = await makeCertificate(host, nowMs);
  store(folder, cert, key);
  return { certPem: cert, keyPem: key, fingerprint: fingerprintOf(new X509Certificate(cert)) };
}

function store(folder: string, certPem: string, keyPem: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'key.pem'), keyPem, { mode: 0o600 });
    writeFileSync(join(folder, 'cert.pem'), certPem);
  } catch {
    // A read-only profile costs a new certificate at each start, nothing else.
  }
}

function fingerprintOf(certificate: X509Certificate): string {
  return `sha256/${createHash('sha256').update(certificate.raw).digest('base64')}`;
}
