import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { panelTroubleOf } from '../../../main/windows/panel-trouble.js';
import { watchPanel } from '../../../main/windows/watch-panel.js';

const ccpUrl = 'https://example.my.connect.aws/ccp-v2?visualRefresh=true';

describe('panelTroubleOf', () => {
  it.each([200, 204, 302, 399])('sees no trouble in an answer %d', (httpStatus) => {
    expect(panelTroubleOf({ kind: 'answered', httpStatus, address: ccpUrl }, ccpUrl)).toBeNull();
  });

  it('learns nothing from a blank frame', () => {
    expect(panelTroubleOf({ kind: 'answered', httpStatus: 0, address: 'about:blank' }, ccpUrl)).toBeUndefined();
  });

  it('sees a refusal of the agent in 403', () => {
    expect(panelTroubleOf({ kind: 'answered', httpStatus: 403, address: ccpUrl }, ccpUrl)).toBe('accessDenied');
  });

  it.each([400, 401, 404, 500, 503])('sees a bad answer in %d', (httpStatus) => {
    expect(panelTroubleOf({ kind: 'answered', httpStatus, address: ccpUrl }, ccpUrl)).toBe('badAnswer');
  });

  it.each([
    'https://example.my.connect.aws/ccp-v2',
    'https://example.my.connect.aws/ccp-v2/',
    'https://example.my.connect.aws/ccp-v2/?x=y',
  ])('knows the panel by its page, whatever was asked of it: %s', (address) => {
    expect(panelTroubleOf({ kind: 'answered', httpStatus: 200, address }, ccpUrl)).toBeNull();
  });

  it.each([
    'https://example.my.connect.aws/login',
    'https://idp.example/ccp-v2',
    'https://example.my.connect.aws/ccp-v2/else',
    'not an address',
  ])('takes a page elsewhere for the sign-in: %s', (address) => {
    expect(panelTroubleOf({ kind: 'answered', httpStatus: 200, address }, ccpUrl)).toBe('signedOut');
  });

  it.each([
    ['a load that was given up', -3, ccpUrl, undefined],
    ['no such name', -105, ccpUrl, 'unreachable'],
    ['no connection', -102, ccpUrl, 'unreachable'],
    ['a certificate of nobody known', -202, ccpUrl, 'intercepted'],
    ['a certificate for another name', -200, ccpUrl, 'intercepted'],
    ['a proxy that wants a password', -127, ccpUrl, 'intercepted'],
    ['a certificate of another time', -201, ccpUrl, 'clockWrong'],
    ['no network', -106, ccpUrl, 'noNetwork'],
    ['a panel that refuses to be framed', -27, ccpUrl, 'originRefused'],
    ['the same panel asked for otherwise', -27, 'https://example.my.connect.aws/ccp-v2', 'originRefused'],
    ['a policy that refuses the panel', -30, ccpUrl, 'originRefused'],
    ['a sign-in page of the instance', -27, 'https://example.my.connect.aws/login', 'signedOut'],
    ['a sign-in page elsewhere', -30, 'https://idp.example/authorize', 'signedOut'],
    ['a refusal of no address', -27, '', 'signedOut'],
  ] as const)('takes %s for what it is', (_what, errorCode, address, trouble) => {
    expect(panelTroubleOf({ kind: 'failed', errorCode, address }, ccpUrl)).toBe(trouble);
  });
});

describe('watchPanel', () => {
  function watch(nested = false) {
    const contents = new EventEmitter();
    const told: unknown[] = [];
    watchPanel(
      contents as unknown as WebContents,
      ccpUrl,
      () => nested,
      (trouble) => told.push(trouble),
    );
    return { contents, told };
  }

  it('tells of the panel, from every event that knows', () => {
    const { contents, told } = watch();
    contents.emit('did-fail-load', {}, -105, '', ccpUrl, false);
    contents.emit('did-fail-provisional-load', {}, -27, '', ccpUrl, false);
    contents.emit('did-frame-navigate', {}, ccpUrl, 503, '', false);
    contents.emit('did-frame-navigate', {}, ccpUrl, 200, '', false);
    expect(told).toEqual(['unreachable', 'originRefused', 'badAnswer', null]);
  });

  it('keeps silent about the frames a panel has of its own', () => {
    const { contents, told } = watch(true);
    contents.emit('did-fail-load', {}, -105, '', 'https://inner.example/', false, 4, 2);
    contents.emit('did-frame-navigate', {}, 'https://inner.example/', 200, '', false, 4, 2);
    expect(told).toEqual([]);
  });

  it('keeps silent about our own page and about loads that were given up', () => {
    const { contents, told } = watch();
    contents.emit('did-fail-load', {}, -105, '', 'https://switchhook.localhost/', true);
    contents.emit('did-frame-navigate', {}, 'https://switchhook.localhost/', 404, '', true);
    contents.emit('did-fail-load', {}, -3, '', ccpUrl, false);
    expect(told).toEqual([]);
  });
});
