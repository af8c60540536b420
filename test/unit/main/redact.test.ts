import { describe, expect, it } from 'vitest';
import { redact } from '../../../main/app/redact.js';

describe('redact', () => {
  it.each([
    ['https://example.my.connect.aws/ccp-v2?code=abc123&state=x', 'https://example.my.connect.aws/ccp-v2?[redacted]'],
    ['GET https://a.example/b#id_token=x failed', 'GET https://a.example/b?[redacted] failed'],
    ['http://localhost:4173/login?destination=%2Fccp', 'http://localhost:4173/login?[redacted]'],
  ])('takes the query and the fragment out of %s', (text, redacted) => expect(redact(text)).toBe(redacted));

  it.each([
    'token=abc123',
    'Token: abc123',
    '"token":"abc123"',
    'password = abc123',
    'secret:abc123',
    'bearer: abc123',
    'cookie=abc123',
    'Authorization: Bearer abc123',
    'access_token=abc123',
    '{"accessToken":"abc123"}',
    'refreshToken: abc123',
    'Cookie: first=1; session=abc123',
  ])('takes the secret out of %s', (text) => {
    expect(redact(text)).not.toContain('abc123');
    expect(redact(text)).toContain('[redacted]');
  });

  it.each([
    String.raw`{\"token\":\"abc123\"}`,
    String.raw`{\\\"token\\\":\\\"abc123\\\"}`,
    "{ 'access-token': 'abc123' }",
    '{"password":"one abc123 two"}',
    String.raw`{"password":"one \" abc123"}`,
    'Authorization: Basic abc123==',
    'Proxy-Authorization: Digest response="abc123"',
    '/b?next=token%3Dabc123',
    'wss://a.example/b?X-Amz-Credential=abc123',
    'https://agent:abc123@a.example/b',
  ])('takes the secret out however it is spelled: %s', (text) => expect(redact(text)).not.toContain('abc123'));

  it('takes long runs of token characters out, dots included', () => {
    const jwt = `${'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9'}.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.${'c2lnbmF0dXJl'}`;
    expect(redact(`sent ${jwt} away`)).toBe('sent [token] away');
  });

  it('takes contact ids for tokens', () => {
    expect(redact('contact 8f14e45f-ceea-467f-a9d1-0a1b2c3d4e5f gone')).toBe('contact [token] gone');
  });

  it.each(['maria.torres@example.com', 'a+b@sub.example.co.uk'])('takes the mail address %s out', (address) => {
    expect(redact(`from ${address} to us`)).toBe('from [address] to us');
  });

  it.each(['+14155550100', '+1 (415) 555-0100', '030 1234567', '415.555.0100', '0049/30/1234567'])(
    'takes the telephone number %s out',
    (number) => {
      const redacted = redact(`called ${number} twice`);
      expect(redacted).toContain('[number]');
      expect(redacted).not.toMatch(/\d/);
    },
  );

  it('takes out every one of several', () => {
    expect(redact('+14155550100, +14155550101 and a@b.example')).toBe('[number], [number] and [address]');
  });

  it.each([
    'InvalidStateException',
    'gate from=resting to=leaving',
    'exit code=4 after 12000 ms',
    'TypeError: Cannot read properties of undefined (reading name)',
    'https://example.my.connect.aws/ccp-v2',
    'the secretary kept a cookie',
    '',
  ])('leaves what is harmless as it is: %s', (text) => expect(redact(text)).toBe(text));
});
