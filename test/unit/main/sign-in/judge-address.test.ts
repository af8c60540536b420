import { describe, expect, it } from 'vitest';
import {
  hostOf,
  isPanelPage,
  judgePopUp,
  judgeStep,
  type SignInPlaces,
} from '../../../../main/sign-in/judge-address.js';

const panel = 'https://example.my.connect.aws';
const login = 'https://login.example';
const places: SignInPlaces = {
  ccpUrl: `${panel}/ccp-v2/`,
  loginUrl: `${login}/start`,
  mayBeLocal: false,
  allowedHosts: () => ['idp.example'],
};

describe('a page of the sign-in window', () => {
  it.each([
    ['goOn', `${panel}/login`],
    ['goOn', `${login}/saml?x=y`],
    ['goOn', 'https://idp.example/authorize'],
    ['ask', 'https://idp.example:8443/authorize'],
    ['ask', 'https://idp.example.evil.example/'],
    ['ask', 'https://other.example/'],
    ['ask', 'https://xn--pple-43d.example/'],
    ['refused', 'http://idp.example/authorize'],
    ['refused', 'http://localhost:4000/'],
    ['refused', 'https://ada@idp.example/'],
    ['refused', 'https://ada:word@idp.example/'],
    ['refused', 'file:///etc/passwd'],
    ['refused', 'javascript:alert(1)'],
    ['refused', 'data:text/html,x'],
    ['refused', 'about:blank'],
    ['refused', 'ms-calculator:'],
    ['refused', ''],
  ] as const)('is judged %s for %j', (verdict, address) => expect(judgeStep(address, places)).toBe(verdict));

  it('may be on this machine without https in development only', () => {
    expect(judgeStep('http://localhost:4000/', { ...places, mayBeLocal: true })).toBe('ask');
    expect(judgeStep('http://idp.example/', { ...places, mayBeLocal: true })).toBe('refused');
  });
});

describe('a window that a page wishes for', () => {
  it.each([
    ['signInWindow', `${panel}/login`, 1],
    ['signInWindow', `${login}/start`, 1],
    ['signInWindow', `${panel}/login`, 2],
    ['refused', `${panel}/login`, 3],
    ['refused', `${login}/start`, 3],
    // The panel may not open what only a sign-in leads to.
    ['defaultBrowser', 'https://idp.example/help', 1],
    ['signInWindow', 'https://idp.example/help', 2],
    ['refused', 'https://idp.example/help', 3],
    ['defaultBrowser', 'https://docs.example/page?x=y', 1],
    ['refused', 'http://docs.example/', 1],
    ['refused', 'https://user:word@docs.example/', 1],
    ['refused', 'https://user@docs.example/', 1],
    ['refused', 'file:///etc/passwd', 1],
    ['refused', 'javascript:alert(1)', 2],
    ['refused', 'ms-calculator:', 1],
    ['refused', 'about:blank', 2],
    ['refused', 'not an address', 1],
    ['refused', '', 1],
  ] as const)('is %s for %j at depth %i', (verdict, address, depth) =>
    expect(judgePopUp(address, places, depth)).toBe(verdict),
  );

  it('may be on plain http only for a configured instance on this machine', () => {
    const local = { ...places, ccpUrl: 'http://localhost:4173/ccp-v2/', loginUrl: '', mayBeLocal: true };
    expect(judgePopUp('http://localhost:4173/login', local, 1)).toBe('signInWindow');
    expect(judgePopUp('http://localhost:4174/login', local, 1)).toBe('refused');
  });
});

describe('the panel page', () => {
  it.each([
    [true, `${panel}/ccp-v2`],
    [true, `${panel}/ccp-v2/?x=y#z`],
    [false, `${panel}/login`],
    [false, 'https://idp.example/ccp-v2/'],
    [false, 'nowhere'],
  ])('is %s for %s', (is, address) => expect(isPanelPage(address, places.ccpUrl)).toBe(is));
});

describe('hostOf', () => {
  it.each([
    ['https://login.example/x', 'login.example'],
    ['https://login.example:8443/x', 'login.example:8443'],
    ['https://\u0430pple.example/', 'xn--pple-43d.example'],
    ['ms-calculator:', 'ms-calculator:'],
    ['nowhere', ''],
  ])('of %s is %s', (address, host) => expect(hostOf(address)).toBe(host));
});
