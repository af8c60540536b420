import { describe, expect, it } from 'vitest';
import { isPanelAddress, readEnvironment } from '../../../main/app/environment.js';

const instance = 'https://example.my.connect.aws/ccp-v2?visualRefresh=true';

function read({ argv = [], env = {}, packaged = false }: Partial<Parameters<typeof readEnvironment>[0]>) {
  return readEnvironment({ argv: ['electron', '.', ...argv], env, packaged });
}

describe('readEnvironment', () => {
  it('says nothing when nothing was given', () => {
    expect(read({})).toEqual({ ccpUrl: null, refusal: null });
  });

  it('takes the address from the switch, path and query as given', () => {
    expect(read({ argv: ['--other', `--ccp-url=${instance}`] })).toEqual({ ccpUrl: instance, refusal: null });
  });

  it('takes the address from the environment', () => {
    expect(read({ env: { SWITCHHOOK_CCP_URL: instance } }).ccpUrl).toBe(instance);
  });

  it('lets the switch win over the environment', () => {
    const env = { SWITCHHOOK_CCP_URL: 'https://other.example/' };
    expect(read({ argv: [`--ccp-url=${instance}`], env }).ccpUrl).toBe(instance);
  });

  it('refuses both in an installed build and says why', () => {
    const refused = { ccpUrl: null, refusal: expect.stringMatching(/settings or policy/) };
    expect(read({ argv: [`--ccp-url=${instance}`], packaged: true })).toEqual(refused);
    expect(read({ env: { SWITCHHOOK_CCP_URL: instance }, packaged: true })).toEqual(refused);
  });

  it('is silent in an installed build that was given nothing', () => {
    expect(read({ packaged: true })).toEqual({ ccpUrl: null, refusal: null });
  });

  it('refuses what is no address and names it', () => {
    expect(read({ argv: ['--ccp-url=not an address'] })).toEqual({
      ccpUrl: null,
      refusal: expect.stringMatching(/not an address$/),
    });
  });
});

describe('isPanelAddress', () => {
  it.each([
    'https://example.my.connect.aws/ccp-v2',
    'https://10.0.0.8:8443/',
    'http://localhost:4173/ccp-v2',
    'http://127.0.0.1:4173/',
    'http://[::1]:4173/',
  ])('takes %s', (address) => expect(isPanelAddress(address, true)).toBe(true));

  it.each([
    ['http beyond this machine', 'http://example.my.connect.aws/ccp-v2'],
    ['http to a name that begins like this machine', 'http://localhost.example.com/'],
    ['credentials', 'https://user:word@example.my.connect.aws/'],
    ['a user without a password', 'https://user@example.my.connect.aws/'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['another scheme', 'ftp://localhost/'],
    ['no scheme', 'example.my.connect.aws'],
    ['a host that stands for others', 'https://*.example.com/'],
    ['a host that adds to the policy of the page', 'https://example.com;sandbox/'],
    ['nothing', ''],
  ])('refuses %s', (_what, address) => expect(isPanelAddress(address, true)).toBe(false));
});
