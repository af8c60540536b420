import { generate } from 'selfsigned';

const validForDays = 3650;
const dayMs = 24 * 3600 * 1000;

/**
 * Makes a self-signed P-256 certificate for one host. A module of its own, because what it stands on is large and needed
 * at the first start only.
 */
export async function makeCertificate(
  host: string,
  nowMs: number,
): Promise<{ readonly cert: string; readonly key: string }> {
  const made = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // A clock that is set back a little must not make the page untrusted.
    notBeforeDate: new Date(nowMs - dayMs),
    notAfterDate: new Date(nowMs + validForDays * dayMs),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
  });
  return { cert: made.cert, key: made.private };
}
