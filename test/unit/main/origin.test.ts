import { EventEmitter } from 'node:events';
import type { CommandLine, Session, WebContents } from 'electron';
import { expect, it } from 'vitest';
import { hostOf, mapOrigin, trustOwnCertificate, vouchForOwnCertificate } from '../../../main/origin/origin.js';

const certificate = { certPem: '', keyPem: '', fingerprint: 'sha256/ours' };

it.each([
  ['https://switchhook.localhost', { host: 'switchhook.localhost', hostname: 'switchhook.localhost', port: 443 }],
  ['https://localhost:4443', { host: 'localhost:4443', hostname: 'localhost', port: 4443 }],
])('reads host and port of %s', (origin, expected) => expect(hostOf(origin)).toEqual(expected));

it('leads the origin, at its port only, to the page server', () => {
  const switches: unknown[] = [];
  const commandLine = { appendSwitch: (...given: unknown[]) => switches.push(given) } as unknown as CommandLine;
  mapOrigin(commandLine, 'https://switchhook.localhost', 50_123);
  expect(switches).toEqual([['host-resolver-rules', 'MAP switchhook.localhost:443 127.0.0.1:50123']]);
});

it.each([
  ['our certificate for our host', 'switchhook.localhost', 'sha256/ours', 0],
  ['our certificate for another host', 'evil.example', 'sha256/ours', -3],
  ['another certificate for our host', 'switchhook.localhost', 'sha256/theirs', -3],
  ['another certificate for another host', 'evil.example', 'sha256/theirs', -3],
])('judges %s', (_what, hostname, fingerprint, verdict) => {
  type Verify = (request: object, callback: (verdict: number) => void) => void;
  const verdicts: number[] = [];
  let verify: Verify | undefined;
  const session = {
    setCertificateVerifyProc(given: Verify) {
      verify = given;
    },
  };
  trustOwnCertificate(session as unknown as Session, 'https://switchhook.localhost', certificate);
  verify?.({ hostname, certificate: { fingerprint } }, (given) => verdicts.push(given));
  expect(verdicts).toEqual([verdict]);
});

it.each([
  ['our certificate for our host', 'https://switchhook.localhost/', 'sha256/ours', [true]],
  ['our certificate for another host', 'https://evil.example/', 'sha256/ours', []],
  ['another certificate for our host', 'https://switchhook.localhost/', 'sha256/theirs', []],
])('where Chromium has refused, vouches for nothing else than ours: %s', (_what, address, fingerprint, answers) => {
  const given: boolean[] = [];
  let prevented = 0;
  const contents = new EventEmitter();
  vouchForOwnCertificate(contents as unknown as WebContents, 'https://switchhook.localhost', certificate);
  const event = { preventDefault: () => (prevented += 1) };
  contents.emit('certificate-error', event, address, 'net::ERR', { fingerprint }, (trusted: boolean) =>
    given.push(trusted),
  );
  expect(given).toEqual(answers);
  // Electron refuses what nobody answers for.
  expect(prevented).toBe(answers.length);
});
