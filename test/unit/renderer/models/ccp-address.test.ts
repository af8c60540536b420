import { describe, expect, it } from 'vitest';
import { readAddress, readLoginAddress } from '../../../../renderer/models/ccp-address.js';

describe('readAddress', () => {
  it.each([
    ['https://acme.my.connect.aws/ccp-v2/', 'https://acme.my.connect.aws/ccp-v2/'],
    ['  https://acme.my.connect.aws/ccp-v2/\n', 'https://acme.my.connect.aws/ccp-v2/'],
    ['acme.my.connect.aws', 'https://acme.my.connect.aws/ccp-v2/'],
    ['https://acme.my.connect.aws/', 'https://acme.my.connect.aws/ccp-v2/'],
    ['https://acme.my.connect.aws/home?lang=de', 'https://acme.my.connect.aws/ccp-v2/'],
    ['https://acme.my.connect.aws/login', 'https://acme.my.connect.aws/ccp-v2/'],
    ['https://ACME.my.connect.aws/agent-app-v2/', 'https://acme.my.connect.aws/ccp-v2/'],
    ['https://acme.awsapps.com/connect/ccp-v2', 'https://acme.awsapps.com/connect/ccp-v2'],
    ['https://acme.awsapps.com/connect/home', 'https://acme.awsapps.com/connect/ccp-v2/'],
    ['acme.awsapps.com', 'https://acme.awsapps.com/connect/ccp-v2/'],
    ['https://acme.my.connect.aws/ccp-v2/?lang=de', 'https://acme.my.connect.aws/ccp-v2/?lang=de'],
    ['phone.example.com', 'https://phone.example.com'],
    ['http://localhost:4510/ccp-v2/', 'http://localhost:4510/ccp-v2/'],
    ['http://127.0.0.1:4510/ccp-v2/', 'http://127.0.0.1:4510/ccp-v2/'],
  ])('takes %s', (typed, address) => {
    expect(readAddress(typed)).toEqual({ kind: 'address', address, upgraded: false });
  });

  it.each([
    ['https://acme.my.connect.aws/ccp', 'https://acme.my.connect.aws/ccp-v2/'],
    ['https://acme.my.connect.aws/ccp#', 'https://acme.my.connect.aws/ccp-v2/'],
    ['https://acme.my.connect.aws/ccp#/', 'https://acme.my.connect.aws/ccp-v2/'],
    ['https://acme.awsapps.com/connect/ccp#', 'https://acme.awsapps.com/connect/ccp-v2/'],
  ])('upgrades the older panel %s', (typed, address) => {
    expect(readAddress(typed)).toEqual({ kind: 'address', address, upgraded: true });
  });

  it.each([
    ['', 'notAnAddress'],
    ['nonsense', 'notAnAddress'],
    ['https://*.example.com/ccp-v2', 'notAnAddress'],
    ['https://example.com;sandbox/ccp-v2', 'notAnAddress'],
    ['two words.example', 'notAnAddress'],
    ['https://', 'notAnAddress'],
    ['javascript:alert(1)', 'notAnAddress'],
    ['javascript://acme.my.connect.aws/%0aalert(1)', 'notHttps'],
    ['file:///etc/passwd', 'notAnAddress'],
    ['ftp://acme.my.connect.aws/', 'notHttps'],
    ['http://acme.my.connect.aws/ccp-v2/', 'notHttps'],
    ['https://agent:secret@acme.my.connect.aws/', 'credentials'],
    ['https://acme.my.connect.aws@evil.example/', 'credentials'],
    ['https://\u0430cme.my.connect.aws/ccp-v2/', 'lookAlike'],
    ['https://xn--cme-7cd.my.connect.aws/ccp-v2/', 'lookAlike'],
    ['https://acme.my.connect.aws.evil.example/ccp-v2/', 'lookAlike'],
    ['https://acme-my.connect.aws-login.example/', 'lookAlike'],
    ['https://acme.awsapps.com.evil.example/', 'lookAlike'],
  ])('says of "%s" that it is %s', (typed, problem) => {
    const entered = readAddress(typed);
    expect(entered.kind === 'problem' ? entered.problem : 'address').toBe(problem);
  });
});

describe('readLoginAddress', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['https://login.example.com/saml?x=1', 'https://login.example.com/saml?x=1'],
    ['login.example.com', 'https://login.example.com/'],
  ])('reads "%s"', (typed, address) => expect(readLoginAddress(typed)).toBe(address));

  it.each(['http://login.example.com/', 'https://ada@login.example.com/', 'javascript:alert(1)', 'nowhere'])(
    'refuses "%s"',
    (typed) => expect(readLoginAddress(typed)).toBeNull(),
  );
});
