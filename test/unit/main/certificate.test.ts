import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { readOwnCertificate } from '../../../main/origin/certificate.js';
import { makeTemporaryFolder, makeUnwritableFolder } from './temporary-folder.js';

const host = 'switchhook.localhost';
const dayMs = 24 * 3_600_000;
const nowMs = Date.UTC(2026, 0, 15, 9);

describe('the certificate of the page', () => {
  it('is made for the host, with the fingerprint Electron would name', async () => {
    const { certPem, keyPem, fingerprint } = await readOwnCertificate(makeTemporaryFolder(), host, nowMs);
    const certificate = new X509Certificate(certPem);
    expect(certificate.checkHost(host)).toBe(host);
    expect(certificate.checkHost('evil.example')).toBeUndefined();
    const hex = certificate.fingerprint256.replaceAll(':', '');
    expect(fingerprint).toBe(`sha256/${Buffer.from(hex, 'hex').toString('base64')}`);
    expect(() => createSecureContext({ cert: certPem, key: keyPem })).not.toThrow();
  });

  it('is valid from a day ago, as clocks are set back', async () => {
    const { certPem } = await readOwnCertificate(makeTemporaryFolder(), host, nowMs);
    expect(Date.parse(new X509Certificate(certPem).validFrom)).toBeLessThanOrEqual(nowMs - dayMs);
  });

  it('is kept from start to start, its key for the owner alone', async () => {
    const folder = join(makeTemporaryFolder(), 'origin');
    const first = await readOwnCertificate(folder, host, nowMs);
    expect(await readOwnCertificate(folder, host, nowMs + 365 * dayMs)).toEqual(first);
    expect(statSync(join(folder, 'key.pem')).mode & 0o077).toBe(0);
  });

  it('is renewed 30 days before it ends', async () => {
    const folder = makeTemporaryFolder();
    const first = await readOwnCertificate(folder, host, nowMs);
    const endMs = Date.parse(new X509Certificate(first.certPem).validTo);
    expect(await readOwnCertificate(folder, host, endMs - 31 * dayMs)).toEqual(first);
    const renewed = await readOwnCertificate(folder, host, endMs - 29 * dayMs);
    expect(renewed.fingerprint).not.toBe(first.fingerprint);
    expect(readFileSync(join(folder, 'cert.pem'), 'utf8')).toBe(renewed.certPem);
  });

  it('is made anew for another host', async () => {
    const folder = makeTemporaryFolder();
    const first = await readOwnCertificate(folder, host, nowMs);
    const second = await readOwnCertificate(folder, 'phone.example.com', nowMs);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(new X509Certificate(second.certPem).checkHost('phone.example.com')).toBe('phone.example.com');
  });

  it.each(['cert.pem', 'key.pem'])('is made anew when %s is damaged', async (name) => {
    const folder = makeTemporaryFolder();
    await readOwnCertificate(folder, host, nowMs);
    writeFileSync(join(folder, name), 'damaged');
    const { certPem, keyPem } = await readOwnCertificate(folder, host, nowMs);
    expect(() => createSecureContext({ cert: certPem, key: keyPem })).not.toThrow();
  });

  // A renewal that was cut off between its two files leaves a pair that no server can start with.
  it('is made anew when the stored key belongs to another certificate', async () => {
    const [folder, other] = [makeTemporaryFolder(), makeTemporaryFolder()];
    await readOwnCertificate(folder, host, nowMs);
    await readOwnCertificate(other, host, nowMs);
    writeFileSync(join(folder, 'key.pem'), readFileSync(join(other, 'key.pem')));
    const { certPem, keyPem } = await readOwnCertificate(folder, host, nowMs);
    expect(() => createSecureContext({ cert: certPem, key: keyPem })).not.toThrow();
  });

  it('serves this run even where nothing can be kept', async () => {
    const folder = makeUnwritableFolder();
    const { certPem } = await readOwnCertificate(folder, host, nowMs);
    expect(new X509Certificate(certPem).checkHost(host)).toBe(host);
    expect(existsSync(folder)).toBe(false);
  });
});
